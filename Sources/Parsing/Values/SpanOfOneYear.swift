import IEPModel

/// A span whose first date leaves its year to the second: "9/8 to 6/18/27", "Sept. 8 - June 18, 2027".
struct SpanOfOneYear {
  let start: CalendarDate
  let end: CalendarDate

  /// - Parameters:
  ///   - text: the whole cell or value.
  ///   - found: its only date with a year.
  init?(_ text: String, before found: DateReader.Found) {
    let scalars = Array(text.unicodeScalars)
    let tail = String(scalars: scalars[found.range.upperBound...])
    var words = String(scalars: scalars[..<found.range.lowerBound]).blankSeparated
    guard !tail.contains(where: { $0.isNumber || $0.isLetter }), let link = words.popLast(),
      Self.links.contains(link.lowercased()), (1...4).contains(words.count)
    else { return nil }
    if ["from", "start", "begin", "begins", "starts"].contains(words[0].lowercased().trimmingColon) {
      words.removeFirst()
    }
    guard let (month, day) = Self.day(words) else { return nil }
    let end = found.date
    let year = (month, day) <= (end.month, end.day) ? end.year : end.year - 1
    guard let start = CalendarDate(year: year, month: month, day: day) else { return nil }
    (self.start, self.end) = (start, end)
  }

  /// "..., from 9/8 to 5/21/26 (Goals 1 and 2)." within a sentence: the words right before its only date with a year.
  init?(within text: String, before found: DateReader.Found) {
    let scalars = Array(text.unicodeScalars)
    let words = String(scalars: scalars[..<found.range.lowerBound]).blankSeparated
    let leads: Set<String> = ["from", "starting", "beginning", "effective"]
    guard let lead = words.suffix(5).lastIndex(where: { leads.contains($0.lowercased()) }) else { return nil }
    let date = String(scalars: scalars[found.range])
    var whole = found
    let head = words[(lead + 1)...].joined(separator: " ") + " "
    whole.range = head.unicodeScalars.count..<(head.unicodeScalars.count + date.unicodeScalars.count)
    self.init(head + date, before: whole)
  }

  /// "9/8", "9-8", "Sept. 8", "September 8th".
  private static func day(_ words: [String]) -> (month: Int, day: Int)? {
    let parts = words.count == 1 ? words[0].split(whereSeparator: { "/-.".contains($0) }).map(String.init) : []
    if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) { return (month, day) }
    guard words.count == 2, let month = DateReader.month(named: words[0].trimmingCharacters(".")),
      let day = Int(words[1].prefix { $0.isNumber })
    else { return nil }
    return (month, day)
  }

  private static let links: Set = ["to", "-", "–", "—", "through", "thru", "until", "till", "→", "->"]
}
