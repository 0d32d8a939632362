import IEPModel
import Testing

@testable import Parsing

/// The row over a goal that holds its number, its area and perhaps its date.
@Suite struct GoalTitleRowTests {
  private static let goal = "Jo will read 40 words on the class list in 3 of 4 tries."

  @Test func aLabelWithItsValueStandsBesideTheNumber() throws {
    let found = try goals { sheet in
      sheet.heading("MEASURABLE ANNUAL GOALS")
      for (number, area) in [("Goal 1", "Basic Reading"), ("Goal 2", "Fine Motor / Handwriting")] {
        sheet.table(
          [[number, "Area", area], [Self.goal, nil, nil], ["Baseline", "12 words", nil]], widths: [80, 80, 300])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.code) == [.reading, .fineMotor])
  }

  @Test func theTargetDateStandsBehindTheArea() throws {
    let found = try goals { sheet in
      sheet.heading("MEASURABLE ANNUAL GOALS")
      for (number, area) in [("1", "Reading"), ("2", "Gross Motor")] {
        sheet.line([
          ("Goal #", 50), (number, 110), ("Area", 160), (area, 190), ("Target date", 380), ("12-08-2026", 450),
        ])
        sheet.line("Annual goal", bold: true)
        sheet.line(Self.goal)
        sheet.line([("Baseline", 50), ("12 words", 120)])
      }
    }
    #expect(found.map(\.area?.code) == [.reading, .grossMotor])
    #expect(found.map { $0.targetDate?.description } == ["2026-12-08", "2026-12-08"])
  }

  @Test func aGoalThatEndsInItsDateIsNoTitle() throws {
    let readers = try Readers.embedded()
    let labels = GoalLabels(labels: readers.labels.goal, values: readers.values)
    #expect(GoalTagLine("Goal 2 Finish all work by 6/4/2027", labels: labels) == nil)
    #expect(GoalTagLine("Goal 2 Area Work habits Target date 6/4/2027", labels: labels)?.area == "Work habits")
  }
}
