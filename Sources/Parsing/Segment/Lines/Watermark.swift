import Extraction
import IEPModel

/// "DRAFT", "AMENDED COPY" in letters as tall as several lines, across the text of a page.
enum Watermark {
  /// No text of a form is set larger, in points.
  private static let largest = 34.0

  /// The pages without such words, and these as lines, once each.
  static func parted(_ pages: [PageLayout]) -> (pages: [PageLayout], stamps: [TextLine]) {
    var stamps: [TextLine] = []
    var seen: Set<String> = []
    let rest = pages.map { page -> PageLayout in
      let marks = page.words.filter { $0.fontSize > largest && $0.field == nil }
      guard !marks.isEmpty else { return page }
      let text = marks.map(\.text).joined()
      if seen.insert(text).inserted { stamps.append(TextLine(page: page.number, words: marks)) }
      var page = page
      page.words.removeAll { $0.fontSize > largest && $0.field == nil }
      return page
    }
    return (rest, stamps)
  }
}
