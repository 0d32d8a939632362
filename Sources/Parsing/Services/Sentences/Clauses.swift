import Foundation
import IEPModel

/// The parts of a sentence between commas and prepositions.
enum Clauses {
  static func split(_ sentence: String) -> [String] {
    sentence.split { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "." }.map { String($0).trimmingBlanks }
  }

  /// The parts between commas, semicolons and bars; a year stays with its date ("October 6, 2025").
  static func commas(_ sentence: String) -> [String] {
    var result: [String] = []
    for piece in sentence.split(whereSeparator: { ";|,".contains($0) }).map({ String($0).trimmingBlanks }) {
      let isYear = piece.prefix(4).allSatisfy(\.isNumber) && piece.utf8.count >= 4 && !piece.dropFirst(4).hasPrefix("0")
      if isYear, let last = result.last, last.last?.isNumber == true {
        result[result.count - 1] = last + ", " + piece
      } else if !piece.isEmpty {
        result.append(piece)
      }
    }
    return result
  }

  /// The parts between commas, where a label's value holds its own: "Staff: Ms. Ito, special education. Goals: 2, 3."
  static func labelled(_ sentence: String) -> [String] {
    var result: [String] = []
    for clause in commas(sentence) {
      if let last = result.last, let label = last.range(of: ": ", options: .backwards),
        goesOn(last[label.upperBound...], in: clause)
      {
        result[result.count - 1] = last + ", " + clause
      } else {
        result.append(clause)
      }
    }
    return result
  }

  /// "Ms. Ito" before what she is; "2" before "3. Begins ...".
  private static func goesOn(_ value: Substring, in clause: String) -> Bool {
    let words = value.split(separator: " ")
    if words.count == 2, titles.contains(words[0].lowercased().trimmingCharacters(".")) {
      return clause.first?.isLowercase == true || !clause.contains(where: \.isNumber)
    }
    // "J. Alder" before "SLP".
    if (2...3).contains(words.count), words[0].count == 2, words[0].hasSuffix("."), words[0].first?.isUppercase == true,
      words.dropFirst().allSatisfy({ $0.first?.isUppercase == true && !$0.contains(where: \.isNumber) })
    {
      return clause.prefix { $0 != " " }.allSatisfy { !$0.isNumber }
    }
    // "2", "1, 2", and behind a date "... 2026. Goals 1".
    let stop = value.range(of: ". ", options: .backwards)?.upperBound
    let counts = value[(stop ?? value.startIndex)...].split(whereSeparator: { " ,".contains($0) }).drop {
      $0.lowercased() == "goal" || $0.lowercased() == "goals"
    }
    let isCount = !counts.isEmpty && counts.allSatisfy { $0.utf8.count <= 2 && $0.allSatisfy(\.isNumber) }
    let next = clause.prefix { !" .".contains($0) }
    return isCount && (1...2).contains(next.utf8.count) && next.allSatisfy(\.isNumber)
      && (next.utf8.count == clause.utf8.count || clause.dropFirst(next.utf8.count).hasPrefix("."))
  }

