import IEPModel

/// Whether a sentence gives an amount as this plan's, or as that of an earlier plan, another school or a provider
/// outside: by the verb that governs the amount, and by words of time and place.
struct Tense: Sendable {
  private enum Time { case past, present, report, decision }

  private let narrative: NarrativeWords

  init(_ narrative: NarrativeWords) { self.narrative = narrative }

  /// - Parameters:
  ///   - sentence: whole.
  ///   - amount: offset in Unicode scalars of the amount in question.
  func isHistorical(_ sentence: String, amountAt amount: Int) -> Bool {
    let words = Self.words(of: sentence)
    let spelled = words.map(\.text)
    let here = words.firstIndex { $0.start >= amount } ?? words.count
    // "From 60 to 30 minutes": the first is what it was.
    if here > 0, spelled[here - 1] == "from", spelled[here...].contains("to") { return true }
    let earlier = narrative.earlier.first(in: spelled)
    // "The former therapy of 30 minutes weekly was reduced": what came of it follows.
    let wasBefore = earlier.map { $0 < here } ?? false
    let verb = time(spelled, until: here) ?? (wasBefore ? nil : time(after: here, spelled))
    // "OT of 30 minutes weekly was discussed; a private clinic's report was read": what follows speaks of something else.
    let clause = sentence.unicodeScalars.enumerated().first { $0.offset > amount && $0.element == ";" }?.offset
    let said = words.filter { $0.start < clause ?? .max }.map(\.text)
    if narrative.elsewhere.first(in: said) != nil, verb != .decision, !spelled[..<here].contains("will") {
      return true
    }
    let isEarlier = earlier.map { place in narrative.since.first(in: Array(spelled[..<place])) == nil } ?? false
    return switch verb {
    case .past: true
    case .present, .decision: false
    case .report: isEarlier
    case nil: isEarlier
    }
  }

  /// Whether a text says something, as a row of a table does not.
  func hasVerb(_ sentence: String) -> Bool {
    let words = Self.words(of: sentence).map(\.text)
    let verbs = narrative.verbs
    return words.contains { verbs.past.contains($0) || verbs.present.contains($0) || verbs.decisions.contains($0) }
      || time(words, until: words.count) != nil
  }

  /// Before a verb's past these did what it says, and are not what was done.
  private static let givers: Set<String> = ["iep", "plan", "program", "district", "school", "clinic", "agency"]
  /// What is changed was otherwise before.
  private static let changes: Set<String> = [
    "increased", "decreased", "reduced", "raised", "lowered", "changed", "added",
  ]

  /// Of the last verb before a word: the one that governs it.
  private func time(_ words: [String], until end: Int) -> Time? {
    for index in stride(from: end - 1, through: 0, by: -1) {
      if let time = time(at: index, in: words) { return time }
    }
    return nil
  }

  private func time(after start: Int, _ words: [String]) -> Time? {
    words.indices.dropFirst(start).lazy.compactMap { time(at: $0, in: words) }.first
  }

  private func time(at index: Int, in words: [String]) -> Time? {
    let verbs = narrative.verbs
    let word = words[index]
    let before = index > 0 ? words[index - 1] : nil
    if verbs.decisions.contains(word) {
      // "Last year counseling was offered weekly": what was done, no outcome of this meeting.
      let wasDone = verbs.participles.contains(word) && (before == "was" || before == "were")
      return wasDone && narrative.earlier.first(in: Array(words[..<index])) != nil ? .past : .decision
    }
    // "He used to have therapy"; what "is used to write" is a tool.
    if before == "to", index > 1, words[index - 2] == "used", !(index > 2 && isVerb(words[index - 3])) { return .past }
    if word == "be" || word == "been", let helper = words[..<index].suffix(2).last(where: isVerb) {
      return helper == "had" ? .past : .present
    }
    if verbs.past.contains(word) {
      // "Has met", "is to be met": the helper tells the time.
      if let helper = words[..<index].suffix(2).last(where: { ["has", "have", "had", "is", "are"].contains($0) }) {
        return helper == "had" ? .past : .present
      }
      // "30 minutes weekly was accepted": what was decided is this plan's; what was reduced is not.
      // So is what was "reviewed and accepted".
      let outcome = index + 2 < words.count && words[index + 2] == "and" ? index + 3 : index + 1
      for next in [index + 1, outcome]
      where word == "was" || word == "were" {
        guard next < words.count, verbs.decisions.contains(words[next]), !Self.changes.contains(words[next]) else {
          continue
        }
        return time(at: next, in: words)
      }
      return .past
    }
    if verbs.participles.contains(word) {
      if let helper = words[..<index].suffix(2).last(where: isVerb) {
        return verbs.past.contains(helper) ? .past : .present
      }
      // "Her preschool plan listed therapy", "the district provided it": who did so stands before it.
      if let before, Self.givers.contains(before) { return .past }
      let isDated = narrative.earlier.first(in: words) != nil || words.indices.contains { isYear($0, in: words) }
      return isDated || before == "that" || before == "which" ? .past : nil
    }
    if verbs.present.contains(word) { return isNoun(before) ? nil : .present }
    return verbs.reports.contains(word) && !isNoun(before) ? .report : nil
  }

  private func isVerb(_ word: String) -> Bool {
    narrative.verbs.past.contains(word) || narrative.verbs.present.contains(word)
  }

  /// "The support", "a change": behind an article the same word is a noun.
  private func isNoun(_ before: String?) -> Bool {
    ["the", "a", "an", "of", "his", "her", "their"].contains(before ?? "")
  }

  /// "Her 2024 IEP", "the plan of 2024": a year that is no part of a date.
  private func isYear(_ index: Int, in words: [String]) -> Bool {
    guard index > 0, words[index].count == 4, words[index].hasPrefix("20"), Int(words[index]) != nil else {
      return false
    }
    return isNoun(words[index - 1]) || ["in", "for"].contains(words[index - 1])
  }

  private static func words(of sentence: String) -> [(text: String, start: Int)] {
    var words: [(text: String, start: Int)] = []
    var open = ""
    var start = 0
    for (index, scalar) in sentence.unicodeScalars.enumerated() {
      if scalar.isLetter || ("0"..."9").contains(scalar) {
        if open.isEmpty { start = index }
        open += scalar.lowered
      } else if scalar != "'" && scalar != "’" {
        if !open.isEmpty { words.append((open, start)) }
        open = ""
      }
    }
    if !open.isEmpty { words.append((open, start)) }
    return words
  }
}
