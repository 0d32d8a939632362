import IEPModel

/// Gathers what speaks against a line once it is coded: what its reader saw and what the coding left open.
struct LineDoubts: Sendable {
  private(set) var all: Set<LineDoubt>
  /// Minutes, a period, begin and end, and a known place or person: what only a services grid gives.
  private let isComplete: Bool
  private let candidate: ServiceCandidate
  private let values: ValueReaders

  /// - Parameters:
  ///   - dose: the amount as read; `nil` where the candidate has none.
  ///   - hasOwnColumn: the line is one of several of its row, for the setting or delivery of its own column.
  init(
    of line: ServiceLine, from candidate: ServiceCandidate, dose: DoseReading?, hasOwnColumn: Bool, values: ValueReaders
  ) {
    (self.candidate, self.values) = (candidate, values)
    isComplete =
      line.dose.minutesPerPeriod != nil && line.dose.period != nil && line.startDate != nil && line.endDate != nil
      && (line.location?.code != nil || line.provider?.code != nil)
    all = candidate.doubts
    lookAtService(line)
    lookAtAmount(dose)
    lookAtPlace(line, hasOwnColumn: hasOwnColumn)
    lookAtProvider(line)
    lookAtDates(line)
    lookAtRest(line)
    lookAtTexts()
  }

  /// How surely the line is whole: 0 to 1.
  var confidence: Double { all.reduce(Self.undoubted) { $0 * $1.trust } }

  /// How surely it is a service at all: 0 to 1.
  var plausibility: Double {
    let product = all.reduce(1) { $0 * $1.plausibility }
    return isComplete ? max(product, Self.leastOfComplete) : product
  }

  /// A complete line is a service, however its fellows are named.
  private static let leastOfComplete = 0.35

  /// The share of lines without a doubt that are whole.
  private static let undoubted = 0.99

  private mutating func note(_ doubt: LineDoubt, if holds: Bool) { if holds { all.insert(doubt) } }

  /// The text of a part that says something.
  private func filled(_ role: ServiceRole) -> String? {
    candidate.text(role).flatMap { CellReading.isBlank($0) ? nil : $0 }
  }

  private mutating func lookAtService(_ line: ServiceLine) {
    let text = candidate.text(.service) ?? ""
    let named = values.vocabulary.serviceCode(of: text)
    note(.unknownService, if: line.service.code == nil)
    note(.assumedInstruction, if: named == nil && line.service.code != nil)
    if let fit = TermFit(text, in: values.vocabulary.services) { note(.looseService, if: fit.share < 0.5) }
    note(.fewFellows, if: candidate.company < 0.5)
    guard let code = line.service.code else { return }
    let isStated = candidate.context.category != nil || candidate.text(.category).map(namesKind) ?? false
    note(.assumedKind, if: isPrinted && !isStated && Self.listedVariously.contains(code))
    note(
      .kindAgainstService,
      if: line.category != ServiceCategory(of: code)
        && (Self.listedVariously.contains(code) || code == .specializedInstruction))
  }

  /// A page's headings and columns may say what was not read, and its cells hold words of their neighbours; an export's
  /// fields say themselves what they are.
  private var isPrinted: Bool { candidate.places.contains { $0.page != nil } }

  private func namesKind(_ text: String) -> Bool { values.vocabulary.category(ofHeading: text) != nil }

  /// Services that the law lets stand under several headings (34 CFR 300.34, 300.42, 300.43), and forms do.
  private static let listedVariously: Set<ServiceCode> = [
    .transition, .vocational, .transportation, .socialSkills, .paraprofessional,
  ]

  private mutating func lookAtAmount(_ reading: DoseReading?) {
    guard let reading else {
      all.insert(.noAmount)
      return
    }
    let minutes = reading.dose.minutesPerPeriod
    note(.noMinutes, if: minutes == nil)
    note(.noPeriod, if: reading.dose.period == nil)
    note(.amountInPart, if: reading.coverage < 0.9)
    note(.oddAmount, if: minutes.map { $0.min <= .zero || $0.max > Rational(2400) } ?? false)
  }

  private mutating func lookAtPlace(_ line: ServiceLine, hasOwnColumn: Bool) {
    if let text = filled(.location) {
      note(.unknownPlace, if: line.location?.code == nil)
      let code = line.location?.code
      note(
        .weakPlace,
        if: code != nil && values.vocabulary.locationCode(of: text) == nil
          && values.vocabulary.likelyLocation(of: text) == code)
      if let fit = TermFit(text, in: values.vocabulary.locations) {
        note(.loosePlace, if: isPrinted && fit.share < 1)
        note(.weakPlace, if: fit.isWeak)
        note(.severalPlaces, if: fit.codes > 1)
      }
    } else if line.location == nil {
      all.insert(.noPlace)
    } else if !hasOwnColumn {
      let isHeading = candidate.context.location != nil
      note(.placeFromName, if: !isHeading)
      // Over groups of services a heading says where and nothing else.
      note(
        .headingWithoutDelivery, if: isHeading && line.delivery == nil && !candidate.context.placeHoldsGroups)
    }
  }

