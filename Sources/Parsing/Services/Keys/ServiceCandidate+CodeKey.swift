import IEPModel

extension ServiceCandidate {
  /// The candidate with its codes spelled out.
  func spelledOut(by key: CodeKey, values: ValueReaders) -> ServiceCandidate {
    guard !key.isEmpty else { return self }
    var copy = self
    let labels = parts.map(\.label)
    for index in copy.parts.indices where copy.parts[index].text.utf8.count <= 8 {
      let role = copy.parts[index].role
      if key.isCounted([copy.parts[index].text], under: copy.parts[index].label, among: labels) { continue }
      if let words = key.meaning(ofFigure: copy.parts[index].text, under: copy.parts[index].label) {
        copy.parts[index].text = words
        continue
      }
      if role == .frequency || role == .period {
        let period = key.meaning(of: copy.parts[index].text, where: DoseGrammar.isPeriod)
        if let period, CodeKey.asksHowOften(copy.parts[index].label) { copy.parts[index].text = period }
        continue
      }
      // A column of deliveries may hold groupings.
      let meaning = key.meaning(of: copy.parts[index].text) { words in
        values.vocabulary.understands(words, as: role)
          || role == .delivery && values.vocabulary.understands(words, as: .grouping)
          // ... and one of groupings, deliveries: "I = individual, G = group, C = consult to staff".
          || role == .grouping && values.vocabulary.understands(words, as: .delivery)
      }
      let isHow = role == .delivery || role == .grouping
      if let meaning = meaning ?? (isHow ? key.meaning(ofJoined: copy.parts[index].text, values.vocabulary) : nil) {
        copy.parts[index].text = meaning
      }
    }
    return copy
  }
}
