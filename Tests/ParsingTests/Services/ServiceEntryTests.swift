import IEPModel
import Testing

@testable import Parsing

@Suite struct ServiceEntryTests {
  /// Each service is a name, a line parted by dots, and a line of dates, under the goal that it serves.
  @Test func aNameOverItsAmountPlaceAndPersonIsAnEntry() throws {
    let services = try plan { sheet in
      sheet.heading("Goals and services")
      for (goal, name, amount) in [
        ("1", "Reading Instruction [Special Education]", "4 x 30 min / week • direct, group"),
        ("2", "Speech-Language Therapy [Related Service]", "1 x 20 min / week • consultation"),
      ] {
        sheet.line("Goal \(goal). Jo will answer three questions about a story in four of five class discussions.")
        sheet.gap(6)
        sheet.line("Services for this goal", bold: true)
        sheet.line("\(name) Goal: \(goal)")
        sheet.line("\(amount) • General education classroom • Special Education Teacher")
        sheet.line("from 1/12/2026 to 1/11/2027")
        sheet.gap(12)
      }
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .speechLanguage])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [120, 20])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .specialEducationTeacher])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
    #expect(services.map(\.goalNumbers) == [["1"], ["2"]])
    #expect(services.map { $0.endDate?.description } == ["2027-01-11", "2027-01-11"])
  }

  /// The goal's own table holds the table of its services.
  @Test func servicesWithinAGoalsTableServeThatGoal() throws {
    let plan = try plan { sheet in
      sheet.heading("Goals with their services")
      for (number, name) in [("1", "Reading Instruction"), ("2", "Speech Therapy")] {
        sheet.table(
          [
            ["GOAL \(number): Reading", nil, nil, nil, nil],
            [
              "By 11/9/2026, Jo will answer three questions about a story in four of five class discussions.", nil, nil,
              nil, nil,
            ],
            ["Services for this goal", nil, nil, nil, nil],
            ["Service", "Amount", "Provider", "Location", "Dates"],
            [name, "40 minutes, 4 times a week", "SLP", "Resource room", "11/10/2025 to 11/9/2026"],
          ], widths: [110, 130, 70, 90, 120])
        sheet.gap(12)
      }
    }
    #expect(plan.services.map(\.goalNumbers) == [["1"], ["2"]])
    #expect(plan.services.map(\.location?.code) == [.specialEducation, .specialEducation])
    #expect(plan.goals.map(\.number) == ["1", "2"])
  }
}
