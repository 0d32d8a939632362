public import IEPModel

/// Reads dates in the forms that American paperwork writes: 9/1/25, 09-01-2025, Sept. 1, 2025, 1 Sep 2025,
/// 2025-09-01, 2025-09-01T00:00:00-05:00 (the day is never shifted).
public struct DateReader: Sendable {
  public init() {}

  public struct Found: Sendable, Hashable {
    /// Offsets in Unicode scalars.
    public var range: Range<Int>
    public var date: CalendarDate
  }

  /// The text as one date: nothing else stands beside it but a weekday or a word like "until".
  /// - Parameter near: years of two digits are taken from the century that comes nearest to it; 1945 to 2044 without.
  public func date(_ text: String, near: CalendarDate? = nil) -> CalendarDate? {
    guard text.utf8.count < 60 else { return nil }
    let found = dates(in: text, near: near)
    guard found.count == 1, let only = found.first else { return nil }
    let scalars = Array(text.unicodeScalars)
    let rest = scalars[..<only.range.lowerBound] + [" "] + scalars[only.range.upperBound...]
    var words = ""
    words.unicodeScalars.append(contentsOf: rest)
    let letters = words.split { !$0.isLetter }.map { $0.lowercased() }
    guard !words.contains(where: \.isNumber) else { return nil }
    return letters.allSatisfy(Self.fillers.contains) ? only.date : nil
  }

