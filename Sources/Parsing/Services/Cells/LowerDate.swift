import IEPModel

/// A date alone in a cell for a begin and, below it, an end: it is the one beside whose line of the other cells it stands.
enum LowerDate {
  /// Whether the date stands where the second lines do, under a label that asks for the begin first.
  static func isEnd(_ cell: Cell, under header: String, beside cells: [Cell?]) -> Bool {
    guard cell.lines.count == 1, asksBoth(header), let date = cell.lines.first?.box else { return false }
    let pairs = cells.compactMap { $0 }.filter { $0.lines.count == 2 && $0.column != cell.column }
    return pairs.count >= 2
      && pairs.allSatisfy { abs($0.lines[1].box.midY - date.midY) < 2 && abs($0.lines[0].box.midY - date.midY) > 4 }
  }

  /// "Begin" over "End", "Start / Stop".
  private static func asksBoth(_ header: String) -> Bool {
    let words = LabelTokens.words(header)
    guard let begin = words.firstIndex(where: { ["begin", "begins", "start", "starts", "from"].contains($0) }),
      let end = words.firstIndex(where: { ["end", "ends", "stop", "to", "through", "until"].contains($0) })
    else { return false }
    return begin < end
  }
}
