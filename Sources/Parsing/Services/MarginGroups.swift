import IEPModel

/// Names of groups of services at a table's left margin, often turned upright, each beside its rows: "SPECIAL EDUCATION",
/// "RELATED SERVICES". They say what kind of service a row is, though "Special education" is a place elsewhere.
enum MarginGroups {
  static func stand(
    in table: Table, below header: Range<Int>, columns: [ColumnTyping.Column], vocabulary: Vocabulary
  ) -> Bool {
    guard let first = columns.first, first.header.isEmpty, first.role != .category,
      !columns.contains(where: { $0.role == .category })
    else { return false }
    let names = table.cells.filter { $0.column == 0 && $0.row >= header.upperBound && !$0.isEmpty }
    return !names.isEmpty
      && names.allSatisfy { $0.columnSpan == 1 && vocabulary.category(ofHeading: $0.text) != nil }
  }
}
