import Extraction
import IEPModel

/// Headings that a form counts: "Article 1. How the pupil is doing", "Article 2. Annual goals", "Article 3. Other matters".
/// Where several of them name sections, the others, set and counted alike, open sections too, whatever they are called.
struct CountedHeadings {
  /// The section of each counted heading whose words alone open none, by its line.
  private var opened: [TextLine: SectionCode] = [:]

  /// What the counts of a form's headings have in common.
  private struct Style: Hashable {
    /// "article", "part": before the count.
    var name: String
    var kind: Kind
    /// What stands behind the count.
    var mark: Character?
    var isBold: Bool
    var isCapitals: Bool
    /// Half points.
    var size: Int
  }

  private enum Kind { case number, letter, roman }

  private struct Heading {
    var line: TextLine
    var count: Int
    var rest: String
    var code: SectionCode?
  }

  /// - Parameters:
  ///   - bodySize: the type size of most of the text in points.
  ///   - code: what a line opens by its own words.
  init(
    in blocks: [Block], sections: SectionVocabulary, bodySize: Double, code: (TextLine) -> SectionCode?
  ) {
    var series: [Style: [Heading]] = [:]
    for case .line(let line) in blocks {
      guard let (style, counted) = Self.counted(line),
        !style.name.isEmpty || style.isBold || style.isCapitals || line.fontSize > bodySize * 1.08
      else { continue }
      // Each count follows the one before; lists that begin anew are no sections.
      let next = (series[style]?.last?.count ?? 0) + 1
      guard counted.count == next else { continue }
      var heading = counted
      heading.code = code(line)
      series[style, default: []].append(heading)
    }
    for headings in series.values {
      let named = headings.map { heading in
        heading.code ?? sections.section(of: heading.rest).flatMap { $0.score >= 0.55 ? $0.code : nil }
      }
      let codes = Set(named.compactMap(\.self))
      guard codes.count >= 3, named.count(where: { $0 != nil }) * 2 >= named.count,
        !codes.isDisjoint(with: [.goals, .presentLevels, .lre])
      else { continue }
      for (heading, code) in zip(headings, named) where heading.code == nil {
        // "Services, by place": what is said behind the name.
        let name = heading.rest.prefix { !",(–".contains($0) }
        opened[heading.line] =
          code ?? sections.section(of: heading.rest)?.code ?? sections.section(of: String(name))?.code ?? .other
      }
    }
  }

  func code(of line: TextLine) -> SectionCode? { opened[line] }

  private static func counted(_ line: TextLine) -> (Style, Heading)? {
    guard line.chunks.count <= 2, (2...14).contains(line.words.count),
      line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) })
    else { return nil }
    let words = line.words.map(\.text)
    let name = HeadingCount.names.contains(words[0].lowercased()) ? words[0].lowercased() : ""
    let at = name.isEmpty ? 0 : 1
    let token = words[at]
    let mark = token.last.flatMap { ".):".contains($0) ? $0 : nil }
    guard let (kind, count) = count(token.trimmingCharacters("().:")), !name.isEmpty || mark != nil,
      case let rest = words[(at + 1)...].drop(while: { ["-", "–", "—", ":"].contains($0) }).joined(separator: " "),
      rest.first?.isUppercase == true, let end = rest.last, !".,;".contains(end), !rest.contains(": "),
      GoalHeading(rest) == nil
    else { return nil }
    let style = Style(
      name: name, kind: kind, mark: mark, isBold: line.isBold, isCapitals: rest.isCapitals,
      size: Int((line.fontSize * 2).rounded()))
    return (style, Heading(line: line, count: count, rest: rest))
  }

  /// "I" is taken for a figure: few forms have a ninth lettered heading.
  private static func count(_ token: String) -> (Kind, Int)? {
    if let number = Int(token), (1...40).contains(number) { return (.number, number) }
    if token.count > 1 || token == "I" || token == "V" || token == "X", let roman = romans.firstIndex(of: token) {
      return (.roman, roman + 1)
    }
    guard token.count == 1, let letter = token.unicodeScalars.first, ("A"..."Z").contains(letter) else { return nil }
    return (.letter, Int(letter.value) - 64)
  }

  private static let romans = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
  ]
}
