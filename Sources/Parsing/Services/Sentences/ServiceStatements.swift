import Extraction
import IEPModel

/// Services that sentences, bullets and the paragraphs of other tables' cells state.
struct ServiceStatements: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader

  func candidates(in blocks: [Block], context: ServiceContext) -> [ServiceCandidate] {
    let lines = blocks.lines
    let menu = TickedMenu.paragraphs(of: lines) { values.vocabulary.serviceCode(of: $0) != nil }
    let items = ListedItems(values: values)
    let reader = ServiceSentenceReader(labels: labels, values: values, mentions: mentions)
    var candidates: [ServiceCandidate] = []
    var context = context
    var paragraphs = menu
    var open: [TextLine] = []
    var isCut = false
    func close() {
      if menu.isEmpty {
        paragraphs += BarredService.parted(open, values: values).flatMap(Paragraph.join).flatMap(items.parted)
      }
      open = []
    }
    func read() {
      close()
      candidates += reader.read(paragraphs, context: context)
      paragraphs = []
    }
    for block in blocks {
      switch block {
      case .line(let line):
        if menu.isEmpty, let goal = GoalServiceTitle.number(in: line.text) {
          read()
          context.goal = goal
          continue
        }
        // What is not ticked is not said.
        let isTicked = isCut || line.words.contains(where: Ticks.isTick)
        if let said = isTicked ? TickedMenu.chosen(line, behindOpenBox: isCut) : line { open.append(said) }
        isCut = line.words.last?.text == "☐"
      case .table(let table):
        isCut = false
        let described = DescribedRow.rows(of: table, labels: labels.service)
        if described.isEmpty {
          close()
          paragraphs += table.cells.flatMap { Paragraph.join($0.lines) }
        } else {
          read()
          candidates += described.flatMap { row in
            row.completed(reader.read(Paragraph.join(row.sentences.lines), context: context))
          }
        }
      }
    }
    read()
    return candidates
  }

  /// A line of the section says the same service and amount already.
  /// - Parameter listed: how many lines are those of tables and cards; a sentence's repeats another by its name too.
  func isKnown(_ sentence: ServiceCandidate, among lines: [ServiceAssembler.Assembled], listed: Int) -> Bool {
    let name = sentence.text(.service)
    let code = name.flatMap { values.vocabulary.serviceCode(of: $0) }
    return lines.enumerated().contains { index, known in
      known.line.service.code == code && known.line.dose.minutesPerPeriod == sentence.sentenceDose?.minutesPerPeriod
        && known.line.dose.period == sentence.sentenceDose?.period
        && (index < listed || known.line.service.text == name)
    }
  }
}
