import Extraction
import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Service tables cell by cell, without any page: what each row says under which header.
@Suite struct ServiceTableTests {
  let reader: ServiceTableReader
  let labels: LabelVocabulary

  init() throws {
    let vocabulary = try Vocabulary(seeds: .embedded)
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    labels = try LabelVocabulary(seeds: .embedded)
    reader = ServiceTableReader(
      labels: labels, values: values,
      key: CodeKey(["SE = special class, GE = regular class, TR = therapy room, D = direct, C = consultation"]))
  }

  /// Words of nine points, five points a letter.
  private func words(_ text: String, x: Double, y: Double) -> [Word] {
    var at = x
    return text.split(separator: " ").map { word in
      let box = Box(x0: at, y0: y, x1: at + 5 * Double(word.count), y1: y + 9)
      at = box.x1 + 2.5
      return Word(text: String(word), box: box, fontName: "F", fontSize: 9, isBold: false)
    }
  }

  /// - Parameter rows: one text a column, `nil` where the cell to the left goes on into the column.
  private func table(_ rows: [[String?]]) -> Table {
    var cells: [Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        guard let text else {
          cells[cells.count - 1].columnSpan += 1
          continue
        }
        let (x, y) = (Double(column) * 80, Double(row) * 20)
        let lines = text.isEmpty ? [] : [TextLine(page: 1, words: words(text, x: x, y: y))]
        cells.append(
          Cell(
            page: 1, box: Box(x0: x, y0: y, x1: x + 80, y1: y + 20), lines: lines, row: row, column: column))
      }
    }
    return Table(
      kind: .ruled, page: 1, box: Box(x0: 0, y0: 0, x1: 800, y1: 300), cells: cells, rowCount: rows.count,
      columnCount: rows[0].count)
  }

  private func candidates(_ rows: [[String?]]) -> [ServiceCandidate] {
    reader.read(table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  @Test func ticksBelowADividedHeaderSayWhatTheirPartSays() {
    let found = candidates([
      ["Service", "Amount", "Setting", nil, "Delivery", nil, "From", "To"],
      ["", "", "Reg.", "Spec.", "Dir.", "Cons.", "", ""],
      ["Speech/Language", "30 min weekly", "", "X", "X", "", "9/1/25", "8/31/26"],
      ["Physical Therapy", "15 min monthly", "X", "", "", "X", "9/1/25", "8/31/26"],
    ])
    #expect(found.map { $0.text(.location) } == ["Spec.", "Reg."])
    #expect(found.map { $0.text(.delivery) } == ["Dir.", "Cons."])
  }

  @Test func codesOfTheFormsKeyTypeTheirColumn() {
    let found = candidates([
      ["Service", "Minutes", "Times", "Per", "LC", "MD", "Begin", "End"],
      ["OT", "30", "2", "week", "TR", "D", "9/1/25", "8/31/26"],
      ["PT", "15", "1", "month", "GE", "C", "9/1/25", "8/31/26"],
    ])
    #expect(found.map { $0.text(.location) } == ["TR", "GE"])
    #expect(found.map { $0.text(.delivery) } == ["D", "C"])
  }

  @Test func aPrintedServiceBesideWhichNothingStandsIsNotGiven() {
    let found = candidates([
      ["Service", "Amount", "Location", "Start", "End"],
      ["Occupational Therapy", "30 min weekly", "Classroom", "9/1/25", "8/31/26"],
      ["Nursing", "N/A", "", "", ""],
      ["Audiology", "", "", "", ""],
    ])
    #expect(found.map { $0.text(.service) } == ["Occupational Therapy"])
  }

  @Test func aDateThatANarrowColumnBrokeIsWhole() {
    var printed = table([
      ["Service", "Amount", "Location", "Start", "Ends"], ["OT", "30 min weekly", "Classroom", "", ""],
    ])
    for (index, (first, second)) in [8: ("11/23/202", "5"), 9: ("11/22/202", "6")] {
      let box = printed.cells[index].box
      printed.cells[index].lines = [
        TextLine(page: 1, words: words(first, x: box.x0, y: box.y0)),
        TextLine(page: 1, words: words(second, x: box.x0, y: box.y0 + 10)),
      ]
    }
    let found = reader.read(printed, context: ServiceContext(), continuing: nil)?.candidates.first
    #expect(found?.text(.start) == "11/23/2025")
    #expect(found?.text(.end) == "11/22/2026")
  }

  @Test func labelsThatStandCloseArePartedByTheColumnsBelow() throws {
    let labels = self.labels
    let finder = AlignedTableFinder(
      cues: AlignedTableCues(
        labelFit: { labels.service.fit($0) }, isLabel: { !labels.service.exact($0).isEmpty }, isAnchor: { _ in false },
        isBand: { _ in false }, headsRows: { _ in false }))
    func line(_ cells: [(String, Double)], y: Double) -> Block {
      .line(TextLine(page: 1, words: cells.flatMap { words($0.0, x: $0.1, y: y) }))
    }
    // "Minutes" ends 2.5 points before "Frequency" begins: one chunk of words.
    let blocks = finder.replacingTables(
      in: [
        line([("Service", 0), ("Minutes", 100), ("Frequency", 137.5), ("Location", 240)], y: 0),
        line([("OT", 0), ("30", 100), ("weekly", 137.5), ("Classroom", 240)], y: 14),
        line([("PT", 0), ("15", 100), ("monthly", 137.5), ("Gym", 240)], y: 28),
      ], isHeading: { _ in false })
    guard case .table(let table) = try #require(blocks.first) else {
      Issue.record("no table")
      return
    }
    #expect(table.row(0).map(\.text) == ["Service", "Minutes", "Frequency", "Location"])
    #expect(table.row(2).map(\.text) == ["PT", "15", "monthly", "Gym"])
  }
}
