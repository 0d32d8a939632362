import IEPModel

/// Rows at a table's foot that add up the others and list no service.
enum SumRow {
  /// "School week (min)", "Special ed min/wk", "Related services total, min/wk", "Time in general education", "% in gen ed":
  /// what a table's foot says of the week, without an amount of its own.
  private static func isOfWeek(_ text: String) -> Bool {
    guard text.utf8.count <= 48, !text.contains(where: \.isNumber) else { return false }
    let words = Set(LabelTokens.words(text))
    let names = { (list: Set<String>) in !words.isDisjoint(with: list) }
    if text.hasPrefix("%") || names(["percent", "percentage"]) { return true }
    let isTimed = names(["min", "mins", "minute", "minutes", "hours", "hrs", "time"])
    return isTimed && names(["wk", "week", "weekly", "day"])
      && names(["total", "totals", "school", "ed", "education", "related", "svc", "services", "in", "out"])
      || names(["time"]) && words.isSuperset(of: ["in", "education"])
  }

  /// "Total minutes per week", "Weekly total", "All services" at the foot of a table.
  static func isSum(_ text: String) -> Bool {
    // "2. Total minutes per week": the lines of a calculation are counted.
    let words = Array(LabelTokens.of(text).drop { $0.allSatisfy(\.isNumber) })
    if words.count >= 2, words[0] == "all", ["service", "line", "minutes", "time"].contains(words[1]) { return true }
    let sums: Set<String> = ["total", "totals", "sum", "subtotal"]
    return sums.contains(words.first ?? "")
      || words.count <= 3 && sums.contains(words.last ?? "") || isOfWeek(text)
  }
}
