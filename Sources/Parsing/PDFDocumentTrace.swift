public import Extraction
import IEPModel

/// What the stages saw of a document, for people who debug a form: in words, and as places on the page.
extension PDFDocumentParser {
  /// What the segmenter and the label readers saw, a line each: for people who debug a form.
  public func trace(_ layout: PDFLayout, page: Int? = nil) -> [String] {
    let segmented = segmenter.segment(layout, tables: tables, captions: captions, broken: broken)
    var lines = segmented.running.map { "running  \($0.text)" }
    let sections = marked(segmented.sections)
    let key = codeKey(of: sections, lines: sections.map(\.visualLines))
    for section in sections {
      lines.append("== \(section.code.rawValue): \(section.heading)")
      let tables = ServiceTableReader(labels: labels, values: values, key: key)
      for block in section.blocks where page == nil || block.page == page {
        switch block {
        case .line(let line): lines.append("line     " + line.chunks.map(\.text).joined(separator: " ¦ "))
        case .table(let table):
          lines.append(
            "table    \(table.kind) \(table.rowCount) x \(table.columnCount), services: \(tables.recognizer.isServiceTable(table))"
          )
          if let found = tables.read(table, context: ServiceContext(), continuing: nil) {
            lines += found.signature.columns.map {
              "  column  [\($0.header)] \($0.role?.rawValue ?? "-") \(($0.certainty * 100).rounded() / 100)"
            }
            lines += found.signature.ticks.sorted { $0.key < $1.key }.map {
              "  ticks   \($0.key): \($0.value.role.rawValue) = \($0.value.meaning)"
            }
          }
          for cell in table.cells where !cell.isEmpty {
            lines.append(
              "  cell \(cell.row),\(cell.column) +\(cell.rowSpan),\(cell.columnSpan)  "
                + cell.lines.map(\.text).joined(separator: " ⏎ "))
          }
        }
      }
      if section.code == .goals {
        let atoms = GoalAtomizer(labels: labels, values: values).atoms(of: section)
        for part in GoalParts(labels: GoalLabels(labels: labels.goal, values: values)).parts(of: atoms)
        where page == nil || part.atom.places.first?.page == page {
          lines.append(
            "goal     [\(part.kind)] \([part.atom.number, part.atom.area, part.atom.text].compactMap { $0 }.joined(separator: " | "))"
          )
        }
      }
      for case .fact(let fact) in headerItems(section) where page == nil || fact.place.page == page {
        lines.append("fact     [\(fact.label)] \(fact.value)")
      }
    }
    return lines
  }

  /// Tables, cells, headings, facts and what the readers of services offer, each with its place.
  func sights(_ layout: PDFLayout) -> [(kind: PageMark.Kind, place: Place, title: String)] {
    let segmented = segmenter.segment(layout, tables: tables, captions: captions, broken: broken)
    let key = codeKey(of: segmented.sections, lines: segmented.sections.map(\.visualLines))
    let tables = ServiceTableReader(labels: labels, values: values, key: key)
    var sights: [(kind: PageMark.Kind, place: Place, title: String)] = []
    func offer(_ candidate: ServiceCandidate, by reader: String) {
      for part in candidate.parts where !part.text.isEmpty {
        let certainty = (part.certainty * 100).rounded() / 100
        sights.append((.candidate, part.place, "\(reader): \(part.role.rawValue) [\(part.label)] \(certainty)"))
      }
    }
    for section in segmented.sections {
      if let line = section.headingLine { sights.append((.heading, line.place, "section: \(section.code.rawValue)")) }
      for case .table(let table) in section.blocks {
        let size = "\(table.rowCount) x \(table.columnCount)"
        sights.append(
          (
            .table, Place(page: table.page, box: table.box),
            "\(table.kind) table, \(size)\(tables.recognizer.isServiceTable(table) ? ", of services" : "")"
          ))
        sights += table.cells.map { cell in
          (.cell, Place(page: cell.page, box: cell.box), "row \(cell.row + 1), column \(cell.column + 1): \(cell.text)")
        }
        for candidate in tables.read(table, context: ServiceContext(), continuing: nil)?.candidates ?? [] {
          offer(candidate, by: "table")
        }
      }
      let items = FactReader(labels: labels).items(
        of: section.blocks, isColumnar: { tables.recognizer.isServiceTable($0) })
      for case .fact(let fact) in items { sights.append((.fact, fact.place, "fact: \(fact.label)")) }
      for card in ServiceCardReader(labels: labels, values: values).read(items, context: ServiceContext()) {
        offer(card, by: "card")
      }
    }
    return sights
  }
}
