import Extraction
import IEPModel
import Testing

@testable import Parsing

/// What every page repeats, and what only begins alike.
@Suite struct RunningTextTests {
  private func remove(_ sheets: [Sheet], isContent: (TextLine, Bool) -> Bool = { _, _ in false }) -> (
    pages: [[String]], running: [String]
  ) {
    let found = RunningText.remove(from: sheets.map(\.layout), isContent: isContent)
    return (found.pages.map { $0.map(\.text) }, found.running.map(\.text))
  }

  private func sheets(_ count: Int, head: (Int) -> String, body: (Int) -> String) -> [Sheet] {
    (1...count).map { page in
      var sheet = Sheet(page: page, top: 30)
      sheet.line(head(page))
      sheet.y = 300
      sheet.line(body(page))
      return sheet
    }
  }

  @Test func headsThatDifferInFiguresOnlyAreOne() {
    let found = remove(sheets(4, head: { "Quillfeather, Zadie - page \($0) of 4" }, body: { "body \($0)" }))
    #expect(found.running == ["Quillfeather, Zadie - page 1 of 4"])
    #expect(found.pages == (1...4).map { ["body \($0)"] })
  }

  @Test func aLineInTheMiddleOfThePageIsKeptHoweverOftenItComes() {
    let found = remove(sheets(3, head: { "head \($0)" }, body: { _ in "Progress will be reported quarterly." }))
    #expect(found.pages == Array(repeating: ["Progress will be reported quarterly."], count: 3))
  }

  @Test func aFooterPrintedOverARowIsTakenOutOfIt() {
    let pages = (1...2).map { page in
      var sheet = Sheet(page: page, top: 300)
      sheet.line("body \(page)")
      sheet.y = 740
      if page == 2 { sheet.row(["Speech", "30 min"], at: [52, 400]) }
      sheet.y = 742
      sheet.line("Cedar Fork Public Schools - IEP of Zadie")
      return sheet
    }
    let found = remove(pages)
    #expect(found.running == ["Cedar Fork Public Schools - IEP of Zadie"])
    #expect(found.pages == [["body 1"], ["body 2", "Speech 30 min"]])
  }

  @Test func aSinglePageHasNoRunningText() {
    #expect(remove(sheets(1, head: { _ in "Cedar Fork" }, body: { _ in "body" })).running.isEmpty)
  }

  @Test func contentStopsTheSearchFromTheEdgeInward() {
    let pages = (1...3).map { page in
      var sheet = Sheet(page: page, top: 20)
      sheet.line("Cedar Fork Public Schools")
      sheet.line("Annual Goal \(page)")
      sheet.line("Area of Need")
      return sheet
    }
    let found = remove(pages) { line, _ in line.text.hasPrefix("Annual Goal") }
    #expect(found.running == ["Cedar Fork Public Schools"])
    #expect(found.pages[1] == ["Annual Goal 2", "Area of Need"])
  }

  @Test(arguments: ["Page 3 of 12", "Page 3/12", "- 3 -", "3", "pg 7"])
  func pageNumbersAreToldByThemselves(text: String) { #expect(RunningText.isPageNumber(text)) }

  @Test(arguments: ["Goal 3", "3 of 5 trials", "2026", "Page of notes", "4 5 6", "8 of"])
  func otherFiguresAreNoPageNumbers(text: String) { #expect(!RunningText.isPageNumber(text)) }

  @Test func aPageForEachGoalKeepsItsHeadingsAndLabels() throws {
    let acts = ["write a paragraph of five sentences", "count coins up to one dollar", "name two feelings of others"]
    let sheets = acts.enumerated().map { index, act in
      var sheet = Sheet(page: index + 1, top: 25)
      sheet.line("Cedar Fork Public Schools")
      sheet.line("Measurable Annual Goals", size: 12, bold: true)
      sheet.line("Goal \(index + 1)", bold: true)
      sheet.y = 130
      sheet.paragraph("By May 2027, Zadie will \(act) in 4 of 5 trials.")
      sheet.line("Method of Measurement: \(["rubric", "probe", "tally"][index])")
      return sheet
    }
    let goals = try Readers.embedded().parser.parse(sheets).goals
    #expect(goals.map(\.number) == ["1", "2", "3"])
    #expect(goals.map(\.measurementMethod) == ["rubric", "probe", "tally"])
  }

  @Test func aLabelThatWrapsBesideItsValueRunsThroughNoPages() {
    let pages = ["Speech Therapy", "Counseling"].enumerated().map { page, name in
      var sheet = Sheet(page: page + 1, top: 30)
      sheet.write("Recommended", x: 52, y: 30)
      sheet.write(name, x: 150, y: 35)
      sheet.write("Service", x: 52, y: 40)
      return sheet
    }
    #expect(remove(pages).running == [])
  }
}
