import Extraction
import IEPModel

/// Services that sentences, bullets and the paragraphs of other tables' cells state.
struct ServiceStatements: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader

  func candidates(in blocks: [Block], context: ServiceContext) -> [ServiceCandidate] {
    let lines = blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    let menu = TickedMenu.paragraphs(of: lines) { values.vocabulary.serviceCode(of: $0) != nil }
    var paragraphs = menu
    var open: [TextLine] = []
    func close() {
      if menu.isEmpty { paragraphs += Paragraph.join(open) }
      open = []
    }
    for block in blocks {
      switch block {
      case .line(let line): open.append(line)
      case .table(let table):
        close()
        paragraphs += table.cells.flatMap { Paragraph.join($0.lines) }
      }
    }
    close()
    return ServiceSentenceReader(labels: labels, values: values, mentions: mentions).read(
      paragraphs, context: context)
  }

  /// A line of the section says the same service and amount already.
  func isKnown(_ sentence: ServiceCandidate, among lines: [ServiceAssembler.Assembled]) -> Bool {
    let code = sentence.text(.service).flatMap { values.vocabulary.serviceCode(of: $0) }
    return lines.contains { known in
      known.line.service.code == code && known.line.dose.minutesPerPeriod == sentence.sentenceDose?.minutesPerPeriod
    }
  }
}
