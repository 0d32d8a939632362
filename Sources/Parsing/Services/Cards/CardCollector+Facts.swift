import Extraction
import IEPModel

extension CardCollector {
  /// A label with its value: it goes on the open card, or begins the next one.
  mutating func take(_ fact: Fact) {
    // "Frequency: D = Daily, W = Weekly" explains codes.
    if Legend.equations(in: fact.value) > 0 { return }
    // "Service 3 | Service 4" over cards side by side counts them.
    if titles.counts(fact) { return close(before: nil) }
    if PlanSums.isSum(fact) || PlanSums.decidesOnExtendedYear(fact) { return }
    if card.isEmpty, title.flatMap({ values.vocabulary.serviceCode(of: $0.text) }) == nil,
      PlanSums.isOfAllServices(fact)
    {
      return
    }
    // "Push-in support: science": a service's whole name with its subject, though "support" is a label elsewhere.
    if values.vocabulary.services.covers(fact.label), card.isEmpty || card.hasDose, let line = titles.title(in: fact) {
      return close(before: line)
    }
    let asksForName = card.isEmpty && title != nil && factRoles.role(of: fact, taken: [.service]) == .service
    // "Occupational Therapy | 4 of 5" over "Service type: Related service": below the card's title its kind alone is asked.
    let isKind = asksForName && values.vocabulary.category(ofHeading: fact.value) != nil
    takeName(over: fact, isTitle: isKind || !asksForName)
    if fact.value.isEmpty, fact.lines.isEmpty, card.has(.service) {
      // A heading over further facts of the card ("Service description:"), unless each card begins so: left blank.
      guard card.hasDose, card.parts.first?.label == fact.label else { return askForBlank(fact) }
      close()
    }
    // The label that opened the card asks for the same in the next one.
    let first = card.hasDose && card.parts.first?.label == fact.label ? card.parts.first?.role : nil
    guard let role = isKind ? .category : first ?? factRoles.role(of: fact, taken: card.roles, opening: opening) else {
      takeUnderUnknownLabel(fact)
      return
    }
    // "Model of delivery: ☐ Individual ☐ Group" answers nothing; a further label may ask for the same.
    if role == .delivery || role == .grouping, fact.lines.first?.words.first.map(Ticks.isTick) ?? false,
      !fact.lines.contains(where: { $0.words.contains { $0.text == "☒" } })
    {
      card.ask(for: role)
      return
    }
    if role == .service { card.takeNameAsKind(under: fact.label, vocabulary: values.vocabulary) }
    if role != .comment, card.has(role) {
      guard opensCard(role) else { return }
      close()
    }
    add(fact, as: role)
  }

  /// "End" with nothing behind it: the form asks for it.
  private mutating func askForBlank(_ fact: Fact) {
    let role = factRoles.labels.service.exact(fact.label).first { [.start, .end, .location, .provider].contains($0) }
    if let role { card.ask(for: role) }
  }

  /// The lines above a card's first fact name its service.
  /// - Parameter isTitle: whether a title right above does, which the fact itself does not ask for.
  private mutating func takeName(over fact: Fact, isTitle: Bool) {
    if card.isEmpty, let title, isTitle { card.entitle(title) }
    title = nil
    // A line of its own over what each card asks for first begins the next card.
    if above != nil, let first = card.parts.first(where: { $0.role != .service })?.role,
      factRoles.role(of: fact, taken: []) == first
    {
      close()
    }
    if card.isEmpty { card.name = above }
    above = nil
  }

  /// The label that opens a card comes again.
  private func opensCard(_ role: ServiceRole) -> Bool {
    role == .service || card.parts.first?.role == role || opening == role
  }

  private mutating func add(_ fact: Fact, as role: ServiceRole) {
    card.ask(for: role)
    let behind = boxes.behind(fact, as: role)
    let named = role == .service ? titles.namedWithAmount(fact) : nil
    let value = behind?.value ?? Ticks.text(of: fact.lines, else: fact.value)
    card.add(role, label: fact.label, text: named?.name ?? value, place: fact.place, certainty: 0.9)
    if let named { card.add(.dose, text: named.amount, place: fact.place) }
    for line in behind?.lines ?? [] { card.add(boxes.ticked(line, taken: card.roles)) }
    card.add(boxes.extendedYear(fact, taken: card.roles))
  }

  /// What stands under a label that nobody knows may say by itself what it is of, or name the next card.
  private mutating func takeUnderUnknownLabel(_ fact: Fact) {
    if takeBoxes(of: fact) { return }
    if let line = titles.title(in: fact), card.isEmpty || card.hasDose {
      close(before: line)
    } else if !card.isEmpty, !CellReading.isBlank(fact.value) {
      card.doubts.insert(.unreadLabel)
    }
  }

  /// "Provided: ☒ Direct ☐ Consult to ☐ Individual ☒ Group": boxes say what they are of, whatever the label.
  private mutating func takeBoxes(of fact: Fact) -> Bool {
    let taken = card.roles
    let ticked = card.isEmpty ? [] : fact.lines.flatMap { boxes.ticked($0, taken: taken) }
    guard !ticked.isEmpty else { return false }
    card.add(ticked)
    if !card.has(.goals), let goals = Clauses.goals(in: fact.value) {
      card.add(.goals, text: goals, place: fact.place)
    }
    return true
  }
}
