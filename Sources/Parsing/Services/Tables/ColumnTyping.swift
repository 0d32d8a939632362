import IEPModel

/// Decides what each column of a table asks for: the header's words and the values' votes together.
struct ColumnTyping: Sendable {
  let labels: LabelTable<ServiceRole>

  struct Column: Sendable {
    var header: String
    var role: ServiceRole?
    /// 0 to 1: header and values agree.
    var certainty: Double
  }

  /// - Parameters:
  ///   - headers: one text a column, empty where the form prints none.
  ///   - values: for each column the readings of its cells.
  func columns(headers: [String], values: [[CellReading]]) -> [Column] {
    var claims: [(column: Int, role: ServiceRole, score: Double)] = []
    for (index, header) in headers.enumerated() {
      let matches = Self.totalMatches(header) + Self.deliveryMatches(header) + labels.matches(header)
      let filled = values[index].filter { !$0.isBlank }
      let isTimetable = Self.tellsClock(filled) || Self.tellsMonths(filled, under: header)
      for role in ServiceRole.allCases where !(isTimetable && role.isDose) {
        let label = matches.first { $0.role == role }?.score ?? 0
        let support = average(filled.map { $0.support(role) }) ?? 0.5
        let vote = average(filled.map { $0.vote(role) }) ?? 0
        var score = label * (0.25 + 0.75 * support) + 0.8 * vote
        // Who watches over a service does not give it.
        if role == .provider, header.contains(inAnyCase: "monitor") {
          score *= headers.contains { $0.contains(inAnyCase: "provider") } ? 0.2 : 0.5
        }
        // "Consultation: special education teacher with the classroom teacher" under "Service" is one.
        if [.provider, .delivery, .grouping, .location].contains(role), labels.exact(header).first == .service,
          filled.contains(where: { $0.text.split(separator: " ").count > 5 })
        {
          score *= 0.3
        }
        // "Direct therapy" under "Service" is no room.
        if role == .location, label == 0, labels.exact(header).first == .service {
          score *= 0.5
        }
        // "Special education", "Related service" under "Type", where another column asks for the service.
        if role == .service, !filled.isEmpty, filled.allSatisfy({ $0.category != nil }),
          headers.indices.contains(where: { $0 != index && asksForService(headers[$0]) })
        {
          score *= 0.3
        }
        // "School personnel to receive support": nor does who gets it.
        if role == .provider, header.contains(inAnyCase: "to receive") { score = 0 }
        // "Responsible staff | Service implementer": who answers for it beside who gives it.
        if role == .provider, header.contains(inAnyCase: "responsible"),
          headers.contains(where: { $0.contains(inAnyCase: "implement") && !$0.contains(inAnyCase: "responsible") })
        {
          score *= 0.5
        }
        // A word of the header that happens to stand in some label of amounts says nothing by itself.
        if role.isDose, label < 0.5, vote < 0.3, support < 0.5 { continue }
        // "Direct time | Indirect time": a header that names the delivery or setting says more than that minutes stand there.
        if label >= 0.95, support >= 0.8, Self.totals.contains(role) { score += 0.8 }
        if score >= 0.3 { claims.append((index, role, score)) }
      }
    }
    claims.sort { ($1.score, $0.column, $0.role.rawValue) < ($0.score, $1.column, $1.role.rawValue) }
    var columns = headers.map { Column(header: $0, role: nil, certainty: 0) }
    var used: Set<ServiceRole> = []
    for claim in claims where columns[claim.column].role == nil {
      if used.contains(claim.role), claim.role != .comment { continue }
      columns[claim.column].role = claim.role
      columns[claim.column].certainty = min(1, claim.score)
      used.insert(claim.role)
    }
    columns = settleService(settleSessions(columns, values: values), values: values)
    return settleDates(settleGrouping(columns, values: values), values: values).settlingWeeks(values)
  }

