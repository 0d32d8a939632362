import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Cells that hold two facts: an amount with its place, codes of how and with whom, a place over a delivery.
@Suite struct TwoFactCellTests {
  @Test func minutesWithTheirPlaceBesideColumnsOfSettings() throws {
    let services = try plan { sheet in
      sheet.heading("Services: minutes in each setting")
      sheet.paragraph("Type: D = direct, C = consultation with staff; I = one student, G = group.")
      sheet.table(
        [
          ["Service", "Provider", "Minutes, by setting", nil, nil, "Every", "Type"],
          ["^", "^", "Regular class", "Therapy room", "Elsewhere", "^", "^"],
          ["Reading", "Special education teacher", "4 x 45", "", "", "wk", "D-G"],
          ["Physical therapy", "Physical therapist", "", "", "60 (playground)", "mo", "D-I"],
          ["Speech therapy", "SLP", "", "2 x 30", "", "wk", "D-G"], ["Nursing", "Nurse", "15", "", "", "day", "C"],
        ], widths: [95, 110, 60, 60, 85, 40, 40], bold: true)
    }.services
    #expect(services.map(\.location?.code) == [.generalEducation, .schoolWide, .therapyRoom, .generalEducation])
    #expect(services.map(\.location?.text)[1] == "playground")
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [180, 15, 60, 75])
    #expect(services.map(\.delivery) == [.direct, .direct, .direct, .consultation])
    #expect(services.map(\.grouping) == [.group, .individual, .group, nil])
  }

  @Test func clausesOfOneCellArePlaceWayAndCompany() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["What", "How much", "How and where", "Who"],
          ["PT", "30 minutes weekly", "Direct, halls and playground", "PT"],
          ["Speech therapy", "20 minutes weekly", "Push-in, regular class", "SLP"],
          ["OT", "20 minutes weekly", "Individual, therapy room", "OTR"],
          ["Reading", "45 minutes daily", "Co-taught English class", "Special education teacher"],
        ], widths: [120, 110, 160, 110], bold: true)
    }.services
    #expect(
      services.map(\.location?.code) == [.schoolWide, .generalEducation, .therapyRoom, .generalEducation])
    #expect(services.map(\.grouping) == [nil, nil, .individual, nil])
    #expect(services[0].delivery == .direct)
  }

  @Test func aPlaceOverItsDeliveryAndABeginOverItsEnd() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service\nProvided by", "Frequency\nLength", "Location\nDelivery and ratio", "Begin\nEnd"],
          ["Speech therapy\nSLP", "2x weekly\n30 min", "Speech room\nDirect - Group 3:1", "03/16/2026\n03/10/2027"],
          [
            "Reading\nSpecial education teacher", "5x weekly\n40 min", "Gen Ed class\nDirect - Class",
            "\u{A0}\n03/10/2027",
          ],
        ], widths: [140, 90, 140, 80], bold: true)
    }.services
    #expect(services.map(\.location?.text) == ["Speech room", "Gen Ed class"])
    #expect(services.map(\.delivery) == [.direct, .direct])
    #expect(services.map(\.grouping) == [.group, .wholeClass])
  }

  @Test func aDateBesideTheLowerLinesIsTheEnd() {
    let table = Grid.table([["OT\nOTR", "2x weekly\n30 min", "Gym\nDirect", "03/10/2027"]])
    var cells: [Cell?] = (0..<4).map { table.cell(row: 0, column: $0) }
    guard let cell = cells[3] else { return }
    #expect(!LowerDate.isEnd(cell, under: "Begin End", beside: cells))
    var lower = cell
    lower.lines = [TextLine(page: 1, words: cell.lines[0].words.map { $0.moved(down: 11) })]
    cells[3] = lower
    #expect(LowerDate.isEnd(lower, under: "Begin End", beside: cells))
    #expect(!LowerDate.isEnd(lower, under: "Date", beside: cells))
  }
}

extension Word {
  fileprivate func moved(down points: Double) -> Word {
    var word = self
    word.box.y0 += points
    word.box.y1 += points
    return word
  }
}
