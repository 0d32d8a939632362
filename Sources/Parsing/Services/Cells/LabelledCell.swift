import Extraction
import IEPModel

/// A cell that says several things of one service, each behind a label of its own: "Amount: 30 minutes, 2x weekly
/// Location: Therapy room   Goals: 1, 2", "Service type: Direct" over "Number of sessions: 5" over "Frequency: Weekly".
struct LabelledCell: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// Empty where the cell says less than two things, or one of them is not known.
  func parts(of cell: Cell) -> [ServiceCandidate.Part] {
    // Most cells hold no label.
    guard case let text = cell.text, text.contains(": "), text.utf8.count < 240 else { return [] }
    let reader = InlineLabels(reader: FactReader(labels: labels))
    let words = cell.lines.flatMap(\.words)
    let boxes = words.firstIndex(where: Ticks.isTick) ?? words.endIndex
    guard let (before, told) = reader.pairs(in: Array(words[..<boxes])), before.isEmpty else { return [] }
    // "☒ Direct ☐ Consultation ☐ Individual ☒ Group   Goals: 1": boxes on a line of their own answer no label.
    let tail = Array(words[boxes...])
    let behind = reader.pairs(in: tail)
    let pairs = withinLines(told + (behind?.pairs ?? []))
    guard pairs.count >= 2 else { return [] }
    let roles = CardFactRole(labels: labels, values: values)
    var parts: [ServiceCandidate.Part] = []
    for pair in pairs where !pair.value.isEmpty {
      let line = TextLine(page: cell.page, words: pair.value)
      let label = InlineLabels.text(pair.label[...])
      // A value may go on in the cell's next line.
      let value = pair.value.map(\.text).joined(separator: " ")
      let fact = Fact(label: label, value: value, lines: [line], place: line.place, labelPlace: line.place)
      let taken = Set(parts.map(\.role))
      guard let role = roles.role(of: fact, taken: taken.union([.service])), role != .service,
        // "Educational environment: regular class" is said of the plan.
        Self.ofPlan.isDisjoint(with: labels.header.exact(label))
      else { return [] }
      parts.append(.told(role, label: label, value, at: line.place))
    }
    let ticked = TextLine(page: cell.page, words: behind?.before ?? tail)
    for option in Ticks.options(in: ticked) where option.isOn {
      if values.vocabulary.delivery(of: option.label) != nil {
        parts.append(.told(.delivery, option.label, at: ticked.place))
      } else if values.vocabulary.grouping(of: option.label) != nil {
        parts.append(.told(.grouping, option.label, at: ticked.place))
      }
    }
    return parts.count >= 2 && Set(parts.map(\.role)).count == parts.count ? parts : []
  }

  /// "Length: 0 Hour(s) 25" over "Minute(s)" over "Frequency: Weekly": a label that is one by its last line alone takes no
  /// words of the value above it, nor the unit right behind a figure.
  private func withinLines(_ pairs: [InlineLabels.Pair]) -> [InlineLabels.Pair] {
    var result: [InlineLabels.Pair] = []
    for var pair in pairs {
      let foot = pair.label.last?.box.y0 ?? 0
      let isUnit = result.last?.value.last?.text.allSatisfy(\.isNumber) ?? false
      let lower = pair.label.drop { $0.box.y1 <= foot + 1 }
      let tail = isUnit && lower.count == pair.label.count ? pair.label.dropFirst() : lower
      if !result.isEmpty, tail.count < pair.label.count, !labels.service.exact(InlineLabels.text(tail)).isEmpty {
        result[result.count - 1].value += pair.label.dropLast(tail.count)
        pair.label = Array(tail)
      }
      result.append(pair)
    }
    return result
  }

  private static let ofPlan: Set<HeaderRole> = [
    .environment, .extendedSchoolYear, .generalEducationPercent, .outsidePercent, .statedSchoolMinutes,
    .statedSpecialEducationMinutes, .statedRelatedServiceMinutes, .outsideMinutes,
  ]
}