  /// "G" over "I" under "Service delivery", "Ind" over "Cls" under "How": groups beside letters that elsewhere mean indirect.
  /// What is a consultation says so in such a column too.
  private func settleGrouping(_ columns: [Column], values: [[CellReading]]) -> [Column] {
    guard !columns.contains(where: { $0.role == .grouping }),
      let index = columns.firstIndex(where: { $0.role == .delivery }),
      case let filled = values[index].filter({ !$0.isBlank && $0.delivery != .consultation }),
      filled.contains(where: { $0.delivery == nil }), filled.contains(where: { $0.delivery == .indirect }),
      filled.allSatisfy({ $0.grouping != nil && ($0.delivery == nil || $0.delivery == .indirect) })
    else { return columns }
    var columns = columns
    columns[index].role = .grouping
    return columns
  }

  /// A column of small numbers beside the minutes counts the sessions, whatever its header says.
  private func settleSessions(_ columns: [Column], values: [[CellReading]]) -> [Column] {
    let roles = Set(columns.compactMap(\.role))
    guard roles.contains(.amount), roles.isDisjoint(with: [.sessions, .dose, .total]) else { return columns }
    var columns = columns
    // "30 | 5 | Weekly": beside a column of periods the figures still count the sessions.
    if let often = columns.firstIndex(where: { $0.role == .frequency }) {
      let filled = values[often].filter { !$0.isBlank }
      guard filled.allSatisfy({ DoseGrammar.isPeriod($0.text) }) else { return columns }
      // "30 min | 4 days/wk | Every week": the period of the count, and how often that is.
      if let count = columns.indices.first(where: { columns[$0].role == nil && saysHowOften(values[$0]) }) {
        (columns[count].role, columns[count].certainty) = (.sessions, 0.8)
        columns[often].role = .period
        return columns
      }
      let counts = columns.indices.contains { index in
        columns[index].role == nil
          && (labels.matches(columns[index].header).contains {
            [.frequency, .sessions].contains($0.role) && $0.score >= 0.5
          } || Self.countsDays(columns[index].header) || countsInWords(values[index], under: columns[index].header))
      }
      guard counts else { return columns }
      columns[often].role = .period
    }
    // "#", "Line" over the first column counts the lines.
    let numbered = columns.first.map { Self.countsLines($0.header) } ?? false ? 0 : nil
    for index in columns.indices where columns[index].role == nil && index != numbered {
      let numbers = values[index].filter { !$0.isBlank }.map(\.number)
      // "01, 02, 03" down the page counts the lines.
      if numbers.count >= 2,
        zip(numbers, numbers.dropFirst()).allSatisfy({ a, b in
          a.flatMap { first in b.map { $0 == first + 1 } } ?? false
        })
      {
        continue
      }
      let told = values[index].filter { !$0.isBlank && !CountWord.isWord($0.text) }.map(\.number)
      guard !told.isEmpty, told.allSatisfy({ $0.map { $0 > .zero && $0 <= Rational(20) } ?? false }) else {
        continue
      }
      columns[index].role = .sessions
      columns[index].certainty = 0.5
      break
    }
    return columns
  }

  /// "#", "Ln", "Line no."
  private static func countsLines(_ header: String) -> Bool {
    let words = LabelTokens.of(header)
    return (1...2).contains(words.count) && words.allSatisfy { ["number", "ln", "line", "item", "row"].contains($0) }
  }

  /// "2", "total", "every" under a label that ends in "times".
  private func countsInWords(_ values: [CellReading], under header: String) -> Bool {
    let filled = values.filter { !$0.isBlank }
    return LabelTokens.words(header).last.map { ["times", "sessions"].contains($0) } ?? false
      && filled.contains { CountWord.isWord($0.text) }
      && filled.allSatisfy { $0.number != nil || CountWord.isWord($0.text) }
  }

  /// "Days", "Days/Freq": a label for a number of days.
  private static func countsDays(_ header: String) -> Bool {
    let words = Set(LabelTokens.of(header))
    return words.contains("day") && words.isDisjoint(with: ["minutes", "hours", "date", "school", "per"])
  }

  /// Each value says how many times: "4 days/wk".
  private func saysHowOften(_ values: [CellReading]) -> Bool {
    let filled = values.filter { !$0.isBlank }
    return !filled.isEmpty && filled.allSatisfy { $0.hasSessions && !$0.hasMinutes && $0.number == nil }
  }

