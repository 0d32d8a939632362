import IEPModel

/// Cuts the text of a page into words by the places of its glyphs: poppler sets no blank between neighbouring cells
/// of a table.
enum WordBuilder {
  /// The words of `glyphs` in the order of the text; whitespace always parts words.
  static func words(of glyphs: Glyphs) -> [Word] {
    let count = min(glyphs.scalars.count, glyphs.boxes.count)
    var words: [Word] = []
    words.reserveCapacity(count / 5)
    var styles = StyleCursor(styles: glyphs.styles)
    var start: Int?
    var direction = Direction.unknown

    func close(_ end: Int) {
      guard let first = start else { return }
      start = nil
      let style = styles.style(at: first)
      guard let box = Box.around(glyphs.boxes[first..<end]) else { return }
      let text = WordText.normalised(glyphs.scalars[first..<end])
      guard !text.isEmpty else { return }
      words.append(
        Word(
          text: text, box: box, fontName: style.name, fontSize: style.size, isBold: style.isBold,
          isSideways: direction == .sideways))
    }

    for index in 0..<count {
      if glyphs.scalars[index].isBlank {
        close(index)
        continue
      }
      if start != nil {
        switch link(glyphs.boxes[index - 1], glyphs.boxes[index], direction) {
        case .none: close(index)
        case .some(let found): if direction == .unknown { direction = found }
        }
      }
      if start == nil {
        start = index
        direction = .unknown
      }
    }
    close(count)
    return words
  }

  private enum Direction { case unknown, across, sideways }

  /// Whether two glyphs that follow one another belong to one word, and how that word runs.
  private static func link(_ a: Box, _ b: Box, _ direction: Direction) -> Direction? {
    // First sideways: a narrow letter below a wide one passes for its neighbour, never the other way about.
    if direction != .across, followsSideways(a, b) { return .sideways }
    if direction != .sideways, followsAcross(a, b) { return .across }
    return nil
  }

  static func followsAcross(_ a: Box, _ b: Box) -> Bool {
    let height = max(a.height, 0.01)
    let gap = b.x0 - a.x1
    return gap <= 0.1 * height && b.x0 - a.x0 >= -0.5 * height && abs(b.y1 - a.y1) <= 0.5 * height
  }

  /// Sideways the axes swap, and the text may run up or down. The glyphs share the sides of their line exactly, which
  /// keeps a column of upright figures apart.
  static func followsSideways(_ a: Box, _ b: Box) -> Bool {
    let height = max(a.width, 0.01)
    guard abs(a.x0 - b.x0) <= 0.02 * height, abs(a.x1 - b.x1) <= 0.02 * height else { return false }
    let gap = max(b.y0 - a.y1, a.y0 - b.y1)
    return gap <= 0.1 * height && gap >= -0.5 * height
  }

  /// Walks the runs of one font alongside the text.
  private struct StyleCursor {
    let styles: [GlyphStyle]
    var position = 0
    var lastName = ""
    var lastIsBold = false

    init(styles: [GlyphStyle]) { self.styles = styles }

    mutating func style(at index: Int) -> (name: String, size: Double, isBold: Bool) {
      guard !styles.isEmpty else { return ("", 0, false) }
      while position + 1 < styles.count, styles[position + 1].first <= index { position += 1 }
      let style = styles[position]
      if style.fontName != lastName {
        lastName = style.fontName
        lastIsBold = FontName.isBold(lastName)
      }
      return (style.fontName, style.fontSize, lastIsBold)
    }
  }
}
