import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Cards two abreast whose bold labels wrap beside values that wrap as well.
@Suite struct CardPairTests {
  private struct Card {
    var x: Double
    var rows: [(label: [String], value: [String])]
  }

  private func rows(_ name: String, _ amount: String, _ place: [String], _ person: String) -> Card {
    Card(
      x: 0,
      rows: [
        (["Recommended", "Service"], [name]), (["Amount"], [amount]), (["Discipline /", "Provider"], [person]),
        (["Educational", "Setting"], place),
        (["Duration", "(from - to)"], ["September 14, 2026", "to June 11,", "2027"]),
      ])
  }

  /// Lines of a row stand 10 points below one another, rows four more; values begin a blank behind the longest label.
  private func put(_ card: Card, at x: Double, y top: Double, isCentred: Bool, on sheet: inout Sheet) -> Double {
    var y = top
    for row in card.rows {
      let lines = max(row.label.count, row.value.count)
      func write(_ texts: [String], x: Double, bold: Bool) {
        let shift = isCentred ? Double(lines - texts.count) * 5 : 0
        for (index, text) in texts.enumerated() {
          sheet.write(text, x: x, y: y + shift + Double(index) * 10, bold: bold)
        }
      }
      write(row.label, x: x, bold: true)
      write(row.value, x: x + Word.width("Recommended", size: 9) + 2, bold: false)
      y += Double(lines) * 10 + 4
    }
    return y
  }

  @Test(arguments: [false, true])
  func aLabelThatWrapsKeepsItsWholeValue(isCentred: Bool) throws {
    let services = try plan { sheet in
      sheet.heading("Services to be Provided")
      let cards = [
        rows("Speech Therapy", "40 min/week", ["General Education", "Classroom"], "SLP"),
        rows("Occupational Therapy", "60 min/month", ["Across School", "Settings"], "OTR/L"),
        rows("Vision Services", "25 min/week", ["Resource", "Room"], "TVI"),
        rows("Counseling", "30 min/week", ["Therapy", "Room"], "School Counselor"),
      ]
      var y = sheet.y
      for pair in [cards[..<2], cards[2...]] {
        let ends = zip(pair, [50.0, 310]).map { put($0, at: $1, y: y, isCentred: isCentred, on: &sheet) }
        y = (ends.max() ?? y) + 12
      }
      sheet.y = y
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .occupationalTherapy, .vision, .counseling])
    #expect(services.map(\.dose.text) == ["40 min/week", "60 min/month", "25 min/week", "30 min/week"])
    #expect(services.map(\.location?.code) == [.generalEducation, .schoolWide, .specialEducation, .therapyRoom])
    #expect(services.map(\.provider?.code) == [.slp, .ot, .tvi, .counselor])
    #expect(services.allSatisfy { $0.startDate?.description == "2026-09-14" })
    #expect(services.allSatisfy { $0.endDate?.description == "2027-06-11" })
  }

  @Test func distanceTellsNothingWhereAllLinesStandAlike() {
    let lines = [("Place", "Gym"), ("Amount", "30 minutes"), ("Provider", "PT"), ("Begins", "9/1/26")].enumerated().map
    {
      TextLine(
        page: 1,
        words: Word.run($1.0, x: 50, y: 100 + 12 * Double($0), bold: true)
          + Word.run($1.1, x: 150, y: 100 + 12 * Double($0)))
    }
    #expect(SpacedRows.joined(lines) == lines)
  }

  @Test func aWordOfTheTextThatStandsUnderValuesIsNone() {
    let words = Word.run("Note", x: 50, y: 100, bold: true) + Word.run("that Jo rests.", x: 71, y: 100)
    let lines = Chunking.lines(of: words + Word.run("Place   Gym", x: 50, y: 120, bold: true), page: 1)
    #expect(lines.map(\.chunks.count) == [1, 2])
  }

  @Test func theRestOfACardStandsAboveTheFirstWholeOne() {
    let labels = ["Service", "Place", "Provider", "Amount"]
    func column(_ cards: [(names: [String], y: Double)], x: Double, of tag: String) -> [Word] {
      cards.enumerated().flatMap { number, card in
        card.names.enumerated().flatMap { row, name in
          let y = card.y + 12 * Double(row)
          return Word.run(name, x: x, y: y, bold: true) + Word.run("\(tag)\(number)", x: x + 90, y: y)
        }
      }
    }
    let rest = Array(labels.dropFirst())
    let words =
      column([(labels, 100), (labels, 180)], x: 50, of: "L")
      + column([(rest, 100), (labels, 170), (labels, 250)], x: 320, of: "R")
    let lines = Gutter(isLabel: { labels.contains($0) }).parted(Chunking.lines(of: words, page: 1))
    let order = lines.compactMap { $0.words.last?.text }
    #expect(order.first == "R0")
    #expect(order.filter { ["L0", "L1", "R1", "R2"].contains($0) }.count == 16)
    #expect(zip(order, order.dropFirst()).filter { $0 != $1 }.map(\.1) == ["L0", "R1", "L1", "R2"])
  }
}
