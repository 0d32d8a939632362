import Extraction
import IEPModel

/// Blanks that were filled in: a label and its value with nothing between them, alone or beside labels with a colon.
extension LabelledLine {
  /// "Service SDI Writing    Amount Daily for 40 minutes": every chunk begins with a label, as where blanks on a line
  /// were filled in.
  func leadingLabels(_ line: TextLine) -> [LabelledPart]? {
    guard line.chunks.count >= 2 else { return nil }
    if let parts = countedBeforeOptions(line) { return parts }
    // "**Behavior consultation**    Support for personnel": labels of one line are set alike, a title and its kind not.
    // Chunks of which the words lie over others' have none.
    if Set(line.groups.compactMap(\.first?.isBold)).count > 1 { return nil }
    let parts = line.groups.compactMap(leadingLabel)
    guard parts.count == line.groups.count else { return nil }
    // "SVC 05    BEHAVIOR SUPPORT": they ask for facts of the same thing.
    let asked = parts.map { part -> Set<Subject> in
      guard case .pair(let label, _) = part else { return [] }
      return subjects(of: label.map(\.text).joined(separator: " "))
    }
    return asked.reduce(asked[0]) { $0.intersection($1) }.isEmpty ? nil : parts
  }

  /// "1. Service reading instruction   ☒ special education   ☐ related service": a block's first blank, and boxes.
  private func countedBeforeOptions(_ line: TextLine) -> [LabelledPart]? {
    guard let first = line.groups.first, first[0].text.first?.isNumber == true, RowMarks.countsItems(first[0].text),
      line.groups.dropFirst().allSatisfy({ Ticks.isTick($0[0]) && $0.count > 1 }), let part = leadingLabel(first),
      case .pair(let label, _) = part, subjects(of: label.map(\.text).joined(separator: " ")).contains(.service)
    else { return nil }
    return [part, .free(line.groups.dropFirst().flatMap { $0 })]
  }

  private enum Subject { case service, goal, header }

  /// What a label may ask for a fact of.
  private func subjects(of label: String) -> Set<Subject> {
    var found: Set<Subject> = []
    if !reader.labels.service.exact(label).isEmpty { found.insert(.service) }
    if !reader.labels.goal.exact(label).isEmpty { found.insert(.goal) }
    if !reader.labels.header.exact(label).isEmpty { found.insert(.header) }
    return found
  }

  /// "Minutes each time 40": a label and, with nothing between them, what was filled in.
  func leadingLabel(_ group: [Word]) -> LabelledPart? {
    // "2. Service writing": the count of the blocks.
    let isCounted =
      group.count > 1 && RowMarks.countsItems(group[0].text) && group[0].text.first?.isNumber == true
    let words = isCounted ? Array(group.dropFirst()) : group
    let lengths = (1..<max(2, min(words.count, 6))).filter { count in
      count < words.count && words[..<count].allSatisfy { $0.field == nil }
        && reader.isExactLabel(words[..<count].map(\.text).joined(separator: " "))
    }
    // "Time in day", "Name of school": a longer label, not one with its value.
    let goesOn: Set<String> = ["of", "in", "per", "and", "or"]
    // "2. Service life skills": a block's first label is a word, whatever is filled in behind it.
    let isBlock = isCounted && lengths.first == 1 && words[0].text.lowercased() == "service"
    guard let count = isBlock ? 1 : lengths.last, !goesOn.contains(words[count].text.lowercased()),
      !reader.isExactLabel(words.map(\.text).joined(separator: " ")),
      words[0].text.first?.isUppercase == true || count == 1 && ["to", "from"].contains(words[0].text)
    else { return nil }
    if opensSentence(words, behind: count) { return nil }
    return .pair(label: Array(words[..<count]), value: Array(words[count...]))
  }

  /// "When she meets a new word in a book, Jo will ...": a word that asks for a time or a condition elsewhere, and the
  /// sentence goes on behind it.
  private func opensSentence(_ words: [Word], behind count: Int) -> Bool {
    let openers: Set<String> = [
      "when", "during", "given", "after", "before", "while", "by", "if", "with", "where", "for",
    ]
    // "By August 2027, Jo will ..."
    let goesOn = words[1].text.first?.isLowercase == true || words.contains { $0.text == "will" }
    return count == 1 && words.count >= 6 && goesOn && openers.contains(words[0].text.lowercased())
  }

  /// "Minutes each time 40   Times 4   per: ☐ day ☒ week", "Frequency: 2   times per ☒ week   Minutes each time 20": blanks
  /// that were filled in, beside labels with a colon.
  func mixed(_ line: TextLine) -> [LabelledPart]? {
    let groups = line.groups
    guard groups.count >= 2, let colon = groups.firstIndex(where: { $0.contains { $0.text.hasSuffix(":") } }),
      !groups[..<colon].contains(where: { $0.contains(where: Ticks.isTick) })
    else { return nil }
    let leading = groups[..<colon].compactMap(leadingLabel)
    let filled = groups.indices.dropFirst(colon + 1).first { filledBlank(groups[$0]) != nil } ?? groups.count
    let trailing = groups[filled...].compactMap(filledBlank)
    guard leading.count == colon, colon >= 1 && groups.count >= 3 || !trailing.isEmpty,
      trailing.count == groups.count - filled,
      let labelled = inline(groups[colon..<filled].flatMap { $0 }, page: line.page), case .pair = labelled.first
    else { return nil }
    return leading + labelled + trailing
  }

  /// "Minutes each time 20": a label, and a figure or a date in its blank.
  private func filledBlank(_ group: [Word]) -> LabelledPart? {
    guard !group.contains(where: { $0.text.hasSuffix(":") || Ticks.isTick($0) }), let part = leadingLabel(group),
      case .pair(_, let value) = part, value.count <= 3, value[0].text.first?.isNumber == true
    else { return nil }
    return part
  }
}
