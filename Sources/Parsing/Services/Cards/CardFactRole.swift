import Extraction
import IEPModel

/// What a fact of a card is about: by its label, by its value, or by both.
struct CardFactRole: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// The role whose label fits and whose value agrees.
  /// - Parameter opening: what a card asks for first: the next card may ask for it again.
  func role(of fact: Fact, taken: Set<ServiceRole>, opening: ServiceRole? = nil) -> ServiceRole? {
    let matches = labels.service.matches(fact.label).filter { $0.score >= 0.55 }
    let isType = !Set(LabelTokens.of(fact.label)).isDisjoint(with: ["type", "model", "method", "mode", "kind"])
    let value = Ticks.text(of: fact.lines, else: fact.value)
    guard isType || !matches.isEmpty else { return role(ofValue: value, under: fact.label, taken: taken) }
    let reading = beforeBoxes(fact, asked: matches.map(\.role)) ?? values.read(value)
    // "Service: English support": whatever kinds of support its words may name elsewhere.
    if LabelTokens.words(fact.label) == ["service"], reading.service != nil,
      !values.vocabulary.isCategory(reading.text)
    {
      return .service
    }
    let scored = matches.map { match in
      (
        role: match.role,
        score: match.score * (0.3 + 0.7 * reading.support(match.role)) + 0.4 * reading.vote(match.role)
          - (taken.contains(match.role) && match.role != .service && match.role != opening ? 0.35 : 0)
      )
    }
    let best = scored.max { ($0.score, $1.role.rawValue) < ($1.score, $0.role.rawValue) }
    // "Kind of service: Speech-language therapy": the service itself.
    if best?.role == .category, !taken.contains(.service), reading.service != nil,
      values.vocabulary.category(ofHeading: reading.text) == nil
    {
      return .service
    }
    // "Type: Direct" and "Type of service: Direct" ask for the delivery, "Model: Group" for the grouping.
    let namesNoService = best?.role == .service && values.vocabulary.serviceCode(of: reading.text) == nil
    if best == nil || best?.role == .category || namesNoService,
      values.vocabulary.category(ofHeading: reading.text) == nil
    {
      if isType, reading.delivery != nil { return .delivery }
      if isType, reading.grouping != nil { return .grouping }
    }
    // "Discipline / Provider: School counselor" in a card that has its service.
    if best?.role == .service, taken.contains(.service), !taken.contains(.provider), reading.provider != nil,
      labels.service.matches(fact.label).contains(where: { $0.role == .provider && $0.score >= 0.3 })
    {
      return .provider
    }
    // "Setting: Small group" says with whom.
    if let best, best.role == .location || best.role == .delivery, reading.grouping != nil, reading.location == nil,
      reading.delivery == nil, !taken.contains(.grouping)
    {
      return .grouping
    }
    // "Delivered in: Resource classroom" asks where, though "delivered" alone asks how.
    if best?.role == .delivery, reading.location != nil, reading.delivery == nil, reading.grouping == nil,
      !taken.contains(.location)
    {
      return .location
    }
    // "Given where": what the label's first word may ask for elsewhere, the value does not answer.
    guard let best, best.score > 0.25 else { return role(ofValue: value, under: fact.label, taken: taken) }
    // Sentences under "What the student can do now" name no service.
    if best.role == .service, reading.text.utf8.count > 240, labels.service.exact(fact.label).isEmpty { return nil }
    // "Length of school day/year: same as peers" is the school's.
    if best.role.isDose, Set(LabelTokens.of(fact.label)).isSuperset(of: ["length", "school"]) { return nil }
    // "Math in the special room: 30 minutes 5x per week": an amount is no answer to where or by whom.
    if !best.role.isDose, reading.hasMinutes, reading.hasPeriod, reading.support(best.role) == 0 { return nil }
    // "By: January 2027" is no person; "By: SLP ☐ individual ☒ group" is one.
    if best.role == .provider, reading.provider == nil, LabelTokens.words(fact.label) == ["by"],
      values.vocabulary.providerCode(of: Self.beforeBoxes(fact)) == nil
    {
      return nil
    }
    // "Duration: 9/1/25 - 8/31/26" and the like: the value decides.
    if reading.span != nil, best.role == .amount || best.role == .dose || best.role == .end || best.role == .start {
      return .dates
    }
    if reading.date != nil, best.role == .amount { return .end }
    return best.role
  }

  /// "Location: Speech room ☐ Individual ☒ Group": what stands before the boxes answers the label, and they say something
  /// else. An amount goes on in its boxes.
  private func beforeBoxes(_ fact: Fact, asked: [ServiceRole]) -> CellReading? {
    let text = Self.beforeBoxes(fact)
    guard !text.isEmpty, fact.lines.first?.words.contains(where: Ticks.isTick) == true else { return nil }
    let reading = values.read(text)
    return asked.contains { !$0.isDose && reading.support($0) >= 0.35 } && reading.dose == nil ? reading : nil
  }

  private static func beforeBoxes(_ fact: Fact) -> String {
    guard let line = fact.lines.first else { return "" }
    return line.words.prefix { !Ticks.isTick($0) }.map(\.text).joined(separator: " ")
  }

  /// What the value under a label of the form's own is by itself, in a card that has its service: "Builds: Goals 1 and 2",
  /// "How it looks: direct, small group".
  private func role(ofValue text: String, under label: String, taken: Set<ServiceRole>) -> ServiceRole? {
    guard taken.contains(.service), text.utf8.count < 60 else { return nil }
    let reading = values.read(text)
    let role: ServiceRole?
    if Clauses.isGoals(text) {
      role = .goals
    } else if reading.isDate, reading.date != nil {
      // "Good through: June 11, 2027" behind the first day.
      role = taken.contains(.start) && !taken.contains(.end) && !Self.tellsOfOtherDay(label) ? .end : nil
    } else if reading.span != nil {
      role = taken.isDisjoint(with: [.start, .end, .dates]) ? .dates : nil
    } else if Clauses.split(text).allSatisfy({
      $0.split(separator: " ").count <= 4
        && (values.vocabulary.delivery(of: $0) != nil || values.vocabulary.grouping(of: $0) != nil)
        // "In class during writing" says where and when.
        && !(LabelTokens.words($0).first == "in" && values.vocabulary.grouping(of: $0) == .wholeClass)
    }) {
      role = reading.delivery == nil ? .grouping : .delivery
    } else if !Set(LabelTokens.words(label)).isDisjoint(with: Self.places) {
      role = !reading.isAmount && reading.date == nil && !values.vocabulary.isPerson(text) ? .location : nil
    } else {
      role = values.vocabulary.isPlace(text) && reading.provider == nil ? .location : nil
    }
    return role.flatMap { taken.contains($0) ? nil : $0 }
  }

  /// "Reviewed on", "Signed": a day of something else than the service.
  private static func tellsOfOtherDay(_ label: String) -> Bool {
    LabelTokens.words(label).contains { word in
      ["review", "sign", "report", "eval", "meet", "conferenc", "birth", "consent", "print"].contains(
        where: word.hasPrefix)
    }
  }

  /// Words of labels that ask where.
  private static let places: Set = ["where", "place", "location", "setting", "site", "room", "space", "area"]
}
