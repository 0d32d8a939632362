import Extraction
import IEPModel

/// A worksheet whose one grid holds block under block: a heading with the dates of its services, their labels and rows, and
/// under other labels the goals that they serve. Each block is a section of its own.
struct WorksheetBlocks: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// The sections, cut where a block or its goals begin.
  func parted(_ sections: [SectionBlocks]) -> [SectionBlocks] {
    var result: [SectionBlocks] = []
    for (index, section) in sections.enumerated() {
      let above = index > 0 ? sections[index - 1] : nil
      // The name of the sheet again at the head of the page behind a heading that the page's end cut off its rows.
      if let above, !section.heading.isEmpty, section.code == above.code, section.heading == above.heading,
        let last = result.last, last.heading != above.heading,
        !last.blocks.contains(where: { if case .table = $0 { true } else { false } })
      {
        for part in parted(section) {
          let isOpen = part.heading == section.heading || part.heading.isEmpty && part.code == last.code
          if isOpen { result[result.count - 1].blocks += part.blocks } else { result.append(part) }
        }
      } else {
        result += parted(section)
      }
    }
    return result
  }

  private func parted(_ section: SectionBlocks) -> [SectionBlocks] {
    guard [.cover, .services, .goals, .esy, .other, .presentLevels, .lre].contains(section.code) else {
      return [section]
    }
    var result: [SectionBlocks] = []
    var open = section
    open.blocks = []
    for block in section.blocks {
      guard case .table(let table) = block, case let starts = starts(in: table), !starts.isEmpty else {
        open.blocks.append(block)
        continue
      }
      if let above = piece(of: table, 0..<starts[0].row) { open.blocks.append(.table(above)) }
      for (index, start) in starts.enumerated() {
        result.append(open)
        let end = index + 1 < starts.count ? starts[index + 1].row : table.rowCount
        open = self.open(start, of: table, until: end, in: section)
      }
    }
    return (result + [open]).filter { !($0.heading.isEmpty && $0.blocks.isEmpty) }
  }

  private enum Kind: Sendable, Hashable { case services, goals }

  private struct Start: Sendable, Hashable {
    var row: Int
    /// The row of its labels; the table's end where they stand on the next page.
    var labels: Int
    var kind: Kind
  }

  private func starts(in table: Table) -> [Start] {
    guard table.kind == .ruled, table.columnCount >= 4, table.rowCount >= 1 else { return [] }
    let rows = (0..<table.rowCount).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }
    var starts: [Start] = []
    for row in rows.indices {
      if let kind = kind(ofLabels: rows[row]) {
        let lead = (0..<row).reversed().prefix { isLead(rows[$0]) && !isDated(rows[$0]) }.last ?? row
        let first = lead > 0 && isDated(rows[lead - 1]) ? lead - 1 : lead
        starts.append(Start(row: first, labels: row, kind: kind))
      } else if row == rows.indices.last, isDated(rows[row]) {
        starts.append(Start(row: row, labels: row + 1, kind: .services))
      }
    }
    let isMixed = Set(starts.map(\.kind)).count > 1
    return isMixed || starts.contains { $0.row < rows.count && isDated(rows[$0.row]) } ? starts : []
  }

  /// The heading's words and what stands beside them as lines, the rest as a table.
  private func open(_ start: Start, of table: Table, until end: Int, in section: SectionBlocks) -> SectionBlocks {
    let lead = (start.row..<min(start.labels, table.rowCount)).flatMap { table.cells(startingIn: $0) }.filter {
      !$0.isEmpty
    }
    let code: SectionCode =
      switch start.kind {
      case .goals: .goals
      case .services: section.code == .esy ? .esy : .services
      }
    let heading = lead.first.map { TextLine(page: $0.page, words: $0.lines.flatMap(\.words)) }
    var opened = SectionBlocks(code: code, heading: heading?.text ?? "", headingLine: heading, blocks: [])
    opened.blocks = lead.dropFirst().flatMap(\.lines).map { .line($0) }
    if let rows = piece(of: table, start.labels..<end) { opened.blocks.append(.table(rows)) }
    return opened
  }

  /// Some rows of the table without blank ones at the end and without columns that none of them has.
  private func piece(of table: Table, _ rows: Range<Int>) -> Table? {
    let filled = rows.filter { row in table.cells(startingIn: row).contains { !$0.isEmpty } }
    guard let first = filled.first, let last = filled.last else { return nil }
    return TableCutter.slice(table, first..<(last + 1))?.withoutEmptyColumns
  }

  /// Labels of a grid of services, or of one of goals, and nothing else.
  private func kind(ofLabels cells: [Cell]) -> Kind? {
    guard cells.count >= 3, cells.allSatisfy({ $0.text.utf8.count <= 40 && !$0.text.contains(where: \.isNumber) })
    else { return nil }
    let asked = cells.compactMap { labels.service.exact($0.text).first }
    if cells.count >= 4, asked.count * 4 >= cells.count * 3, Set(asked).count * 4 >= cells.count * 3,
      asked.contains(where: \.isDose), !Set(asked).isDisjoint(with: [.location, .provider])
    {
      return .services
    }
    let parts = Set(cells.flatMap { labels.goal.exact($0.text) })
    let known = cells.count { !labels.goal.exact($0.text).isEmpty }
    return parts.contains(.text) && known >= 3 && known * 5 >= cells.count * 3
      && !parts.isDisjoint(with: [.baseline, .method, .targetDate, .criterion]) ? .goals : nil
  }

  /// A heading across the grid, alone or beside the dates of its services.
  private func isLead(_ cells: [Cell]) -> Bool {
    guard (1...2).contains(cells.count), let first = cells.first, first.column == 0 else { return false }
    return first.text.utf8.count <= 80 && first.text.isCapitals || isDated(cells)
  }

  private func isDated(_ cells: [Cell]) -> Bool {
    guard cells.count == 2, cells[0].column == 0, cells[0].text.utf8.count <= 80,
      let span = DatesOfServices(values: values).read(cells[1].text)
    else { return false }
    return span.isForAll || span.isOfServices
  }
}

extension ServiceCandidate {
  /// Where a grid has no column for the service, the heading right over it does: "Related service: Physical therapy".
  func named(by heading: TextLine?, in vocabulary: Vocabulary) -> ServiceCandidate {
    guard lacksName, let heading, heading.text.utf8.count <= 80 else { return self }
    let colon = heading.words.firstIndex { $0.text.hasSuffix(":") }
    let words = colon.map { heading.words.dropFirst($0 + 1) } ?? heading.words[...]
    let name = TextLine(page: heading.page, words: Array(words))
    guard vocabulary.serviceCode(of: name.text) != nil,
      vocabulary.category(ofHeading: name.text) == nil
    else { return self }
    return named(as: name)
  }
}
