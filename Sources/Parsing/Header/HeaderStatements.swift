import IEPModel

/// What the first pages say without labels: the district in the letterhead, whom the plan is for, from when to when it
/// holds ("This IEP is in effect from 9/24/2025 through 9/16/2026").
struct HeaderStatements: Sendable {
  let values: ValueReaders

  struct Statement: Sendable {
    var role: HeaderRole
    var value: String
    var place: Place
  }

  func read(_ section: SectionBlocks) -> [Statement] {
    guard section.code == .cover || section.headingLine == nil || section.blocks.first?.page == 1 else { return [] }
    var result: [Statement] = []
    let heading = section.headingLine.map { [$0] } ?? []
    for line in heading + section.allLines.prefix(40) where line.page <= 2 {
      if line.page == 1, let district = Self.district(in: line) {
        result.append(Statement(role: .district, value: district, place: line.place))
      }
      let lowered = line.text.lowercased()
      if lowered.contains("effect"), let span = values.dates.span(line.text) ?? pair(in: line.text) {
        result.append(
          Statement(role: .effectiveDates, value: "\(span.start) - \(span.end)", place: line.place))
      }
      for lead in ["iep for ", "iep of ", "individualized education program for ", "plan for "]
      where lowered.hasPrefix(lead) {
        let name = String(line.text.dropFirst(lead.count))
        if name.split(separator: " ").count <= 5 {
          result.append(Statement(role: .name, value: name, place: line.place))
        }
      }
    }
    return result
  }

  private func pair(in text: String) -> (start: CalendarDate, end: CalendarDate)? {
    let dates = values.dates.dates(in: text, near: nil)
    return dates.count == 2 && dates[0].date < dates[1].date ? (dates[0].date, dates[1].date) : nil
  }

  /// A line that is the name of a district and nothing else: "Maple Hollow Township Public Schools".
  static func district(in line: TextLine) -> String? {
    for chunk in line.chunks {
      // "Lower Sable Parish School Board - Individualized Education Program"
      let name = chunk.text.split(separator: "-").first.map { String($0).trimmingBlanks } ?? chunk.text
      let words = LabelTokens.words(name)
      guard (2...9).contains(words.count), !name.contains(":"), name.first?.isUppercase == true, let last = words.last
      else {
        continue
      }
      let isCapitalised = name.split(separator: " ").allSatisfy { word in
        word.first.map { $0.isUppercase || $0.isNumber || !$0.isLetter } ?? false
          || ["of", "the", "and", "for", "del", "de", "la"].contains(word.lowercased())
      }
      guard isCapitalised else { continue }
      let joined = words.joined(separator: " ")
      let kinds = [
        "school district", "public schools", "county schools", "city schools", "area schools", "community schools",
        "independent schools", "district schools", "board of education", "school board", "school corporation",
        "consolidated schools", "municipal schools", "regional schools", "unified schools", "valley schools",
        "public school", "schools", "isd", "usd", "cusd", "boces", "csd", "sau", "school division",
        "school system", "charter school", "academy district", "educational cooperative", "education agency",
      ]
      if kinds.contains(where: { joined.hasSuffix($0) }) || last == "district" || joined.contains("school district ") {
        return name
      }
      // "Blue Heron CUSD 14", "School District RE-7"
      if words.contains(where: { ["isd", "usd", "cusd", "csd"].contains($0) }),
        last.allSatisfy({ $0.isNumber || $0.isLetter }),
        last.utf8.count <= 4
      {
        return name
      }
    }
    return nil
  }
}
