import Extraction

/// Dates as programs write them (with a clock or an offset behind, with the day first, as a serial number of days or a
/// count of seconds) as dates that people write: `2026-10-15`.
struct MachineDates: Sendable {
  /// The file writes the day before the month: some date of it can only be read so, and none the other way.
  private let isDayFirst: Bool

  init(_ root: XMLElement) {
    var dayFirst = 0
    var monthFirst = 0
    func look(_ text: String) {
      guard let parts = Self.slashed(text) else { return }
      if parts.0 > 12, parts.1 <= 12 { dayFirst += 1 }
      if parts.1 > 12, parts.0 <= 12 { monthFirst += 1 }
    }
    func walk(_ element: XMLElement) {
      look(element.text)
      element.attributeValues.forEach(look)
      element.children.forEach(walk)
    }
    walk(root)
    isDayFirst = dayFirst > 0 && monthFirst == 0
  }

  func written(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.text = written(element.text, under: element.name)
    for index in copy.attributeValues.indices {
      copy.attributeValues[index] = written(copy.attributeValues[index], under: copy.attributeNames[index])
    }
    copy.children = element.children.map(written)
    return copy
  }

  private func written(_ text: String, under name: String) -> String {
    guard text.utf8.count >= 5, text.utf8.count <= 40, text.contains(where: \.isNumber) else { return text }
    if let days = serial(text, under: name) { return Self.iso(days) }
    let bare = Self.withoutClock(text)
    if let (first, second, year) = Self.slashed(bare) {
      let isDot = bare.contains(".")
      let day = isDayFirst || first > 12 || isDot && second <= 12 ? first : second
      let month = day == first && (isDayFirst || first > 12 || isDot) ? second : first
      guard (1...12).contains(month), (1...31).contains(day), day != month || first == second else { return text }
      return isDayFirst || isDot || first > 12 ? Self.iso(year, month, day) : bare
    }
    return bare
  }

  // MARK: Clocks and offsets

  /// "10/15/2026 12:00:00 AM", "2026-10-15T00:00:00-05:00", "2026-10-15+00:00": the day alone. A day is never shifted.
  private static func withoutClock(_ text: String) -> String {
    var text = text[...]
    if text.hasPrefix("D:") { text = text.dropFirst(2) }
    guard let first = text.first, first.isNumber || first.isLetter else { return String(text) }
    if let mark = text.firstIndex(where: { $0 == " " || $0 == "T" }), text[..<mark].contains(where: \.isNumber) {
      let head = text[..<mark]
      let tail = text[text.index(after: mark)...]
      if isDate(head), tail.first?.isNumber == true, tail.contains(":") { return String(head) }
    }
    // "Oct 15 2026 12:00AM".
    let words = text.split(separator: " ")
    if words.count >= 4, words[0].allSatisfy(\.isLetter), Int(words[1].filter { $0 != "," }) != nil,
      Int(words[2]) != nil,
      words[3].contains(":")
    {
      return words.prefix(3).joined(separator: " ")
    }
    // "2026-10-15-05:00", "2026-10-15Z".
    let head = text.prefix(10)
    if text.count > 10, isDate(head), head.filter({ $0 == "-" }).count == 2, head.prefix(4).allSatisfy(\.isNumber),
      let sign = text.dropFirst(10).first, "+-Z".contains(sign),
      text.dropFirst(11).allSatisfy({ $0.isNumber || $0 == ":" })
    {
      return String(head)
    }
    return String(text)
  }

  private static func isDate(_ text: Substring) -> Bool {
    text.count >= 6 && text.filter { "/-.".contains($0) }.count == 2
      && text.allSatisfy { $0.isNumber || "/-.".contains($0) || $0.isLetter }
  }

  private static func slashed(_ text: String) -> (Int, Int, Int)? {
    guard text.utf8.count >= 8, text.utf8.count <= 10, let mark = text.first(where: { "/.-".contains($0) }) else {
      return nil
    }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let year = Int(parts[2]), parts[2].count == 4,
      (1...31).contains(a), (1...31).contains(b), (1900...2200).contains(year)
    else { return nil }
    return (a, b, year)
  }

  // MARK: Numbers

  /// Days since 1970 of a number under a name that asks for a date.
  private func serial(_ text: String, under name: String) -> Int? {
    if text.hasPrefix("/Date("), let number = Int(text.dropFirst(6).prefix { $0.isNumber || $0 == "-" }) {
      return Self.days(seconds: number / 1000)
    }
    let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    guard digits.allSatisfy(\.isNumber), let number = Int(digits), Self.asksForDate(name) else { return nil }
    switch digits.count {
    case 5 where (20_000...80_000).contains(number): return number - 25_569
    case 10 where number > 900_000_000: return Self.days(seconds: number)
    case 12, 13: return Self.days(seconds: number / 1000)
    case 8:
      // MMDDYYYY, where the first four digits are no year.
      let (month, day, year) = (number / 1_000_000, number / 10_000 % 100, number % 10_000)
      guard !(1900...2200).contains(number / 10_000), (1...12).contains(month), (1...31).contains(day),
        (1900...2200).contains(year)
      else { return nil }
      return Self.days(year, month, day)
    default: return nil
    }
  }

  private static func asksForDate(_ name: String) -> Bool {
    !Set(LabelTokens.of(NameWords.split(name))).isDisjoint(with: [
      "date", "start", "begin", "end", "dob", "birth", "born", "from", "to", "effective", "expire", "expiration",
      "birthdate",
      "thru", "through", "stop", "held", "due", "review", "initiation", "until",
    ])
  }

  private static func days(seconds: Int) -> Int { seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400) }

  // Days since 1970-01-01 in the Gregorian calendar, and back.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func iso(_ days: Int) -> String {
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
