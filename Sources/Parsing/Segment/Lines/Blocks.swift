import Extraction
import IEPModel
import Synchronization

/// A run of words that stand together on a line: a paragraph's line, a label, or what lies in one column.
struct Chunk: Sendable, Hashable {
  var text: String
  var box: Box
  var isBold: Bool
  /// Points, the largest of its words.
  var fontSize: Double
  var field: String?

  init(words: ArraySlice<Word>) {
    box = Box.around(words.lazy.map(\.box)) ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
    var (bold, all, size) = (0, 0, 0.0)
    for index in words.indices {
      let length = words[index].text.utf8.count
      all += length
      if words[index].isBold { bold += length }
      size = max(size, words[index].fontSize)
    }
    text = words.joinedText
    isBold = bold * 2 > all
    fontSize = size
    field = words.first?.field
  }
}

extension ArraySlice<Word> {
  /// The words with a blank between.
  fileprivate var joinedText: String {
    if count == 1 { return self[startIndex].text }
    let length = indices.reduce(0) { $0 + self[$1].text.utf8.count + 1 }
    return String(unsafeUninitializedCapacity: length) { bytes in
      var end = 0
      for index in indices {
        if index > startIndex {
          bytes[end] = UInt8(ascii: " ")
          end += 1
        }
        end += UnsafeMutableBufferPointer(rebasing: bytes[end...]).initialize(from: self[index].text.utf8).1
      }
      return end
    }
  }
}

/// The words that share a baseline within one region of a page, from left to right. Readers hand lines on in arrays again
/// and again, so what a line holds lies in one place.
struct TextLine: Sendable, Hashable {
  private let content: Content
  /// A drawn rule parts it from the line above.
  var isBelowRule = false

  init(page: Int, words: [Word]) {
    // Mostly they come in their order.
    let isSorted = words.indices.dropFirst().allSatisfy { words[$0 - 1].box.x0 <= words[$0].box.x0 }
    let sorted = isSorted ? words : words.sorted { $0.box.x0 < $1.box.x0 }
    let chunks = Chunking.chunks(of: sorted)
    content = Content(
      page: page, words: sorted, chunks: chunks,
      text: chunks.count == 1 ? chunks[0].text : sorted[...].joinedText)
  }

  /// A line whose chunks are given: the cells of a row, in which words may stand below one another.
  init(page: Int, cells: [[Word]]) {
    let words = cells.flatMap { $0 }
    content = Content(
      page: page, words: words, chunks: cells.map { Chunk(words: $0[...]) },
      text: words[...].joinedText, groups: cells)
  }

  private final class Content: Sendable, Hashable {
    let page: Int
    let words: [Word]
    let chunks: [Chunk]
    let text: String
    let box: Box
    let isBold: Bool
    let fontSize: Double
    /// Given, or once a reader has asked: many do.
    private let known: Mutex<[[Word]]?>

    init(page: Int, words: [Word], chunks: [Chunk], text: String, groups: [[Word]]? = nil) {
      (self.page, self.words, self.chunks, self.text) = (page, words, chunks, text)
      known = Mutex(groups)
      box = Box.around(words.lazy.map(\.box)) ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
      isBold = !chunks.isEmpty && chunks.allSatisfy(\.isBold)
      fontSize = chunks.lazy.map(\.fontSize).max() ?? 0
    }

    var groups: [[Word]] {
      known.withLock { known in
        if let known { return known }
        var result: [[Word]] = []
        var rest = words[...]
        for chunk in chunks {
          let words = rest.prefix { $0.box.x0 < chunk.box.x1 }
          result.append(Array(words))
          rest = rest.dropFirst(words.count)
        }
        known = result
        return result
      }
    }

    static func == (a: Content, b: Content) -> Bool {
      a === b || a.page == b.page && a.box == b.box && a.words == b.words && a.chunks == b.chunks && a.text == b.text
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(page)
      hasher.combine(box)
      hasher.combine(text)
    }
  }

  var page: Int { content.page }
  var words: [Word] { content.words }
  var chunks: [Chunk] { content.chunks }
  var box: Box { content.box }
  /// The words with a blank between.
  var text: String { content.text }
  var isBold: Bool { content.isBold }
  /// In points, the largest of its words.
  var fontSize: Double { content.fontSize }
  var place: Place { Place(page: page, box: box, field: words.first?.field) }
  /// Height of its tallest printed word, in points.
  var height: Double { box.height }
  /// The words of each chunk.
  var groups: [[Word]] { content.groups }
}