  /// "Service & Provider": one column for both names the service first.
  private func settleService(_ columns: [Column], values: [[CellReading]]) -> [Column] {
    // "Adaptation | Subject | How often": what is listed are aids.
    if let named = columns.firstIndex(where: { $0.role == .service }),
      Set(LabelTokens.words(columns[named].header)).isDisjoint(with: ["service", "services"]),
      let aids = columns.firstIndex(where: { $0.role == nil && Self.namesAids($0.header) })
    {
      var columns = columns
      (columns[aids].role, columns[aids].certainty) = (.service, columns[named].certainty)
      columns[named].role = nil
      return columns
    }
    guard !columns.contains(where: { $0.role == .service }) else { return columns }
    var best: (index: Int, score: Double)?
    for (index, column) in columns.enumerated()
    where column.role == nil || column.role == .provider || column.role == .category
      || column.role == .extendedSchoolYear
      || column.role == .location && column.certainty < 0.5
    {
      let filled = values[index].filter { !$0.isBlank }
      guard let known = average(filled.map { $0.service == nil ? 0 : 1 }), known >= 0.5 else { continue }
      let asksService = asksForService(column.header)
      // "Transportation" names the group of the rows below it, and asks for nobody.
      let asksPerson = labels.matches(column.header).contains { $0.role == .provider && $0.score >= 0.3 }
      guard asksService || column.role != .provider || !asksPerson && column.certainty < 0.6 else { continue }
      if known > best?.score ?? 0 { best = (index, known) }
    }
    var columns = columns
    if let best { columns[best.index].role = .service }
    return columns
  }

  private func asksForService(_ header: String) -> Bool {
    labels.matches(header).contains { $0.role == .service && $0.score >= 0.3 }
      // "Service / provider", unlike "Service provider".
      || LabelTokens.of(header).first == "service" && header.contains { "/&".contains($0) }
  }

  private static func namesAids(_ header: String) -> Bool {
    let words = LabelTokens.words(header)
    let aids = ["accommodation", "adaptation", "modification", "adjustment"]
    return words.count <= 4 && words.contains { word in aids.contains { word == $0 || word == $0 + "s" } }
  }

  /// "Minutes per session | Direct", "Direct hours inside general education": a column of amounts for one delivery or
  /// one setting.
  private static func totalMatches(_ header: String) -> [RoleMatch<ServiceRole>] {
    let words = Set(LabelTokens.of(header))
    if let place = placeMatch(words) { return [place] }
    // "Outside general classroom" over amounts needs no word for them.
    let isSetting =
      !words.isDisjoint(with: ["inside", "outside"])
      && !words.isDisjoint(with: ["general", "regular", "gen", "reg"])
    guard isSetting || !words.isDisjoint(with: ["minutes", "hours", "time", "amount"]), words.count <= 12 else {
      return []
    }
    if words.contains("indirect") || words.contains("consult") || words.contains("consultation") {
      return [RoleMatch(role: .indirectTotal, score: 1)]
    }
    let special: Set<String> = ["outside", "out", "special", "sped", "se", "resource", "pull"]
    let general: Set<String> = ["inside", "in", "general", "gen", "ge", "regular", "reg", "push", "mainstream"]
    if !words.isDisjoint(with: ["outside", "out"]) { return [RoleMatch(role: .specialEducationTotal, score: 1)] }
    if words.contains("inside") { return [RoleMatch(role: .generalEducationTotal, score: 1)] }
    // "Minutes per session in each setting" or "Minutes per session" over "Special class".
    let namesSetting =
      words.isDisjoint(with: ["total", "session", "service"])
      || !words.isDisjoint(with: ["setting", "class", "classroom", "room"])
    if namesSetting, !words.isDisjoint(with: special), words.isDisjoint(with: general.subtracting(["in"])) {
      return [RoleMatch(role: .specialEducationTotal, score: 0.97)]
    }
    if namesSetting, !words.isDisjoint(with: general.subtracting(["in"])), words.isDisjoint(with: special) {
      return [RoleMatch(role: .generalEducationTotal, score: 0.97)]
    }
    return words.contains("direct") ? [RoleMatch(role: .directTotal, score: 1)] : []
  }

