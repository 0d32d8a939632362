import IEPModel
import Testing

@testable import Parsing

/// Words where a column asks for a number of sessions, and services under any name.
@Suite struct CountWordTests {
  private let widths = [120.0, 60, 60, 60, 100, 70, 70]
  private let labels = ["Service", "Minutes", "Times", "Each", "Where", "Begin", "End"]

  @Test func totalAndEveryStandForACount() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          labels, ["O&M", "30", "2", "week", "School", "2/4/2026", "2/2/2027"],
          ["Speech therapy", "30", "total", "week", "Speech room", "2/4/2026", "2/2/2027"],
          ["O.T.", "15", "every", "day", "Cafeteria", "2/4/2026", "2/2/2027"],
        ], widths: widths, bold: true)
    }.services
    #expect(
      services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(60), Interval(30), Interval(75)])
    #expect(services.map(\.dose.sessionMinutes) == [Interval(30), nil, Interval(15)])
  }

  @Test func whatItsKindCallsTransportationIsARide() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Type", "Service", "Amount", "Where", "Begin", "End"],
          ["Related service", "Physical therapy", "30 min 3x/mo", "Gym", "11/3/25", "10/29/26"],
          ["Transportation", "Lift-equipped coach", "2x/day", "Bus", "11/3/25", "10/29/26"],
        ], widths: [90, 110, 90, 80, 70, 70], bold: true)
    }.services
    #expect(services.map(\.service.code) == [.physicalTherapy, .transportation])
  }

  @Test func whomItIsGivenWithIsNoCount() throws {
    let document = try plan { sheet in
      sheet.heading("Present Levels")
      sheet.paragraph("He has speech for 60 minutes a week with two classmates.")
    }
    #expect(document.serviceMentions.map { $0.dose.totalMinutes } == [Interval(60)])
  }
}
