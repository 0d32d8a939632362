import Testing

@testable import Extraction

/// Borders that are painted as fills of a whole box, clipped to the frame between two outlines.
@Suite struct PathFrameTests {
  private func marks(_ content: String) -> [PathInterpreter.Mark] {
    var interpreter = PathInterpreter { _, _ in [] }
    Array(content.utf8).withUnsafeBufferPointer { interpreter.run($0) }
    return interpreter.marks
  }

  private let outlines =
    "100 100 m 300 100 l 300 200 l 100 200 l h 104 101 m 104 199 l 299 199 l 299 101 l h W* n "

  @Test func ofAFillClippedToAFrameTheSidesShow() {
    let found = marks("q \(outlines) 100 100 200 100 re f Q")
    #expect(
      found == [
        .segment(x0: 102, y0: 100, x1: 102, y1: 200, width: 4),
        .segment(x0: 299.5, y0: 100, x1: 299.5, y1: 200, width: 1),
        .segment(x0: 100, y0: 100.5, x1: 300, y1: 100.5, width: 1),
        .segment(x0: 100, y0: 199.5, x1: 300, y1: 199.5, width: 1),
      ])
  }

  @Test func whatIsSmallerThanTheFrameIsAFillOfItsOwn() {
    #expect(marks("q \(outlines) 120 120 20 20 re f Q") == [.filled(x0: 120, y0: 120, x1: 140, y1: 140)])
  }

  @Test func theFrameEndsWithItsState() {
    #expect(marks("q \(outlines) Q 100 100 200 100 re f") == [.filled(x0: 100, y0: 100, x1: 300, y1: 200)])
  }
}
