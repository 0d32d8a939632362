import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Labels of a narrow column beside their values.
@Suite struct BrokenLabelTests {
  private func lines(_ rows: [[(String, bold: Bool)?]]) -> [TextLine] {
    rows.enumerated().map { index, row in
      var words: [Word] = []
      let y = 100 + 11 * Double(index)
      for (cell, x) in zip(row, [50.0, 150.0]) {
        if let cell { words += Word.run(cell.0, x: x, y: y, bold: cell.bold) }
      }
      return TextLine(page: 1, words: words)
    }
  }

  private func shaped(_ rows: [[(String, bold: Bool)?]]) -> [String] {
    let labels: Set<String> = ["Educational Setting", "Service Description", "Service", "Projected Dates", "Length"]
    return RowShaping(isLabel: { labels.contains($0) }).shaped(lines(rows)).map(\.text)
  }

  @Test func aWordThatTheColumnBrokeIsWhole() {
    #expect(
      shaped([
        [("Education", true), ("Playground", false)], [("al", true), nil], [("Setting", true), nil],
        [("Length", true), ("60 min.", false)],
      ]) == ["Educational Setting Playground", "Length 60 min."])
  }

  @Test func aLabelThatWrapsOnOneCardWrapsOnAnotherBesideAValueThatWraps() {
    #expect(
      shaped([
        [("Service", true), ("Audiology", false)], [("Description", true), nil],
        [("Length", true), ("60 min.", false)],
        [("Service", true), ("Individual and Small", false)], [("Description", true), ("Group Counseling", false)],
      ]) == [
        "Service Description Audiology", "Length 60 min.",
        "Service Description Individual and Small Group Counseling",
      ])
  }
}