  private static let fillers: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur",
    "thurs", "fri", "sat", "sun", "until", "through", "thru", "from", "to", "on", "by", "start", "end", "begin",
    "begins",
    "date", "starting", "ending", "beginning", "of", "the", "esy", "iep", "or", "before", "est", "projected", "t", "z",
    "held", "due",
  ]

  /// Two dates that span a time: "9/1/25 - 8/31/26", "from ... to ...", or one under the other.
  public func span(_ text: String) -> (start: CalendarDate, end: CalendarDate)? {
    guard text.utf8.count < 400 else { return nil }
    let found = dates(in: text)
    if found.count == 1 { return SpanOfOneYear(text, before: found[0]).map { ($0.start, $0.end) } }
    guard found.count == 2 else { return nil }
    let scalars = Array(text.unicodeScalars)
    var between = ""
    between.unicodeScalars.append(contentsOf: scalars[found[0].range.upperBound..<found[1].range.lowerBound])
    let words = between.lowercased().split { $0.isWhitespace }.map(String.init)
    let links: Set<String> = [
      "-", "–", "—", "to", "through", "thru", "until", "and", "/", "end", "end:", "to:", "ending", "ends", "~", "|",
      "→", "->", "»", ";", ",", "end date:", "date:",
    ]
    guard words.allSatisfy({ links.contains($0) }) else { return nil }
    return (found[0].date, found[1].date)
  }

  /// The text without its dates: "150 minutes per week beginning 10/27/2025", where figures of a date are none of an
  /// amount.
  func removed(from text: String) -> String {
    guard text.utf8.count > 20 else { return text }
    var scalars = Array(text.unicodeScalars)
    for found in dates(in: text).reversed() { scalars.removeSubrange(found.range) }
    return scalars.count == text.unicodeScalars.count ? text : String(scalars: scalars[...])
  }

  /// All dates of a text, in order.
  public func dates(in text: String, near: CalendarDate? = nil) -> [Found] {
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return [] }
    let s = Array(text.unicodeScalars)
    var result: [Found] = []
    var i = 0
    while i < s.count {
      let startsWord = i == 0 || !(Self.isDigit(s[i - 1]) || s[i - 1].isLetter)
      if startsWord, Self.isDigit(s[i]), let (date, end) = numeric(s, i, near) ?? dayFirst(s, i, near) {
        result.append(Found(range: i..<end, date: date))
        i = end
      } else if startsWord, s[i].isLetter, let (date, end) = monthFirst(s, i, near) {
        result.append(Found(range: i..<end, date: date))
        i = end
      } else {
        i += 1
      }
    }
    return result
  }

  private static func isDigit(_ c: Unicode.Scalar) -> Bool { ("0"..."9").contains(c) }

  private func number(_ s: [Unicode.Scalar], _ i: Int, max: Int) -> (value: Int, end: Int)? {
    var end = i
    var value = 0
    while end < s.count, Self.isDigit(s[end]), end - i < max + 1 {
      value = value * 10 + Int(s[end].value - 48)
      end += 1
    }
    return end > i && end - i <= max ? (value, end) : nil
  }

  private func year(_ value: Int, digits: Int, near: CalendarDate?) -> Int? {
    if digits == 4 { return (1900...2100).contains(value) ? value : nil }
    guard digits == 2 else { return nil }
    let middle = near?.year ?? 1995
    let first = near == nil ? 1945 : middle - 49
    var candidate = first - first % 100 + value
    if candidate < first { candidate += 100 }
    return candidate
  }

  /// 9/1/25, 09-01-2025, 9.1.25, 2025-09-01, with a time of day behind it.
  private func numeric(_ s: [Unicode.Scalar], _ i: Int, _ near: CalendarDate?) -> (CalendarDate, Int)? {
    guard let a = number(s, i, max: 4), a.end < s.count else { return compact(s, i) }
    func separator(_ at: Int) -> (Unicode.Scalar, Int)? {
      var at = at
      while at < s.count, s[at] == " ", at + 1 < s.count, s[at + 1] == "/" { at += 1 }
      guard at < s.count, s[at] == "/" || s[at] == "-" || s[at] == "." || s[at] == "‑" || s[at] == "–" else {
        return nil
      }
      var next = at + 1
      while next < s.count, s[next] == " ", s[at] == "/" { next += 1 }
      return (s[at], next)
    }
    guard let (mark, bStart) = separator(a.end), let b = number(s, bStart, max: 2),
      let (second, cStart) = separator(b.end), mark == second,
      let c = number(s, cStart, max: 4)
    else { return compact(s, i) }
    if c.end < s.count, Self.isDigit(s[c.end]) { return nil }
    if a.end - i == 4 {
      guard let date = CalendarDate(year: a.value, month: b.value, day: c.value), c.end - cStart <= 2 else {
        return nil
      }
      return (date, time(s, c.end))
    }
    guard a.end - i <= 2, let year = year(c.value, digits: c.end - cStart, near: near),
      let date = CalendarDate(year: year, month: a.value, day: b.value)
    else { return nil }
    return (date, time(s, c.end))
  }

  /// 20250901.
  private func compact(_ s: [Unicode.Scalar], _ i: Int) -> (CalendarDate, Int)? {
    guard i + 8 <= s.count, let whole = number(s, i, max: 8), whole.end - i == 8, whole.value >= 19_000_000 else {
      return nil
    }
    return CalendarDate(year: whole.value / 10000, month: whole.value / 100 % 100, day: whole.value % 100).map {
      ($0, whole.end)
    }
  }

  /// Past "T00:00:00-05:00" or " 00:00:00".
  private func time(_ s: [Unicode.Scalar], _ i: Int) -> Int {
    guard i + 5 < s.count, s[i] == "T" || s[i] == " ", Self.isDigit(s[i + 1]), Self.isDigit(s[i + 2]), s[i + 3] == ":"
    else { return i }
    var end = i + 1
    while end < s.count,
      Self.isDigit(s[end]) || s[end] == ":" || s[end] == "." || s[end] == "Z" || s[end] == "+" || s[end] == "-"
    { end += 1 }
    return end
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let monthNames: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// "March", "mar", "Sept".
  static func isMonth(_ word: String) -> Bool { monthNames.contains(word.lowercased()) }

  /// The number of a month by its name or the name's beginning.
  static func month(named word: String) -> Int? {
    isMonth(word) ? months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 } : nil
  }

  private func endOfWord(_ s: [Unicode.Scalar], _ i: Int) -> Int {
    var end = i
    while end < s.count, s[end].isLetter { end += 1 }
    return end
  }

  private func month(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    Self.month(named: String(scalars: word))
  }

  private func skip(_ s: [Unicode.Scalar], _ i: Int, _ set: String) -> Int {
    var i = i
    while i < s.count, set.unicodeScalars.contains(s[i]) { i += 1 }
    return i
  }

  /// Sept. 1st, 2025; Mar 3, '26.
  private func monthFirst(_ s: [Unicode.Scalar], _ i: Int, _ near: CalendarDate?) -> (CalendarDate, Int)? {
    let nameEnd = endOfWord(s, i)
    // Few words stand before a figure.
    guard let day = number(s, skip(s, nameEnd, " .-,"), max: 2), let month = month(s[i..<nameEnd]) else { return nil }
    let suffixEnd = endOfWord(s, day.end)
    let isOrdinal = ["st", "nd", "rd", "th"].contains(String(scalars: s[day.end..<suffixEnd]).lowercased())
    let afterDay = isOrdinal ? suffixEnd : day.end
    let yearStart = skip(s, afterDay, " ,.-'’")
    guard yearStart > afterDay, let y = number(s, yearStart, max: 4),
      let year = year(y.value, digits: y.end - yearStart, near: near),
      let date = CalendarDate(year: year, month: month, day: day.value)
    else { return nil }
    return (date, y.end)
  }

  /// 1 September 2025, 1-Sep-25.
  private func dayFirst(_ s: [Unicode.Scalar], _ i: Int, _ near: CalendarDate?) -> (CalendarDate, Int)? {
    guard let day = number(s, i, max: 2) else { return nil }
    let nameStart = skip(s, day.end, " -")
    guard nameStart > day.end else { return nil }
    let nameEnd = endOfWord(s, nameStart)
    let yearStart = skip(s, nameEnd, " ,.-'’")
    guard yearStart > nameEnd, let y = number(s, yearStart, max: 4), let month = month(s[nameStart..<nameEnd]),
      let year = year(y.value, digits: y.end - yearStart, near: near),
      let date = CalendarDate(year: year, month: month, day: day.value)
    else { return nil }
    return (date, y.end)
  }
}
