import IEPModel

/// Where a sentence says a service is given.
extension Clauses {
  /// The words behind "in", "at" or "within" that name a place.
  static func location(in sentence: String, vocabulary: Vocabulary) -> String? {
    let words = sentence.split(separator: " ").map(String.init)
    let leads: Set<String> = [
      "in", "into", "at", "on", "within", "inside", "outside", "throughout", "across", "through", "location", "setting",
    ]
    for (index, word) in words.enumerated()
    // "The teacher will come to the fourth grade classroom".
    where leads.contains(word.lowercased())
      || word == "to" && index > 0 && ["come", "comes", "go", "goes"].contains(words[index - 1])
    {
      var phrase: [String] = []
      for next in words[(index + 1)...].prefix(9) {
        let stops = [
          "from", "for", "to", "by", "beginning", "starting", "between", "with", "and", "provided", "delivered",
          "during", "per", "location",
        ]
        if stops.contains(next.lowercased()) { break }
        phrase.append(next)
        if next.last.map({ ",.;:".contains($0) }) ?? false { break }
      }
      let text = phrase.joined(separator: " ").trimmingCharacters(Self.punctuation)
      // "In the extended school year Jo will ..." says when.
      if text.namesExtendedYear { continue }
      if word.lowercased() == "outside" || word.lowercased() == "inside" {
        if vocabulary.locationCode(of: word + " " + text) != nil { return word + " " + text }
      }
      if vocabulary.locationCode(of: text) != nil {
        return both(text, behind: words[(index + 1)...].dropFirst(phrase.count), vocabulary) ?? text
      }
    }
    for phrase in [
      "to your home", "to the home", "to his home", "to her home", "to their home", "to the family's home",
    ]
    where sentence.lowercased().contains(phrase) {
      return String(phrase.dropFirst(3))
    }
    // "by video from the second grade classroom", "by teletherapy": how is where.
    for lead in [" by ", " via ", " over ", " through "] {
      guard let found = sentence.range(of: lead) else { continue }
      let clause = sentence[found.upperBound...].prefix { !",;.".contains($0) }
      let words = clause.split(separator: " ").prefix(3)
      for count in words.indices.map({ $0 + 1 }).reversed() {
        let phrase = words.prefix(count).joined(separator: " ")
        if [phrase, lead.trimmingBlanks + " " + phrase].contains(where: { vocabulary.locationCode(of: $0) == .virtual })
        {
          return phrase
        }
      }
    }
    for phrase in ["push-in", "pull-out", "push in", "pull out"] where sentence.lowercased().contains(phrase) {
      return phrase
    }
    return nil
  }

  /// "the gym" before "and on the playground": both places, where what follows names one too.
  private static func both(_ place: String, behind rest: ArraySlice<String>, _ vocabulary: Vocabulary) -> String? {
    guard rest.first == "and" else { return nil }
    let more = rest.dropFirst().prefix(6).prefix {
      !["from", "for", "to", "by", "beginning", "starting", "with", "until"].contains($0.lowercased())
    }
    let second = more.joined(separator: " ").prefix { !",;.(".contains($0) }.description
    guard vocabulary.isPlace(withoutLead(second)) else { return nil }
    return place + " and " + second
  }
}
