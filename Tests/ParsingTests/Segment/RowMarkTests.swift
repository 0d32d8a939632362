import IEPModel
import Testing

@testable import Parsing

/// What begins an item of a list.
@Suite struct RowMarkTests {
  @Test(arguments: [
    ("1. Jo will", "1."), ("a) With a cue", "a)"), ("• Twice", "•"), ("(iv) Then", "(iv)"), ("2.1 Reading", "2.1"),
    ("1A Jo counts", "1A"), ("12b Jo counts", "12b"), ("3) x", "3)"), ("I.a Reading", "I.a"),
  ])
  func marksArePartedFromWhatTheyMark(text: String, mark: String) { #expect(RowMarks.split(text)?.mark == mark) }

  @Test(arguments: ["2 minutes a day", "a student", "2.5 hours", "Jo will", "1.", "4x weekly", "100A pages"])
  func otherBeginningsMarkNothing(text: String) { #expect(RowMarks.split(text) == nil) }

  private func lines(_ texts: [String], x: [Double] = []) -> [TextLine] {
    texts.enumerated().map { .of($0.element, x: $0.offset < x.count ? x[$0.offset] : 50, y: Double($0.offset) * 13) }
  }

  @Test func bareFiguresThatCountOnAreMarks() {
    let list = lines(["1 Given a chart, Jo will", "point to it", "2 With a model, Jo will", "3 Alone, Jo will"])
    #expect(RowMarks.counted(list) == [0, 2, 3])
    #expect(Paragraph.join(list).map(\.text).first == "1 Given a chart, Jo will point to it")
  }

  @Test func figuresThatDoNotCountOnAreNone() {
    #expect(RowMarks.counted(lines(["3 Given a chart", "7 With a model"])).isEmpty)
    #expect(RowMarks.counted(lines(["1 Given a chart", "and then two"])).isEmpty)
  }

  @Test func figuresInRunningTextAreNone() {
    #expect(RowMarks.counted(lines(["1 minute of rest and", "2 minutes of work"])).isEmpty)
  }

  @Test func figuresSetAtOtherPlacesAreNone() {
    #expect(RowMarks.counted(lines(["1 Given a chart", "2 With a model"], x: [50, 140])).isEmpty)
  }

  /// "... ends Oct. 19," over "2026. It supports goals 2 and 3."
  @Test func aYearCountsNoList() { #expect(RowMarks.split("2026. It supports goals 2 and 3.") == nil) }
}
