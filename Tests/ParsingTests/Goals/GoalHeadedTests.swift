import IEPModel
import Testing

@testable import Parsing

/// Headings of goals that say more than their count.
@Suite struct GoalHeadedTests {
  @Test func aCellOfSeveralFactsHeadsItsGoal() throws {
    let goals = try plan { sheet in
      sheet.heading("Measurable Annual Goals")
      sheet.table(
        [
          ["Goal #: 1   Area: Mobility   Mastery date: 11/11/2027"], ["Baseline: 2 of 10 transitions."],
          ["Annual Goal: When her class goes to lunch, Jo will walk with her line on 8 of 10 transitions."],
        ], widths: [460])
    }.goals
    #expect(goals.map(\.number) == ["1"])
    #expect(goals.map { $0.targetDate?.description } == ["2027-11-11"])
    #expect(goals.map { $0.area?.text } == ["Mobility"])
  }

  @Test func theLabelOfAGoalMayCountIt() throws {
    let goals = try plan { sheet in
      sheet.heading("Annual Goals")
      sheet.table(
        [
          ["Area of Need: Communication     Measurable Annual Goal: #2"], ["Baseline: 0 to 1 comments per activity."],
          ["Goal: In morning meeting, Jo will answer or comment on the topic in 4 of 5 activities."],
        ], widths: [460])
    }.goals
    #expect(goals.map(\.number) == ["2"])
  }

  @Test func anAreaOfItsOwnStandsOverItsGoal() throws {
    let goals = try plan { sheet in
      sheet.heading("Goals")
      sheet.row(["GOAL 2", "Staying with it"], at: [50, 160])
      sheet.row(
        ["During morning meeting, Jo will stay with the group and take a turn in the song on 4 of 5 days."], at: [160])
      sheet.row(["NOW", "Stays three minutes."], at: [50, 160])
    }.goals
    #expect(
      goals.map(\.text)
        == ["During morning meeting, Jo will stay with the group and take a turn in the song on 4 of 5 days."])
    #expect(goals.map { $0.area?.text } == ["Staying with it"])
  }

  @Test func whatFollowsATargetDateIsTheGoal() throws {
    let goals = try plan { sheet in
      sheet.heading("Annual goals")
      sheet.row(["1 Employment", "Target: May 28, 2027"], at: [50, 400])
      sheet.line("At the school store Jo will unpack, price and shelve a carton of goods in 4 of 5 shifts.")
      sheet.row(["Starting point", "Six reminders a shift"], at: [50, 160])
    }.goals
    #expect(
      goals.map(\.text) == ["At the school store Jo will unpack, price and shelve a carton of goods in 4 of 5 shifts."])
    #expect(goals.map { $0.targetDate?.description } == ["2027-05-28"])
  }

  @Test func theSameHeadingOverEachGoalBeginsIt() throws {
    let found = try goals { sheet in
      sheet.heading("Annual Goals")
      for text in [
        "drive her chair to PE with one cue on 4 of 5 trips.", "greet a classmate at lunch on 8 of 10 days.",
      ] {
        sheet.heading("Annual Goal")
        sheet.table(
          [
            ["Tess will \(text)"], ["How progress will be measured: Trip record"],
            ["Benchmarks or Short-Term Objectives"],
            ["a. Tess will do so with two cues on 3 of 5 trips."],
          ], widths: [480])
      }
    }
    #expect(found.map(\.objectives.count) == [1, 1])
  }
}
