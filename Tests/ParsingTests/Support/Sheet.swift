import Extraction
import IEPModel

@testable import Parsing

/// A page laid out line by line, as a form prints it: words, rules and fields at a pen that moves down.
struct Sheet {
  private(set) var layout: PageLayout
  /// Where the next line begins, in points from the top.
  var y = 100.0

  /// - Parameter top: where the first line stands. The outer seventh of a page is where running heads are looked for.
  init(page: Int = 1, top: Double = 120) {
    layout = PageLayout(number: page, width: 612, height: 792)
    y = top
  }

  /// One line whose pieces begin at given points from the left.
  mutating func line(
    _ pieces: [(text: String, x: Double)], size: Double = 9, bold: Bool = false, leading: Double = 1.45
  ) {
    for piece in pieces { write(piece.text, x: piece.x, y: y, size: size, bold: bold) }
    y += size * leading
  }

  /// One line at the left margin.
  mutating func line(_ text: String, x: Double = 50, size: Double = 9, bold: Bool = false) {
    line([(text, x)], size: size, bold: bold)
  }

  /// The cells of a row that no rules part; an empty text leaves its column free.
  mutating func row(
    _ texts: [String], at columns: [Double], size: Double = 9, bold: Bool = false, leading: Double = 1.45
  ) {
    line(
      zip(texts, columns).filter { !$0.0.isEmpty }.map { ($0.0, $0.1) }, size: size, bold: bold, leading: leading)
  }

  /// A heading that opens a section.
  mutating func heading(_ text: String) {
    y += 8
    line(text, size: 12, bold: true)
    y += 4
  }

  /// Running text, wrapped at the right margin.
  mutating func paragraph(_ text: String, x: Double = 50) {
    var open = ""
    for word in text.split(separator: " ") {
      if x + Word.width(open + " " + word, size: 9) > 560 {
        line(open, x: x)
        open = ""
      }
      open += (open.isEmpty ? "" : " ") + word
    }
    line(open, x: x)
    y += 8
  }

  mutating func gap(_ points: Double) { y += points }

  /// A table drawn with rules, a line of text for each "\n"-parted piece of a cell. `nil` goes on with the cell to the
  /// left, "^" with the cell above.
  mutating func table(_ rows: [[String?]], widths: [Double], x: Double = 50, bold header: Bool = false) {
    let left = widths.reduce(into: [x]) { $0.append(($0.last ?? x) + $1) }
    for (index, row) in rows.enumerated() {
      let height = 6 + 12 * Double(row.map { max(1, $0?.split(separator: "\n").count ?? 1) }.max() ?? 1)
      for (column, text) in row.enumerated() {
        guard let text else { continue }
        let end = row[(column + 1)...].firstIndex { $0 != nil } ?? row.count
        let box = Box(x0: left[column], y0: y, x1: left[end], y1: y + height)
        if text != "^" { across(box.x0, box.x1, y: box.y0) }
        down(box.x0, box.y0, box.y1)
        if end == row.count { down(box.x1, box.y0, box.y1) }
        if text == "^" { continue }
        for (line, words) in text.split(separator: "\n").enumerated() {
          write(
            String(words), x: box.x0 + 3, y: box.y0 + 3 + 12 * Double(line), size: 9, bold: header && index == 0)
        }
      }
      y += height
    }
    across(x, left[left.count - 1], y: y)
    y += 14
  }

  /// A piece of a box's text: a line with its size in points and its weight.
  typealias Print = (text: String, size: Double, bold: Bool)

  /// Boxes side by side with a drawn border each, whose lines are set each in its own way.
  mutating func boxes(_ row: [[Print]], widths: [Double], x: Double = 50) {
    let height = 6 + (row.map { $0.reduce(0) { $0 + $1.size * 1.3 } }.max() ?? 0)
    var left = x
    for (lines, width) in zip(row, widths) {
      across(left, left + width, y: y)
      across(left, left + width, y: y + height)
      down(left, y, y + height)
      down(left + width, y, y + height)
      var top = y + 3
      for line in lines {
        write(line.text, x: left + 3, y: top, size: line.size, bold: line.bold)
        top += line.size * 1.3
      }
      left += width
    }
    y += height
  }

