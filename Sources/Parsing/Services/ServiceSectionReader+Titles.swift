import Extraction
import IEPModel

/// What the lines around a section's tables say of them: the service that a title names, how all of a table's services are
/// given, the goal that they serve.
extension ServiceSectionReader {
  /// "Table 2. Consultation with staff on behalf of the child" right over a table: how all its services are given.
  func captions(_ caption: String, over table: Table) -> Bool {
    let words = caption.blankSeparated
    let counted =
      words.first == "Table" ? words.dropFirst(2).joined(separator: " ") : HeadingCount.removed(from: caption)
    // "Consultation on behalf of the student (no student contact)"
    let line = counted.withoutBrackets ?? counted
    return line.utf8.count < 70 && line.first?.isUppercase == true && !line.hasSuffix(".") && !line.hasSuffix(":")
      && values.vocabulary.deliveries(named: line).count == 1 && values.doses.parse(line) == nil
      && tables.recognizer.isServiceTable(table)
  }

  /// "Speech-language therapy" on a line of its own between the rows of services: the rows below are of it, whatever
  /// they are called ("Individual session").
  func namesService(_ line: TextLine, over next: Block?) -> Bool {
    guard case .table = next, line.isBold, line.words.count <= 6 else { return false }
    return values.vocabulary.serviceCode(of: line.text) != nil
      && values.vocabulary.category(ofHeading: line.text) == nil
  }

  /// The table right below a line, or below one sentence that stands between the two.
  func table(below index: Int, in blocks: [Block]) -> Table? {
    for block in blocks.dropFirst(index + 1).prefix(2) {
      switch block {
      case .table(let table): return table
      case .line(let line): if !line.text.hasSuffix(".") { return nil }
      }
    }
    return nil
  }

  /// "Service: Occupational Therapy", the heading of the section right over its table.
  func title(of block: Block, under heading: TextLine?) -> TableTitle? {
    guard case .table(let table) = block, let heading, heading.words.first?.text.hasSuffix(":") == true else {
      return nil
    }
    return TableTitle(heading, above: table, labels: labels, values: values)
  }

  func title(of block: Block, behind above: ArraySlice<Block>) -> TableTitle? {
    guard case .table(let table) = block, case .line(let line)? = above.last else { return nil }
    if let title = TableTitle(line, above: table, labels: labels, values: values) { return title }
    // Between them may stand what is done there: "Works with Jo in class on copying from the board."
    let lines = above.lastLines(4)
    guard lines.count >= 2, line.text.hasSuffix("."), !lines.contains(where: { GoalHeading($0.text) != nil }) else {
      return nil
    }
    return lines.indices.dropLast().reversed().lazy.compactMap { index in
      let described = lines[(index + 1)...].first?.differsInType(from: lines[index]) ?? false
      return described
        ? TableTitle(
          lines[index], describedBy: Array(lines[(index + 1)...]), above: table, labels: labels, values: values) : nil
    }.first
  }

  /// The goal whose own table the table of services was cut from.
  func goalAbove(_ table: Table, _ block: Block) -> String? {
    guard case .table(let above) = block, above.page == table.page, above.columnCount == table.columnCount,
      abs(above.box.y1 - table.box.y0) < 3, tables.recognizer.isServiceTable(table)
    else { return nil }
    return above.cells.first.flatMap { GoalHeading($0.text) }?.number
  }

  /// "Services that support Goal 1", "Services for goal 2" over a table.
  func goalServed(by line: TextLine) -> String? {
    guard line.words.count <= 8, line.chunks.count == 1, !line.text.hasSuffix("."),
      line.text.contains(inAnyCase: "service") || line.text.contains(inAnyCase: "support"),
      let goals = Clauses.goals(in: line.text).map(GoalNumbers.read), goals.count == 1
    else { return nil }
    return goals[0]
  }

  /// "Special Education Service(s)" heads one table of the section and "Related Service(s)" another.
  func listsRelatedApart(_ section: SectionBlocks) -> Bool {
    section.blocks.contains { block in
      guard case .table(let table) = block, let first = table.row(0).first(where: { !$0.isEmpty }) else { return false }
      return first.columnSpan == 1 && values.vocabulary.category(ofHeading: first.text) == .relatedService
    }
  }

  func goalHeadings(of section: SectionBlocks) -> Int {
    section.visualLines.filter { GoalHeading($0.text) != nil }.count
  }
}
