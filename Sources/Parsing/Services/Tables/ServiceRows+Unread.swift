import IEPModel

extension ServiceRows {
  /// What a row says in columns that nobody knew.
  func unread(_ texts: [String]) -> Set<LineDoubt> {
    var doubts: Set<LineDoubt> = []
    for (index, text) in texts.enumerated()
    where columns[index].role == nil && ticks[index] == nil && counts[index] == nil && !days.contains(index)
      && !CellReading.isBlank(text) && !Self.asksCode(columns[index].header)
      && !UnsupportedTime.isToldBy(columns[index].header)
    {
      let reading = values.read(text)
      if reading.number != nil || reading.isAmount {
        doubts.insert(.unreadAmount)
      } else if reading.namesNothing, text.utf8.count > 3 {
        doubts.insert(.unreadText)
      }
    }
    return doubts
  }

  /// "Code", "Service code", "Line no.": what counts or classes the line says nothing else of it.
  private static func asksCode(_ header: String) -> Bool {
    let words = Set(LabelTokens.of(header))
    return !words.isDisjoint(with: ["code", "number", "line", "item"])
      && words.isSubset(of: ["code", "service", "number", "line", "item", "id"])
  }
}
