import Extraction
import IEPModel

/// A column of boxes to tick, whose header says what a tick means: "GE | SE", "Individual | Group", "ESY".
struct TickColumn: Sendable, Hashable {
  var role: ServiceRole
  /// The header's words.
  var meaning: String

  /// The columns of a table that hold ticks and nothing else.
  /// - Parameter key: what the form says that the letters over them stand for.
  static func columns(
    of table: Table, header: Range<Int>, labels: LabelTable<ServiceRole>, vocabulary: Vocabulary, key: CodeKey
  ) -> [Int: TickColumn] {
    var result: [Int: TickColumn] = [:]
    let week = DayColumns.named(in: table, header: header)
    for column in 0..<table.columnCount where !week.contains(column) {
      let cells = table.cells.filter {
        $0.column == column && $0.columnSpan == 1 && $0.row >= header.upperBound && !$0.isEmpty
      }
      let above = table.cells.filter {
        $0.column <= column && column < $0.column + $0.columnSpan && header.contains($0.row + $0.rowSpan - 1)
          && !$0.isEmpty
      }.sorted { $0.row < $1.row }
      guard cells.allSatisfy({ isTicked($0.text) || isOpen($0.text) }),
        let label = above.last, label.columnSpan == 1,
        // No row may be ticked there, but boxes they are.
        above.count > 1 || cells.contains(where: { isTicked($0.text) || $0.text == "☐" }),
        // "Hours of service" over "Direct | Indirect": figures stand there, if on another page.
        !cells.isEmpty || !above.dropLast().contains(where: { DoseHeader($0.text).namesTime })
      else { continue }
      let asked = above.dropLast().lazy.compactMap { role(asked: $0.text, labels: labels) }.first
      let meaning = key.meaning(of: label.text) { role(of: $0, vocabulary: vocabulary) != nil } ?? label.text
      let said = role(of: meaning, vocabulary: vocabulary)
      // "How many: Individual | Group" asks for the grouping, whatever else "how" may ask for.
      // So does "Setting: Ind | Grp", whatever place else "setting" may ask for.
      let isDenied =
        said == .grouping
        && (asked == .delivery && vocabulary.delivery(of: meaning) == nil
          || asked == .location && vocabulary.locationCode(of: meaning) == nil)
      if let role = isDenied ? said : asked ?? said {
        result[column] = TickColumn(role: role, meaning: meaning)
      }
    }
    for (column, person) in persons(of: table, header: header, vocabulary: vocabulary) {
      result[column] = TickColumn(role: .provider, meaning: person)
    }
    for (column, named) in unticked(of: table, header: header, besides: result, vocabulary: vocabulary) {
      result[column] = named
    }
    // "SE | RS" for special education and related services: what the ticks say is the kind of service.
    let kinds = result.mapValues { vocabulary.category(ofHeading: $0.meaning) }
    let spelled = (0..<table.columnCount).filter { result[$0] == nil }.compactMap { column -> (Int, String)? in
      let label = table.cells.first { $0.column == column && header.contains($0.row) && !$0.isEmpty }?.text ?? ""
      let meaning = key.meaning(of: label) { vocabulary.category(ofHeading: $0) != nil } ?? label
      return vocabulary.category(ofHeading: meaning) != nil ? (column, meaning) : nil
    }.filter { column, _ in
      table.cells.filter { $0.column == column && $0.row >= header.upperBound && !$0.isEmpty }.allSatisfy {
        isTicked($0.text) || isOpen($0.text)
      }
    }
    if !spelled.isEmpty,
      Set(kinds.values.compactMap { $0 } + spelled.compactMap { vocabulary.category(ofHeading: $0.1) }).count > 1
    {
      for (column, kind) in kinds where kind != nil { result[column]?.role = .category }
      for (column, meaning) in spelled { result[column] = TickColumn(role: .category, meaning: meaning) }
    }
    return result
  }

