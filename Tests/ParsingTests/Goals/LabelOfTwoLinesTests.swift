import IEPModel
import Testing

@testable import Parsing

/// Labels in capitals that a box breaks over lines.
@Suite struct LabelOfTwoLinesTests {
  @Test(arguments: [
    "METHOD(S) FOR MEASURING THE CHILD'S\nPROGRESS\nB. Work samples",
    "METHOD(S) FOR MEASURING THE\nCHILD'S PROGRESS\nB. Work samples",
  ])
  func theirEndIsNoValue(cell: String) throws {
    let found = try goals { sheet in
      sheet.heading("MEASURABLE ANNUAL GOALS")
      sheet.table(
        [
          ["NUMBER\n1", "AREA\nReading", nil],
          ["MEASURABLE ANNUAL GOAL\nJo will read 40 words on the class list in 3 of 4 tries.", nil, nil],
          [cell, nil, "REPORTED\nEvery report card"],
        ], widths: [90, 200, 170])
    }
    #expect(found.map(\.measurementMethod) == ["B. Work samples"])
  }
}
