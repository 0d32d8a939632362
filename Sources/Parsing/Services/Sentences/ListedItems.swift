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

  /// "Special Education: Math, 45 min. 1x/week", "OT. 30 minutes, 2 times per month", "Speech. Starting 9/8/2025 ...": a
  /// service's name before a stop, and its amount or its first day behind it.
  private func opensItem(_ line: TextLine) -> Bool {
    let text = line.text
    guard text.first?.isUppercase == true else { return false }
    if let (name, rest) = Self.named(text), values.vocabulary.serviceCode(of: name) != nil {
      return opensWithAmount(rest[...]) || opensWithDate(rest)
    }
    guard let figure = text.firstIndex(where: \.isNumber),
      case let head = String(text[..<figure]).trimmingBlanks, head.hasSuffix(":") || head.hasSuffix(","),
      head.split(separator: " ").count <= 8,
      values.vocabulary.serviceCode(of: head.trimmingCharacters(" ,:")) != nil
    else { return false }
    return opensWithAmount(text[figure...])
  }

  /// "OT. 30 minutes", "Speech, individual. 30 minutes": a name that ends like a sentence, and what follows it.
  /// - Parameter longest: how many words a name has at most.
  static func named(_ text: String, longest: Int = 6) -> (name: String, rest: String)? {
    guard let stop = text.range(of: ". "), case let name = String(text[..<stop.lowerBound]), !name.isEmpty,
      name.split(separator: " ").count <= longest, !name.contains(where: { $0.isNumber || ":;".contains($0) }),
      name.count(where: { $0 == "," }) <= 1
    else { return nil }
    return (name, String(text[stop.upperBound...]))
  }

  private func opensWithAmount(_ text: Substring) -> Bool {
    guard text.first?.isNumber == true, case let clauses = Clauses.split(String(text)).prefix(2),
      let amount = clauses.first.map({ values.read($0) }), amount.hasMinutes
    else { return false }
    return amount.hasPeriod || values.read(clauses.joined(separator: ", ")).hasPeriod
  }

  /// "Starting 10/13/2025 and ending ...".
  func opensWithDate(_ text: String) -> Bool {
    let leads = ["from", "start", "begin", "effective"]
    let words = text.split(separator: " ").prefix(4)
    let first = words.first?.lowercased() ?? ""
    return leads.contains(where: first.hasPrefix)
      && !values.dates.dates(in: words.joined(separator: " "), near: nil).isEmpty
  }
}
