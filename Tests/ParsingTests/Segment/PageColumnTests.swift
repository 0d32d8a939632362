import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Pages set in two columns of text.
@Suite struct PageColumnTests {
  private let prose = [
    "The class sings and moves at the start of each day and",
    "every child has a turn to lead. Jo likes to hold the bell",
    "and waits for the song to end before he rings it for all.",
  ]

  private func page(leading: Double) -> Sheet {
    var sheet = Sheet(top: 40)
    for (x, step) in [(50.0, 11.0), (320, leading)] {
      var y = 50.0
      for block in 0..<12 {
        for (index, line) in prose.enumerated() { sheet.write(line, x: x, y: y + Double(index) * step, size: 8) }
        y += step * 3 + (block.isMultiple(of: 2) ? 9 : 14)
      }
    }
    return sheet
  }

  @Test func columnsOfTextAreReadOneAfterTheOther() {
    let layout = page(leading: 12.4).layout
    let columns = PageColumns(words: layout.words, tables: [], page: layout)
    #expect(columns.map { $0.x > 240 && $0.x < 330 } == true)
  }

  @Test func factsAboveTheColumnsAreReadAcross() {
    var sheet = Sheet(top: 40)
    for (row, label) in ["Name", "School", "Grade", "Meeting"].enumerated() {
      sheet.write("\(label): Value \(row)", x: 50, y: 50 + Double(row) * 12, size: 8)
      sheet.write("Other \(label): Value \(row)", x: 320, y: 50 + Double(row) * 12, size: 8)
    }
    for (x, step) in [(50.0, 11.0), (320, 12.4)] {
      var y = 120.0
      for block in 0..<12 {
        for (index, line) in prose.enumerated() { sheet.write(line, x: x, y: y + Double(index) * step, size: 8) }
        y += step * 3 + (block.isMultiple(of: 2) ? 9 : 14)
      }
    }
    let layout = sheet.layout
    let columns = PageColumns(words: layout.words, tables: [], page: layout)
    #expect(columns.map { $0.top > 86 && $0.top < 120 } == true)
  }

  @Test func whatBeginsSideBySideIsRows() {
    let layout = page(leading: 11).layout
    #expect(PageColumns(words: layout.words, tables: [], page: layout) == nil)
  }

  @Test func aHeadingOfTheWholePageEndsTheBarOfFacts() throws {
    var sheet = Sheet(top: 40)
    var y = 50.0
    for fact in 0..<9 {
      sheet.write("FACT", x: 40, y: y, size: 6)
      sheet.write("Value \(fact)", x: 40, y: y + 9, size: 9)
      y += 34
    }
    for line in 0..<20 { sheet.write(prose[line % 3], x: 220, y: 51 + Double(line) * 12.3, size: 8) }
    let heading = y + 10
    sheet.write("Goals", x: 40, y: heading, size: 13, bold: true)
    sheet.write("GOAL 1", x: 40, y: heading + 22, size: 9)
    sheet.write("Reading", x: 480, y: heading + 22, size: 9)
    sheet.write(String(repeating: "Jo will read the words of the page. ", count: 3), x: 40, y: heading + 40, size: 9)
    let layout = sheet.layout
    let columns = try #require(PageColumns(words: layout.words, tables: [], page: layout))
    #expect(columns.bottom < heading + 1)
  }

  /// Small labels over values in two columns of each card: the last of them looks like a bar of facts at the page's side.
  @Test func noColumnEndsWithinACard() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let names = [
        ["Counseling", "Speech therapy"], ["Physical therapy", "Occupational therapy"],
        ["Vision services", "Audiology"],
        ["Nursing", "Social work"], ["Music therapy", "Art therapy"],
      ]
      for row in names {
        for (name, x) in zip(row, [50.0, 310]) {
          sheet.rounded(Array(repeating: [], count: 8), width: 250, x: x)
          sheet.write(name, x: x + 6, y: sheet.y + 3, bold: true)
          // The kind in the small type of the labels opens no section.
          sheet.write("RELATED SERVICE", x: x + 6, y: sheet.y + 15, size: 6)
          let facts = [
            [("AMOUNT", "30 min per week"), ("HOW", "Direct, 1:1")],
            [("SETTING", "Resource room"), ("STAFF", "Therapist")],
            [("STARTS", "4/9/2027"), ("ENDS", "4/8/2028")],
          ]
          for (line, pair) in facts.enumerated() {
            for (fact, left) in zip(pair, [x + 6, x + 130]) {
              sheet.write(fact.0, x: left, y: sheet.y + 23 + Double(line) * 26, size: 6)
              sheet.write(fact.1, x: left, y: sheet.y + 32 + Double(line) * 26)
            }
          }
        }
        sheet.gap(118)
      }
    }.services
    #expect(services.count == 10)
    #expect(services.prefix(2).map(\.service.text) == ["Counseling", "Speech therapy"])
    #expect(services.allSatisfy { $0.endDate?.description == "2028-04-08" })
  }
}
