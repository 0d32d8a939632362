import Extraction
import IEPModel

/// "Supplementary aid: check-in" among cards of services: the line that opens a card names the kind of its service and the
/// service itself. It opens no section, though the kind alone would.
enum CardOpenings {
  /// Whether a line opens a card as a line above in its section did: both have a value behind a label, and the same label
  /// begins the lines below them.
  static func opensCard(_ line: TextLine, above next: Block?, in section: SectionBlocks) -> Bool {
    guard section.code == .services || section.code == .esy, isAnswered(line), case .line(let below)? = next,
      below.page == line.page, let label = label(of: below)
    else { return false }
    return zip(section.blocks, section.blocks.dropFirst()).contains { above, next in
      guard case .line(let title) = above, case .line(let first) = next else { return false }
      return isAnswered(title) && self.label(of: first) == label && abs(title.box.x0 - line.box.x0) < 3
    }
  }

  private static func isAnswered(_ line: TextLine) -> Bool {
    label(of: line) != nil && line.words.last?.text.hasSuffix(":") == false
  }

  /// What stands before the first colon of a line, in a few words.
  private static func label(of line: TextLine) -> String? {
    guard let colon = line.words.prefix(6).firstIndex(where: { $0.text.hasSuffix(":") }),
      line.words[...colon].allSatisfy({ $0.field == nil && !Ticks.isTick($0) })
    else { return nil }
    return line.words[...colon].map(\.text).joined(separator: " ").trimmingColon
  }
}
