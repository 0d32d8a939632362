import IEPModel

/// Who a sentence says gives a service: its subject, the person behind "by" or "from", what a named person is.
extension Clauses {
  /// "from a special education teacher": who gives it, behind "from", "by" or "with" and an article.
  static func provider(in sentence: String, vocabulary: Vocabulary) -> String? {
    let words = sentence.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated()
    where ["from", "by", "with"].contains(word.lowercased()) && index + 1 < words.count {
      // "with Mr. Ives, SLP, talking with the teacher"
      if let role = role(behindTitle: Array(words[(index + 1)...])), vocabulary.providerCode(of: role) != nil {
        return role
      }
      guard ["a", "an", "the", "his", "her", "their"].contains(words[index + 1].lowercased()) else {
        // ", from special education teacher .": a blank that was filled in has no article.
        if word == "from", index > 0, words[index - 1].last == ",",
          let name = clause(words[(index + 1)...]), vocabulary.isPerson(name), vocabulary.providerCode(of: name) != nil
        {
          return name
        }
        continue
      }
      // "Consultation with the teacher" says who is advised.
      let acts = ["consult", "collaborat", "meet", "conferenc"]
      if word.lowercased() == "with", index > 0, acts.contains(where: words[index - 1].lowercased().hasPrefix) {
        continue
      }
      var phrase: [String] = []
      for next in words[(index + 2)...].prefix(8) {
        if ["in", "at", "for", "from", "during", "on", "within", "under", "and"].contains(next.lowercased()) { break }
        phrase.append(next)
        if next.hasSuffix(",") || next.hasSuffix(".") || next.hasSuffix(";") { break }
      }
      let text = phrase.joined(separator: " ").trimmingCharacters(punctuation)
      if vocabulary.providerCode(of: text) != nil { return text }
    }
    return nil
  }

  /// "Consultation with the first-grade teacher, 30 min per month": the sentence without those who are advised.
  static func withoutAdvised(_ sentence: String) -> String {
    let words = sentence.split(separator: " ")
    guard let verb = words.firstIndex(where: { $0.lowercased().hasPrefix("consult") }),
      let with = words[verb...].prefix(8).firstIndex(where: { $0 == "with" || $0 == "to" })
    else { return sentence }
    // Up to the next stop, or to what is said of the consultation: "... takes place once a month".
    let end =
      words[with...].firstIndex { verbs.contains(String($0)) || ",;.".contains($0.last ?? " ") } ?? words.endIndex
    let rest = words[end...].drop { ",;.".contains($0.last ?? " ") && !verbs.contains(String($0)) }
    return (words[..<with] + rest).joined(separator: " ")
  }

  /// "Ms. Tran, SLP (goal 3)", "K. Ostrander, SLP; small group": what the person is whom a heading or a note names.
  static func role(named note: String, vocabulary: Vocabulary) -> String? {
    let clauses = note.split { ",;()".contains($0) }.map { String($0).trimmingCharacters(" .") }
    for (name, role) in zip(clauses, clauses.dropFirst()) {
      let words = name.split(separator: " ")
      guard let last = words.last, last.first?.isUppercase == true, !last.contains(where: \.isNumber),
        words.count >= 2, case let lead = words[words.count - 2],
        titles.contains(lead.lowercased().trimmingCharacters(".")) || lead.count == 2 && lead.hasSuffix("."),
        // "consult with Ms. Ito, classroom teacher": who is advised.
        words.count < 3 || words[words.count - 3].lowercased() != "with",
        case let told = role.components(separatedBy: ". ")[0], vocabulary.providerCode(of: told) != nil,
        vocabulary.isPerson(told) || LabelTokens.words(told).last.map(Vocabulary.people.contains) ?? false
      else { continue }
      return told
    }
    return nil
  }

  /// The words up to the next stop, six at most.
  private static func clause(_ words: ArraySlice<String>) -> String? {
    var taken: [String] = []
    for word in words.prefix(7) {
      let bare = word.trimmingCharacters(punctuation)
      if !bare.isEmpty { taken.append(bare) }
      if bare != word { return taken.isEmpty ? nil : taken.joined(separator: " ") }
    }
    return nil
  }

