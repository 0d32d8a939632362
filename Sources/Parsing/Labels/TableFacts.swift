import Extraction
import IEPModel

/// Facts of a ruled table whose labels stand beside, above or inside the cells of their values.
struct TableFacts: Sendable {
  let reader: FactReader

  func items(of table: Table) -> [SectionItem] {
    let isStacked = isStacked(table)
    let isInline = Self.isInline(table)
    let kinds = answered(
      settled(
        table.cells.map { cell in
          isStacked && head(of: cell) != nil || isInline && cell.text.contains(":") ? .value : kind(cell)
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
    for (index, cell) in table.cells.enumerated() where kinds[index] == .label {
      let right = neighbour(cell.row, cell.column + cell.columnSpan).flatMap { kinds[$0] != .label ? $0 : nil }
      let under = neighbour(cell.row + cell.rowSpan, cell.column).flatMap { kinds[$0] != .label ? $0 : nil }
      let value = right != nil && under != nil ? (beside >= below ? right : under) : (right ?? under)
      if let value, !taken.contains(value) {
        valueOf[index] = value
        taken.insert(value)
      }
    }

    var items: [SectionItem] = []
    for (index, cell) in table.cells.enumerated() {
      if let value = valueOf[index] {
        let valueCell = table.cells[value]
        items.append(
          .fact(
            Fact(
              label: cell.text, value: valueCell.text, lines: valueCell.lines, place: valueCell.place,
              labelPlace: cell.place)))
      } else if taken.contains(index) || cell.isEmpty {
        continue
      } else if isStacked, let count = head(of: cell) {
        items += parts(of: fact(of: cell, headLines: count)).map(SectionItem.fact)
      } else {
        items += inside(cell)
      }
    }
    return items
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
      head(of: cell).map { reader.labelFit(Unwrapping.text(of: Array(cell.lines[..<$0]))) >= 0.7 } ?? false
    }
    return known.count >= 2 && known.count * 2 >= tall.count && tall.allSatisfy { head(of: $0) != nil }
  }

  /// The lines of a label at a cell's head; a heading over several facts is none.
  private func head(of cell: Cell) -> Int? { holdsFacts(cell) ? nil : Self.styledHead(of: cell) }

  private func holdsFacts(_ cell: Cell) -> Bool {
    let labelled = cell.lines.dropFirst().filter { line in
      line.text.firstIndex(of: ":").map { reader.isExactLabel(String(line.text[..<$0])) } ?? false
    }
    return labelled.count >= 2
  }

  /// The lines at a cell's head that are set otherwise than those below: smaller, larger, bold or in capitals.
  private static func styledHead(of cell: Cell) -> Int? {
    guard cell.lines.count >= 2, cell.lines.allSatisfy({ line in line.words.allSatisfy { $0.field == nil } }) else {
      return nil
    }
    let first = cell.lines[0]
    let alike = cell.lines.prefix { !$0.differsInType(from: first) }.count
    let capitals = cell.lines.prefix { $0.text == $0.text.uppercased() && $0.text.contains(where: \.isLetter) }.count
    let count = alike < cell.lines.count ? alike : capitals
    return count > 0 && count < cell.lines.count && count <= 3 ? count : nil
  }

  private func fact(of cell: Cell, headLines count: Int) -> Fact {
    let rest = Array(cell.lines[count...])
    let place = Place(page: cell.page, box: Box.around(rest.map(\.box)), field: rest.first?.words.first?.field)
    return Fact(
      label: Unwrapping.text(of: Array(cell.lines[..<count])), value: Unwrapping.text(of: rest), lines: rest,
      place: place, labelPlace: cell.lines[0].place)
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
      let isAnswer = own < 0.4 && left > 0.6 || own <= 0.5 && left == 1
      if isAnswer, !cell.text.hasSuffix(":") { result[index] = .value }
    }
    // "Provider" over "Special Education Teacher": under a row of labels a row of other values has no label.
    func filled(_ row: Int) -> [Int] {
      table.cells.indices.filter { table.cells[$0].row == row && !table.cells[$0].isEmpty }
    }
    // "Student | WISER ID | Grade" over their values: among labels a short text without figures is one of the form's own.
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
      guard above.count >= 3, above.allSatisfy({ result[$0] == .label }),
        own.filter({ result[$0] == .label }).count * 2 < own.count
      else { continue }
      for index in own { result[index] = .value }
    }
    return result
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
        let right = table.cells.first(where: { $0.row == cell.row && $0.column == cell.column + cell.columnSpan })
      else { continue }
      let options = Ticks.options(in: right.lines)
      let answers = options.map { $0.label.lowercased() }
      if answers == ["yes", "no"] || answers == ["no", "yes"] { result[index] = .label }
    }
    return result
  }

  private func kind(_ cell: Cell) -> Kind {
    guard !cell.isEmpty, cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil } }) else { return .value }
    if cell.lines.contains(where: { $0.words.contains { $0.text == "☐" || $0.text == "☒" } }) { return .value }
    // A cell that holds a label and its value is no label of another cell.
    if cell.lines.count >= 2, ownFact(of: cell) != nil { return .value }
    if let colon = cell.text.firstIndex(of: ":"), cell.text[colon...].count > 2,
      reader.isExactLabel(String(cell.text[..<colon])) || reader.labelFit(String(cell.text[..<colon])) >= 0.9
    {
      return .value
    }
    return reader.isLabel(cell.text) ? .label : .value
  }

  /// A cell that holds its own label: on its first lines, or before a colon.
  func inside(_ cell: Cell) -> [SectionItem] {
    // "PLAAFP" over "data" in a narrow column: the label wraps, and its second line is no value of the first.
    // "NUMBER" over "A" is a label with its value: a letter alone is no word of labels.
    if (2...3).contains(cell.lines.count), reader.isExactLabel(cell.text),
      cell.lines.allSatisfy({ !LabelTokens.of($0.text).isEmpty && !$0.differsInType(from: cell.lines[0]) })
    {
      return cell.lines.map(SectionItem.line)
    }
    if let fact = ownFact(of: cell) { return parts(of: fact).map(SectionItem.fact) }
    return LineFacts(reader: reader).items(of: cell.lines)
  }

  /// A cell of several labels, each over its value: "Baseline", "... 2 of 5", "Method", "Checklist".
  private func parts(of fact: Fact) -> [Fact] {
    var result: [Fact] = []
    var label = (text: fact.label, place: fact.labelPlace)
    var lines: [TextLine] = []
    func close() {
      let place = lines.isEmpty ? fact.place : Paragraph(lines: lines).place
      result.append(
        Fact(
          label: label.text, value: Unwrapping.text(of: lines), lines: lines, place: place, labelPlace: label.place))
      lines = []
    }
    for (index, line) in fact.lines.enumerated() {
      let next = index + 1 < fact.lines.count ? fact.lines[index + 1] : nil
      // A label is set like no value around it.
      let isApart = [lines.last, next].compactMap { $0 }.allSatisfy { line.differsInType(from: $0) }
      if !lines.isEmpty, next != nil, isApart, reader.isExactLabel(line.text),
        line.words.allSatisfy({ $0.field == nil })
      {
        close()
        label = (line.text, line.place)
      } else {
        lines.append(line)
      }
    }
    close()
    return result
  }

  /// The fact of a cell whose first lines are a label and whose others are its value.
  private func ownFact(of cell: Cell) -> Fact? {
    guard cell.lines.count >= 2, !cell.lines[0].text.contains(": "), !cell.lines[0].words.contains(where: Ticks.isTick)
    else { return nil }
    // A heading over several facts is none of them.
    if holdsFacts(cell) { return nil }
    for count in [1, 2, 3] where count < cell.lines.count {
      let head = Array(cell.lines[..<count])
      let text = Unwrapping.text(of: head)
      let rest = Array(cell.lines[count...])
      // The label is set apart from its value by weight, size or capitals, or is a phrase by itself.
      let isApart =
        head[0].differsInType(from: rest[0]) || text.isCapitals && !Unwrapping.text(of: rest).isCapitals
      let whole = Unwrapping.text(of: cell.lines)
      // "Discipline /" over "Provider:" asks for what stands beside it.
      let isLabel = reader.isExactLabel(whole) && !LabelTokens.of(rest[0].text).isEmpty || whole.hasSuffix(":")
      if isLabel || rest[0].text.hasPrefix("(") && rest.last?.text.hasSuffix(")") == true { return nil }
      if reader.isExactLabel(text) || (isApart && reader.labelFit(text) >= 0.7) {
        return fact(of: cell, headLines: count)
      }
    }
    return nil
  }
}
