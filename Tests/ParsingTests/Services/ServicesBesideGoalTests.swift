import IEPModel
import Testing

@testable import Parsing

/// Goals in boxes, with the services of each in a box at its right.
@Suite struct ServicesBesideGoalTests {
  private func document(_ services: String, other: String = "See services listed with another goal.") throws
    -> IEPDocument
  {
    var sheet = Sheet()
    sheet.heading("Goals and the Services That Support Them")
    sheet.table(
      [
        [
          "GOAL 1: Reading\nJo will read 90 words in a minute\nin 4 of 5 probes.\nTarget date: 10/29/26",
          "Services for Goal 1\n" + services,
        ]
      ], widths: [230, 320], x: 20)
    sheet.table(
      [
        [
          "GOAL 2: Writing\nJo will write a paragraph of five sentences\nin 4 of 5 samples.\nTarget date: 10/29/26",
          "Services for Goal 2\n" + other,
        ]
      ], widths: [230, 320], x: 20)
    return try Readers.embedded().parser.parse([sheet])
  }

  @Test func sentencesServeTheGoalBesideThem() throws {
    let document = try document(
      "Reading instruction (special education): 5 hours per week,\nindividual, direct; place: Resource room; by: Special\n"
        + "education teacher; from 11/10/25 to 11/05/26. Also supports\ngoal 2.")
    #expect(document.services.map(\.goalNumbers) == [["1", "2"]])
    #expect(document.goals.map(\.number) == ["1", "2"])
    #expect(document.goals.map(\.area?.text) == ["Reading", "Writing"])
  }

  @Test func theBoxNamesNoGoalOfItsOwn() {
    #expect(GoalServiceTitle.number(in: "Services for Goal 3") == "3")
    #expect(GoalServiceTitle.number(in: "Services that support goal 12") == "12")
    #expect(GoalServiceTitle.number(in: "Transition Goal 3") == nil)
    #expect(GoalServiceTitle.number(in: "Goal 3: Community services") == nil)
  }

  @Test func otherGoalsComeBesideTheOneOfTheTitle() {
    #expect(GoalNumbers.comeBeside("Also for goal"))
    #expect(GoalNumbers.comeBeside("place: home; from 1/2/26 to 1/1/27. Also supports goal 2."))
    #expect(!GoalNumbers.comeBeside("Goals"))
  }

  @Test(arguments: ["Special Education for Goal #3", "INSTRUCTION FOR GOAL 3", "Related Services for Goal 3"])
  func whatServesAGoalIsCalledInManyWays(title: String) { #expect(GoalServiceTitle.number(in: title) == "3") }

  @Test func servicesListedBelowEachGoalServeItAndDateIt() throws {
    let document = try plan { sheet in
      for number in 1...2 {
        sheet.heading("Annual Goal Page \(number)")
        sheet.line("Goal #\(number) Area: \(number == 1 ? "Reading" : "Writing")")
        sheet.line(
          "Measurable Annual Goal: Jo will \(number == 1 ? "read 90 words in a minute" : "write a paragraph") in 4 of 5 weeks."
        )
        sheet.line("Special Education for Goal #\(number)")
        sheet.line("Service: \(number == 1 ? "Reading" : "Writing") instruction")
        sheet.line("Frequency: 5 times per week")
        sheet.line("Amount of time: 45 minutes")
        sheet.line("Beginning date: 8/18/2025")
        sheet.line("Ending date: 5/22/2026")
      }
    }
    #expect(document.goals.map(\.number) == ["1", "2"])
    #expect(document.goals.map(\.targetDate) == [nil, nil])
    #expect(document.services.map(\.goalNumbers) == [["1"], ["2"]])
  }
}
