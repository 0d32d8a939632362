import Foundation
import IEPModel

/// Reads services that are written as sentences or bullets: "Jo will receive occupational therapy, 30 minutes twice
/// weekly, in the general education classroom from 9/2/2025 to 9/1/2026, provided by the OTR."
struct ServiceSentenceReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader

  /// - Parameter paragraphs: each with its lines.
  func read(_ paragraphs: [Paragraph], context: ServiceContext) -> [ServiceCandidate] {
    var context = context
    var result: [ServiceCandidate] = []
    for paragraph in paragraphs {
      let text = paragraph.text
      let found = mentions.mentions(in: text, section: .services).filter { $0.mention.historical != true }
      if found.isEmpty {
        guard text.utf8.count < 100 else { continue }
        let lowered = text.lowercased()
        // "Extended school year: The student qualifies for ESY." heads what follows.
        let opensYear =
          (lowered.hasPrefix("extended school year") || lowered.hasPrefix("esy"))
          && Set(LabelTokens.words(text)).isDisjoint(with: ["not", "no", "ineligible"])
        if opensYear || values.vocabulary.category(ofHeading: text) != nil {
          context = context.under(text, vocabulary: values.vocabulary, isBand: true)
        }
        continue
      }
      for (index, mention) in found.enumerated() {
        let own =
          found.count == 1
          ? text
          : Self.clause(
            of: mention, behind: index > 0 ? found[index - 1] : nil,
            before: index + 1 < found.count ? found[index + 1] : nil)
        result.append(candidate(mention.mention, of: paragraph, text: own, context: context))
      }
    }
    return result
  }

  /// What a sentence of several services says of one: from its name to the next one's.
  private static func clause(
    of found: MentionFound, behind previous: MentionFound?, before next: MentionFound?
  ) -> String {
    let scalars = Array((found.mention.quote ?? "").unicodeScalars)
    let isFirst = previous?.sentence != found.sentence
    let start = min(found.service.lowerBound, scalars.count)
    guard let next, next.sentence == found.sentence, next.service.lowerBound > start else {
      // "Counseling will be given by the counselor, 20 minutes": all of a sentence of its own.
      return String(scalars: scalars[(isFirst ? 0 : start)...])
    }
    return String(scalars: scalars[start..<min(next.service.lowerBound, scalars.count)])
  }

  /// "The occupational therapist", "the teacher of the visually impaired": a person, not the name of what they do.
  private static func isWho(_ text: String, vocabulary: Vocabulary) -> Bool {
    let people: Set<String> = [
      "teacher", "specialist", "instructor", "therapist", "counselor", "psychologist", "nurse",
    ]
    return vocabulary.isPerson(text)
      && (vocabulary.personNamed(in: text, besides: "") != nil && text.utf8.count > 5
        || !people.isDisjoint(with: LabelTokens.words(text)))
  }

  private func candidate(
    _ mention: ServiceMention, of paragraph: Paragraph, text: String, context: ServiceContext
  ) -> ServiceCandidate {
    let whole = text.replacingOccurrences(of: " / ", with: ", ")
    let (labelled, sentence) = labelledClauses(of: whole)
    let place = paragraph.place
    func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
      ServiceCandidate.Part(role: role, label: "", text: text, place: place, certainty: 0.7)
    }
    var parts = [part(.service, mention.service.text), part(.dose, mention.dose.text)]
    for clause in labelled { parts.append(part(clause.role, clause.value)) }
    if let span = values.dates.span(sentence) {
      parts.append(part(.dates, "\(span.start) - \(span.end)"))
    } else {
      let dates = values.dates.dates(in: sentence, near: nil)
      if dates.count == 2 { parts.append(part(.dates, "\(dates[0].date) - \(dates[1].date)")) }
      if dates.count == 1 {
        let before = sentence.lowercased()
        let isEnd = before.contains("until") || before.contains("through") || before.contains("ending")
        parts.append(part(isEnd ? .end : .start, "\(dates[0].date)"))
      }
    }
    for clause in Clauses.split(sentence) {
      let lowered = clause.lowercased()
      if lowered.contains("provided by") || lowered.contains("delivered by") || lowered.contains(" by ")
        || lowered.hasPrefix("by ")
      {
        let after = lowered.range(of: "by ").map { String(clause[$0.upperBound...]) } ?? clause
        if let person = values.vocabulary.personNamed(in: after, besides: "") { parts.append(part(.provider, person)) }
      }
    }
    if !parts.contains(where: { $0.role == .provider }),
      let provider = Clauses.provider(in: sentence, vocabulary: values.vocabulary)
        ?? values.vocabulary.personNamed(in: sentence, besides: mention.service.text)
        // "Occupational therapy: the occupational therapist sees Jo": the service is told by who gives it.
        ?? (Self.isWho(mention.service.text, vocabulary: values.vocabulary) ? mention.service.text : nil)
    {
      parts.append(part(.provider, provider))
    }
    if !parts.contains(where: { $0.role == .location }),
      let location = Clauses.location(in: sentence, vocabulary: values.vocabulary)
    {
      parts.append(part(.location, location))
    }
    // "resource room, group, OTR/L": clauses that are a place or a person and nothing else.
    let name = LabelTokens.of(mention.service.text)
    for clause in Clauses.bare(sentence) {
      // "• P.T.": the service's name, with a bullet before it or without its last stop.
      let isName = LabelTokens.of(clause) == name
      // "OT: 40 min/week; therapy room; OT": named again, it is the person.
      let isAgain = clause == mention.service.text && sentence.components(separatedBy: clause).count > 2
      if parts.contains(where: { $0.text == clause && !(isAgain && $0.role == .service) }) { continue }
      let asked = Set(parts.map(\.role))
      if let grouping = values.vocabulary.grouping(of: clause), clause.split(separator: " ").count <= 3,
        values.vocabulary.serviceCode(of: clause) == nil, !values.vocabulary.isPlace(clause)
      {
        if !asked.contains(.grouping) { parts.append(part(.grouping, clause)) }
        if grouping == .wholeClass || clause.split(separator: " ").count == 1 { continue }
      }
      if !asked.contains(.provider), values.vocabulary.providerCode(of: clause) != nil,
        values.vocabulary.serviceCode(of: clause) == nil || clause.split(separator: " ").count <= 3,
        isAgain || !isName,
        !values.vocabulary.isPlace(clause) || asked.contains(.location) && values.vocabulary.isPerson(clause)
      {
        parts.append(part(.provider, clause))
      } else if !asked.contains(.location), values.vocabulary.locationCode(of: clause) != nil,
        values.vocabulary.serviceCode(of: clause) == nil || values.vocabulary.isPlace(clause)
      {
        parts.append(part(.location, clause))
      }
    }
    // A place without a word before it makes no line of a sentence that would be none without it.
    let isTold =
      parts.contains { $0.role == .provider } || !parts.contains { [.start, .end, .dates].contains($0.role) }
    if isTold, !parts.contains(where: { $0.role == .location }),
      let place = values.vocabulary.onlyPlace(in: sentence)
    {
      parts.append(part(.location, place))
    }
    if values.vocabulary.delivery(of: sentence) != nil { parts.append(part(.delivery, sentence)) }
    // "in the regular class" names a place, not whom the service is given with.
    if !parts.contains(where: { $0.role == .grouping }), let grouping = values.vocabulary.grouping(of: sentence),
      grouping != .wholeClass
    {
      parts.append(part(.grouping, sentence))
    }
    if let goals = Clauses.goals(in: sentence) { parts.append(part(.goals, goals)) }
    return ServiceCandidate(
      parts: parts, context: context, asked: Set(labelled.map(\.role)).union([.service, .dose]),
      sentenceDose: mention.dose, company: 1, doubts: [.sentence])
  }

  /// "...; Location: speech room; Provider: SLP": clauses with a label of their own, and the sentence without them.
  private func labelledClauses(of sentence: String) -> (found: [(role: ServiceRole, value: String)], rest: String) {
    var found: [(role: ServiceRole, value: String)] = []
    var rest: [String] = []
    for clause in Clauses.commas(sentence) {
      let halves = clause.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      let wanted: Set<ServiceRole> = [.location, .provider, .delivery, .grouping, .goals, .start, .end, .dates]
      if halves.count == 2, let role = labels.service.exact(halves[0]).first(where: wanted.contains),
        values.read(halves[1]).support(role) >= 0.35
      {
        found.append((role, halves[1].trimmingCharacters(" .")))
      } else {
        rest.append(clause)
      }
    }
    return found.isEmpty ? ([], sentence) : (found, rest.joined(separator: "; "))
  }
}

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

  /// Short clauses without figures, between commas, dashes and bars.
  static func bare(_ sentence: String) -> [String] {
    sentence.replacingOccurrences(of: " - ", with: ",").replacingOccurrences(of: " – ", with: ",")
      .split { ",;()|".contains($0) }.map { String($0).trimmingCharacters(" .") }
      .filter { !$0.isEmpty && $0.split(separator: " ").count <= 5 && !$0.contains(where: \.isNumber) }
  }

  /// "from a special education teacher": who gives it, behind "from", "by" or "with" and an article.
  static func provider(in sentence: String, vocabulary: Vocabulary) -> String? {
    let words = sentence.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated()
    where ["from", "by", "with"].contains(word.lowercased()) && index + 1 < words.count {
      guard ["a", "an", "the", "his", "her", "their"].contains(words[index + 1].lowercased()) else { continue }
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

  /// The words behind "in", "at" or "within" that name a place.
  static func location(in sentence: String, vocabulary: Vocabulary) -> String? {
    let words = sentence.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated()
    where ["in", "at", "within", "inside", "outside", "throughout", "across", "through", "location", "setting"]
      .contains(
        word.lowercased())
    {
      var phrase: [String] = []
      for next in words[(index + 1)...].prefix(9) {
        let stops = [
          "from", "for", "to", "by", "beginning", "starting", "between", "with", "and", "provided", "delivered",
          "during", "per", "location",
        ]
        if stops.contains(next.lowercased()) { break }
        phrase.append(next)
        if next.hasSuffix(",") || next.hasSuffix(".") || next.hasSuffix(";") { break }
      }
      let text = phrase.joined(separator: " ").trimmingCharacters(Self.punctuation)
      if word.lowercased() == "outside" || word.lowercased() == "inside" {
        if vocabulary.locationCode(of: word + " " + text) != nil { return word + " " + text }
      }
      if vocabulary.locationCode(of: text) != nil { return text }
    }
    for phrase in ["push-in", "pull-out", "push in", "pull out"] where sentence.lowercased().contains(phrase) {
      return phrase
    }
    return nil
  }

  /// "Goals 1 and 3", "(goal 2)".
  static func goals(in sentence: String) -> String? {
    let words = sentence.split { $0 == " " || $0 == "(" || $0 == ")" || $0 == "." }.map(String.init)
    guard
      let index = words.firstIndex(where: {
        ["goal", "goals", "goal(s"].contains($0.lowercased()) || $0.lowercased().hasPrefix("goal") && $0.contains("#")
      })
    else {
      return nil
    }
    var taken: [String] = []
    for word in words[(index + 1)...] {
      let bare = word.trimmingCharacters(punctuation + "#")
      if Int(bare) != nil || ["and", "&", "#", "no", "nos", "s"].contains(bare.lowercased())
        || (bare.count <= 2 && bare.first?.isNumber == true) || GoalNumbers.read(bare).count > 0
      {
        taken.append(bare)
      } else {
        break
      }
    }
    while let last = taken.last, ["and", "&"].contains(last.lowercased()) { taken.removeLast() }
    let text = taken.filter { !["no", "nos", "s", "#"].contains($0.lowercased()) }.joined(separator: " ")
    return GoalNumbers.read(text).isEmpty ? nil : text
  }

  private static let punctuation = ",.;:()"
}

extension String {
  /// Without the given punctuation at either end.
  func trimmingCharacters(_ set: String) -> String {
    // Most words have none.
    if let first = utf8.first, let last = utf8.last, first.isLetterOrDigit, last.isLetterOrDigit { return self }
    var slice = self[...]
    while let first = slice.first, set.contains(first) { slice.removeFirst() }
    while let last = slice.last, set.contains(last) { slice.removeLast() }
    return String(slice)
  }
}
