import Extraction
import IEPModel

/// Words to lines, lines to chunks.
enum Chunking {
  /// A gap wider than this share of the type size parts two chunks: two blanks of a typewriter face and about three
  /// of a proportional one.
  private static let chunkGap = 0.95

  static func chunks(of words: [Word]) -> [Chunk] {
    var result: [Chunk] = []
    var start = 0
    for index in words.indices.dropFirst() {
      let size = max(min(words[index - 1].fontSize, words[index].fontSize), 5)
      let gap = words[index].box.x0 - words[index - 1].box.x1
      if gap > size * chunkGap || words[index - 1].field != words[index].field
        || (gap > size * 0.6 && Ticks.isTick(words[index]))
      {
        result.append(Chunk(words: words[start..<index]))
        start = index
      }
    }
    if start < words.count { result.append(Chunk(words: words[start...])) }
    return result
  }

  /// Words lettered upward: their lines stand side by side, each read from the bottom.
  private static func sideways(_ words: [Word], page: Int) -> [TextLine] {
    let lines = Dictionary(grouping: words) { Int(($0.box.midX / 6).rounded()) }.sorted { $0.key < $1.key }
    let ordered = lines.flatMap { $0.value.sorted { $0.box.y0 > $1.box.y0 } }
    return ordered.isEmpty ? [] : [TextLine(page: page, cells: [ordered])]
  }

  /// Groups words that overlap vertically by more than half of the smaller one into lines, top to bottom.
  static func lines(of words: [Word], page: Int) -> [TextLine] {
    let upright = words.filter { !$0.isSideways }
    // A narrow cell may be lettered upward, as headers and margins are; sideways text beside the page's is not its own.
    if upright.count < words.count, words.count <= 12, let box = Box.around(words.map(\.box)), box.width < 60 {
      return lines(of: upright, page: page) + sideways(words.filter(\.isSideways), page: page)
    }
    let sorted = upright.sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
    var groups: [(words: [Word], y0: Double, y1: Double)] = []
    for word in sorted {
      // Only the last few lines can still take a word, since words come in the order of their middles.
      var placed = false
      for index in groups.indices.suffix(3).reversed() {
        let overlap = min(groups[index].y1, word.box.y1) - max(groups[index].y0, word.box.y0)
        let smaller = min(groups[index].y1 - groups[index].y0, word.box.height)
        if overlap > smaller * 0.55 {
          groups[index].words.append(word)
          // Keep the line's extent to that of its typical words, lest a tall one swallow its neighbours.
          if groups[index].words.count == 1 {
            groups[index].y0 = word.box.y0
            groups[index].y1 = word.box.y1
          }
          placed = true
          break
        }
      }
      if !placed { groups.append(([word], word.box.y0, word.box.y1)) }
    }
    return groups.map { TextLine(page: page, words: $0.words) }.sorted { $0.box.midY < $1.box.midY }
  }
}
