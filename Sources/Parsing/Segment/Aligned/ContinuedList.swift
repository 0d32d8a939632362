import Extraction
import IEPModel

/// A list of services whose items are counted on below the headings of its groups: "4." under "Transition services:",
/// "5." under "Supports for school personnel:". Such a heading opens no section of its own.
enum ContinuedList {
  static func joined(_ sections: [SectionBlocks]) -> [SectionBlocks] {
    var result = sections
    for index in result.indices.dropFirst() where groups.contains(result[index].code) {
      let (above, section) = (result[index - 1], result[index])
      guard above.code == .services, section.heading.hasSuffix(":"),
        let first = firstLine(of: section).flatMap(count(of:)),
        above.visualLines.last(where: { count(of: $0) != nil }).flatMap(count(of:)) == first - 1
      else { continue }
      result[index].code = .services
    }
    return result
  }

  /// What a heading over services may be taken for.
  private static let groups: Set<SectionCode> = [.accommodations, .transition]

  private static func firstLine(of section: SectionBlocks) -> TextLine? {
    guard case .line(let line) = section.blocks.first else { return nil }
    return line
  }

  /// "4." before the words of an item.
  private static func count(of line: TextLine) -> Int? {
    guard let mark = RowMarks.split(line.text)?.mark, mark.last == "." || mark.last == ")" else { return nil }
    return Int(mark.dropLast())
  }
}
