import IEPModel

extension ServiceCandidate {
  /// A row whose one cell tells everything in a sentence: "Jo will receive four 30-minute sessions each week of direct small
  /// group service in the learning center, provided by the special education teacher (Goal 4)." What no column of the form
  /// asks for is taken from it.
  func toldInAmount(by values: ValueReaders) -> ServiceCandidate {
    guard sentenceDose == nil, let told = parts.first(where: { $0.role.isDose && $0.text.words.count >= 12 }) else {
      return self
    }
    var copy = self
    func add(_ role: ServiceRole, _ text: String?) {
      guard let text, part(role) == nil, !asked.contains(role) else { return }
      copy.parts.append(
        Part(role: role, label: told.label, text: text, place: told.place, certainty: told.certainty * 0.9))
    }
    add(.provider, Clauses.provider(in: told.text, vocabulary: values.vocabulary))
    add(.goals, Clauses.goals(in: told.text))
    if let kind = Self.kindOfService(in: told.text) {
      add(.delivery, values.vocabulary.delivery(of: kind) == nil ? nil : kind)
      add(.grouping, values.vocabulary.grouping(of: kind) == nil ? nil : kind)
    }
    return copy
  }

  /// "gym, with 1st grade: 2x30 wkly" in a matrix's column for other places: where, and how much.
  func toldInPlace(by values: ValueReaders) -> ServiceCandidate {
    guard sentenceDose == nil, !parts.contains(where: { $0.role.isDose && !CellReading.isBlank($0.text) }),
      let index = parts.firstIndex(where: { $0.role == .location }),
      let both = AmountAndPlace(placeFirst: parts[index].text, values: values)
    else { return self }
    var copy = self
    var amount = parts[index]
    (amount.role, amount.text, amount.label) = (.dose, both.amount, "minutes")
    copy.parts[index].text = both.place
    copy.parts.append(amount)
    return copy
  }

  /// "direct small group" of "each week of direct small group service in the ...".
  private static func kindOfService(in sentence: String) -> String? {
    let words = sentence.words
    let nouns: Set<String> = ["service", "services", "instruction", "therapy", "support", "sessions"]
    return words.indices.lazy.compactMap { index -> String? in
      guard nouns.contains(words[index]), let of = words[..<index].lastIndex(of: "of"), (2...5).contains(index - of)
      else { return nil }
      return words[(of + 1)..<index].joined(separator: " ")
    }.first
  }
}
