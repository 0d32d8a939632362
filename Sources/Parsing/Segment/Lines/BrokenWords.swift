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
    var index = 1
    while index < rows.count {
      guard let last = rows[index - 1].last, let count = brokenLines(behind: index, in: rows) else {
        index += 1
        continue
      }
      let end = index + count - 1
      let pieces = rows[index...end].compactMap(\.first)
      var whole = last
      whole.text += pieces.map(\.text).joined()
      changed = true
      for row in index..<end { rows[row] = [] }
      rows[index - 1].removeLast()
      rows[end].removeFirst()
      if rows[end].isEmpty {
        // The rest stood alone on its line, which now holds the line above; the word keeps its place behind the others.
        whole.box = pieces.reduce(last.box) { $0.union($1.box) }
        whole.box.x0 = last.box.x0
        rows[end] = rows[index - 1] + [whole]
        rows[index - 1] = []
      } else {
        rows[index - 1].append(whole)
      }
      index = end + 1
    }
    guard changed else { return nil }
    return zip(lines, rows).filter { !$0.1.isEmpty }.map { TextLine(page: $0.0.page, words: $0.1) }
  }

  /// How many lines hold the rest of the last word above them; of a very narrow column those between hold nothing else.
  private func brokenLines(behind index: Int, in rows: [[Word]]) -> Int? {
    guard let last = rows[index - 1].last, last.field == nil else { return nil }
    let before = rows[..<index].joined().dropLast().map(\.text).joined(separator: " ")
    var rest = ""
    var found: Int?
    for count in 1...min(Self.mostPieces, rows.count - index) {
      guard let piece = rows[index + count - 1].first, piece.field == nil else { break }
      rest += piece.text
      // "01-12-20" is a date, of which "26" alone below makes the year whole.
      let isDate = Self.isDate(last.text) && (rows[index + count - 1].count > 1 || !last.text.hasSuffix("20"))
      if !isDate, isBroken(last.text, rest, behind: before), count == 1 || !isKnown(Self.small(rest)) { found = count }
      guard rows[index + count - 1].count == 1, piece.text.last?.isLetter == true else { break }
    }
    return found
  }

  private static let mostPieces = 4

  private func isBroken(_ above: String, _ below: String, behind before: String) -> Bool {
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
    return Self.isDate(above + below)
      || Self.isYear(above + below) && DateReader().date(before + " " + above + below) != nil
  }

  /// "2025", of which "202" over "5" make no date behind "25 Nov".
  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && (text.hasPrefix("20") || text.hasPrefix("19")) && text.allSatisfy(\.isNumber)
  }

  private func isKnown(_ word: String) -> Bool { known.contains(word) || known.contains(Terms.folded(word)) }

  private static func small(_ word: String) -> String { word.lowercased() }

  /// "9/29/2026", "9-29-26".
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return false
    }
    // "2026-01-12"
    if parts[0].utf8.count == 4 { return parts[1].utf8.count == 2 && parts[2].utf8.count == 2 && text.contains("-") }
    return (1...2).contains(parts[0].count) && (1...2).contains(parts[1].count)
      && (parts[2].count == 2 || parts[2].count == 4)
  }
}
