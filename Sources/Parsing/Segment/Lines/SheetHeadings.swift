import Extraction
import IEPModel

/// The letters over the columns and the numbers beside the rows that a spreadsheet prints around its cells where it is told
/// to: no text of the form. They are taken away with the strip of the grid that they stand in.
enum SheetHeadings {
  /// The pages without them. Numbers beside rows are known for such only where letters stand over the columns, on their
  /// page or one before.
  static func removed(from pages: [PageLayout]) -> [PageLayout] {
    var isSheet = false
    return pages.map { page in
      let letters = self.letters(of: page)
      guard isSheet || !letters.isEmpty else { return page }
      let numbers = self.numbers(of: page, below: letters)
      guard !numbers.isEmpty else { return page }
      isSheet = true
      return without(page, letters: letters, numbers: numbers)
    }
  }

  /// "A B C D ...", nothing else on their height, above all other words of the page but its running head.
  private static func letters(of page: PageLayout) -> [Word] {
    guard let first = page.words.filter({ $0.text == "A" }).min(by: { $0.box.y0 < $1.box.y0 }) else { return [] }
    let line = page.words.filter { abs($0.box.midY - first.box.midY) < first.box.height / 2 }
      .sorted { $0.box.x0 < $1.box.x0 }
    let isCounted = zip(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ").allSatisfy { $0.text == String($1) }
    return (4...26).contains(line.count) && isCounted ? line : []
  }

  /// "1", "2", "3" ... under one another, left of all other words.
  private static func numbers(of page: PageLayout, below letters: [Word]) -> [Word] {
    let head = letters.map(\.box.y1).max() ?? 0
    let words = page.words.filter { $0.box.y0 >= head - 1 }
    guard let left = words.filter({ Int($0.text) != nil }).min(by: { $0.box.x1 < $1.box.x1 }) else { return [] }
    let column = words.filter { $0.box.x0 < left.box.x1 + 8 && Int($0.text) != nil && $0.box.x1 < left.box.x1 + 20 }
      .sorted { $0.box.y0 < $1.box.y0 }
    let counts = column.compactMap { Int($0.text) }
    let edge = column.map(\.box.x1).max() ?? 0
    let isCounted = zip(counts, counts.dropFirst()).allSatisfy { $0 + 1 == $1 }
    let isBeside = words.allSatisfy { $0.box.x0 > edge || column.contains($0) || $0.box.y0 > page.height * 0.93 }
    return column.count >= 4 && isCounted && isBeside ? column : []
  }

  private static func without(_ page: PageLayout, letters: [Word], numbers: [Word]) -> PageLayout {
    var page = page
    let dropped = Set(letters + numbers)
    page.words.removeAll(where: dropped.contains)
    // The strips end with the first rule behind the numbers and below the letters, and before the nearest word.
    let (right, bottom) = (numbers.map(\.box.x1).max() ?? 0, letters.map(\.box.y1).max() ?? 0)
    let text = page.words.filter { $0.box.y0 >= bottom - 1 }
    let (nearest, highest) = (text.map(\.box.x0).min() ?? page.width, text.map(\.box.y0).min() ?? page.height)
    let x = page.rules.filter { !$0.isHorizontal && $0.box.midX > right && $0.box.midX <= nearest + 1 }.map(\.box.midX)
      .min()
    let y =
      letters.isEmpty
      ? nil
      : page.rules.filter { $0.isHorizontal && $0.box.midY > bottom - 1 && $0.box.midY <= highest + 1 }.map(\.box.midY)
        .min()
    page.rules = page.rules.compactMap { rule in
      var rule = rule
      if let x {
        if rule.box.x1 < x - 1 { return nil }
        if rule.isHorizontal { rule.box.x0 = max(rule.box.x0, min(x, rule.box.x1)) }
      }
      if let y {
        if rule.box.y1 < y - 1 { return nil }
        if !rule.isHorizontal { rule.box.y0 = max(rule.box.y0, min(y, rule.box.y1)) }
      }
      return rule
    }
    return page
  }
}
