import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Which drawn boxes are tables.
@Suite struct PageBlockTests {
  private func blocks(_ lay: (inout Sheet) -> Void) -> [Block] {
    var sheet = Sheet()
    lay(&sheet)
    return PageBlocks.blocks(of: sheet.layout, words: sheet.layout.words)
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func lines(_ blocks: [Block]) -> [String] {
    blocks.compactMap { if case .line(let line) = $0 { line.text } else { nil } }
  }

  @Test func drawnRowsAndColumnsAreATable() throws {
    let table = try #require(tables(blocks { $0.table([["a", "b"], ["c", "d\ne"]], widths: [100, 100]) }).first)
    #expect(table.cells.map(\.text) == ["a", "b", "c", "d e"])
  }

  @Test func cellsThatGoOnAreOneCell() throws {
    let table = try #require(
      tables(blocks { $0.table([["wide", nil, "c"], ["tall", "e", "f"], ["^", "h", "i"]], widths: [80, 80, 80]) }).first
    )
    #expect(table.cells.first { $0.text == "wide" }?.columnSpan == 2)
    #expect(table.cells.first { $0.text == "tall" }?.rowSpan == 2)
  }

  @Test func aFrameAroundTextIsNoTable() {
    let found = blocks { $0.table([["Zadie likes art.\nShe draws boats."]], widths: [300]) }
    #expect(tables(found).isEmpty)
    #expect(lines(found) == ["Zadie likes art.", "She draws boats."])
  }

  @Test func bordersOfFieldsSideBySideAreNoTable() {
    let found = blocks { sheet in
      sheet.line([("Student Name", 50), ("Grade", 250), ("School", 350)])
      let y = sheet.y
      for (name, value, x0, x1) in [("n", "Zadie", 50.0, 250.0), ("g", "7", 250, 350), ("s", "Cedar Fork", 350, 550)] {
        sheet.field(name, value: value, box: Box(x0: x0, y0: y, x1: x1, y1: y + 16))
      }
    }
    #expect(tables(found).isEmpty)
    #expect(lines(found) == ["Student Name Grade School", "Zadie 7 Cedar Fork"])
  }

  @Test func fieldsBelowPrintedHeadersOfTheSameGridAreATable() throws {
    let found = blocks { sheet in
      let top = sheet.y
      sheet.table([["Service", "Minutes", "Location"], ["", "", ""]], widths: [200, 100, 200])
      for (name, value, x0, x1) in [("s", "Speech", 50.0, 250.0), ("m", "25", 250, 350), ("l", "Gym", 350, 550)] {
        sheet.field(name, value: value, box: Box(x0: x0, y0: top + 18, x1: x1, y1: top + 36))
      }
    }
    let table = try #require(tables(found).first)
    #expect(table.row(0).map(\.text) == ["Service", "Minutes", "Location"])
    #expect(table.row(1).map(\.text) == ["Speech", "25", "Gym"])
  }

  @Test func typedRulesAreNoText() {
    let found = blocks { sheet in
      sheet.line("Services")
      sheet.line("-------------------- --------------")
      sheet.line("Speech")
    }
    #expect(lines(found) == ["Services", "Speech"])
  }

  @Test func theRestOfACellFromThePageBeforeStandsAboveItsTable() {
    let found = blocks { sheet in
      sheet.down(50, 100, 140)
      sheet.down(550, 100, 140)
      sheet.line("ten sentences by peers who sit six feet away.")
      sheet.y = 140
      sheet.table([["Baseline: 2 of 10", "Method: rating"], ["Criteria", "8 of 10"]], widths: [250, 250])
    }
    #expect(found.count == 2)
    if case .line(let line) = found.first { #expect(line.text.hasPrefix("ten")) } else { Issue.record("a table") }
  }
}
