import Extraction
import IEPModel

/// Services of a printed list, each with a box before its name and blanks behind printed words on the lines below: "☒ Speech
/// ☐ Ind ☒ Grp  Goals 2" over "Minutes 20  Times 3  per ☐ day ☒ week  Begin 9/2/2025  End 6/5/2026" over "Place Room 4
/// Staff SLP". The amount may stand behind the name: "☒ Speech 20 min. 3 times per ☐ day ☒ week". No colon parts a word from
/// what was filled in; what is not ticked is no service.
struct TickedList: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var blanks: LabelledLine { LabelledLine(reader: FactReader(labels: labels)) }

  /// The services that are ticked, and the blocks that are none of such a list.
  func read(_ blocks: [Block], context: ServiceContext) -> (candidates: [ServiceCandidate], rest: [Block]) {
    guard blocks.lines.contains(where: beginsWithBox) else { return ([], blocks) }
    var (candidates, rest): ([ServiceCandidate], [Block]) = ([], [])
    var context = context
    var index = 0
    while index < blocks.count {
      guard case .line(let line) = blocks[index] else {
        rest.append(blocks[index])
        index += 1
        continue
      }
      if let name = name(of: line) {
        let end = end(of: index, in: blocks)
        let details = blocks[(index + 1)..<end].lines
        let isOn = line.words[0].text == "☒"
        if isOn,
          details.contains(where: isBlanks)
            || amount(behind: name, of: line) != nil && details.contains(where: hasBlank)
        {
          candidates += self.candidates(name, of: line, details: details, context: context)
          index = end
          continue
        }
        if !isOn, details.isEmpty, !candidates.isEmpty || isOption(line) {
          index += 1
          continue
        }
      } else if line.chunks.count == 1, values.vocabulary.category(ofHeading: line.text) != nil {
        context = context.under(line.text, vocabulary: values.vocabulary, isBand: true)
      }
      rest.append(blocks[index])
      index += 1
    }
    return candidates.isEmpty ? ([], blocks) : (candidates, rest)
  }

  /// The service behind the box that a line begins with.
  private func name(of line: TextLine) -> [Word]? {
    guard beginsWithBox(line), let group = line.groups.first, group.count > 1,
      case let name = Array(group.dropFirst().prefix { !Ticks.isTick($0) }),
      values.vocabulary.serviceCode(of: name.map(\.text).joined(separator: " ")) != nil
    else { return nil }
    return name
  }

  private func beginsWithBox(_ line: TextLine) -> Bool { line.words.first.map(Ticks.isTick) ?? false }

  /// "☐ Vision  ☐ Ind ☐ Grp": a further service of the list.
  private func isOption(_ line: TextLine) -> Bool { line.words.count(where: Ticks.isTick) >= 3 }

  /// Behind the last line that belongs to the service whose name stands at `index`: lines close below that hold blanks.
  private func end(of index: Int, in blocks: [Block]) -> Int {
    var end = index + 1
    while end < blocks.count, case .line(let above) = blocks[end - 1], case .line(let line) = blocks[end],
      line.page == above.page, line.box.y0 - above.box.y1 < line.height * 1.2, name(of: line) == nil,
      isBlanks(line) || line.groups.allSatisfy({ blank($0) != nil }) || hasBlank(line) && asksPeriod(blocks[index])
    { end += 1 }
    return end
  }

  /// "Minutes 20  Times 3  per ☐ day ☒ week": blanks, with boxes for the period.
  private func isBlanks(_ line: TextLine) -> Bool {
    line.groups.count(where: { blank($0) != nil }) >= 2 && line.words.contains(where: Ticks.isTick)
  }

  /// "☐ Regular class ☒ Resource room  By SLP": boxes, and a blank behind them.
  private func hasBlank(_ line: TextLine) -> Bool {
    line.words.count(where: Ticks.isTick) >= 2 && line.groups.contains { blank($0) != nil }
  }

  /// "☒ Speech   20 min.  3 times per ☐ day ☒ week": the name's line asks for its amount.
  private func asksPeriod(_ block: Block) -> Bool {
    guard case .line(let line) = block, let name = name(of: line) else { return false }
    let boxes = TextLine(page: line.page, words: Array(line.words.dropFirst(1 + name.count)))
    return Ticks.options(in: boxes, labelsFollow: true).count(where: { DoseGrammar.isPeriod($0.label) }) >= 2
  }

  /// What was filled in behind the name, with the period that is ticked; `nil` where the line asks for no amount.
  private func amount(behind name: [Word], of line: TextLine) -> Fact? {
    guard asksPeriod(.line(line)),
      let said = TickedMenu.chosen(TextLine(page: line.page, words: Array(line.words.dropFirst(1 + name.count))))
    else { return nil }
    return Fact(label: "Amount", value: said.text, lines: [said], place: said.place, labelPlace: line.place)
  }

  /// A printed word that asks for something, and what was filled in behind it, if anything.
  private func blank(_ group: [Word]) -> (label: [Word], value: [Word])? {
    guard !group.contains(where: Ticks.isTick) else { return nil }
    if case .pair(let label, let value)? = blanks.leadingLabel(group) { return (label, value) }
    // "By Resource teacher"
    if (2...6).contains(group.count), labels.service.exact(group[0].text).first == .provider {
      return ([group[0]], Array(group.dropFirst()))
    }
    return labels.service.exact(group.map(\.text).joined(separator: " ")).isEmpty ? nil : (group, [])
  }

  private func candidates(
    _ name: [Word], of line: TextLine, details: [TextLine], context: ServiceContext
  ) -> [ServiceCandidate] {
    let amount = amount(behind: name, of: line)
    let rest = amount == nil ? Array(line.words.dropFirst(1 + name.count)) : []
    let lines = (rest.isEmpty ? [] : [TextLine(page: line.page, words: rest)]) + details
    let title = TextLine(page: line.page, words: name)
    let named = Fact(
      label: "Service", value: title.text, lines: [title], place: title.place, labelPlace: line.place)
    let items = [named, amount].compactMap { $0 }.map(SectionItem.fact) + lines.flatMap(items)
    return ServiceCardReader(labels: labels, values: values).read(items, context: context)
  }

  /// The blanks of a line as facts, its boxes as those of the blank before them or of none.
  private func items(of line: TextLine) -> [SectionItem] {
    var result: [SectionItem] = []
    var boxes: [Word] = []
    var asked: [Word]?
    func close() {
      let line = TextLine(page: line.page, words: boxes)
      if let label = asked {
        let chosen = Ticks.options(in: line).filter(\.isOn).map(\.label)
        let value = chosen.count == 1 ? [TextLine(page: line.page, words: boxes)] : []
        result.append(.fact(fact(label, text: chosen.count == 1 ? chosen[0] : "", lines: value, page: line.page)))
      } else if !boxes.isEmpty {
        result.append(.line(line))
      }
      (boxes, asked) = ([], nil)
    }
    for group in line.groups {
      if group.contains(where: Ticks.isTick) {
        boxes += group
      } else if let (label, value) = blank(group) {
        close()
        if value.isEmpty {
          asked = label
        } else {
          let said = Chunking.lines(of: value, page: line.page)
          result.append(.fact(fact(label, text: Unwrapping.text(of: said), lines: said, page: line.page)))
        }
      }
    }
    close()
    return result
  }

  private func fact(_ label: [Word], text: String, lines: [TextLine], page: Int) -> Fact {
    let place = TextLine(page: page, words: label).place
    return Fact(
      label: label.map(\.text).joined(separator: " "), value: text, lines: lines,
      place: lines.isEmpty ? place : Paragraph(lines: lines).place, labelPlace: place)
  }
}
