import Extraction
import IEPModel

/// Facts of one cell of a ruled table: its label on the first lines or before a colon, its value behind or below it.
struct CellFacts: Sendable {
  let reader: FactReader

  /// A cell that holds its own label: on its first lines, or before a colon.
  func inside(_ cell: Cell) -> [SectionItem] {
    // "PLAAFP" over "data" in a narrow column: the label wraps, and its second line is no value of the first.
    // "NUMBER" over "A" is a label with its value: a letter alone is no word of labels.
    if (2...3).contains(cell.lines.count), !endsLabel(in: cell), reader.isExactLabel(cell.text),
      cell.lines.allSatisfy({ !LabelTokens.of($0.text).isEmpty && !$0.differsInType(from: cell.lines[0]) })
    {
      return cell.lines.map(SectionItem.line)
    }
    if isOneSentence(cell) { return cell.lines.map(SectionItem.line) }
    if let fact = ownFact(of: cell) { return parts(of: fact).map(SectionItem.fact) }
    return LineFacts(reader: reader).items(of: cell.lines)
  }

  /// "How progress will be measured:" over "Tally", "Goal area: Functional" over "Academics": the colon ends the label,
  /// whatever the value adds to its words.
  private func endsLabel(in cell: Cell) -> Bool {
    let whole = Unwrapping.text(of: cell.lines)
    guard let colon = whole.range(of: ": "), reader.isExactLabel(String(whole[..<colon.lowerBound])) else {
      return false
    }
    return cell.lines.dropLast().contains { $0.text.hasSuffix(":") }
      || !reader.isExactLabel(String(whole[colon.upperBound...]))
  }

  /// "Jo will ask for help in 8 of 10 tries" over "by 12/01/2026.": what goes on in small letters is no label.
  private func isOneSentence(_ cell: Cell) -> Bool {
    guard cell.lines.count >= 2, !cell.text.contains(":"), cell.text.hasSuffix("."), cell.text.contains(" will "),
      // "Annual goal | Jo will ask for help": its label stands beside it.
      let first = cell.lines.first?.chunks, first.count == 1 || !reader.isExactLabel(first[0].text)
    else { return false }
    return cell.lines.dropFirst().allSatisfy { $0.text.first?.isLowercase == true }
      && cell.lines.dropLast().allSatisfy { line in !".!?".contains(line.text.last ?? ".") }
  }

