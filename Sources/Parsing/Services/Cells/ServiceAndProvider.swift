import Extraction
import IEPModel

/// A cell that names the service and, on the lines below, who gives it: "Speech/language services" over "SLPA
/// supervised by SLP".
struct ServiceAndProvider: Sendable {
  private var service: [TextLine]
  private var provider: [TextLine]

  init?(_ cell: Cell, values: ValueReaders) {
    guard (2...5).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) })
    else {
      return nil
    }
    if values.vocabulary.isPerson(cell.text) { return nil }
    if let line = cell.lines.indices.dropFirst().last(where: { cell.lines[$0].words.first?.text == "by" }),
      case let person = TextLine(page: cell.lines[line].page, words: Array(cell.lines[line].words.dropFirst())),
      case let rest = (person.words.isEmpty ? [] : [person]) + cell.lines[(line + 1)...],
      values.vocabulary.providerCode(of: Unwrapping.text(of: rest)) != nil
    {
      // "OT consult with" over "teacher" over "by OTR/L".
      (service, provider) = (Array(cell.lines[..<line]), rest)
      return
    }
    if let labelled = Self.labelled(cell, vocabulary: values.vocabulary) {
      (service, provider) = labelled
      return
    }
    // "Number skills" over "Ms. Boudreau, special ed teacher": a person with a title, whatever stands above.
    if let line = cell.lines.indices.dropFirst().first(where: {
      Self.isTitle(cell.lines[$0].words.first?.text.lowercased() ?? "")
    }), case let rest = Array(cell.lines[line...]), values.vocabulary.providerCode(of: Unwrapping.text(of: rest)) != nil
    {
      (service, provider) = (Array(cell.lines[..<line]), rest)
      return
    }
    // "Consultation with the classroom teacher" names whom the service is for; who gives it may stand below.
    let isConsultation = cell.text.contains(inAnyCase: "consult")
    for count in (1..<max(1, cell.lines.count)).reversed() {
      let head = Unwrapping.text(of: Array(cell.lines[..<count]))
      let rest = Unwrapping.text(of: Array(cell.lines[count...]))
      // "Special transportation (van with" over "aide)", "Teacher of" over a rule's number: a phrase goes on.
      guard head.filter({ $0 == "(" }).count <= head.filter({ $0 == ")" }).count, !Self.isCut(rest) else { continue }
      // The longest name that is still a service, with a person below and no service there.
      guard values.vocabulary.serviceCode(of: head) != nil, values.vocabulary.providerCode(of: rest) != nil,
        values.vocabulary.providerCode(of: head) == nil || count == 1
      else { continue }
      if isConsultation {
        // Where the name says whom it is for, that person is whole; "Speech consultation" over "SLP" says none.
        let isFor = !Set(LabelTokens.words(head)).isDisjoint(with: ["with", "to"])
        guard values.vocabulary.isPerson(rest), !Self.isCut(head), !rest.contains(inAnyCase: "consult"),
          isFor ? values.vocabulary.providerCode(of: head) != nil : rest.first?.isUppercase == true
        else { continue }
      }
      (service, provider) = (Array(cell.lines[..<count]), Array(cell.lines[count...]))
      return
    }
    return nil
  }

  /// "Ms.", "Miss": a title with its stop; "MR" may shorten other words.
  private static func isTitle(_ word: String) -> Bool {
    (word.hasSuffix(".") || word == "miss") && Clauses.titles.contains(word.trimmingCharacters("."))
  }

  /// "OT consult with teacher" over "Provided by: OTR/L", "Staff: OTR/L": who gives it, behind a label of its own, whatever
  /// the name above says of others.
  private static func labelled(_ cell: Cell, vocabulary: Vocabulary) -> (service: [TextLine], provider: [TextLine])? {
    for (index, line) in cell.lines.enumerated().dropFirst() {
      guard let end = line.words.prefix(3).firstIndex(where: { $0.text.hasSuffix(":") }),
        let lead = LabelTokens.words(line.words[...end].map(\.text).joined(separator: " ")).last,
        ["by", "provider", "staff", "personnel"].contains(lead)
      else { continue }
      let rest = Array(line.words[(end + 1)...])
      let person = (rest.isEmpty ? [] : [TextLine(page: line.page, words: rest)]) + cell.lines[(index + 1)...]
      guard !person.isEmpty, vocabulary.providerCode(of: Unwrapping.text(of: person)) != nil else { return nil }
      return (Array(cell.lines[..<index]), person)
    }
    return nil
  }

  /// "Teacher of (R 340.1745)" ends in a word behind which a phrase goes on; "and hard of hearing students" begins so.
  private static func isCut(_ name: String) -> Bool {
    if let first = name.split(separator: " ").first, ["and", "or", "of", "for"].contains(first) { return true }
    let bare = name.prefix { $0 != "(" }
    return LabelTokens.words(String(bare)).last.map { ["of", "for", "with", "and", "the"].contains($0) } ?? true
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.service, service), (.provider, provider)].map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
