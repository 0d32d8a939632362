import Extraction
import IEPModel

/// Makes words and dates whole that a narrow column broke without a hyphen: "Frequen" over "cy", "9/29/2" over "026".
/// Only what forms are known to say is put together; any other two words stay apart.
struct BrokenWords: Sendable {
  private let known: Set<String>

  /// - Parameter words: the single words that the vocabularies know, in small letters.
  init(words: Set<String>) { known = words }

  func mended(_ block: Block) -> Block {
    guard case .table(var table) = block else { return block }
    for index in table.cells.indices where table.cells[index].lines.count > 1 {
      if let lines = mended(table.cells[index].lines) { table.cells[index].lines = lines }
    }
    return .table(table)
  }

  /// `nil` where nothing was broken.
  private func mended(_ lines: [TextLine]) -> [TextLine]? {
    var rows = lines.map(\.words)
    var changed = false
    for index in rows.indices.dropFirst() {
      guard let last = rows[index - 1].last, let first = rows[index].first, last.field == nil, first.field == nil,
        isBroken(last.text, first.text)
      else { continue }
      var whole = last
      whole.text += first.text
      changed = true
      if rows[index].count == 1 { whole.box = last.box.union(first.box) }
      rows[index].removeFirst()
      if rows[index].isEmpty {
        // The rest stood alone on its line, which now holds the line above.
        rows[index - 1].removeLast()
        rows[index] = rows[index - 1] + [whole]
        rows[index - 1] = []
      } else {
        rows[index - 1][rows[index - 1].count - 1] = whole
      }
    }
    guard changed else { return nil }
    return zip(lines, rows).filter { !$0.1.isEmpty }.map { TextLine(page: $0.0.page, words: $0.1) }
  }

  private func isBroken(_ above: String, _ below: String) -> Bool {
    guard above.utf8.count <= 24, below.utf8.count <= 24, let last = above.unicodeScalars.last,
      let first = below.unicodeScalars.first
    else { return false }
    if last.isLetter, first.isLetter {
      let head = Self.small(String(scalars: above.unicodeScalars.reversed().prefix(while: \.isLetter).reversed()))
      let tail = Self.small(String(scalars: below.unicodeScalars.prefix(while: \.isLetter)))
      guard head.utf8.count + tail.utf8.count >= 4, isKnown(head + tail) else { return false }
      // "LEA" over "St. Anne Parish": a word begins with a capital, unless all is in capitals.
      guard !first.properties.isUppercase || above == above.uppercased() && below == below.uppercased() else {
        return false
      }
      return !(isKnown(head) && isKnown(tail))
    }
    return Self.isDate(above + below) && !Self.isDate(above)
  }

  private func isKnown(_ word: String) -> Bool { known.contains(word) || known.contains(Terms.folded(word)) }

  private static func small(_ word: String) -> String { word.lowercased() }

  /// "9/29/2026", "9-29-26".
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return false
    }
    return (1...2).contains(parts[0].count) && (1...2).contains(parts[1].count)
      && (parts[2].count == 2 || parts[2].count == 4)
  }
}