  /// Before the name of a person, in small letters and without a stop.
  static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "mx"]

  /// "Gen Ed classroom. Provider: OTR Begins 8/17/26 Goal(s): 1": parted before each label and each lead of a date.
  static func partedAtLabels(_ sentence: String, isLabel: (String) -> Bool) -> String {
    let leads: Set<String> = ["begins", "beginning", "begin", "starts", "starting", "ends", "ending"]
    var words = sentence.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst().reversed() {
      var start: Int?
      if words[index].hasSuffix(":") {
        start = (max(1, index - 2)...index).first { isLabel(words[$0...index].joined(separator: " ").trimmingColon) }
      } else if leads.contains(words[index].lowercased()), words[index].first?.isUppercase == true {
        start = index
      }
      guard let start, let last = words[start - 1].last, !",;|:(".contains(last) else { continue }
      words[start - 1] = words[start - 1].trimmingCharacters(".") + ";"
    }
    return words.joined(separator: " ")
  }

  /// Short clauses without figures but those that count rooms and grades, between commas, dashes and bars.
  static func bare(_ sentence: String) -> [String] {
    sentence.replacingOccurrences(of: " - ", with: ",").replacingOccurrences(of: " – ", with: ",")
      .split { ",;()|".contains($0) }.map { String($0).trimmingCharacters(" .") }
      .filter { clause in
        let words = clause.split(separator: " ")
        return !words.isEmpty && words.count <= 5
          && words.indices.allSatisfy { index in
            let counted =
              index > 0
              && ["grade", "gr", "room", "rm"].contains(words[index - 1].lowercased().trimmingCharacters("."))
            return !words[index].contains(where: \.isNumber) || isOrdinal(words[index]) || counted
          }
      }
  }

  /// "2nd", "10th"
  private static func isOrdinal(_ word: Substring) -> Bool {
    let figures = word.prefix { $0.isNumber }
    return (1...2).contains(figures.count)
      && ["st", "nd", "rd", "th"].contains(word.dropFirst(figures.count).lowercased())
  }

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

  /// "in the resource room": the place or person without the words that lead to it.
  static func withoutLead(_ text: String) -> String {
    let leads: Set<String> = ["in", "at", "on", "within", "by", "with", "from", "the", "a", "an"]
    var words = text.split(separator: " ")
    // "AT specialist" opens with a shortened word.
    while words.count > 1, let first = words.first, leads.contains(first.lowercased()),
      first.dropFirst().allSatisfy(\.isLowercase)
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
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
    let end = who.dropFirst().firstIndex { ["from", "at"].contains($0) && !who[0].contains("(") } ?? who.endIndex
    return who[..<end].joined(separator: " ")
  }

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

  /// "Goals 1 and 3", "(goal 2)".
  static func goals(in sentence: String) -> String? {
    let words = sentence.replacingAll("oal(s)", with: "oals").split { $0 == " " || $0 == "(" }.map(String.init)
    guard
      let index = words.firstIndex(where: {
        let word = $0.lowercased().trimmingCharacters(punctuation)
        return word == "goal" || word == "goals" || word.hasPrefix("goal") && word.contains("#")
      })
    else {
      return nil
    }
    var taken: [String] = []
    for (position, word) in words.enumerated().dropFirst(index + 1) {
      let bare = word.trimmingCharacters(punctuation + "#")
      if bare.isEmpty { continue }
      let isNumber =
        Int(bare) != nil || bare.count <= 2 && bare.first?.isNumber == true || !GoalNumbers.read(bare).isEmpty
      // "Goal 1, 30 minutes": the next figure is an amount.
      let next = position + 1 < words.count ? words[position + 1].lowercased() : ""
      if isNumber, !taken.isEmpty, ["min", "hour", "hr", "time"].contains(where: next.hasPrefix) { break }
      guard isNumber || ["and", "&", "#", "no", "nos", "s"].contains(bare.lowercased()) else { break }
      taken.append(bare)
      // "(Goal 1): 50 minutes": the list ends with its bracket.
      if word.contains(where: { ");:".contains($0) }) { break }
    }
    while let last = taken.last, ["and", "&"].contains(last.lowercased()) { taken.removeLast() }
    let text = taken.filter { !["no", "nos", "s", "#"].contains($0.lowercased()) }.joined(separator: " ")
    return GoalNumbers.read(text).isEmpty ? nil : text
  }

  /// "Goals 1 and 3" and nothing else.
  static func isGoals(_ text: String) -> Bool {
    let words = LabelTokens.of(text)
    let fillers: Set<String> = [
      "goal", "annual", "number", "and", "s", "support", "supports", "serve", "serves", "address", "addresses",
      "linked", "related", "to", "for",
    ]
    return words.contains { $0.hasPrefix("goal") } && goals(in: text) != nil
      && words.allSatisfy { fillers.contains($0) || $0.utf8.count <= 3 && $0.contains(where: \.isNumber) }
  }

  private static let punctuation = ",.;:()"
}

extension String {
  /// Without the given punctuation at either end.
  func trimmingCharacters(_ set: String) -> String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most words have none.
    if first.isLetterOrDigit, last.isLetterOrDigit { return self }
    var slice = self[...]
    if !first.isLetterOrDigit { while let first = slice.first, set.contains(first) { slice.removeFirst() } }
    if !last.isLetterOrDigit { while let last = slice.last, set.contains(last) { slice.removeLast() } }
    return String(slice)
  }
}