  /// A box with rounded corners, whose sides end short of them; the pen stays where it is.
  mutating func rounded(_ lines: [[(text: String, x: Double)]], width: Double, x: Double) {
    let height = 6 + 13 * Double(lines.count)
    across(x + 5, x + width - 5, y: y)
    across(x + 5, x + width - 5, y: y + height)
    down(x, y + 5, y + height - 5)
    down(x + width, y + 5, y + height - 5)
    for (index, line) in lines.enumerated() {
      for piece in line { write(piece.text, x: x + 4 + piece.x, y: y + 3 + 13 * Double(index), bold: index == 0) }
    }
  }

  /// A form field with its drawn border, filled in or not.
  mutating func field(_ name: String, value: String, box: Box) {
    layout.fields.append(FieldBox(name: name, box: box, isEmpty: value.isEmpty))
    across(box.x0, box.x1, y: box.y0)
    across(box.x0, box.x1, y: box.y1)
    down(box.x0, box.y0, box.y1)
    down(box.x1, box.y0, box.y1)
    layout.words += Word.run(value, x: box.x0 + 2, y: box.y0 + 3).map { word in
      var word = word
      word.field = name
      return word
    }
  }

  mutating func write(_ text: String, x: Double, y: Double, size: Double = 9, bold: Bool = false) {
    layout.words += Word.run(text, x: x, y: y, size: size, bold: bold)
  }

  /// Sets a word that stands on the page in bold.
  mutating func embolden(_ index: Int) { layout.words[index].isBold = true }

  /// A word lettered upward, as narrow columns have it.
  mutating func upward(_ text: String, x: Double, bottom: Double, size: Double = 9) {
    let box = Box(x0: x, y0: bottom - Word.width(text, size: size), x1: x + size, y1: bottom)
    layout.words.append(Word(text: text, box: box, fontName: "F", fontSize: size, isBold: false, isSideways: true))
  }

  /// A rule across.
  mutating func across(_ x0: Double, _ x1: Double, y: Double) {
    layout.rules.append(Rule(box: Box(x0: x0, y0: y, x1: x1, y1: y + 0.5), isHorizontal: true))
  }

  /// A rule downward.
  mutating func down(_ x: Double, _ y0: Double, _ y1: Double) {
    layout.rules.append(Rule(box: Box(x0: x, y0: y0, x1: x + 0.5, y1: y1), isHorizontal: false))
  }
}

extension Word {
  /// Half the type size a letter.
  static func width(_ text: String, size: Double) -> Double { size * 0.5 * Double(text.count) }

  /// The words of a text from a point on; a double blank parts columns, as a tabulator does.
  static func run(_ text: String, x: Double, y: Double, size: Double = 9, bold: Bool = false) -> [Word] {
    var at = x
    var words: [Word] = []
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      guard !part.isEmpty else {
        at += size * 1.5
        continue
      }
      let box = Box(x0: at, y0: y, x1: at + width(String(part), size: size), y1: y + size)
      words.append(Word(text: String(part), box: box, fontName: "F", fontSize: size, isBold: bold))
      at = box.x1 + size * 0.28
    }
    return words
  }
}

extension TextLine {
  /// A line of its own at a height.
  static func of(_ text: String, x: Double = 50, y: Double = 0, page: Int = 1) -> TextLine {
    TextLine(page: page, words: Word.run(text, x: x, y: y))
  }
}

extension PDFDocumentParser {
  /// The plan that sheets make up.
  func parse(_ sheets: [Sheet]) -> IEPDocument {
    parse(
      PDFLayout(pages: sheets.map(\.layout)),
      source: Source(
        path: "plan.pdf", sha256: String(repeating: "0", count: 64), bytes: 0, format: .pdf, profile: "generic"),
      documentId: "plan"
    ).document
  }

  /// What the stages before the assembly saw, a line each.
  func trace(_ sheets: [Sheet]) -> [String] { trace(PDFLayout(pages: sheets.map(\.layout))) }
}

/// The goals of a page that holds nothing else.
func goals(_ lay: (inout Sheet) -> Void) throws -> [Goal] {
  try plan { sheet in
    sheet.heading("Measurable Annual Goals")
    lay(&sheet)
  }.goals
}

/// The plan that one page makes up.
func plan(_ lay: (inout Sheet) -> Void) throws -> IEPDocument {
  var sheet = Sheet()
  lay(&sheet)
  return try Readers.embedded().parser.parse([sheet])
}
