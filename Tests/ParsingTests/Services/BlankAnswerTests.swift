import IEPModel
import Testing

@testable import Parsing

/// Labels beside which nothing was filled in or ticked.
@Suite struct BlankAnswerTests {
  @Test func aBlankInColumnsOfLabelsAndValuesIsNoRestOfTheLabelAbove() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (texts, x) in [
        (["Service", "Classroom aide", "Provider", "Paraeducator"], [50.0, 150, 320, 420]),
        (["Frequency", "3 hours a day", "Location", "Classroom"], [50, 150, 320, 420]),
        (["Start date", "12/1/2025", "End date", "11/24/2026"], [50, 150, 320, 420]),
        (["Delivery", "Direct", "Goals"], [50, 150, 320]),
      ] {
        sheet.row(texts, at: x)
      }
    }.services
    #expect(services.map { $0.startDate?.description } == ["2025-12-01"])
    #expect(services.map { $0.endDate?.description } == ["2026-11-24"])
    #expect(services.map(\.delivery) == [.direct])
  }

  @Test func boxesOfWhichNoneIsTickedAnswerNothing() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Related service", "Physical therapy"], ["Model of delivery", "☐ Individual ☐ Group ☐ Whole class"],
          ["Kind of service", "☐ Direct ☐ Indirect ☒ Consultation to staff"], ["Frequency", "1 x per month"],
          ["Duration", "45 min."], ["Location", "Gym"], ["Start date", "10/20/2025"], ["End date", "6/24/2026"],
        ], widths: [160, 300])
    }.services
    #expect(services.map(\.delivery) == [.consultation])
  }

  @Test func aidsWithASubjectAreNoServices() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Adaptation", "Subject", "How often"], ["Large print", "Reading", "Daily"],
          ["Extra time", "Mathematics", "Each test"],
        ], widths: [180, 140, 120], bold: true)
    }
    #expect(found.services.isEmpty)
    #expect(found.accommodations.map(\.text).contains("Large print"))
  }

  @Test func aSumStandsBesideItsSessions() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Minutes per week", "Sessions", "Location", "Staff"],
          ["Occupational therapy", "60", "2 x 30", "Classroom", "OT"],
          ["Speech therapy", "90", "3 x 30", "Speech room", "SLP"],
        ], widths: [130, 100, 80, 90, 80], bold: true)
    }.services
    #expect(found.map(\.dose.totalMinutes) == [Interval(60), Interval(90)])
    #expect(found.map(\.dose.sessionMinutes) == [Interval(30), Interval(30)])
  }

  @Test func aSummerProgramInSummerIsExtended() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Frequency", "Location", "Provider", "Start", "End"],
          ["OT", "30 min weekly", "Summer program", "OT", "7/6/2026", "8/14/2026"],
          ["OT", "30 min weekly", "Classroom", "OT", "9/6/2025", "6/14/2026"],
        ], widths: [60, 110, 110, 80, 70, 70], bold: true)
    }.services
    #expect(found.map { $0.extendedSchoolYear ?? false } == [true, false])
  }
}