  /// A cell of several labels, each over its value: "Baseline", "... 2 of 5", "Method", "Checklist".
  private func parts(of fact: Fact) -> [Fact] {
    var result: [Fact] = []
    var label = (text: fact.label, place: fact.labelPlace)
    var lines: [TextLine] = []
    /// A row of labels over their values was the last to be read: no label is open.
    var isAnswered = false
    var read = 0
    func close() {
      defer { (lines, isAnswered) = ([], false) }
      if isAnswered, lines.isEmpty { return }
      let place = lines.isEmpty ? fact.place : Paragraph(lines: lines).place
      result.append(
        Fact(
          label: label.text, value: Unwrapping.text(of: lines), lines: lines, place: place, labelPlace: label.place))
    }
    for (index, line) in fact.lines.enumerated() where index >= read {
      if let row = LabelRowInCell(reader: reader).facts(in: fact.lines[index...], after: lines.last) {
        close()
        result += row.facts
        (read, isAnswered) = (row.end, true)
        continue
      }
      let next = index + 1 < fact.lines.count ? fact.lines[index + 1] : nil
      // A label is set like no value around it; one that nobody answered stands over a row of labels.
      let isApart = [lines.last, next].compactMap { $0 }.allSatisfy { line.differsInType(from: $0) }
      func isOverRow() -> Bool {
        lines.last.map { line.differsInType(from: $0) } ?? true
          && LabelRowInCell(reader: reader).facts(in: fact.lines[(index + 1)...], after: lines.last) != nil
      }
      if !lines.isEmpty || isAnswered, next != nil, reader.isExactLabel(line.text),
        line.words.allSatisfy({ $0.field == nil }), isApart || isOverRow()
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

  /// A label of several lines of which the last holds its colon, and the value behind it.
  private func wrapped(_ head: [TextLine], _ rest: [TextLine]) -> Fact? {
    guard let colon = rest[0].words.firstIndex(where: { $0.text.hasSuffix(":") }), colon + 1 < rest[0].words.count
    else { return nil }
    let end = TextLine(page: rest[0].page, words: Array(rest[0].words[...colon]))
    let value = [TextLine(page: rest[0].page, words: Array(rest[0].words[(colon + 1)...]))] + rest.dropFirst()
    return Fact(
      label: Unwrapping.text(of: head + [end]).trimmingColon, value: Unwrapping.text(of: value), lines: value,
      place: Paragraph(lines: value).place, labelPlace: Paragraph(lines: head + [end]).place)
  }

  /// The fact of a cell whose first lines are a label and whose others are its value.
  func ownFact(of cell: Cell) -> Fact? {
    guard cell.lines.count >= 2, !cell.lines[0].text.contains(": "), !cell.lines[0].words.contains(where: Ticks.isTick)
    else { return nil }
    // A heading over several facts is none of them.
    if holdsFacts(cell) || heads(cell.lines[0], over: cell.lines[1]) { return nil }
    // "Baseline /" over "Nivel de base" is one label in two languages.
    for count in [1, 2, 3] where count < cell.lines.count && !cell.lines[count - 1].text.hasSuffix("/") {
      let head = Array(cell.lines[..<count])
      let text = Unwrapping.text(of: head)
      let rest = Array(cell.lines[count...])
      // The label is set apart from its value by weight, size or capitals, or is a phrase by itself.
      let isApart =
        head[0].differsInType(from: rest[0]) || text.isCapitals && !Unwrapping.text(of: rest).isCapitals
      let whole = Unwrapping.text(of: cell.lines)
      // "Discipline /" over "Provider:" asks for what stands beside it.
      let isLabel =
        reader.isExactLabel(whole) && !LabelTokens.of(Unwrapping.text(of: rest)).isEmpty && !endsLabel(in: cell)
        || whole.hasSuffix(":")
      if isLabel || rest[0].text.hasPrefix("(") && rest.last?.text.hasSuffix(")") == true { return nil }
      // "Special Instruction -" over "Mathematics": the dash leads on.
      if !isApart, text.hasSuffix(" -") || text.hasSuffix(" –") { continue }
      if goesOn(head, in: rest) { continue }
      // "Projected date of annual IEP" over "review: 9/23/2027": the label ends with its colon.
      if let colon = rest[0].text.range(of: ": "),
        case let whole = text + " " + rest[0].text[..<colon.lowerBound],
        reader.labelFit(whole) >= 0.8, !rest[0].text[colon.upperBound...].contains(where: \.isLetter)
      {
        return wrapped(head, rest)
      }
      if reader.isExactLabel(text) || (isApart && reader.labelFit(text) >= 0.7) {
        return fact(of: cell, headLines: count)
      }
    }
    return nil
  }

  /// "Home / Serving School" over "Bay Ridge", "Provider(s): Primary (P)" over "Social Worker", where the cells beside it hold
  /// a known label over its value: then so does this one, whatever its first line says.
  func stackedFact(of cell: Cell) -> Fact? {
    guard ownFact(of: cell) == nil, cell.lines.count == 2,
      cell.lines.allSatisfy({ line in
        line.chunks.count == 1 && line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      }),
      case let label = cell.lines[0].text, !label.contains(where: \.isNumber), !".?!,".contains(label.last ?? "."),
      label.split(separator: " ").count <= 6, !cell.lines[1].text.contains(": ")
    else { return nil }
    var fact = fact(of: cell, headLines: 1)
    if let colon = label.range(of: ": "), reader.isExactLabel(String(label[..<colon.lowerBound])) {
      fact.label = String(label[..<colon.lowerBound])
    }
    return fact
  }

  /// "METHOD FOR MEASURING THE CHILD'S" over "PROGRESS" over "B. Work samples": the label's capitals end a line later.
  private func goesOn(_ head: [TextLine], in rest: [TextLine]) -> Bool {
    guard rest.count >= 2, head.allSatisfy(\.text.isCapitals), rest[0].text.isCapitals, !rest[1].text.isCapitals,
      !rest[0].text.contains(where: \.isNumber), !rest[0].differsInType(from: head[0])
    else { return false }
    let whole = Unwrapping.text(of: head + [rest[0]])
    return reader.isExactLabel(Unwrapping.text(of: head)) ? reader.isExactLabel(whole) : reader.labelFit(whole) >= 0.7
  }

  /// "Meeting held | Plan from" over "10/28/2026 | 11/02/2026": labels side by side, each over a value of its own.
  private func heads(_ line: TextLine, over values: TextLine) -> Bool {
    let (labels, below) = (line.groups, values.groups)
    return labels.count >= 2 && labels.count == below.count
      && zip(labels, below).allSatisfy { label, value in
        abs(label[0].box.x0 - value[0].box.x0) < 6 && reader.isExactLabel(label.map(\.text).joined(separator: " "))
      }
  }

  /// The lines of a label at a cell's head; a heading over several facts is none.
  func head(of cell: Cell) -> Int? {
    holdsFacts(cell) || beginsWithFact(cell) ? nil : Self.styledHead(of: cell)
  }

  /// "School of attendance: Antelope" over "Mesa High School": the value begins on the label's own line.
  private func beginsWithFact(_ cell: Cell) -> Bool {
    guard let line = cell.lines.first?.text, let colon = line.range(of: ": ") else { return false }
    return reader.isExactLabel(String(line[..<colon.lowerBound]))
  }

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

  /// The facts of a cell whose first lines are a label.
  func facts(of cell: Cell, headLines count: Int) -> [Fact] { parts(of: fact(of: cell, headLines: count)) }

  private func fact(of cell: Cell, headLines count: Int) -> Fact {
    let rest = Array(cell.lines[count...])
    let place = Place(page: cell.page, box: Box.around(rest.map(\.box)), field: rest.first?.words.first?.field)
    return Fact(
      label: Unwrapping.text(of: Array(cell.lines[..<count])), value: Unwrapping.text(of: rest), lines: rest,
      place: place, labelPlace: cell.lines[0].place)
  }
}
