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

  @Test func aFillBetweenTwoBoxesIsTheirBorder() {
    let rounded =
      "110 101 m 290 101 l 295 101 299 105 299 110 c 299 190 l 299 195 295 199 290 199 c 110 199 l 105 199 101 195 101 190 c 101 110 l 101 105 105 101 110 101 c "
      + "110 100 m 290 100 l 295 100 300 105 300 110 c 300 190 l 300 195 295 200 290 200 c 110 200 l 105 200 100 195 100 190 c 100 110 l 100 105 105 100 110 100 c "
    #expect(
      marks(rounded + "f*") == [
        .segment(x0: 100.5, y0: 100, x1: 100.5, y1: 200, width: 1),
        .segment(x0: 299.5, y0: 100, x1: 299.5, y1: 200, width: 1),
        .segment(x0: 100, y0: 100.5, x1: 300, y1: 100.5, width: 1),
        .segment(x0: 100, y0: 199.5, x1: 300, y1: 199.5, width: 1),
      ])
    #expect(marks(rounded + "f").isEmpty)
  }

  @Test func aStrokedBoxWithRoundCornersIsABox() {
    let round =
      "110 100 m 290 100 l 295 100 300 105 300 110 c 300 190 l 300 195 295 200 290 200 c 110 200 l 105 200 100 195 100 190 c 100 110 l 100 105 105 100 110 100 c h S"
    #expect(
      marks(round) == [
        .segment(x0: 100, y0: 100, x1: 300, y1: 100, width: 1), .segment(x0: 300, y0: 100, x1: 300, y1: 200, width: 1),
        .segment(x0: 300, y0: 200, x1: 100, y1: 200, width: 1), .segment(x0: 100, y0: 200, x1: 100, y1: 100, width: 1),
      ])
  }

  /// A button's ends are half circles: no side is straight there.
  @Test func aStrokedButtonIsNoBox() {
    let button =
      "130 100 m 270 100 l 290 100 300 110 300 115 c 300 120 290 130 270 130 c 130 130 l 110 130 100 120 100 115 c 100 110 110 100 130 100 c h S"
    #expect(marks(button).count < 4)
    #expect(
      Set(marks(button)).isSuperset(of: [
        .segment(x0: 130, y0: 100, x1: 270, y1: 100, width: 1), .segment(x0: 270, y0: 130, x1: 130, y1: 130, width: 1),
      ]))
  }

  @Test func ofTwoRectanglesOneWithinTheOtherTheBorderIsDrawn() {
    let found = marks("0.1 0.2 0.4 rg 101 101 198 98 re 100 100 200 100 re f*")
    #expect(
      found == [
        .segment(x0: 100.5, y0: 100, x1: 100.5, y1: 200, width: 1),
        .segment(x0: 299.5, y0: 100, x1: 299.5, y1: 200, width: 1),
        .segment(x0: 100, y0: 100.5, x1: 300, y1: 100.5, width: 1),
        .segment(x0: 100, y0: 199.5, x1: 300, y1: 199.5, width: 1),
      ])
  }
}
