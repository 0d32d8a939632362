import IEPModel
import Testing

@testable import Parsing

/// Services that are listed under the goal that they serve, in sections of their own.
@Suite struct ServedGoalTests {
  private func goal(_ number: Int, _ area: String, _ services: [String], on sheet: inout Sheet) {
    sheet.gap(6)
    sheet.line("Goal \(number): \(area)", size: 11, bold: true)
    sheet.line("By June Jo will do the work of the class in four of five lessons with one prompt or fewer.")
    sheet.line("Baseline: two of five.")
    sheet.line("Related services", x: 54, size: 10, bold: true)
    for service in services { sheet.line(service, x: 60) }
  }

  @Test func servicesBetweenGoalsServeTheOneAbove() throws {
    let services = try plan { sheet in
      sheet.heading("Annual Goals and Services")
      sheet.line("All services below begin 9/8/2026 and end 9/3/2027 unless another date is given.")
      goal(1, "Fine Motor", ["OT: 30 minutes weekly in the classroom with the occupational therapist"], on: &sheet)
      goal(2, "Articulation", ["Speech therapy: 20 minutes weekly in the speech room with the SLP"], on: &sheet)
      goal(3, "Mobility", ["Physical therapy: 30 minutes weekly in the gym with the physical therapist"], on: &sheet)
      sheet.heading("Supplementary Aids and Services")
      sheet.line("Aide: 60 minutes daily in the classroom with the paraprofessional")
    }.services
    #expect(services.map(\.goalNumbers) == [["1"], ["2"], ["3"], []])
  }

  @Test func itemsThatOpenWithANameAndAGroupingAreParted() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("All services begin 9/8/2026 and end 9/3/2027.")
      sheet.line("Speech and language, individual. 30 minutes, 2 times weekly. Location: speech office. Who: SLP.")
      sheet.line("Speech and language, individual. 45 minutes, 2 times weekly. Location: speech office. Who: SLP.")
    }.services
    #expect(services.map(\.dose.sessionMinutes) == [Interval(30), Interval(45)])
  }
}
