import IEPModel

/// The key that a form prints to its codes: "GE = general education classroom, TR = therapy room".
struct CodeKey: Sendable {
  private var meanings: [String: [String]] = [:]

  /// - Parameter lines: the text of the pages, a line each.
  init(_ lines: [String]) {
    for line in lines where line.contains("=") {
      // What stands between two codes belongs to the first.
      let parts = line.split(separator: "=").map { String($0).trimmingBlanks }
      guard parts.count >= 2 else { continue }
      for index in 0..<(parts.count - 1) {
        guard let code = parts[index].split(whereSeparator: { " ,;:(|".contains($0) }).last.map(String.init),
          (1...5).contains(code.utf8.count), code == code.uppercased()
        else { continue }
        var meaning = parts[index + 1]
        if index + 2 < parts.count {
          // The last word before the next "=" is the next code.
          var words = meaning.split(separator: " ").map(String.init)
          words.removeLast()
          meaning = words.joined(separator: " ")
        }
        meaning = meaning.trimmingCharacters(" ,;.|()")
        if !meaning.isEmpty, meaning.split(separator: " ").count <= 8 { meanings[code, default: []].append(meaning) }
      }
    }
  }

  /// Adds what a paragraph explains: "Key to the codes. SE special education class; TR therapy room; D direct".
  /// - Parameter paragraph: unwrapped.
  mutating func add(paragraph: String) {
    let words = Set(LabelTokens.words(paragraph))
    guard !words.isDisjoint(with: ["key", "code", "codes", "legend", "abbreviations", "abbreviation"]) else { return }
    for piece in paragraph.split(whereSeparator: { ";,:.".contains($0) }) {
      let tokens = piece.split(separator: " ").map(String.init)
      guard (2...8).contains(tokens.count), let code = tokens.first?.trimmingCharacters("("),
        (1...8).contains(code.utf8.count),
        code == code.uppercased(), code.contains(where: \.isLetter), tokens[1] == tokens[1].lowercased(),
        tokens[1] != "-"
      else { continue }
      meanings[code, default: []].append(tokens.dropFirst().joined(separator: " ").trimmingCharacters("() "))
    }
  }

  var isEmpty: Bool { meanings.isEmpty }

  /// The words that a cell's code stands for, of those that mean something to `understands`.
  func meaning(of text: String, where understands: (String) -> Bool) -> String? {
    meanings[text.trimmingCharacters(" .")]?.first(where: understands)
  }
}

extension ServiceCandidate {
  /// The candidate with its codes spelled out.
  func spelledOut(by key: CodeKey, values: ValueReaders) -> ServiceCandidate {
    guard !key.isEmpty else { return self }
    var copy = self
    for index in copy.parts.indices where copy.parts[index].text.utf8.count <= 8 {
      let vocabulary = values.vocabulary
      let understands: (String) -> Bool
      switch copy.parts[index].role {
      case .location: understands = { vocabulary.locationCode(of: $0) != nil }
      case .provider: understands = { vocabulary.providerCode(of: $0) != nil }
      case .grouping: understands = { vocabulary.grouping(of: $0) != nil }
      case .delivery: understands = { vocabulary.delivery(of: $0) != nil || vocabulary.grouping(of: $0) != nil }
      case .service: understands = { vocabulary.serviceCode(of: $0) != nil }
      case .category: understands = { vocabulary.category(ofHeading: $0) != nil }
      default: continue
      }
      if let meaning = key.meaning(of: copy.parts[index].text, where: understands) { copy.parts[index].text = meaning }
    }
    return copy
  }
}
