import Extraction
import IEPModel

/// Facts of a ruled table whose labels stand beside, above or inside the cells of their values.
struct TableFacts: Sendable {
  let reader: FactReader

  private var cells: CellFacts { CellFacts(reader: reader) }

  func items(of table: Table) -> [SectionItem] {
    let isStacked = isStacked(table)
    let isInline = Self.isInline(table)
    let stackedRows = stackedRows(of: table)
    let kinds = answered(
      settled(
        table.cells.map { cell in
          isStacked && cells.head(of: cell) != nil || isInline && cell.text.contains(":") ? .value : kind(cell)
        }, of: table), of: table
    )
    var at: [[Int?]] = Array(repeating: Array(repeating: nil, count: table.columnCount), count: table.rowCount)
    for (index, cell) in table.cells.enumerated() {
      for r in cell.row..<min(cell.row + cell.rowSpan, table.rowCount) {
        for c in cell.column..<min(cell.column + cell.columnSpan, table.columnCount) { at[r][c] = index }
      }
    }
    func neighbour(_ row: Int, _ column: Int) -> Int? {
      row < table.rowCount && column < table.columnCount ? at[row][column] : nil
    }

    // Whether values stand to the right of labels or below them, where both would do.
    var beside = 0
    var below = 0
    for (index, cell) in table.cells.enumerated() where kinds[index] == .label {
      let right = neighbour(cell.row, cell.column + cell.columnSpan)
      let under = neighbour(cell.row + cell.rowSpan, cell.column)
      let rightIsValue = right.map { kinds[$0] != .label } ?? false
      let underIsValue = under.map { kinds[$0] != .label } ?? false
      if rightIsValue && !underIsValue { beside += 1 }
      if underIsValue && !rightIsValue { below += 1 }
    }

    var valueOf: [Int: Int] = [:]
    var taken: Set<Int> = []
    let isPaired = isPaired(table, kinds)
    func answer(_ index: Int) -> Int? {
      let cell = table.cells[index]
      return kinds[index] == .label || ownsLabel(cell) && !(isPaired && cell.column == 1) ? nil : index
    }
    func isPlain(_ index: Int) -> Bool { kinds[index] != .label && !table.cells[index].text.contains(":") }
    for (index, cell) in table.cells.enumerated() where kinds[index] == .label {
      let next = neighbour(cell.row, cell.column + cell.columnSpan)
      // "School" over "Psychology" beside "Service:" answers what its colon asks.
      let isAsked = cell.text.hasSuffix(":") && reader.isExactLabel(cell.text)
      let right = next.flatMap { answer($0) ?? (isAsked && isPlain($0) ? $0 : nil) }
      let under = neighbour(cell.row + cell.rowSpan, cell.column).flatMap(answer)
      let value = right != nil && under != nil ? (beside >= below ? right : under) : (right ?? under)
      if let value, !taken.contains(value) {
        valueOf[index] = value
        taken.insert(value)
      }
    }

    /// A label beside cells that answer labels of their own: left blank.
    func isBlank(_ index: Int, _ cell: Cell) -> Bool {
      guard kinds[index] == .label, reader.isExactLabel(cell.text) else { return false }
      let around = [
        neighbour(cell.row, cell.column + cell.columnSpan), neighbour(cell.row + cell.rowSpan, cell.column),
      ]
      return around.contains { $0.map { ownsLabel(table.cells[$0]) } ?? false }
    }

    var items: [SectionItem] = []
    for (index, cell) in table.cells.enumerated() {
      if valueOf[index] == nil, isBlank(index, cell) {
        items.append(.fact(Fact(label: cell.text, value: "", lines: [], place: cell.place, labelPlace: cell.place)))
      } else if let value = valueOf[index] {
        let valueCell = table.cells[value]
        items.append(
          .fact(
            Fact(
              label: counted(cell) ?? cell.text, value: valueCell.text, lines: valueCell.lines, place: valueCell.place,
              labelPlace: cell.place)))
      } else if taken.contains(index) || cell.isEmpty {
        continue
      } else if isStacked, let count = cells.head(of: cell) {
        items += cells.facts(of: cell, headLines: count).map(SectionItem.fact)
      } else if stackedRows.contains(cell.row), let fact = cells.stackedFact(of: cell) {
        items.append(.fact(fact))
      } else {
        items += cells.inside(cell)
      }
    }
    return items
  }

