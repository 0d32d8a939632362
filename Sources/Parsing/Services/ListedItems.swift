import IEPModel

/// Parts paragraphs that are lists without marks: "Physical therapy: 45 min. 1x/week; ..." over "Nursing: 15 min.
/// 1x/week; ...". The end of a line does not tell where an item ends when its last line is full; that the next one opens
/// as the first did, with a service's name and its amount, does.
struct ListedItems: Sendable {
  let values: ValueReaders

  /// The paragraph's items; itself where no further line opens one.
  func parted(_ paragraph: Paragraph) -> [Paragraph] {
    guard paragraph.lines.count > 1, opensItem(paragraph.lines[0]) else { return [paragraph] }
    let starts = paragraph.lines.indices.filter { $0 == 0 || opensItem(paragraph.lines[$0]) }
    let cuts = starts.dropFirst() + [paragraph.lines.count]
    return zip(starts, cuts).map { Paragraph(lines: Array(paragraph.lines[$0..<$1]), isCounted: paragraph.isCounted) }
  }

  /// "Special Education: Math, 45 min. 1x/week": a service's name before a comma or colon, and its amount behind it.
  private func opensItem(_ line: TextLine) -> Bool {
    let text = line.text
    guard text.first?.isUppercase == true, let figure = text.firstIndex(where: \.isNumber),
      case let head = String(text[..<figure]).trimmingBlanks, head.hasSuffix(":") || head.hasSuffix(","),
      head.split(separator: " ").count <= 8,
      values.vocabulary.serviceCode(of: head.trimmingCharacters(" ,:")) != nil,
      case let amount = values.read(String(text[figure...].prefix { !",;".contains($0) }))
    else { return false }
    return amount.hasMinutes && amount.hasPeriod
  }
}
