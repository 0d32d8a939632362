import IEPModel

/// Names of groups of services at a table's left margin, often turned upright, each beside its rows: "SPECIAL EDUCATION",
/// "RELATED SERVICES". They say what kind of service a row is, though "Special education" is a place elsewhere.
enum MarginGroups {
  /// A column before the names of the services, of which the form's label asks for nothing known, that says of some rows
  /// what kind of service they are: "Options considered" over "Co-teaching", "Related services", "Separate class".
  static func kinds(
    in table: Table, below header: Range<Int>, columns: [ColumnTyping.Column], vocabulary: Vocabulary
  ) -> Int? {
    guard let service = columns.firstIndex(where: { $0.role == .service }),
      !columns.contains(where: { $0.role == .category })
    else { return nil }
    return columns.indices.prefix(service).first { column in
      let cells = table.cells.filter {
        $0.column == column && $0.row >= header.upperBound && !$0.isEmpty && $0.columnSpan == 1
      }
      return columns[column].role == nil && !cells.isEmpty
        && cells.allSatisfy { $0.text.utf8.count <= 40 && !$0.text.contains(where: \.isNumber) }
        && cells.contains { vocabulary.category(ofHeading: $0.text) == .relatedService }
    }
  }

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
