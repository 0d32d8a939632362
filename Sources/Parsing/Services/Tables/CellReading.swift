import IEPModel

/// What a cell's text can be, by the recognisers: the votes that type a column beside its header. Amounts, names and goals
/// are read when they are asked for: many texts are only asked for one of them.
struct CellReading: Sendable {
  let text: String
  let isBlank: Bool
  let date: CalendarDate?
  let span: (start: CalendarDate, end: CalendarDate)?
  /// A number and nothing else.
  let number: Rational?
  /// "2 - 3": two numbers and nothing else.
  let isRange: Bool
  private let amount: Lazy<DoseReading?>
  private let names: Lazy<Names>
  private let goals: Lazy<[String]>

  init(_ text: String, by values: ValueReaders) {
    self.text = text
    isBlank = Self.isBlank(text)
    date = values.dates.date(text, near: nil)
    span = values.dates.span(text)
    number = Rational(parsing: text)
    isRange = Self.range(text) != nil
    amount = Lazy { [doses = values.doses] in doses.parse(text) }
    names = Lazy { [vocabulary = values.vocabulary] in Names(text, vocabulary: vocabulary) }
    goals = Lazy { GoalNumbers.read(text) }
  }

  /// What a text names by the vocabulary.
  private struct Names: Sendable {
    let service: ServiceCode?
    let location: LocationCode?
    let provider: ProviderCode?
    let delivery: Delivery?
    let grouping: Grouping?
    let category: ServiceCategory?

    init(_ text: String, vocabulary: Vocabulary) {
      service = vocabulary.serviceCode(of: text)
      location = vocabulary.locationCode(of: text)
      provider = vocabulary.providerCode(of: text)
      delivery = vocabulary.delivery(of: text)
      grouping = vocabulary.grouping(of: text)
      category = text.utf8.count < 60 ? vocabulary.category(ofHeading: text) : nil
    }
  }

  var dose: DoseReading? { amount.value }
  var service: ServiceCode? { names.value.service }
  var location: LocationCode? { names.value.location }
  var provider: ProviderCode? { names.value.provider }
  var delivery: Delivery? { names.value.delivery }
  var grouping: Grouping? { names.value.grouping }
  var category: ServiceCategory? { names.value.category }
  var goalNumbers: [String] { goals.value }

  /// "N/A", "none", dashes: the form's way of saying that nothing stands here.
  static func isBlank(_ text: String) -> Bool {
    var word = ""
    for scalar in text.unicodeScalars where scalar.isLetter || ("0"..."9").contains(scalar) {
      // All of these begin so.
      if word.isEmpty, scalar != "n", scalar != "N" { return false }
      word += scalar.lowered
      // Longer than all of these.
      if word.utf8.count > 20 { return false }
    }
    return word.isEmpty
      || ["na", "none", "notapplicable", "nil", "nonerequired", "noneatthistime", "notneeded", "notrequired"].contains(
        word)
  }

  /// Minutes stand in it, with or without a period.
  var hasMinutes: Bool { dose.map { $0.dose.sessionMinutes != nil || $0.dose.totalMinutes != nil } ?? false }
  var hasPeriod: Bool { dose?.dose.period != nil }
  var hasSessions: Bool { dose?.dose.sessions != nil }
  var isAmount: Bool { hasMinutes || hasPeriod || hasSessions || dose?.dose.qualifier != nil }
  var isDate: Bool { date != nil || span != nil }
  /// No place, person, date or the like by any recogniser.
  var namesNothing: Bool {
    location == nil && provider == nil && delivery == nil && grouping == nil && category == nil && !isDate
  }

  /// How far the text can be what `role` asks for: 0 never, 1 typically, 0.5 perhaps.
  func support(_ role: ServiceRole) -> Double {
    if isBlank { return 0.5 }
    if isRange, !isDate {
      switch role {
      case .sessions, .amount: return 0.95
      case .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal: return 0.9
      case .dose, .frequency, .total, .goals: return 0.5
      default: return 0
      }
    }
    switch role {
    case .start, .end: return date != nil ? 1 : (span != nil ? 0.6 : (isYearly ? 0.5 : 0))
    case .dates: return span != nil ? 1 : (date != nil ? 0.5 : 0)
    case .dose: return hasMinutes && hasPeriod ? 1 : (isAmount ? 0.6 : (number != nil ? 0.4 : 0.1))
    case .frequency where namesSeason: return 0.25
    case .frequency: return isDate ? 0 : hasPeriod || hasSessions ? 1 : (isAmount ? 0.6 : (number != nil ? 0.6 : 0.25))
    case .amount: return isDate ? 0 : hasMinutes ? 1 : (number != nil ? 0.9 : (isAmount ? 0.4 : 0.15))
    case .sessions: return isDate ? 0 : number != nil ? 1 : (hasSessions ? 0.8 : 0.1)
    case .period: return isDate ? 0 : hasPeriod && !hasMinutes ? 1 : 0.1
    case .total, .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal,
      .leastTotal:
      return isDate ? 0 : number != nil ? 1 : (hasMinutes ? 1 : 0.05)
    case .service: return service != nil ? 1 : (isDate || number != nil || isPureAmount ? 0 : 0.35)
    case .location where namesSchool: return 0.3
    case .location: return location != nil ? 1 : (isDate || number != nil || isPureAmount ? 0 : 0.4)
    case .provider: return provider != nil ? 1 : (isDate || number != nil || isPureAmount ? 0 : 0.4)
    case .delivery: return delivery != nil ? 1 : (grouping != nil ? 0.7 : (isDate || number != nil ? 0 : 0.2))
    case .grouping: return grouping != nil ? 1 : (delivery != nil ? 0.6 : (isDate ? 0 : 0.2))
    case .goals: return isDate ? 0 : !goalNumbers.isEmpty ? 1 : (isPureAmount ? 0 : 0.2)
    case .category:
      // "Type" over "Direct (group)" asks how, not what for.
      if category == nil, delivery != nil || grouping != nil { return 0.1 }
      return isDate || number != nil || isPureAmount ? 0 : 0.5
    case .extendedSchoolYear where namesSeason: return 1
    case .extendedSchoolYear: return text.count <= 24 && !isDate && !isPureAmount ? 0.6 : 0.1
    case .comment: return 0.4
    }
  }

