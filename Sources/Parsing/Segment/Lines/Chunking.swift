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
    let upright = words.contains(where: \.isSideways) ? words.filter { !$0.isSideways } : words
    // A narrow cell may be lettered upward, as headers and margins are; sideways text beside the page's is not its own.
    if upright.count < words.count, words.count <= 12, let box = Box.around(words.map(\.box)), box.width < 60 {
      return lines(of: upright, page: page) + sideways(words.filter(\.isSideways), page: page)
    }
    let boxes = upright.map(\.box)
    let order = boxes.indices.sorted { (boxes[$0].midY, boxes[$0].x0) < (boxes[$1].midY, boxes[$1].x0) }
    /// A line's extent is that of its first word, lest a tall one swallow its neighbours.
    var groups: [(count: Int, y0: Double, y1: Double)] = []
    var lineOfWord = [Int](repeating: 0, count: boxes.count)
    for word in order {
      let box = boxes[word]
      // Only the last few lines can still take a word, since words come in the order of their middles.
      let line = groups.indices.suffix(3).last { index in
        let overlap = min(groups[index].y1, box.y1) - max(groups[index].y0, box.y0)
        return overlap > min(groups[index].y1 - groups[index].y0, box.height) * 0.55
      }
      lineOfWord[word] = line ?? groups.count
      if let line { groups[line].count += 1 } else { groups.append((1, box.y0, box.y1)) }
    }
    var wordsOfLine = groups.map { group in
      var words: [Word] = []
      words.reserveCapacity(group.count)
      return words
    }
    for word in order { wordsOfLine[lineOfWord[word]].append(upright[word]) }
    let lines = wordsOfLine.map { TextLine(page: page, words: $0) }
    return LabelSeam.parted(lines.sorted { $0.box.midY < $1.box.midY })
  }
}
