import Foundation
import IEPModel

/// What a sentence says of one service, gathered fact by fact: when, by whom, where, how and for which goals. A fact that
/// stands behind a label of its own is taken first, and none is asked twice.
struct SentenceParts {
  /// Without the clauses that have a label.
  let sentence: String
  /// The service's name where the sentence gives it.
  let service: String
  let values: ValueReaders
  let place: Place
  private(set) var parts: [ServiceCandidate.Part] = []

  private var vocabulary: Vocabulary { values.vocabulary }

  init(_ sentence: String, service: String, at place: Place, values: ValueReaders) {
    (self.sentence, self.service, self.place, self.values) = (sentence, service, place, values)
  }

  func has(_ role: ServiceRole) -> Bool { parts.contains { $0.role == role } }

  mutating func add(_ role: ServiceRole, _ text: String) {
    parts.append(ServiceCandidate.Part(role: role, label: "", text: text, place: place, certainty: 0.7))
  }

  mutating func addDates() {
    if let span = values.dates.span(sentence) { return add(.dates, "\(span.start) - \(span.end)") }
    let dates = values.dates.dates(in: sentence, near: nil)
    if dates.count == 2 { return add(.dates, "\(dates[0].date) - \(dates[1].date)") }
    guard dates.count == 1 else { return }
    if let span = SpanOfOneYear(within: sentence, before: dates[0]) {
      return add(.dates, "\(span.start) - \(span.end)")
    }
    let isEnd = ["until", "through", "ending"].contains(where: sentence.lowercased().contains)
    add(isEnd ? .end : .start, "\(dates[0].date)")
  }

  mutating func addProvider() {
    if !has(.provider), let subject = Clauses.subject(of: sentence) ?? subjectBehindName,
      SentencePerson.isNamed(subject, vocabulary: vocabulary)
    {
      add(.provider, subject)
    }
    for clause in Clauses.split(sentence) where !has(.provider) {
      if let agent = agent(of: clause) { add(.provider, agent) }
    }
    if !has(.provider),
      let provider = Clauses.provider(in: sentence, vocabulary: vocabulary)
        ?? vocabulary.personNamed(in: Clauses.withoutAdvised(sentence), besides: service)
        // "Occupational therapy: the occupational therapist sees Jo": the service is told by who gives it.
        ?? (SentencePerson.isWho(service, vocabulary: vocabulary) ? service : nil)
    {
      add(.provider, provider)
    }
  }

  /// "Occupational therapy: the OT comes to the classroom": who does it, behind the name of what they do.
  private var subjectBehindName: String? {
    guard let colon = sentence.range(of: ": "), case let rest = sentence[colon.upperBound...], let first = rest.first
    else { return nil }
    return Clauses.subject(of: first.uppercased() + rest.dropFirst())
  }

  /// The person behind "provided by".
  private func agent(of clause: String) -> String? {
    let lowered = clause.lowercased()
    // "from the COTA supervised by the OTR/L": who answers for it.
    if lowered.contains("supervised by") || lowered.contains("direction by") { return nil }
    guard
      lowered.contains("provided by") || lowered.contains("delivered by") || lowered.contains(" by ")
        || lowered.hasPrefix("by ")
    else { return nil }
    let after = lowered.range(of: "by ").map { String(clause[$0.upperBound...]) } ?? clause
    // "provided by Mr. Ito, case manager."
    if let role = Clauses.role(behindTitleIn: sentence, after: after),
      SentencePerson.isNamed(role, vocabulary: vocabulary)
    {
      return role
    }
    return vocabulary.personNamed(in: after, besides: "")
  }

  mutating func addLocation() {
    guard !has(.location), let location = Clauses.location(in: sentence, vocabulary: vocabulary) else { return }
    add(.location, location)
  }

  /// "resource room, group, OTR/L": clauses that are a place, a person or a size of group and nothing else.
  /// - Parameter name: what the service is called as a whole.
  mutating func addBareClauses(besides name: String) {
    let nameWords = LabelTokens.of(name)
    for clause in Clauses.bare(sentence) {
      // "OT: 40 min/week; therapy room; OT": named again, it is the person.
      let isAgain = clause == service && sentence.components(separatedBy: clause).count > 2
      if parts.contains(where: { $0.text == clause && !(isAgain && $0.role == .service) }) { continue }
      let words = LabelTokens.of(clause)
      // "2nd grade class" is where, not with whom.
      if let grouping = vocabulary.grouping(of: clause), clause.split(separator: " ").count <= 3,
        !clause.contains(where: \.isNumber), vocabulary.serviceCode(of: clause) == nil, !vocabulary.isPlace(clause)
      {
        if !has(.grouping) { add(.grouping, clause) }
        if grouping == .wholeClass || clause.split(separator: " ").count == 1 { continue }
      }
      // "• P.T.": the service's name, with a bullet before it or without its last stop.
      let isName =
        words == nameWords
        // "Language/Speech Therapy, 1x per week": what the item opens with holds the name and is no person.
        || sentence.hasPrefix(clause) && clause.contains(service) && !vocabulary.isPerson(clause)
      // "and consultation with her teachers": who is advised.
      let advises = Clauses.withoutAdvised(clause) != clause
      if !has(.provider), !advises, vocabulary.providerCode(of: clause) != nil,
        vocabulary.serviceCode(of: clause) == nil || clause.split(separator: " ").count <= 3,
        isAgain || !isName,
        !vocabulary.isPlace(clause) || has(.location) && vocabulary.isPerson(clause)
      {
        add(.provider, clause)
      } else if !has(.location), vocabulary.locationCode(of: clause) != nil,
        vocabulary.serviceCode(of: clause) == nil || vocabulary.isPlace(clause)
          // "co-taught English class"
          || !isName && words.last.map({ ["class", "classroom", "room"].contains($0) }) ?? false
      {
        add(.location, clause)
      }
    }
  }

  /// A place without a word before it; it makes no line of a sentence that would be none without it.
  mutating func addOnlyPlace() {
    let isTold = has(.provider) || !parts.contains { [.start, .end, .dates].contains($0.role) }
    guard isTold, !has(.location), let place = vocabulary.onlyPlace(in: sentence) else { return }
    add(.location, place)
  }

  /// How it is given, directly or not, and with how many at a time.
  mutating func addManner() {
    // "2/9/2026 - 2/4/2027" counts nobody.
    let undated = values.dates.removed(from: sentence)
    if vocabulary.delivery(of: undated) != nil { add(.delivery, undated) }
    let told = values.dates.removed(from: BothSizes.without(sentence))
    // "in the regular class" names a place, not whom the service is given with.
    if !has(.grouping), let grouping = vocabulary.grouping(of: told), grouping != .wholeClass { add(.grouping, told) }
  }

  /// "When: Oct 6, 2025 through Oct 1, 2026. Goals 1, 2.": they may stand behind another label's value.
  /// - Parameter whole: the sentence with its labelled clauses.
  mutating func addGoals(within whole: String) {
    guard !has(.goals), let goals = Clauses.goals(in: sentence) ?? Clauses.goals(in: whole) else { return }
    add(.goals, goals)
  }
}
