import IEPModel
import Testing

@testable import Parsing

/// Goals that the form takes in pieces.
@Suite struct GoalPieceTests {
  @Test(arguments: [
    ("Condition", GoalPieces.Piece.condition), ("Given what", .condition), ("Under what circumstances", .condition),
    ("Behavior", .behavior), ("The student will", .behavior), ("Observable skill", .behavior),
    ("Criteria for mastery", .criterion), ("How well?", .criterion), ("Timeframe", .timeline), ("By when", .timeline),
  ])
  func labelsAskForPieces(label: String, piece: GoalPieces.Piece) { #expect(GoalPieces.piece(label) == piece) }

  @Test(arguments: ["Baseline", "Present level of performance", "Area of Need", "Provider", ""])
  func otherLabelsAskForNone(label: String) { #expect(GoalPieces.piece(label) == nil) }

  private func goal(_ rows: [[String?]], widths: [Double]) throws -> Goal? {
    try plan { sheet in
      sheet.heading("Measurable Annual Goals")
      sheet.table(rows, widths: widths)
    }.goals.first
  }

  @Test func piecesReadAsOneSentenceInTheOrderOfPrint() throws {
    let goal = try goal(
      [
        ["Condition", "Behavior", "Criteria", "Timeline"],
        ["Given a calculator,", "Zadie will find the total of three prices", "in 8 of 10 trials", "by May 2027."],
      ], widths: [120, 150, 120, 100])
    #expect(
      goal?.text == "Given a calculator, Zadie will find the total of three prices in 8 of 10 trials by May 2027.")
  }

  @Test func aTimelineInFrontComesFirst() throws {
    let goal = try goal(
      [
        ["Timeframe", "Condition", "Behavior", "Criteria"],
        ["by May 2027,", "given a calculator,", "Zadie will find the total of three prices", "in 8 of 10 trials."],
      ], widths: [100, 120, 150, 120])
    #expect(goal?.text.hasPrefix("by May 2027, given a calculator, Zadie will find") == true, "\(goal?.text ?? "-")")
  }

  @Test func aDateAloneIsTheTargetAndNoWordOfTheSentence() throws {
    let goal = try goal(
      [
        ["Condition", "Behavior", "Criteria", "Target Date"],
        ["Given a calculator,", "Zadie will find the total of three prices", "in 8 of 10 trials", "5/28/2027"],
      ], widths: [120, 150, 120, 100])
    #expect(goal?.text.contains("5/28/2027") == false)
    #expect(goal?.targetDate == CalendarDate(iso: "2027-05-28"))
  }
}
