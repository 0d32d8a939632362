import IEPModel

/// Gathers the amounts of services that stand outside the grid, with their section and place.
struct MentionCollector: Sendable {
  let mentions: MentionReader

  func mentions(in sections: [(section: SectionBlocks, used: Set<Int>)], hasGrid: Bool) -> [ServiceMention] {
    var result: [ServiceMention] = []
    for (section, used) in sections {
      // What a services section holds beside its grid are its lines' own words.
      let isOwn = section.code == .services && !hasGrid
      if isOwn || section.code == .participants { continue }
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
      guard text.utf8.count > 20 else { continue }
      for found in mentions.mentions(in: text, section: code) {
        var mention = found.mention
        mention.section = code
        mention.provenance = [paragraph.place]
        result.append(mention)
      }
    }
  }
}
