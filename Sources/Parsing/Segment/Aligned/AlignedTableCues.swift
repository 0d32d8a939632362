import Extraction
import IEPModel

/// What the words of a line are to a table without rules: its labels, the values that begin a row, the headings over
/// rows. The vocabulary answers; the layout is judged elsewhere.
struct AlignedTableCues: Sendable {
  /// How well a text fits as the label of a column, 0 to 1.
  let labelFit: @Sendable (String) -> Double
  /// Whether a text is the label of any fact.
  let isLabel: @Sendable (String) -> Bool
  /// Whether a text is a value that never wraps (a date), which marks the first line of a row.
  let isAnchor: @Sendable (String) -> Bool
  /// Whether a text is a heading over rows ("Related Services").
  let isBand: @Sendable (String) -> Bool

  /// Whether a text heads rows however it is set: "Effective 9/8/2027 to 1/31/2028", "Provided by COTA".
  let headsRows: @Sendable (String) -> Bool

  /// A line set apart that is a heading over rows.
  func isBandLine(_ line: TextLine) -> Bool {
    line.chunks.count == 1
      && ((line.isBold || line.isItalic || line.text.isCapitals) && isBand(line.text) || headsRows(line.text))
  }

  /// The lines of a table's body that are headings over rows: those that say so, and, where the first line is one line set
  /// apart, those set like it further down.
  func bands(in body: [TextLine]) -> [Bool] { body.map { isBand($0, among: body) } }

  /// Whether a line among those of a table's body heads the rows below it.
  func isBand(_ line: TextLine, among body: [TextLine]) -> Bool {
    isBandLine(line) || isSet(line, asFirstOf: body) || isInCapitals(line, among: body)
  }

  /// "INSIDE THE REGULAR CLASS" among rows that are not all capitals: the page's end may part it from the first of its kind.
  func isInCapitals(_ line: TextLine, among body: [TextLine]) -> Bool {
    let names = line.words.count { word in word.text.contains(where: \.isLetter) }
    // "1, 2027" is the rest of a cell.
    return names > 1 && line.text.isCapitals && isSet(line, asFirstOf: [line])
      && line.box.x0 < (body.map(\.box.x0).min() ?? line.box.x0) + 4
      && !body.contains { $0.chunks.count >= 3 && $0.text.isCapitals }
  }

  /// "SPEECH AND HEARING SUITE" among rows, in the type of "CAMPUS CLASSROOMS" over the first of them.
  func isSet(_ line: TextLine, asFirstOf body: [TextLine]) -> Bool {
    guard let first = body.first, line.chunks.count == 1, first.chunks.count == 1, !line.text.hasSuffix("."),
      first.isBold || Self.opensInCapitals(first), Self.opensInCapitals(line) == Self.opensInCapitals(first),
      line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) })
    else { return false }
    return !line.differsInType(from: first) && abs(line.box.x0 - first.box.x0) < 2
  }

  /// "CAMPUS CLASSROOMS (Main building)": the brackets say more.
  private static func opensInCapitals(_ line: TextLine) -> Bool {
    let lead = line.text.prefix { $0 != "(" }
    return lead.contains(where: \.isLetter) && lead.description.isCapitals
  }

  /// "PROVIDER: SPECIAL EDUCATION TEACHER   REMARKS: SECTION 4B" under a row: labels with what they say, which keep to
  /// no columns.
  func isRemark(_ line: TextLine) -> Bool {
    guard line.words.first?.field == nil, line.chunks.count <= 3, !line.words.contains(where: Ticks.isTick) else {
      return false
    }
    return line.chunks.allSatisfy { chunk in
      guard let colon = chunk.text.firstIndex(of: ":"), chunk.text.index(after: colon) < chunk.text.endIndex else {
        return false
      }
      return isLabel(String(chunk.text[..<colon])) && labelFit(String(chunk.text[..<colon])) >= 0.95
    }
  }
}
