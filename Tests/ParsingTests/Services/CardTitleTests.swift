import IEPModel
import Testing

@testable import Parsing

/// Cards that are named by a line above them, with small labels over their values.
@Suite struct CardTitleTests {
  private func card(_ title: String, _ count: String, amount: String, on sheet: inout Sheet) {
    sheet.line([(title, 50), (count, 480)], size: 10, bold: true)
    for (labels, values) in [
      (["Amount of time", "Setting", "Implementer"], [amount, "Resource room", "Special education teacher"]),
      (["Delivery", "Begins", "Ends"], ["Direct, small group", "02/17/2026", "02/16/2027"]),
      (["Works on goals"], ["1"]),
    ] {
      sheet.line(zip(labels, [50.0, 220, 390]).map { ($0.0, $0.1) }, size: 7)
      sheet.line(zip(values, [50.0, 220, 390]).map { ($0.0, $0.1) }, size: 9)
    }
    sheet.gap(14)
  }

  @Test func aCountedTitleNamesItsService() throws {
    let services = try plan { sheet in
      sheet.heading("Specially designed instruction")
      card("Algebra support class", "1 of 2", amount: "50 minutes, 3 times each week", on: &sheet)
      card("Co-taught English 10", "2 of 2", amount: "45 minutes, 4 times each week", on: &sheet)
    }.services
    #expect(services.map(\.service.text) == ["Algebra support class", "Co-taught English 10"])
    #expect(services.map(\.service.code) == [.specializedInstruction, .specializedInstruction])
    #expect(services.map(\.goalNumbers) == [["1"], ["1"]])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [150, 180])
  }

  @Test func blanksFilledInBesideLabelsWithAColon() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, minutes) in [("reading", 40), ("occupational therapy", 30)] {
        sheet.line("1. Service \(name)  Given by special education teacher")
        sheet.line("Minutes each time \(minutes)  Number of times 4  per: ☐ day  ☒ week  ☐ month")
        sheet.line("Place: ☐ regular classroom  ☒ resource room")
        sheet.line("From 2/9/2026  to 2/8/2027  Goal number(s) 1")
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [160, 120])
    #expect(services.map { $0.endDate?.description } == ["2027-02-08", "2027-02-08"])
  }

  @Test func cardsSideBySideAreReadOneByOne() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (column, name) in ["Reading instruction", "Counseling", "Orton club"].enumerated() {
        sheet.rounded(
          [
            [(name, 0)] + (column < 2 ? [("small group", 115)] : []), [("\(column + 2)0 min × 2 a week", 0)],
            [("Where: resource room", 0)], [("Start: 4/9/2027", 0)],
          ], width: 165, x: 50 + 180 * Double(column))
      }
    }.services
    #expect(services.map(\.service.text) == ["Reading instruction", "Counseling", "Orton club"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 60, 80])
    #expect(services.map(\.grouping) == [.group, .group, nil])
  }
}