  /// "In class (push-in)", "Out of class (pull-out)": amounts of what is given there. "Push-in / pull-out" asks which.
  private static func placeMatch(_ words: Set<String>) -> RoleMatch<ServiceRole>? {
    guard words.count <= 9, words.isDisjoint(with: ["consult", "consultation", "indirect"]) else { return nil }
    let isOut = words.contains("pull") || words.isSuperset(of: ["out", "of", "class"])
    let isIn = words.contains("push")
    guard isOut != isIn, words.contains("class") || words.contains("classroom") else { return nil }
    return RoleMatch(role: isOut ? .specialEducationTotal : .generalEducationTotal, score: 1)
  }

  /// "8:45", "10:30", "1:15": hours of the day, no lengths of time.
  private static func tellsClock(_ values: [CellReading]) -> Bool {
    let hours = values.map { reading -> Int? in
      let parts = reading.text.prefix { $0 != " " && $0 != "-" && $0 != "–" }.split(separator: ":")
      return parts.count == 2 && parts[1].count == 2 && Int(parts[1]) != nil ? Int(parts[0]) : nil
    }
    return hours.count >= 2 && hours.allSatisfy { $0 != nil } && hours.contains { $0 ?? 0 >= 7 }
  }

  /// "2/27" under "Duration": a month and its year, no amount.
  private static func tellsMonths(_ values: [CellReading], under header: String) -> Bool {
    let words = Set(LabelTokens.of(header))
    guard !values.isEmpty, !words.isDisjoint(with: ["duration", "date", "end", "until", "through", "m"]) else {
      return false
    }
    return values.allSatisfy { reading in
      let parts = reading.text.split(separator: "/").map { Int($0) }
      guard parts.count == 2, let month = parts[0], let year = parts[1] else { return false }
      return (1...12).contains(month) && reading.text.count >= 4 && (20...49).contains(year)
    }
  }

  /// "Direct (D) Indirect (I)": a header that lists the deliveries asks for one, whatever its letters mean elsewhere.
  private static func deliveryMatches(_ header: String) -> [RoleMatch<ServiceRole>] {
    let words = Set(LabelTokens.of(header))
    let listed =
      words.contains("direct") && !words.isDisjoint(with: ["indirect", "consult", "consultation", "consultative"])
    return listed && words.isDisjoint(with: ["minutes", "hours", "time", "amount"])
      ? [RoleMatch(role: .delivery, score: 1)] : []
  }

  private static let totals: Set<ServiceRole> = [
    .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal,
  ]

  private func average(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// "9/8/2027 to", "9/8/2027 -": the last day was not filled in.
  private static func isLeftOpen(_ reading: CellReading) -> Bool {
    ["to", "-", "–", "through", "until"].contains { reading.text.trimmingBlanks.hasSuffix(" " + $0) }
  }

  /// Two columns of dates without telling headers are start and end in their order; a single one that holds spans
  /// is both.
  private func settleDates(_ columns: [Column], values: [[CellReading]]) -> [Column] {
    var columns = columns
    for index in columns.indices where columns[index].role == .start || columns[index].role == .end {
      let filled = values[index].filter { !$0.isBlank }
      let spans = filled.count { $0.span != nil }
      // A day that the row leaves open ("9/8/2027 to") does not outvote the one whole span.
      let open = filled.count { $0.span == nil && Self.isLeftOpen($0) }
      if spans > 0, spans * 2 > filled.count - open { columns[index].role = .dates }
    }
    if let start = columns.firstIndex(where: { $0.role == .start }),
      let end = columns.firstIndex(where: { $0.role == .end }),
      end < start
    {
      let pairs = zip(values[start], values[end]).compactMap { a, b in
        a.date.flatMap { first in b.date.map { (first, $0) } }
      }
      let reversed = pairs.filter { $0.0 > $0.1 }.count
      if !pairs.isEmpty, reversed * 2 > pairs.count { columns.swapRoles(start, end) }
    }
    return columns
  }
}

extension [ColumnTyping.Column] {
  fileprivate mutating func swapRoles(_ a: Int, _ b: Int) {
    let role = self[a].role
    self[a].role = self[b].role
    self[b].role = role
  }
}
