import IEPModel
import Testing

@testable import Parsing

/// Cards whose amounts go on in boxes for their period, with other boxes on the same line.
@Suite struct PeriodBoxTests {
  private func card(_ service: String, amount: String, dates: String, on sheet: inout Sheet) {
    sheet.line([("Service: \(service)", 50), ("Staff: SLP", 300)])
    sheet.line([(amount, 50), ("☐ One student", 400), ("☒ Group", 480)])
    sheet.line("Place: ☐ Regular class ☒ Therapy room ☐ Other: ____")
    sheet.line(dates)
    sheet.gap(10)
  }

  private func speech(on sheet: inout Sheet) {
    card(
      "Speech", amount: "Amount: 2 times 25 minutes every ☐ day ☒ week ☐ month", dates: "From 9/8/2026 to 9/3/2027",
      on: &sheet)
  }

  @Test func theFirstBoxesEndTheAmount() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      speech(on: &sheet)
      card(
        "Language", amount: "Amount: ____ times 60 minutes every ☐ day ☐ week ☒ month",
        dates: "From 6/14/2027 to 7/9/2027", on: &sheet)
    }.services
    #expect(services.map(\.dose.sessions) == [Interval(2), nil])
    #expect(services.map(\.dose.sessionMinutes) == [Interval(25), nil])
    #expect(services.map(\.dose.totalMinutes) == [nil, Interval(60)])
    #expect(services.map(\.dose.period?.unit) == [.week, .month])
    #expect(services.map(\.grouping) == [.group, .group])
    #expect(services.map { $0.startDate?.description } == ["2026-09-08", "2027-06-14"])
  }

  @Test func theDecisionOnTheYearBehindTheLastCardIsThePlans() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      speech(on: &sheet)
      sheet.line("Extended school year services needed: ☒ Yes ☐ No")
    }.services
    #expect(services.map(\.extendedSchoolYear) == [nil])
  }
}
