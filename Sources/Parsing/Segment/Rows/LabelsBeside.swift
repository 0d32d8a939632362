import Extraction
import IEPModel

/// Labels that stand beside their values again and again, as in cards: "For goal | 2, 4" on one and "For goal | 1" on the
/// next. Where such a label stands alone its value was left blank: it is the rest of no other label, and what is above or
/// below it is none of its value.
struct LabelsBeside: Sendable {
  private let labels: Set<String>

  init(_ lines: [TextLine], isLabel: (String) -> Bool) {
    var counts: [String: Int] = [:]
    for line in lines where line.chunks.count == 2 { counts[line.chunks[0].text, default: 0] += 1 }
    labels = Set(counts.filter { $0.value >= 2 && isLabel($0.key) }.keys)
  }

  func contains(_ text: String) -> Bool { labels.contains(text) }

  /// The line is such a label without a value, below or above a line that has both.
  func isBlank(_ line: TextLine, among neighbours: [TextLine?]) -> Bool {
    guard labels.contains(line.text), line.chunks.count == 1 else { return false }
    return neighbours.contains { other in
      other.map { $0.page == line.page && abs($0.box.x0 - line.box.x0) < 3 && opens($0) && $0.text != line.text }
        ?? false
    }
  }

  /// "Support for school personnel" in a type of its own over "How often | once a quarter": what kind the card is of, and
  /// no label.
  func isUnderTitle(_ next: TextLine?, _ line: TextLine) -> Bool {
    guard let next, next.chunks.count == 2, line.chunks.count == 1, opens(next), let a = line.words.first,
      let b = next.words.first
    else { return false }
    return a.fontName != b.fontName || abs(a.fontSize - b.fontSize) > 0.4 || a.isBold != b.isBold
  }

  /// The line begins with such a label.
  func opens(_ line: TextLine) -> Bool { line.chunks.first.map { labels.contains($0.text) } ?? false }
}
