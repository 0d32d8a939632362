import IEPModel

/// Gathers the amounts of services that stand outside the grid, with their section and place.
struct MentionCollector: Sendable {
  let mentions: MentionReader
  /// Where the service lines stand, whole: their words are no mentions of them.
  let lines: [Place]
  /// The school days of the cycle by which the form counts, where it says so.
  let cycleDays: Int?
  /// What goals say: "will wear the splint for two hours daily" is no service.
  let goals: [String]
  /// Where rows stand that were not read as lines: only whole statements are mentions there.
  private static let grids: Set<SectionCode> = [.services, .esy, .goals, .accommodations, .participants]

  func mentions(in sections: [(section: SectionBlocks, used: Set<Int>)]) -> [ServiceMention] {
    var result: [ServiceMention] = []
    for (section, used) in sections {
      var lines: [TextLine] = []
      for (index, block) in section.blocks.enumerated() where !used.contains(index) {
        switch block {
        case .line(let line): lines.append(line)
        case .table(let table):
          for cell in table.cells where DoseGrammar.mayStateMinutes(cell.text) {
            collect(Paragraph.join(cell.lines), section.code, into: &result)
          }
        }
      }
      if lines.contains(where: { DoseGrammar.mayStateMinutes($0.text) }) {
        collect(Paragraph.join(lines), section.code, into: &result)
      }
    }
    return result
  }

  private func collect(_ paragraphs: [Paragraph], _ code: SectionCode, into result: inout [ServiceMention]) {
    for paragraph in Self.whole(paragraphs) {
      let text = paragraph.text
      guard text.utf8.count > 20, !isLine(paragraph.place) else { continue }
      for found in mentions.mentions(in: text, section: code) {
        var mention = found.mention
        let quote = mention.quote ?? text
        if Self.grids.contains(code), !mentions.isStatement(quote) { continue }
        if goals.contains(where: { $0.contains(quote) || quote.contains($0) }) { continue }
        mention.section = code
        if let cycleDays, mention.dose.period?.unit == .cycle, mention.dose.period?.schoolDays == nil {
          mention.dose.period?.schoolDays = cycleDays
        }
        mention.provenance = [paragraph.place]
        result.append(mention)
      }
    }
  }

  /// Widely set text: what begins with a small letter goes on from the line before, whatever the gap.
  private static func whole(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var result: [Paragraph] = []
    for paragraph in paragraphs {
      if let last = result.last, let first = paragraph.text.unicodeScalars.first, first.isLetter,
        !first.properties.isUppercase, let end = last.text.unicodeScalars.last, !".:!?".unicodeScalars.contains(end),
        last.lines.last?.page == paragraph.lines.first?.page
      {
        result[result.count - 1].lines += paragraph.lines
      } else {
        result.append(paragraph)
      }
    }
    return result
  }

  private func isLine(_ place: Place) -> Bool {
    guard let box = place.box else { return false }
    return lines.contains { line in
      guard line.page == place.page, let whole = line.box else { return false }
      return box.midY > whole.y0 - 2 && box.midY < whole.y1 + 2 && box.x0 < whole.x1 && box.x1 > whole.x0
    }
  }
}
