import Extraction
import Testing

@testable import Parsing

/// Which lines are one paragraph.
@Suite struct ParagraphTests {
  @Test func aLineThatOpensInBoldGoesOnInPlain() {
    let opening = TextLine(
      page: 1,
      words: Word.run("Reading instruction:", x: 50, y: 0, bold: true)
        + Word.run("thirty minutes on each", x: 145, y: 0))
    let rest = TextLine.of("day of school, in the resource room.", y: 12)
    #expect(Paragraph.join([opening, rest]).map(\.lines.count) == [2])
  }

  @Test func aLineInBoldIsNoPartOfPlainText() {
    let bold = TextLine(page: 1, words: Word.run("Reading instruction on each day", x: 50, y: 0, bold: true))
    let plain = TextLine.of("day of school, in the resource room.", y: 12)
    #expect(Paragraph.join([bold, plain]).count == 2)
  }
}
