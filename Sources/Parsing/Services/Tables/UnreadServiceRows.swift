import IEPModel

/// Rows of tables that name a service and an amount of time and that no reader took: whoever compares the output with
/// the page must hear of them, since nothing else would tell that they are missing.
struct UnreadServiceRows: Sendable {
  let values: ValueReaders

  /// - Parameters:
  ///   - sections: of the plan. Assessments, reports of progress, notices and narratives speak of services that they do
  ///     not list.
  ///   - known: places of all that the output holds: service lines, accommodations, goals, mentions.
  func diagnostics(in sections: [SectionBlocks], known: [Place]) -> [Diagnostic] {
    sections.filter { Self.lists($0.code) }.flatMap { section in
      section.blocks.flatMap { block -> [Diagnostic] in
        guard case .table(let table) = block else { return [] }
        return (0..<table.rowCount).compactMap {
          diagnostic(of: table.cells(startingIn: $0), in: section.code, known: known)
        }
      }
    }
  }

  private static func lists(_ code: SectionCode) -> Bool {
    switch code {
    case .services, .esy, .lre, .accommodations, .goals, .transition, .cover, .other: true
    case .presentLevels, .specialFactors, .assessment, .progress, .priorNotice, .participants: false
    }
  }

  private func diagnostic(of row: [Cell], in section: SectionCode, known: [Place]) -> Diagnostic? {
    let cells = row.filter { !$0.isEmpty && $0.text.utf8.count < 90 }
    guard let name = cells.first(where: { values.vocabulary.serviceCode(of: $0.text) != nil }),
      let amount = cells.first(where: { $0 != name && values.read($0.text).hasMinutes }),
      !known.contains(where: { Self.overlaps($0, cells) }), !isSum(name)
    else { return nil }
    // "Total minutes a week: | 195 minutes" names no more than an amount.
    let others = cells.filter { $0 != name && $0 != amount && isOfGrid($0) }.count
    guard others >= (section == .services || section == .esy ? 1 : 2) else { return nil }
    return Diagnostic(
      "unread-service-row", stage: .parse, severity: .warning,
      message:
        "This row names a service and an amount of time but was not read as a service; compare it with the page.",
      text: cells.map(\.text).joined(separator: " | "), provenance: [name.place])
  }

  /// "Total special education: 300 minutes": a sum names the services that it counts.
  private func isSum(_ cell: Cell) -> Bool {
    LabelTokens.of(cell.text).prefix(2).contains { values.vocabulary.narrative.totals.contains($0) }
  }

  /// Tells a place, a person, a date or how the service is given.
  private func isOfGrid(_ cell: Cell) -> Bool {
    let reading = values.read(cell.text)
    return reading.location != nil || reading.provider != nil || reading.date != nil || reading.span != nil
      || reading.delivery != nil
  }

  /// The place crosses the middle of one of the cells' lines.
  private static func overlaps(_ place: Place, _ cells: [Cell]) -> Bool {
    guard let box = place.box else { return false }
    return cells.contains { cell in
      cell.page == place.page
        && cell.lines.contains { $0.box.y0 < box.y1 && box.y0 < $0.box.y1 && $0.box.x0 < box.x1 && box.x0 < $0.box.x1 }
    }
  }
}