  private mutating func lookAtProvider(_ line: ServiceLine) {
    guard let text = filled(.provider) else { return }
    note(.unknownProvider, if: line.provider?.code == nil && !Self.namesAgency(text))
    note(.weakProvider, if: line.provider?.code != nil && values.vocabulary.providerCode(of: text) == nil)
    guard let fit = TermFit(text, in: values.vocabulary.providers) else { return }
    note(.looseProvider, if: isPrinted && fit.share < 1 && !fit.isWeak)
    note(.weakProvider, if: fit.isWeak)
  }

  /// "LEA", "ESD", "District of service": the agency that gives the service, where the form asks for no person.
  private static func namesAgency(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return !words.isEmpty && words.allSatisfy(agencies.contains)
      && words.contains { !["of", "service", "school", "local", "or", "the"].contains($0) }
  }

  private static let agencies: Set<String> = [
    "lea", "esd", "boces", "iu", "aea", "esc", "ioe", "selpa", "district", "division", "county", "regional", "region",
    "coop", "cooperative", "agency", "of", "service", "services", "school", "local", "or", "the",
  ]

  private mutating func lookAtDates(_ line: ServiceLine) {
    let texts = [ServiceRole.start, .end, .dates].compactMap(filled)
    note(.unknownDate, if: texts.contains { !values.read($0).isDate })
    let known = [line.startDate, line.endDate].compactMap { $0 }.count
    note(.noDate, if: known == 0)
    note(.oneDate, if: known == 1)
  }

  private mutating func lookAtRest(_ line: ServiceLine) {
    if isPrinted, line.grouping == nil {
      let named = candidate.parts.contains { part in
        // "Small group" among the kinds of classes, and a room of that name, tell of no grouping.
        part.role != .provider && part.role != .category
          && !(part.role == .location && CandidateDelivery.namesRoom(part.text))
          && values.vocabulary.grouping(of: part.text).map { $0 != .wholeClass } ?? false
      }
      note(.groupingLeft, if: named)
    }
    note(.unreadGoals, if: filled(.goals) != nil && line.goalNumbers.isEmpty)
    note(.goalFromHeading, if: filled(.goals) == nil && !line.goalNumbers.isEmpty)
    if line.extendedSchoolYear != true {
      let words = candidate.parts.filter { !$0.role.isDose }.flatMap { LabelTokens.words($0.text) }
      note(.seasonLeft, if: !Set(words).isDisjoint(with: ["summer", "esy", "extended"]))
    }
  }

  private mutating func lookAtTexts() {
    for part in candidate.parts where part.role != .comment && !CellReading.isBlank(part.text) {
      note(.marksLeft, if: part.text.unicodeScalars.contains(where: Self.marks.contains))
      guard [.service, .provider, .location].contains(part.role), let first = part.text.first,
        let last = part.text.split(separator: " ").last?.lowercased()
      else { continue }
      note(.cutText, if: first.isLowercase || Self.joints.contains(last))
    }
  }

  /// Boxes, and what is typed for them.
  private static let marks = Set("■□☐☒▪❑❒✓✔○●[]_".unicodeScalars)
  /// Words behind which a phrase goes on.
  private static let joints: Set<String> = [
    "with", "of", "and", "in", "for", "to", "by", "the", "a", "general", "special", "&", "/", "-", "or", "at",
  ]
}

/// How a cell's words fit a vocabulary.
private struct TermFit {
  /// The share of the words before any bracket that the vocabulary's phrases cover: 0 to 1.
  var share: Double
  /// Only a phrase fits that may mean something else.
  var isWeak: Bool
  /// How many codes are named, of those that mean nothing else.
  var codes: Int

  /// `nil` where nothing fits.
  init?<Code>(_ text: String, in terms: TermTable<Code>) {
    let bracket = text.firstIndex { $0 == "(" }
    let head = bracket.map { $0 > text.startIndex ? String(text[..<$0]) : text } ?? text
    guard let best = terms.best(in: head) else { return nil }
    let words = Terms(head)
    let matches = terms.matches(in: words, isCell: true)
    share = Double(matches.reduce(0) { $0 + $1.tokens.count }) / Double(max(words.tokens.count, 1))
    isWeak = best.isWeak
    codes = Set(terms.matches(in: Terms(text), isCell: true).filter { !$0.isWeak }.map(\.code)).count
  }
}
