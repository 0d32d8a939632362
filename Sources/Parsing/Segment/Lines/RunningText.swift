import Extraction
import IEPModel

/// Finds what a form prints on every page: running headers, footers, page numbers.
struct RunningText {
  /// Share of the page's height at the top and at the bottom in which such lines stand.
  private static let band = 0.14

  /// The pages without their running lines, and those lines of the first page that has them.
  /// - Parameter isContent: whether a line belongs to the form's body however often it is printed: a page for each goal
  ///   begins with the same labels.
  static func remove(
    from pages: [PageLayout], isContent: (_ line: TextLine, _ isOnAllPages: Bool) -> Bool
  ) -> (pages: [[TextLine]], running: [TextLine]) {
    let lines = pages.map { page in Chunking.lines(of: page.words, page: page.number) }
    guard pages.count > 1 else { return (lines, []) }
    var pagesOfKey: [String: Set<Int>] = [:]
    for (index, page) in pages.enumerated() {
      for line in lines[index] where isInBand(line, of: page) {
        pagesOfKey[key(of: line, on: page), default: []].insert(index)
      }
    }
    let needed = max(2, (pages.count * 11 + 19) / 20)
    var running: [TextLine] = []
    var kept: [[TextLine]] = []
    var seen: Set<String> = []
    var droppedKeys: [Set<String>] = []
    for (index, page) in pages.enumerated() {
      var drop: Set<Int> = []
      var dropped: Set<String> = []
      // From the outer edge inward, so that a line inside the text that happens to repeat is kept.
      for isTop in [true, false] {
        for position in isTop ? Array(lines[index].indices) : lines[index].indices.reversed() {
          let line = lines[index][position]
          if drop.contains(position) { continue }
          // A page with little text is not searched from its last line up.
          guard isTop ? isAtTop(line, of: page) : isAtBottom(line, of: page) else { break }
          let key = key(of: line, on: page)
          var repeated = pagesOfKey[key]?.count ?? 0
          if repeated < needed, line.words.count >= 3 {
            repeated = pages.count { Self.prints(line, among: $0.words) }
          }
          guard repeated >= needed || isPageNumber(line.text), !isContent(line, repeated == pages.count) else { break }
          // A label that wraps beside its value begins several pages: what reaches into it stands on one.
          let next = isTop && position + 1 < lines[index].count ? lines[index][position + 1] : nil
          if let next, reaches(next, into: line), pagesOfKey[self.key(of: next, on: page)]?.count ?? 0 < needed {
            break
          }
          drop.insert(position)
          dropped.insert(key)
          if seen.insert(key).inserted { running.append(line) }
        }
      }
      kept.append(lines[index].enumerated().filter { !drop.contains($0.offset) }.map(\.element))
      droppedKeys.append(dropped)
    }
    for (index, page) in pages.enumerated() {
      for line in running where !droppedKeys[index].contains(key(of: line, on: page)) {
        kept[index] = without(line, in: kept[index])
      }
    }
    return (kept, running)
  }

  /// The lines of a page on which a running line is printed over the rows of a table, so that its words stand among
  /// theirs.
  private static func without(_ running: TextLine, in lines: [TextLine]) -> [TextLine] {
    let near = lines.filter { $0.box.y0 < running.box.y1 + 1 && $0.box.y1 > running.box.y0 - 1 }
    let words = near.flatMap(\.words)
    guard running.words.count >= 3, prints(running, among: words), let page = near.first?.page,
      let first = lines.firstIndex(where: near.contains)
    else { return lines }
    let left = words.filter { word in !running.words.contains { isPrinted($0, as: word) } }
    var result = lines.filter { !near.contains($0) }
    result.insert(contentsOf: Chunking.lines(of: left, page: page), at: first)
    return result
  }

  /// Whether a page has all words of a line where the line has them, but for its numbers.
  private static func prints(_ line: TextLine, among words: [Word]) -> Bool {
    line.words.allSatisfy { own in own.text.allSatisfy(\.isNumber) || words.contains { isPrinted(own, as: $0) } }
  }

  private static func reaches(_ next: TextLine, into line: TextLine) -> Bool {
    line.box.y1 - next.box.y0 > min(line.height, next.height) * 0.2
  }

  private static func isPrinted(_ word: Word, as other: Word) -> Bool {
    abs(word.box.y0 - other.box.y0) < 0.5 && abs(word.box.x0 - other.box.x0) < 0.5 && word.text == other.text
  }

  private static func isInBand(_ line: TextLine, of page: PageLayout) -> Bool {
    isAtTop(line, of: page) || isAtBottom(line, of: page)
  }

  private static func isAtTop(_ line: TextLine, of page: PageLayout) -> Bool { line.box.y1 < page.height * band }

  private static func isAtBottom(_ line: TextLine, of page: PageLayout) -> Bool {
    line.box.y0 > page.height * (1 - band)
  }

  /// The text with digits masked and the distance from the nearer edge in steps of 6 points: pages may be turned.
  private static func key(of line: TextLine, on page: PageLayout) -> String {
    var masked: [Unicode.Scalar] = []
    var lastWasDigit = false
    for scalar in line.text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit {
        if !lastWasDigit { masked.append("#") }
      } else if !scalar.isBlank {
        masked.append(scalar)
      }
      lastWasDigit = isDigit
    }
    return (line.box.midY < page.height / 2 ? "t" : "b") + String(scalars: masked).lowercased()
  }

  /// "Page 3 of 12", "page 3/12", "- 3 -", "3".
  static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().words
    // "8 of" is the rest of a sentence.
    guard !words.isEmpty, words.count <= 4, words.last != "of" else { return false }
    let numbers = words.filter { Int($0) != nil }
    let rest = words.filter { Int($0) == nil }
    return !numbers.isEmpty && numbers.allSatisfy { $0.count <= 3 }
      && rest.allSatisfy { ["page", "of", "pg", "p"].contains($0) }
      && (!rest.isEmpty || numbers.count == 1)
  }
}