  /// "The school counselor will consult with the teacher": who does it, at the sentence's beginning.
  static func subject(of sentence: String) -> String? {
    // Behind the mark of a list.
    var words = sentence.split(separator: " ").map(String.init).drop { !$0.contains(where: \.isLetter) }.map { $0 }
    // "During the extended school year a therapist will ...": when comes first.
    if let first = words.first?.lowercased(), ["during", "in", "over", "for", "throughout", "from"].contains(first),
      let article = words.prefix(10).indices.last(where: {
        ["a", "an", "the"].contains(words[$0]) && words[$0 - 1] != "of"
      }),
      article > 1
    {
      words = ["The"] + words[(article + 1)...]
    }
    if let role = role(behindTitle: words) { return role }
    let articles: Set<String> = ["The", "A", "An", "Our"]
    guard let first = words.first, articles.contains(first) else { return nil }
    // "The COTA, supervised by our OT, will ...": who, before what is said of them.
    if let end = words.prefix(7).firstIndex(where: { $0.hasSuffix(",") }), end >= 1 {
      guard words[(end + 1)...].prefix(8).contains(where: verbs.contains) else { return nil }
      return words[1...end].joined(separator: " ").trimmingCharacters(",")
    }
    guard words.count > 3, let verb = words.prefix(7).firstIndex(where: verbs.contains),
      verb >= 2,
      // "The classroom teacher will receive 30 minutes of consultation": for whom it is.
      !words[verb...].prefix(2).contains(where: { ["receive", "get", "have"].contains($0) })
    else { return nil }
    // "The OT also consults": what stands before the verb says no more of who.
    let who = words[1..<verb].filter { !["also", "then", "again", "always"].contains($0) }
    // "The OT from Bright Bridges": whose they are says nothing of what they are.
    let end =
      who.dropFirst().firstIndex { ["from", "at"].contains($0) && !who[0].contains("(") }
      // "A speech-language pathologist of the district", unlike "a teacher of the deaf".
      ?? who.indices.first { who[$0] == "of" && who.last.map(employers.contains) ?? false } ?? who.endIndex
    return who[..<end].joined(separator: " ")
  }

  private static let employers: Set<String> = [
    "district", "division", "county", "cooperative", "co-op", "school", "agency", "board", "department", "unit",
    "union",
    "town", "city", "parish", "consortium",
  ]

  /// What the person does who gives a service.
  private static let verbs: Set<String> = [
    "will", "shall", "provides", "gives", "sees", "consults", "works", "delivers", "teaches", "supports", "is", "joins",
    "meets", "visits", "helps", "leads", "comes", "goes", "trains", "coaches", "assists", "checks", "walks", "takes",
    "treats", "pulls", "runs", "holds", "instructs", "tutors", "serves", "observes", "drives",
  ]

  /// "provided by Mr. Ito, case manager.": what the person is whose title a clause ends with.
  static func role(behindTitleIn sentence: String, after title: String) -> String? {
    guard titles.contains(title.lowercased()), let start = sentence.range(of: " " + title + ". ") else { return nil }
    let words = sentence[start.lowerBound...].split(separator: " ").map(String.init)
    return role(behindTitle: words)
  }

  /// "Ms. Tran ..."
  static func opensWithTitle(_ text: String) -> Bool {
    text.split(separator: " ").first.map { titles.contains($0.lowercased().trimmingCharacters(".")) } ?? false
  }

  /// "Ms. Tran, special education teacher, teaches ...", "Mr. Deng (OTR/L) comes ...": what the person named is.
  private static func role(behindTitle words: [String]) -> String? {
    guard let first = words.first, opensWithTitle(first) else { return nil }
    let named = words.prefix(12).joined(separator: " ")
    guard let open = named.firstIndex(where: { $0 == "," || $0 == "(" }) else { return nil }
    let rest = named[named.index(after: open)...]
    let close = rest.firstIndex(where: { ",).".contains($0) })
    let leads: Set<Substring> = ["our", "the", "a", "an", "his", "her", "their", "your"]
    let told = rest[..<(close ?? rest.endIndex)].split(separator: " ").drop(while: leads.contains)
    // "Dr. Lowe, school psychologist will provide": without a comma behind it.
    let role = told.prefix { !verbs.contains(String($0)) }
    return close != nil || role.count < told.count ? role.joined(separator: " ") : nil
  }

  /// Before the name of a person, in small letters and without a stop.
  static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "mx"]
}
