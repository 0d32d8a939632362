import IEPModel

/// Which of the services that a sentence names an amount belongs to.
struct MentionSubjects: Sendable {
  private let narrative: NarrativeWords

  init(_ narrative: NarrativeWords) { self.narrative = narrative }

  /// "The pathologist will consult with staff in the preschool special class": behind the name of a service a room named
  /// like one is where it is given.
  func withoutPlaces(
    _ services: [Vocabulary.ServiceInText], in scalars: [Unicode.Scalar]
  ) -> [Vocabulary.ServiceInText] {
    let places = services.indices.filter { index in
      guard let room = words(Array(services[index].text.unicodeScalars)[...]).last, Self.rooms.contains(room) else {
        return false
      }
      return words(scalars[..<services[index].range.lowerBound]).suffix(4).contains("in")
    }
    return services.indices.filter { index in
      !places.contains(index) || !services[..<index].indices.contains { !places.contains($0) && !services[$0].isWeak }
    }.map { services[$0] }
  }

  private static let rooms: Set<String> = ["class", "classroom", "room"]

  /// - Parameter amount: offsets in Unicode scalars.
  func subject(
    of amount: Range<Int>, in sentence: String, among services: [Vocabulary.ServiceInText]
  ) -> Vocabulary.ServiceInText? {
    let scalars = Array(sentence.unicodeScalars)
    // "3.75 hours of literacy instruction per week".
    if let within = services.first(where: { amount.contains($0.range.lowerBound) }) { return within }
    // "30 minutes per week of speech therapy".
    if let next = services.first(where: { $0.range.lowerBound >= amount.upperBound }),
      words(scalars[amount.upperBound..<next.range.lowerBound]).first == "of",
      areLinks(scalars[amount.upperBound..<next.range.lowerBound])
    {
      return next
    }
    let strong = services.filter { !$0.isWeak }
    let all = strong.isEmpty ? services : strong
    let given = all.filter { !namesPlaceOrPerson($0, scalars) }
    let named = given.contains { $0.range.upperBound <= amount.lowerBound } ? given : all
    // The nearest service before the amount governs it; else the first one behind.
    let before = named.last { $0.range.upperBound <= amount.lowerBound }
    // The name of a subject counts beside that of a service where the amount follows it at once: "leaves class for
    // reading, 40 minutes daily, and for counseling".
    if let near = services.last(where: { $0.range.upperBound <= amount.lowerBound }), near.isWeak,
      areLinks(scalars[near.range.upperBound..<amount.lowerBound]), before.map({ isApart($0, near, scalars) }) ?? true
    {
      return near
    }
    // "Is out for the structured class 90 minutes daily and for music therapy": what "and" adds is not what was measured.
    return before
      ?? named.first { $0.range.lowerBound >= amount.upperBound }.flatMap { next in
        let gap = words(scalars[amount.upperBound..<next.range.lowerBound])
        return gap.first == "and" && amount.lowerBound > 0 ? nil : next
      }
  }

  /// "from the life skills teacher", "in the life skills classroom": who gives a service, or where, by the name of another.
  private func namesPlaceOrPerson(_ service: Vocabulary.ServiceInText, _ scalars: [Unicode.Scalar]) -> Bool {
    let lead = words(scalars[..<service.range.lowerBound]).suffix(2)
    guard lead.count == 2, ["in", "from", "by", "with"].contains(lead[lead.startIndex]),
      ["the", "a", "an", "his", "her", "their"].contains(lead[lead.startIndex + 1])
    else { return false }
    let behind = scalars[service.range.upperBound...]
    let next = behind.drop(while: \.isBlank).prefix { $0.isLetter }
    return ["teacher", "classroom", "class", "room", "center", "lab", "office", "specialist", "instructor", "staff"]
      .contains(String(scalars: next).lowercased())
  }

  /// The scalars of "literacy instruction" in "3.75 hours of literacy instruction per week". A subject needs its head
  /// word: "twenty minutes of reading each night" is homework.
  func nameWithin(_ service: Vocabulary.ServiceInText, _ scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard let start = startOfName(before: service.range.lowerBound, scalars) else { return nil }
    let behind = scalars[service.range.upperBound...]
    let gap = behind.prefix { $0.isBlank }
    let head = behind.dropFirst(gap.count).prefix { $0.isLetter }
    if narrative.heads.contains(String(scalars: head).lowercased()) {
      return start..<afterTopic(head.endIndex, scalars)
    }
    return service.isWeak ? nil : start..<afterTopic(service.range.upperBound, scalars)
  }

  /// Where a name begins behind "of", with the words before it that say how and with whom: "30 minutes of small group speech
  /// therapy", "of consultation with staff for PT"; `nil` where no "of" leads to it.
  private func startOfName(before start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    let words = scalars[max(0, start - 60)..<start].split { $0.isBlank }
    for word in words.reversed().prefix(7) {
      let text = String(scalars: word).lowercased()
      if text == "of" { return word.endIndex + 1 }
      guard Self.manners.contains(text) else { return nil }
    }
    return nil
  }

  private static let manners: Set<String> = [
    "small", "large", "group", "individual", "individualized", "direct", "indirect", "one-on-one", "one-to-one",
    "push-in",
    "pull-out", "consultation", "consultative", "consult", "collaborative", "itinerant", "school-based", "in-class",
    "with",
    "staff", "teacher", "teachers", "team", "for", "the", "classroom", "on", "about", "regarding",
  ]

  /// Past "in study skills" behind "specially designed instruction": at most four words of what it is in.
  private func afterTopic(_ start: Int, _ scalars: [Unicode.Scalar]) -> Int {
    let rest = scalars[start...]
    // "Special education - Reading": a dash leads to it too.
    if let dash = rest.dropFirst().first, ["-", "–", "—"].contains(dash), rest.first?.isBlank == true,
      rest.dropFirst(2).first?.isBlank == true,
      case let topic = rest.dropFirst(3).prefix(while: { $0 != "," && !("0"..."9").contains($0) }),
      (1...3).contains(topic.split(whereSeparator: \.isBlank).count)
    {
      return topic.endIndex
    }
    let words = rest.prefix { $0.isLetter || $0.isBlank || $0 == "-" }.split(omittingEmptySubsequences: true) {
      $0.isBlank
    }
    guard let first = words.first, narrative.topics.contains(String(scalars: first).lowercased()) else { return start }
    let ends: Set<String> = [
      "per", "each", "every", "once", "twice", "daily", "weekly", "monthly", "a", "one", "two", "three", "four", "five",
      "six", "seven", "eight", "nine", "ten",
    ]
    let topic = words.dropFirst().prefix { !ends.contains(String(scalars: $0).lowercased()) }
    guard (1...4).contains(topic.count), let last = topic.last else { return start }
    return last.endIndex
  }

  /// Whether a subject is a service of its own: not "mobility instruction", nor "therapy in writing".
  private func isApart(
    _ service: Vocabulary.ServiceInText, _ subject: Vocabulary.ServiceInText, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard service.range.upperBound < subject.range.lowerBound else { return false }
    let between = words(scalars[service.range.upperBound..<subject.range.lowerBound])
    return !between.allSatisfy(narrative.links.contains) && !(between.last.map(narrative.topics.contains) ?? false)
  }

  /// Nothing but small words and commas; no new clause.
  private func areLinks(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
    !gap.contains { $0 == ";" || $0 == "." } && words(gap).allSatisfy(narrative.links.contains)
  }

  private func words(_ gap: ArraySlice<Unicode.Scalar>) -> [String] {
    LabelTokens.words(String(scalars: gap))
  }
}