  /// "Sp Ed Tchr | SLP | OT | PT | Para", of which each row ticks one: who gives the service. At least one of them is a
  /// person whatever it stands beside.
  private static func persons(
    of table: Table, header: Range<Int>, vocabulary: Vocabulary
  ) -> [(column: Int, label: String)] {
    let named = (0..<table.columnCount).compactMap { column -> (column: Int, label: String, isTicked: Bool)? in
      let cells = table.cells.filter { $0.column == column && $0.columnSpan == 1 && !$0.isEmpty }
      guard let label = cells.last(where: { header.contains($0.row) })?.text, vocabulary.providerCode(of: label) != nil,
        // "Special Ed" beside "General Ed" is a place.
        !vocabulary.isPlace(label),
        case let below = cells.filter({ $0.row >= header.upperBound }),
        below.allSatisfy({ isTicked($0.text) || isOpen($0.text) })
      else { return nil }
      return (column, label, below.contains { isTicked($0.text) })
    }
    guard named.count >= 2, named.contains(where: \.isTicked), named.contains(where: { vocabulary.isPerson($0.label) })
    else { return [] }
    return named.map { ($0.column, $0.label) }
  }

  /// "Gen ed class | SpEd room | Therapy room" where no row is ticked under the second: it is one of them, not the column
  /// that asks for the place in words.
  private static func unticked(
    of table: Table, header: Range<Int>, besides found: [Int: TickColumn], vocabulary: Vocabulary
  ) -> [Int: TickColumn] {
    var result: [Int: TickColumn] = [:]
    for column in 0..<table.columnCount where found[column] == nil {
      let beside = [column - 1, column + 1].compactMap { found[$0]?.role }
      guard !beside.isEmpty,
        table.cells.allSatisfy({ $0.column != column || header.contains($0.row) || $0.isEmpty || $0.columnSpan > 1 }),
        let label = table.cells.last(where: { $0.column == column && header.contains($0.row) && !$0.isEmpty }),
        label.columnSpan == 1, let role = role(of: label.text, vocabulary: vocabulary), beside.contains(role)
      else { continue }
      result[column] = TickColumn(role: role, meaning: label.text)
    }
    return result
  }

  /// What the header over several columns of ticks asks for.
  private static func role(asked header: String, labels: LabelTable<ServiceRole>) -> ServiceRole? {
    let roles: Set<ServiceRole> = [.location, .grouping, .delivery, .period, .frequency]
    return labels.matches(header).first { roles.contains($0.role) && $0.score >= 0.5 }.map {
      $0.role == .frequency ? .period : $0.role
    }
  }

  private static func role(of text: String, vocabulary: Vocabulary) -> ServiceRole? {
    if LabelTokens.of(text).contains("esy") { return .extendedSchoolYear }
    // "Regular class" is a place, though "class" alone may be a grouping.
    if vocabulary.locationCode(of: text) != nil, LabelTokens.of(text).count > 1 { return .location }
    if vocabulary.grouping(of: text) != nil { return .grouping }
    if vocabulary.delivery(of: text) != nil { return .delivery }
    if vocabulary.locationCode(of: text) != nil { return .location }
    return DoseGrammar.isPeriod(text) ? .period : nil
  }

  /// Boxes without words under a header that names each: "Ind Grp" over "☐ ☒".
  static func chosen(in cell: Cell, header: String) -> String? {
    let words = cell.lines.flatMap(\.words).map(\.text)
    let names = header.split { $0.isWhitespace || $0 == "/" }.map(String.init)
    guard words.count >= 2, words.count == names.count, words.allSatisfy({ $0 == "☐" || $0 == "☒" }) else { return nil }
    return zip(words, names).filter { $0.0 == "☒" }.map(\.1).joined(separator: " ")
  }

  static func isTicked(_ text: String) -> Bool {
    Ticks.isMark(text) || ["Yes", "YES", "Y"].contains(text.trimmingBlanks)
  }

  private static func isOpen(_ text: String) -> Bool {
    ["☐", "No", "NO", "N", "-", "–", "○"].contains(text.trimmingBlanks)
  }
}
