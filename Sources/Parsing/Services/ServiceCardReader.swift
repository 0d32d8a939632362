import Extraction
import IEPModel

/// Reads services that are set as cards: labels with their values, one service after another.
struct ServiceCardReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// - Parameters:
  ///   - items: the section's items; lines between cards are headings over those that follow.
  ///   - heading: the section's, which may be the name of its first card's service.
  func read(_ items: [SectionItem], under heading: TextLine? = nil, context: ServiceContext) -> [ServiceCandidate] {
    let titles = CardTitles(labels: labels, values: values)
    let boxes = CardBoxes(values: values)
    let roles = CardFactRole(labels: labels, values: values)
    var candidates: [ServiceCandidate] = []
    var parts: [ServiceCandidate.Part] = []
    var asked: Set<ServiceRole> = []
    var doubts: Set<LineDoubt> = []
    /// What the first card asks for first, as all others then do.
    var opening: ServiceRole?
    /// The line right above a card that does not ask for its service: its name, though no vocabulary has it.
    var above: TextLine?
    var name: TextLine?
    var context = context
    /// A line above the card names its service.
    func entitle(_ line: TextLine) {
      parts.insert(
        ServiceCandidate.Part(role: .service, label: "", text: line.text, place: line.place, certainty: 0.85), at: 0)
      doubts.insert(.cardTitle)
      asked.insert(.service)
    }
    /// Goals below a card are those of its service.
    func serve(_ goals: String, _ place: Place) {
      if let index = parts.firstIndex(where: { $0.role == .goals }) {
        if parts[index].label.isEmpty { parts[index].text += ", " + goals }
      } else {
        parts.append(ServiceCandidate.Part(role: .goals, label: "", text: goals, place: place, certainty: 0.85))
      }
    }
    func close() {
      if let line = name, !parts.contains(where: { $0.role == .service }) { entitle(line) }
      name = nil
      if isCard(parts) {
        var candidate = ServiceCandidate(parts: parts, context: context, asked: asked)
        candidate.doubts = doubts
        candidates.append(candidate)
        opening = opening ?? parts.first?.role
      }
      parts = []
      doubts = []
      asked = []
    }
    var title = heading.flatMap { titles.namesService($0.text) ? $0 : nil }
    for item in SideBySide.untangled(items) {
      switch item {
      // "Frequency: D = Daily, W = Weekly" explains codes.
      case .fact(let fact) where Legend.equations(in: fact.value) > 0: continue
      case .fact(let fact):
        if parts.isEmpty, let line = title, roles.role(of: fact, taken: [.service]) != .service {
          entitle(line)
        }
        title = nil
        // A line of its own over what each card asks for first begins the next card.
        if above != nil, let first = parts.first(where: { $0.role != .service })?.role,
          roles.role(of: fact, taken: []) == first
        {
          close()
        }
        if parts.isEmpty { name = above }
        above = nil
        // A heading over further facts of the card: "Service description:".
        if fact.value.isEmpty, fact.lines.isEmpty, parts.contains(where: { $0.role == .service }) { continue }
        guard let role = roles.role(of: fact, taken: Set(parts.map(\.role)), opening: opening) else {
          // "Provided: ☒ Direct ☐ Consult to ☐ Individual ☒ Group": boxes say what they are of, whatever the label.
          let ticked = parts.isEmpty ? [] : fact.lines.flatMap { boxes.ticked($0, taken: Set(parts.map(\.role))) }
          if !ticked.isEmpty {
            parts += ticked
            if let goals = Clauses.goals(in: fact.value), !parts.contains(where: { $0.role == .goals }) {
              parts.append(
                ServiceCandidate.Part(role: .goals, label: "", text: goals, place: fact.place, certainty: 0.85))
            }
            continue
          }
          if let line = titles.title(in: fact), parts.isEmpty || parts.contains(where: \.role.isDose) {
            close()
            title = line
            continue
          }
          if !parts.isEmpty, !CellReading.isBlank(fact.value) { doubts.insert(.unreadLabel) }
          continue
        }
        // "Service type: Transportation" over "Service: Bus with an aide" told the kind.
        if role == .service, let told = parts.firstIndex(where: { $0.role == .service }), !parts[told].label.isEmpty,
          parts[told].label != fact.label, !parts.contains(where: \.role.isDose),
          !parts.contains(where: { $0.role == .category }),
          values.vocabulary.category(ofHeading: parts[told].text) != nil
        {
          parts[told].role = .category
        }
        let repeats = parts.contains { $0.role == role }
        if role == .service ? parts.contains(where: { $0.role == .service }) : repeats && role != .comment {
          // The label that opens a card comes again.
          if role == .service || parts.first?.role == role || opening == role { close() } else if repeats { continue }
        }
        asked.insert(role)
        let behind = boxes.behind(fact, as: role)
        parts.append(
          ServiceCandidate.Part(
            role: role, label: fact.label, text: behind?.value ?? Ticks.text(of: fact.lines, else: fact.value),
            place: fact.place, certainty: 0.9))
        if role == .service, let (name, amount) = titles.namedWithAmount(fact) {
          parts[parts.count - 1].text = name
          parts.append(
            ServiceCandidate.Part(role: .dose, label: "", text: amount, place: fact.place, certainty: 0.85))
        }
        for line in behind?.lines ?? [] { parts += boxes.ticked(line, taken: Set(parts.map(\.role))) }
        parts += boxes.extendedYear(fact, taken: Set(parts.map(\.role)))
      case .line(let printed):
        // "Goal 3 Speech", "Supports goals 1 and 2" below a card: what it serves.
        if isCard(parts), context.goal == nil, let goals = Self.goalsServed(printed) {
          serve(goals, printed.place)
          above = nil
          continue
        }
        let line = CardTitles.withoutCount(printed)
        let text = line.text
        // "Co-taught English 10 | 2 of 6" names the next card, whatever the words.
        if line != printed, (1...9).contains(line.words.count) {
          close()
          title = line
          continue
        }
        // "30 min × 5 a week" right below the name is the card's amount, without a label.
        if let line = [title, above].compactMap({ $0 }).first(where: { titles.isAmount(printed, below: $0) }) {
          if parts.contains(where: \.role.isDose) { close() }
          if parts.isEmpty, line == title { entitle(line) }
          if parts.isEmpty { name = line }
          (title, above) = (nil, nil)
          asked.insert(.dose)
          parts.append(
            ServiceCandidate.Part(role: .dose, label: "", text: text, place: printed.place, certainty: 0.85))
          continue
        }
        // "Reading instruction | small group": the card's service, and with whom.
        if let (service, whom) = titles.grouped(printed) {
          close()
          entitle(service)
          parts.append(
            ServiceCandidate.Part(role: .grouping, label: "", text: whom.text, place: whom.place, certainty: 0.85))
          (title, above) = (nil, service)
          continue
        }
        // Short lines of a label that nobody knows may stand between the name and the card's first fact.
        if titles.mayName(line) { above = line } else if line.words.count > 8 || text.hasSuffix(".") { above = nil }
        if let name = parts.firstIndex(where: { $0.role == .service }), titles.isRest(line, of: parts[name].place) {
          parts[name].text = Unwrapping.join([parts[name].text, text])
          continue
        }
        // "☒ OT" and "☐ PT" of a printed list open a card each, of which one is filled in.
        if let (name, isOn) = titles.ticked(line) {
          close()
          title = isOn ? name : nil
          continue
        }
        // With its amount behind it the name opens an entry of a menu, which reads as a sentence.
        if titles.opensEntry(line) {
          close()
          title = nil
          continue
        }
        if !parts.isEmpty, line.words.contains(where: Ticks.isTick) {
          parts += boxes.ticked(line, taken: Set(parts.map(\.role)))
          if !parts.contains(where: \.role.isDose) { parts += boxes.amount(line) }
          if context.goal == nil, line.text.contains(inAnyCase: "goal"), let goals = Clauses.goals(in: line.text) {
            serve(goals, line.place)
          }
          continue
        }
        if text.utf8.count < 100, titles.mayHeadGroup(text), values.vocabulary.category(ofHeading: text) != nil,
          line.isBold || text == text.uppercased() || parts.isEmpty
        {
          close()
          context = context.under(text, vocabulary: values.vocabulary, isBand: true)
        }
        // What stands beside the card's facts is no title of the next one.
        if let last = parts.last?.place, last.page == line.page, let box = last.box,
          min(box.y1, line.box.y1) - max(box.y0, line.box.y0) > line.height * 0.4
        {
          continue
        }
        // "Writing instruction | 80 min/week": the card's service, and what it comes to.
        if line.groups.count == 2, !line.words.contains(where: Ticks.isTick) {
          let name = TextLine(page: line.page, words: line.groups[0])
          let amount = line.groups[1].map(\.text).joined(separator: " ")
          if values.vocabulary.serviceCode(of: name.text) != nil, values.read(name.text).dose == nil,
            values.read(amount).hasMinutes
          {
            close()
            title = name
            continue
          }
        }
        // "Occupational Therapy" over its labels names the card's service.
        if text.utf8.count < 70, CardTitles.bare(line).chunks.count == 1,
          values.vocabulary.serviceCode(of: text) != nil,
          !text.hasSuffix(".") || text.split(separator: " ").count <= 2, !titles.saysAmount(text)
        {
          close()
          title = CardTitles.bare(line)
        }
      case .table:
        close()
      }
    }
    close()
    candidates.noteCompany(by: values.vocabulary)
    return candidates
  }

  /// The goals that a short line names and nothing else, or that it opens.
  private static func goalsServed(_ line: TextLine) -> String? {
    guard line.words.count <= 9 else { return nil }
    if let heading = GoalHeading(line.text) { return heading.number }
    let words = LabelTokens.words(line.text)
    let serves: Set<String> = ["supports", "support", "serves", "works", "linked", "aligned", "addresses", "for"]
    guard let first = words.first, first.hasPrefix("goal") || serves.contains(first) else { return nil }
    return Clauses.goals(in: line.text)
  }

  /// A card names a service and says something of its amount, place or dates.
  private func isCard(_ parts: [ServiceCandidate.Part]) -> Bool {
    guard parts.contains(where: { $0.role == .service && !CellReading.isBlank($0.text) }) else { return false }
    let others = Set(parts.map(\.role)).subtracting([.service, .category, .comment, .goals])
    return others.count >= 2 && others.contains(where: \.isDose)
  }
}
