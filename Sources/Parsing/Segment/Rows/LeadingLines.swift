import Extraction
import IEPModel

/// Rows whose cells are set to the middle of a taller one, which begins above them.
extension AlignedRows {
  /// The first line of the row that fills the columns at `start`: cells set to the middle of a taller one stand below
  /// that one's first lines, which are as near to them as lines of one cell and further from the row above.
  func leading(
    _ start: Int, notBefore floor: Int, in body: [TextLine], filled: [Set<Int>], mayLead: (Int) -> Bool
  ) -> Int {
    guard filled[start].contains(0), filled[start].count >= 3 else { return start }
    var first = start
    while first > floor, mayLead(first - 1), filled[first - 1].count == 1, !filled[first - 1].contains(0),
      filled[first - 1].isSubset(of: filled[start]), body[first - 1].page == body[first].page,
      body[first].box.y0 - body[first - 1].box.y1 < body[first - 1].height * 0.4
    { first -= 1 }
    guard first < start else { return start }
    let inner = body[start].pitch(below: body[start - 1])
    // The cell goes on in the row, line by line.
    let own = body[start].words.filter { filled[start - 1].contains(columns.column(of: $0)) }
    let lines = Chunking.lines(of: own, page: body[start].page)
    if lines.count > 1, abs(lines[1].box.midY - lines[0].box.midY - inner) > 0.6 { return start }
    if first == 0 { return lines.count > 1 ? first : start }
    // Lines that are no further from the row above are the rest of it.
    return body[first].pitch(below: body[first - 1]) > inner + 1 ? first : start
  }
}

extension TextLine {
  /// How far a line stands below another, in points from middle to middle; of cells of several lines the nearest count.
  func pitch(below above: TextLine) -> Double {
    func isTall(_ line: TextLine) -> Bool { line.height > (line.words.map(\.box.height).max() ?? 0) * 1.5 }
    guard isTall(above) || isTall(self), let last = above.words.map(\.box.midY).max(),
      let first = words.map(\.box.midY).min(), first > last
    else { return box.midY - above.box.midY }
    return first - last
  }
}
