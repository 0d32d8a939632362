import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Columns of boxes and of form fields, which stand closer than columns of text.
@Suite struct BoxColumnTests {
  private func rows(_ ticked: [Int]) -> [TextLine] {
    ticked.enumerated().map { row, on in
      let y = 40 + 14 * Double(row)
      let boxes = (0..<3).flatMap { Word.run($0 == on ? "☒" : "☐", x: 310 + 34 * Double($0), y: y) }
      return TextLine(page: 1, words: Word.run("Nursing", x: 50, y: y) + boxes)
    }
  }

  @Test func aLabelOverSeveralColumnsOfBoxesIsALabelForEach() throws {
    let words = Word.run("Regular Special Therapy", x: 300, y: 0) + Word.run("Service", x: 50, y: 0)
    let whole = try #require(Box.around(words[..<3].map(\.box)))
    let parted = BoxColumns(body: rows([0, 2])).dividing([words[3].box, whole], words: words)
    #expect(parted == [words[3].box] + words[..<3].map(\.box))
  }

  @Test func textBesideTheBoxesKeepsTheLabelWhole() throws {
    let words = Word.run("Regular Special Therapy", x: 300, y: 0)
    let whole = try #require(Box.around(words.map(\.box)))
    let body = rows([0, 2]).map { TextLine(page: 1, words: $0.words + Word.run("yes", x: 322, y: $0.box.y0)) }
    #expect(BoxColumns(body: body).dividing([whole], words: words) == [whole])
  }

  @Test func labelsOfTwoLinesOverNarrowColumnsOfBoxesSayWhere() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 190]
      sheet.line(
        [("Service", 50), ("Minutes", 190), ("Regular Special Therapy", 300), ("Start Date", 450)], bold: true)
      sheet.line([("per week", 190), ("classes classes room", 300)], bold: true)
      for (name, on) in [("Nursing Services", 2), ("Counseling", 0), ("Reading instruction", 1)] {
        for box in 0..<3 { sheet.write(box == on ? "☒" : "☐", x: 313 + 34 * Double(box), y: sheet.y) }
        sheet.line([(name, columns[0]), ("20", columns[1]), ("4/9/2027", 450)])
      }
    }.services
    #expect(services.map(\.service.text) == ["Nursing Services", "Counseling", "Reading instruction"])
    #expect(services.map(\.location?.text) == ["Therapy room", "Regular classes", "Special classes"])
  }

  @Test func aBoxBeforeEachNameOpensARow() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 170, 300, 390, 470]
      sheet.row(["Service", "Amount", "Location", "Start Date", "End Date"], at: columns, bold: true)
      sheet.row(["☒ Nursing", "15 minutes weekly", "Clinic", "4/9/2027", "4/8/2028"], at: columns)
      sheet.row(["☒ Counseling", "20 minutes weekly"], at: columns)
      sheet.row(["☒ Interpreting", "40 minutes weekly", "Classroom", "4/9/2027", "4/8/2028"], at: columns)
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [15, 20, 40])
  }

  @Test func fieldsAreColumnsHoweverNearTheyStand() throws {
    let labels = try Readers.embedded().labels
    let finder = AlignedTableFinder(
      cues: AlignedTableCues(
        labelFit: { labels.service.fit($0) }, isLabel: { !labels.service.exact($0).isEmpty }, isAnchor: { _ in false },
        isBand: { _ in false }, headsRows: { _ in false }))
    func line(_ cells: [(String, Double)], y: Double, field: String? = nil) -> Block {
      .line(
        TextLine(
          page: 1,
          words: cells.flatMap { text, x in
            Word.run(text, x: x, y: y).map { word in
              var word = word
              word.field = field.map { "\($0) \(x)" }
              return word
            }
          }))
    }
    // The labels are a blank between words apart, what was filled in half of one.
    let blocks = finder.replacingTables(
      in: [
        line([("Service", 0), ("Minutes", 100), ("Frequency", 134), ("Location", 240)], y: 0),
        line([("OT", 0), ("30min", 108), ("weekly", 132), ("Classroom", 240)], y: 14, field: "a"),
        line([("PT", 0), ("15min", 108), ("weekly", 132), ("Gym", 240)], y: 28, field: "b"),
      ], isHeading: { _ in false })
    guard case .table(let table) = try #require(blocks.first) else {
      Issue.record("no table")
      return
    }
    #expect(table.row(1).map(\.text) == ["OT", "30min", "weekly", "Classroom"])
  }

  @Test func aRowOfBlanksBehindWhatIsAskedForIsNoTable() {
    var sheet = Sheet()
    for name in ["Speech", "Nursing", "Counseling"] {
      let y = sheet.y
      sheet.table([["Individual", "30", "Office"]], widths: [90, 60, 120], x: 180)
      sheet.write("☒ \(name)", x: 50, y: y + 3)
    }
    let blocks = PageBlocks.blocks(of: sheet.layout, words: sheet.layout.words)
    let lines = blocks.compactMap { if case .line(let line) = $0 { line.text } else { nil } }
    #expect(lines == ["Speech", "Nursing", "Counseling"].map { "☒ \($0) Individual 30 Office" })
  }

  @Test func aRowThatStandsAloneIsATable() {
    var sheet = Sheet()
    sheet.write("Office", x: 50, y: sheet.y + 3)
    sheet.table([["Individual", "30", "Office"]], widths: [90, 60, 120], x: 180)
    let blocks = PageBlocks.blocks(of: sheet.layout, words: sheet.layout.words)
    #expect(blocks.contains { if case .table = $0 { true } else { false } })
  }
}