  /// Two columns, the left one of labels: "General Education" over "Classroom" beside "Setting" is no label with its value.
  private func isPaired(_ table: Table, _ kinds: [Kind]) -> Bool {
    let left = table.cells.indices.filter { table.cells[$0].column == 0 && !table.cells[$0].isEmpty }
    return table.columnCount == 2 && left.count >= 4 && left.count { kinds[$0] == .label } * 5 >= left.count * 4
  }

  /// "Provider" over "School Psychologist" in one cell answers its own label, not one whose value was left blank.
  private func ownsLabel(_ cell: Cell) -> Bool {
    guard cell.lines.count == 2, let own = cells.ownFact(of: cell) else { return false }
    return reader.isExactLabel(own.label)
  }

  /// Whether the cells hold each its label and, behind a colon, its value: then so do those that ask in words that nobody
  /// knows, and those that nobody filled in.
  private static func isInline(_ table: Table) -> Bool {
    let filled = table.cells.filter { !$0.isEmpty }
    let whole = filled.filter { $0.lines[0].text.contains(": ") && $0.lines[0].text.first?.isLetter == true }
    return whole.count >= 4 && whole.count * 3 >= filled.count * 2
  }

  /// Whether the cells hold their labels, set apart by their style, over their values: then so do those whose labels
  /// nobody knows.
  private func isStacked(_ table: Table) -> Bool {
    let tall = table.cells.filter { $0.lines.count >= 2 }
    let known = tall.filter { cell in
      cells.head(of: cell).map { reader.labelFit(Unwrapping.text(of: Array(cell.lines[..<$0]))) >= 0.7 } ?? false
    }
    return known.count >= 2 && known.count * 2 >= tall.count && tall.allSatisfy { cells.head(of: $0) != nil }
  }

  /// Rows whose cells hold each a label over its value: most of the labels are known ones.
  private func stackedRows(of table: Table) -> Set<Int> {
    Set(
      (0..<table.rowCount).filter { row in
        let own = table.cells.filter { $0.row == row && !$0.isEmpty }
        let known = own.filter(ownsLabel)
        return known.count >= 2 && known.count * 2 >= own.count && own.allSatisfy { $0.lines.count == 2 }
      })
  }

  private enum Kind { case label, value }

  /// "Delivery | Direct" in a column of values behind a column of labels: a word that is a label elsewhere is a value here.
  private func settled(_ kinds: [Kind], of table: Table) -> [Kind] {
    func share(_ column: Int) -> Double {
      let filled = table.cells.indices.filter { table.cells[$0].column == column && !table.cells[$0].isEmpty }
      guard filled.count >= 3 else { return 0.5 }
      return Double(filled.filter { kinds[$0] == .label }.count) / Double(filled.count)
    }
    let shares = (0..<table.columnCount).map(share)
    var result = kinds
    for (index, cell) in table.cells.enumerated() where kinds[index] == .label && cell.column > 0 {
      let (own, left) = (shares[cell.column], shares[cell.column - 1])
      // "Dates and decisions | This IEP" may head the two.
      let isAnswer =
        own < 0.4 && left > 0.6 || own <= 0.5 && left == 1 || own <= 0.5 && left > 0.8 && table.columnCount == 2
      if isAnswer, !cell.text.hasSuffix(":") { result[index] = .value }
    }
    for row in 0..<table.rowCount { alternate(row, of: table, in: &result) }
    // "Provider" over "Special Education Teacher": under a row of labels a row of other values has no label.
    func filled(_ row: Int) -> [Int] {
      table.cells.indices.filter { table.cells[$0].row == row && !table.cells[$0].isEmpty }
    }
    // "Student | XTID | Grade" over their values: among labels a short text without figures is one of the form's own.
    for row in 0..<max(0, table.rowCount - 1) {
      let (own, below) = (filled(row), filled(row + 1))
      guard own.count >= 4, own.filter({ result[$0] == .label }).count * 3 >= own.count * 2,
        below.count * 2 > own.count,
        below.allSatisfy({ result[$0] == .value })
      else { continue }
      for index in own where result[index] == .value && isShortName(table.cells[index]) { result[index] = .label }
    }
    for row in 1..<max(1, table.rowCount) {
      let (above, own) = (filled(row - 1), filled(row))
      let named = own.count { result[$0] == .label }
      // "Direct" beside a date is an answer: a row of labels holds no figures.
      let isDated =
        row + 1 == table.rowCount && named < own.count
        && own.contains { result[$0] == .value && table.cells[$0].text.first?.isNumber == true }
      // "Location | Provider | Delivery" over "Resource room | Teacher | Group": the only row below answers.
      let isOnly = table.rowCount == 2 && named < own.count && own.count == above.count
      guard above.count >= 3, above.allSatisfy({ result[$0] == .label }), named * 2 < own.count || isDated || isOnly
      else { continue }
      for index in own { result[index] = .value }
    }
    return result
  }

