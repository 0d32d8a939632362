import IEPModel

/// Gathers the amounts of services that stand outside the grid, with their section and place.
struct MentionCollector: Sendable {
  let mentions: MentionReader
  /// Where the service lines stand, whole: their words are no mentions of them.
  let lines: [Place]

  func mentions(in sections: [(section: SectionBlocks, used: Set<Int>)]) -> [ServiceMention] {
    var result: [ServiceMention] = []
    for (section, used) in sections where section.code != .participants {
      var lines: [TextLine] = []
      for (index, block) in section.blocks.enumerated() where !used.contains(index) {
        switch block {
        case .line(let line): lines.append(line)
        case .table(let table):
          for cell in table.cells where cell.lines.count > 0 {
            collect(Paragraph.join(cell.lines), section.code, into: &result)
          }
        }
      }
      collect(Paragraph.join(lines), section.code, into: &result)
    }
    return result
  }

  private func collect(_ paragraphs: [Paragraph], _ code: SectionCode, into result: inout [ServiceMention]) {
    for paragraph in paragraphs {
      let text = paragraph.text
      guard text.utf8.count > 20, !isLine(paragraph.place) else { continue }
      for found in mentions.mentions(in: text, section: code) {
        var mention = found.mention
        mention.section = code
        mention.provenance = [paragraph.place]
        result.append(mention)
      }
    }
  }

  private func isLine(_ place: Place) -> Bool {
    guard let box = place.box else { return false }
    return lines.contains { line in
      guard line.page == place.page, let whole = line.box else { return false }
      return box.midY > whole.y0 - 2 && box.midY < whole.y1 + 2 && box.x0 < whole.x1 && box.x1 > whole.x0
    }
  }
}