  /// How strongly the text by itself speaks for `role`, without any header.
  func vote(_ role: ServiceRole) -> Double {
    if isBlank { return 0 }
    switch role {
    // Of columns without a header the first one of dates says when the service begins.
    case .start: return date != nil ? 0.51 : 0
    case .end: return date != nil ? 0.5 : 0
    case .dates: return span != nil ? 1 : 0
    case .dose: return hasMinutes && hasPeriod ? 0.9 : 0
    case .frequency: return hasPeriod && !hasMinutes && !namesSeason ? 0.9 : 0
    case .extendedSchoolYear: return namesSeason ? 0.9 : 0
    case .amount: return hasMinutes && !hasPeriod ? 0.9 : 0
    case .service: return service != nil && provider == nil && location == nil ? 0.9 : (service != nil ? 0.5 : 0)
    case .location where namesSchool: return 0
    case .location: return location != nil ? (service == nil && provider == nil ? 0.9 : 0.5) : 0
    // "Consultation with staff": with whom, not by whom.
    case .provider where delivery != nil: return provider != nil ? 0.3 : 0
    case .provider: return provider != nil ? (service == nil ? 0.9 : 0.55) : 0
    case .delivery: return delivery != nil && service == nil ? 0.7 : 0
    case .grouping: return grouping != nil && service == nil ? 0.7 : 0
    case .category:
      return category != nil && service == nil && location == nil && delivery == nil && grouping == nil ? 0.5 : 0
    case .goals: return goalNumbers.isEmpty || isDate || isRange ? 0 : (number == nil ? 0.6 : 0.3)
    default: return 0
    }
  }

  /// A school's name tells less than a column of places does.
  private var namesSchool: Bool { location == .schoolWide && SchoolName.isAll(of: text) }

  /// "Regular school year", "extended school year".
  private var namesSeason: Bool {
    text.utf8.count < 40 && (text.namesExtendedYear || text.contains(inAnyCase: "regular school year"))
  }

  /// An amount and nothing else.
  private var isPureAmount: Bool { (dose?.coverage ?? 0) > 0.8 }
  /// "IEP year", "1 year": a duration in words.
  private var isYearly: Bool { dose?.dose.period.map { $0.unit == .iep || $0.unit == .year } ?? false }
}

/// The recognisers together.
struct ValueReaders: Sendable {
  let vocabulary: Vocabulary
  let dates: DateReader
  let doses: DoseGrammar
  private let readings = Memo<CellReading>()

  init(vocabulary: Vocabulary, dates: DateReader, doses: DoseGrammar) {
    (self.vocabulary, self.dates, self.doses) = (vocabulary, dates, doses)
  }

  func read(_ text: String) -> CellReading { readings.value(of: text) { CellReading($0, by: self) } }
}

extension ValueReaders {
  /// "Occupational therapy for | 30 minutes, 2 times per week": the amount that words end in, from their first figure on,
  /// and what stands before it.
  func amount(endingIn words: [String]) -> (before: ArraySlice<String>, amount: String)? {
    guard let first = words.firstIndex(where: { $0.first?.isNumber == true }),
      case let amount = words[first...].joined(separator: " "), case let reading = read(amount), reading.hasMinutes,
      reading.hasPeriod
    else { return nil }
    return (words[..<first], amount)
  }
}

extension CellReading {
  /// "2 x 30": sessions and their minutes, without a word.
  var isCountOfMinutes: Bool { hasSessions && hasMinutes && !text.contains { $0.isLetter && $0 != "x" && $0 != "X" } }

  /// "2 - 3", "2 to 3": two whole numbers of at most three figures and nothing else.
  static func range(_ text: String) -> (first: Int, last: Int)? {
    guard text.utf8.count <= 40, text.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    let parts = text.split { $0 == "-" || $0 == "–" || $0.isWhitespace }.filter { $0 != "to" }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 3 }), text.count <= 12, let first = Int(parts[0]),
      let last = Int(parts[1])
    else { return nil }
    return (first, last)
  }
}
