import Extraction
import Testing

@testable import Parsing

/// Which lines are one paragraph.
@Suite struct ParagraphTests {
  @Test func aLineThatOpensInBoldGoesOnInPlain() {
    let bold = Word.run("Reading instruction in a small group:", x: 50, y: 0, bold: true)
    let opening = TextLine(page: 1, words: bold + Word.run("thirty minutes", x: 212, y: 0))
    #expect(opening.isBold)
    let rest = TextLine.of("day of school, in the resource room.", y: 12)
    #expect(Paragraph.join([opening, rest]).map(\.lines.count) == [2])
  }

  @Test func aLineInBoldIsNoPartOfPlainText() {
    let bold = TextLine(page: 1, words: Word.run("Reading instruction on each day", x: 50, y: 0, bold: true))
    let plain = TextLine.of("day of school, in the resource room.", y: 12)
    #expect(Paragraph.join([bold, plain]).count == 2)
  }

  @Test func aFigureAndItsUnitAreOneAmount() {
    let lines = ["WAS SEEN FOR OCC. THERAPY FOR 30", "MINUTES WEEKLY IN GRADE 3, AND NOW FOR LONGER THAN EVER BEFORE."]
    let set = lines.enumerated().map { TextLine.of($1, y: Double($0) * 12) }
    #expect(Paragraph.join(set).map(\.lines.count) == [2])
  }

  @Test func aHeadingBetweenItemsIsNoPartOfThem() {
    let set = [
      TextLine.of("- Reading - 40 min daily - Rm. 9 (resource) - Sp. Ed. - goal 1", x: 60),
      TextLine.of("Therapies and other related services", x: 50, y: 12),
      TextLine.of("- OT - 30 min 1x/wk - gym - OTR - goal 2", x: 60, y: 24),
    ]
    #expect(Paragraph.join(set).map(\.lines.count) == [1, 1, 1])
  }
}