/// A cell of a table: its lines, where it stands, and how many rows and columns it spans.
struct Cell: Sendable, Hashable {
  var page: Int
  /// The cell's own rectangle (its borders), which may be larger than its text.
  var box: Box
  var lines: [TextLine] { didSet { text = Unwrapping.text(of: lines) } }
  var row: Int
  var column: Int
  var rowSpan: Int
  var columnSpan: Int
  /// The lines joined and de-hyphenated.
  private(set) var text: String

  init(page: Int, box: Box, lines: [TextLine], row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1) {
    (self.page, self.box, self.lines) = (page, box, lines)
    (self.row, self.column, self.rowSpan, self.columnSpan) = (row, column, rowSpan, columnSpan)
    text = Unwrapping.text(of: lines)
  }

  /// The lines joined without blanks: what a narrow column broke in the middle of a word or a date.
  var tightText: String { lines.map(\.text).joined() }
  /// The table's columns that it covers.
  var columns: Range<Int> { column..<(column + columnSpan) }
  var isEmpty: Bool { lines.isEmpty }
  var isBold: Bool { !lines.isEmpty && lines.allSatisfy(\.isBold) }
  /// The text's place; an empty cell's own rectangle.
  var place: Place {
    Place(page: page, box: Box.around(lines.map(\.box)) ?? box, field: lines.first?.words.first?.field)
  }
}

/// Rows and columns of cells, drawn with rules or aligned by whitespace.
struct Table: Sendable, Hashable {
  enum Kind: Sendable, Hashable { case ruled, aligned }

  var kind: Kind
  var page: Int
  var box: Box
  /// In reading order: by row, then column.
  var cells: [Cell] { didSet { services = nil } }
  var rowCount: Int
  var columnCount: Int
  /// What the table is among those of services, once `ServiceTableRecognizer` has looked: several readers want to know.
  var services: ServiceTableKind?

  func row(_ index: Int) -> [Cell] { cells { $0.row <= index && index < $0.row + $0.rowSpan } }
  /// Cells that begin in the row.
  func cells(startingIn row: Int) -> [Cell] { cells { $0.row == row } }

  /// Tables are asked for their rows again and again: no cell is copied that does not belong, and room is made once.
  private func cells(_ belongs: (Cell) -> Bool) -> [Cell] {
    guard let first = cells.indices.first(where: { belongs(cells[$0]) }) else { return [] }
    var found: [Cell] = []
    found.reserveCapacity(columnCount)
    for index in first..<cells.count where belongs(cells[index]) { found.append(cells[index]) }
    return found
  }
}

/// What stands on the pages below one another.
enum Block: Sendable, Hashable {
  case line(TextLine)
  case table(Table)

  var page: Int {
    switch self {
    case .line(let line): line.page
    case .table(let table): table.page
    }
  }
  var box: Box {
    switch self {
    case .line(let line): line.box
    case .table(let table): table.box
    }
  }
}

/// Lines that follow one another on a page, or a table between them.
enum BlockRun: Sendable, Hashable {
  case lines([TextLine])
  case table(Table)
}

extension [Block] {
  /// The blocks with the lines between tables and page breaks together.
  var runs: [BlockRun] {
    var runs: [BlockRun] = []
    var open: [TextLine] = []
    func close() {
      if !open.isEmpty { runs.append(.lines(open)) }
      open = []
    }
    for block in self {
      switch block {
      case .line(let line):
        if let last = open.last, last.page != line.page { close() }
        open.append(line)
      case .table(let table):
        close()
        runs.append(.table(table))
      }
    }
    close()
    return runs
  }
}

extension ArraySlice<Block> {
  /// The lines that the blocks end with, of the last `most` blocks, from the top.
  func lastLines(_ most: Int) -> [TextLine] {
    suffix(most).reversed().prefix { if case .line = $0 { true } else { false } }.reversed().lines
  }
}

extension Sequence<Block> {
  /// The lines among them.
  var lines: [TextLine] { compactMap { if case .line(let line) = $0 { line } else { nil } } }
}
