import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Labels in smaller print than their values, which stand in columns or in rows within a box.
@Suite struct LabelColumnTests {
  private static func lines(_ rows: [[(text: String, x: Double, size: Double)]]) -> [TextLine] {
    rows.enumerated().map { index, row in
      TextLine(page: 1, words: row.flatMap { Word.run($0.text, x: $0.x, y: Double(index) * 11, size: $0.size) })
    }
  }

  @Test func wrappedLabelsAreReadDownTheirColumns() throws {
    let lines = Self.lines([
      [("STUDENT ID", 50, 6), ("BIRTH DATE", 200, 6)],
      [("FV.29113", 50, 8), ("May 03, 2011", 200, 8)],
      [("TEAM MET", 50, 6), ("EXTENDED", 200, 6)],
      [("Jan 22, 2026", 50, 8), ("SCHOOL YEAR", 200, 6)],
      [("Not eligible", 200, 8)],
    ])
    let reader = FactReader(labels: try Readers.embedded().labels)
    let found = try #require(LabelColumns(reader: reader).read(lines[...]))
    #expect(found.end == 5)
    #expect(found.facts.map(\.label) == ["STUDENT ID", "TEAM MET", "BIRTH DATE", "EXTENDED SCHOOL YEAR"])
    #expect(found.facts.map(\.value) == ["FV.29113", "Jan 22, 2026", "May 03, 2011", "Not eligible"])
  }

  @Test func labelsThatDoNotWrapAreReadLineByLine() throws {
    let lines = Self.lines([
      [("STUDENT ID", 50, 6), ("BIRTH DATE", 200, 6)],
      [("FV.29113", 50, 8), ("May 03, 2011", 200, 8)],
      [("TEAM MET", 50, 6), ("GRADE", 200, 6)],
      [("Jan 22, 2026", 50, 8), ("9", 200, 8)],
    ])
    let reader = FactReader(labels: try Readers.embedded().labels)
    #expect(LabelColumns(reader: reader).read(lines[...]) == nil)
  }

  @Test func labelsSideBySideWithinACellHeadTheirValues() throws {
    let lines = Self.lines([
      [("Method of Measurement", 50, 6), ("Target Date", 200, 6), ("Mastery Status", 300, 6)],
      [("Self-tally, social worker", 50, 8), ("12/11/2026", 200, 8), ("Not started", 300, 8)],
      [("check", 50, 8)],
    ])
    let reader = FactReader(labels: try Readers.embedded().labels)
    let found = try #require(LabelRowInCell(reader: reader).facts(in: lines[...], after: nil))
    #expect(found.end == 3)
    #expect(found.facts.map(\.value) == ["Self-tally, social worker check", "12/11/2026", "Not started"])
  }
}
