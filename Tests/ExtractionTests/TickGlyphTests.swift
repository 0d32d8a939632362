import IEPModel
import Testing

@testable import Extraction

/// Printed boxes and blanks to mark, in all their shapes.
@Suite struct TickGlyphTests {
  private func mapped(_ line: String) -> String {
    let words = line.split(separator: " ").enumerated().map { index, text in
      Word(
        text: String(text), box: Box(x0: 40 * Double(index), y0: 10, x1: 40 * Double(index) + 30, y1: 20),
        fontName: "Times", fontSize: 10)
    }
    return TickGlyphs.mapped(words).map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("ESY is needed: __ Yes X No", "ESY is needed: ☐ Yes ☒ No"), ("x Yes ___ No", "☒ Yes ☐ No"),
    ("_X_ Annual ___ Initial", "☒ Annual ☐ Initial"), ("[] Direct [X] Consult", "☐ Direct ☒ Consult"),
  ])
  func aMarkInPlaceOfABlankIsATick(printed: String, read: String) { #expect(mapped(printed) == read) }

  @Test func bracketsThatALinesEndPartsAreABoxOfTheNextLine() {
    func word(_ text: String, x: Double, y: Double) -> Word {
      Word(text: text, box: Box(x0: x, y0: y, x1: x + 4, y1: y + 10), fontName: "Times", fontSize: 10)
    }
    let mapped = TickGlyphs.mapped([word("(", x: 90, y: 10), word(")", x: 40, y: 21), word("Gym", x: 50, y: 21)])
    #expect(mapped.map(\.text) == ["☐", "Gym"])
    #expect(mapped.first?.box == Box(x0: 40, y0: 21, x1: 44, y1: 31))
  }

  @Test(arguments: ["2 X week", "Generation X No", "Signature ____ Date ____", "__ Yes __ No"])
  func otherLettersAndBlanksStay(printed: String) { #expect(mapped(printed) == printed) }

  private func mapped(lines: [String]) -> [String] {
    let words = lines.enumerated().flatMap { row, line in
      line.split(separator: " ").enumerated().map { index, text in
        let x = index == 0 ? 40 : 52 + 40 * Double(index - 1)
        let y = 10 + 14 * Double(row)
        return Word(
          text: String(text), box: Box(x0: x, y0: y, x1: x + (index == 0 ? 6 : 34), y1: y + 10), fontName: "Courier",
          fontSize: 10)
      }
    }
    return TickGlyphs.mapped(words).filter { $0.box.x0 < 50 }.map(\.text)
  }

  @Test func typedMarksUnderOneAnotherAreTicks() {
    #expect(mapped(lines: ["_ Eligible for services", "X Not eligible", "_ Undecided"]) == ["☐", "☒", "☐"])
  }

  @Test(arguments: [
    ["X Eligible for services", "X Not eligible"], ["_ Eligible for services", "_ Not eligible"],
    ["X two times", "_ a week"],
  ])
  func marksOfOneKindOrBeforeSmallLettersStay(lines: [String]) {
    #expect(mapped(lines: lines) == lines.map { String($0.prefix(1)) })
  }
}
