import Extraction
import IEPModel

/// Labels side by side within a cell, each over its value: "Method | Target date | Progress" over "Story rubric |
/// 10/16/2026 | Quarterly", below other facts of the cell.
struct LabelRowInCell {
  let reader: FactReader

  /// The facts of the row that the lines begin with, and where the lines go on behind its values.
  /// - Parameter above: the value over the row.
  func facts(in lines: ArraySlice<TextLine>, after above: TextLine?) -> (facts: [Fact], end: Int)? {
    guard let line = lines.first, let next = lines.dropFirst().first, line.differsInType(from: next),
      above.map({ line.differsInType(from: $0) }) ?? true,
      let pairs = LabelsAboveValues(reader: reader).values(below: line, next: next), pairs.count >= 2
    else { return nil }
    var values = pairs.map { [TextLine(page: line.page, words: $0.value)] }
    var end = lines.startIndex + 2
    // What does not fit its column goes on below it.
    while end < lines.endIndex, !lines[end].differsInType(from: next), lines[end].page == line.page {
      let groups = lines[end].groups
      let owners = groups.map { group in pairs.firstIndex { abs($0.label[0].box.x0 - group[0].box.x0) < 4 } }
      guard owners.allSatisfy({ $0 != nil }) else { break }
      for (group, owner) in zip(groups, owners) {
        if let owner { values[owner].append(TextLine(page: line.page, words: group)) }
      }
      end += 1
    }
    let facts = zip(pairs, values).map { pair, value in
      let filled = value.filter { !$0.words.isEmpty }
      let label = TextLine(page: line.page, words: pair.label)
      return Fact(
        label: label.text, value: Unwrapping.text(of: filled), lines: filled,
        place: filled.isEmpty ? label.place : Paragraph(lines: filled).place, labelPlace: label.place)
    }
    return (facts, end)
  }
}