  /// "Amount | 30 minutes weekly | Place | Push-in": in a row of labels and values by turns a word that may be a label
  /// elsewhere answers the one before it.
  private func alternate(_ row: Int, of table: Table, in kinds: inout [Kind]) {
    let cells = table.cells.indices.filter { table.cells[$0].row == row }
    guard cells.count >= 4, cells.count.isMultiple(of: 2) else { return }
    let pairs = stride(from: 0, to: cells.count, by: 2).map { (label: cells[$0], value: cells[$0 + 1]) }
    let known = pairs.filter { kinds[$0.label] == .label && reader.isExactLabel(table.cells[$0.label].text) }
    // "Type of IEP | IEP meeting date | In effect from | In effect to" is a row of labels.
    guard known.count == pairs.count,
      pairs.contains(where: { kinds[$0.value] == .value && !table.cells[$0.value].isEmpty }),
      pairs.count(where: { kinds[$0.value] == .label }) * 2 <= pairs.count
    else { return }
    for pair in pairs where !table.cells[pair.value].text.hasSuffix(":") { kinds[pair.value] = .value }
  }

  private func isShortName(_ cell: Cell) -> Bool {
    let text = cell.text
    return text.split(separator: " ").count <= 4 && text.first?.isUppercase == true && !text.contains(where: \.isNumber)
      && !text.contains(":")
      && cell.lines.allSatisfy { line in
        line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      }
  }

  /// "Secondary transition | ☐ Yes ☒ No": the words before boxes for yes and no are a label, known or not.
  private func answered(_ kinds: [Kind], of table: Table) -> [Kind] {
    var result = kinds
    for (index, cell) in table.cells.enumerated() where !cell.isEmpty && cell.text.utf8.count <= 60 {
      guard kinds[index] == .value, !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) }),
        let right = table.cells.first(where: { $0.row == cell.row && $0.column == cell.column + cell.columnSpan }),
        // "ESY: ☐ Yes ☒ No" answers a label of its own.
        !right.text.contains(":")
      else { continue }
      let options = Ticks.options(in: right.lines)
      let answers = options.map { $0.label.lowercased() }
      if answers == ["yes", "no"] || answers == ["no", "yes"] { result[index] = .label }
    }
    return result
  }

  private func kind(_ cell: Cell) -> Kind {
    guard !cell.isEmpty, cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil } }) else { return .value }
    // "No" behind a label answers it, though it may ask for a number.
    if cell.column > 0, ["yes", "no"].contains(cell.text.lowercased()) { return .value }
    if cell.lines.contains(where: { $0.words.contains { $0.text == "☐" || $0.text == "☒" } }) { return .value }
    // "IEP dates: from" beside a day, and "to" beside another.
    if let lead = cell.text.range(of: ": "),
      ["from", "to", "begin", "end"].contains(cell.text[lead.upperBound...].lowercased()),
      reader.isExactLabel(cell.text)
    {
      return .label
    }
    // A cell that holds a label and its value is no label of another cell.
    if cell.lines.count >= 2, cells.ownFact(of: cell) != nil { return .value }
    if let colon = cell.text.firstIndex(of: ":"), cell.text[colon...].count > 2,
      reader.isExactLabel(String(cell.text[..<colon])) || reader.labelFit(String(cell.text[..<colon])) >= 0.9
    {
      return .value
    }
    return reader.isLabel(cell.text) || counted(cell) != nil ? .label : .value
  }

  /// "1. Total minutes in school week": what a line of a calculation asks for, without its number.
  private func counted(_ cell: Cell) -> String? {
    guard let split = RowMarks.split(cell.text), split.mark.first?.isNumber == true,
      !reader.labels.header.exact(split.rest).isEmpty
    else { return nil }
    return split.rest
  }
}
