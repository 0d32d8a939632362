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
    var title = heading.flatMap { namesService($0.text) ? $0 : nil }
    for item in SideBySide.untangled(items) {
      switch item {
      // "Frequency: D = Daily, W = Weekly" explains codes.
      case .fact(let fact) where Legend.equations(in: fact.value) > 0: continue
      case .fact(let fact):
        if parts.isEmpty, let line = title, role(of: fact, taken: [.service]) != .service {
          entitle(line)
        }
        title = nil
        // A line of its own over what each card asks for first begins the next card.
        if above != nil, let first = parts.first(where: { $0.role != .service })?.role,
          role(of: fact, taken: []) == first
        {
          close()
        }
        if parts.isEmpty { name = above }
        above = nil
        // A heading over further facts of the card: "Service description:".
        if fact.value.isEmpty, fact.lines.isEmpty, parts.contains(where: { $0.role == .service }) { continue }
        guard let role = role(of: fact, taken: Set(parts.map(\.role)), opening: opening) else {
          // "Provided: ☒ Direct ☐ Consult to ☐ Individual ☒ Group": boxes say what they are of, whatever the label.
          let boxes = parts.isEmpty ? [] : fact.lines.flatMap { ticked($0, taken: Set(parts.map(\.role))) }
          if !boxes.isEmpty {
            parts += boxes
            if let goals = Clauses.goals(in: fact.value), !parts.contains(where: { $0.role == .goals }) {
              parts.append(
                ServiceCandidate.Part(role: .goals, label: "", text: goals, place: fact.place, certainty: 0.85))
            }
            continue
          }
          if let line = titled(fact), parts.isEmpty || parts.contains(where: \.role.isDose) {
            close()
            title = line
            continue
          }
          if !parts.isEmpty, !CellReading.isBlank(fact.value) { doubts.insert(.unreadLabel) }
          continue
        }
        let repeats = parts.contains { $0.role == role }
        if role == .service ? parts.contains(where: { $0.role == .service }) : repeats && role != .comment {
          // The label that opens a card comes again.
          if role == .service || parts.first?.role == role || opening == role { close() } else if repeats { continue }
        }
        asked.insert(role)
        let boxes = boxesBehind(fact, as: role)
        parts.append(
          ServiceCandidate.Part(
            role: role, label: fact.label, text: boxes?.value ?? Ticks.text(of: fact.lines, else: fact.value),
            place: fact.place, certainty: 0.9))
        for line in boxes?.lines ?? [] { parts += ticked(line, taken: Set(parts.map(\.role))) }
        parts += extendedYear(fact, taken: Set(parts.map(\.role)))
      case .line(let printed):
        let line = Self.withoutCount(printed)
        let text = line.text
        // "Co-taught English 10 | 2 of 6" names the next card, whatever the words.
        if line != printed, (1...9).contains(line.words.count) {
          close()
          title = line
          continue
        }
        // Short lines of a label that nobody knows may stand between the name and the card's first fact.
        if mayName(line) { above = line } else if line.words.count > 8 || text.hasSuffix(".") { above = nil }
        if let name = parts.firstIndex(where: { $0.role == .service }), isRest(line, of: parts[name].place) {
          parts[name].text = Unwrapping.join([parts[name].text, text])
          continue
        }
        if !parts.isEmpty, line.words.contains(where: Ticks.isTick) {
          parts += ticked(line, taken: Set(parts.map(\.role)))
          continue
        }
        if text.utf8.count < 100, mayHeadGroup(text), values.vocabulary.category(ofHeading: text) != nil,
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
        if text.utf8.count < 70, Self.bare(line).chunks.count == 1, values.vocabulary.serviceCode(of: text) != nil,
          !text.hasSuffix(".") || text.split(separator: " ").count <= 2, values.doses.parse(text) == nil
        {
          close()
          title = Self.bare(line)
        }
      case .table:
        close()
      }
    }
    close()
    candidates.noteCompany(by: values.vocabulary)
    return candidates
  }

  /// "SDC: core academics": a service's name with its subject, over its card.
  private func titled(_ fact: Fact) -> TextLine? {
    guard let line = fact.lines.first, fact.lines.count == 1,
      line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      (1...6).contains(line.words.count), !fact.value.contains(where: \.isNumber),
      labels.service.exact(fact.label).isEmpty, values.vocabulary.serviceCode(of: fact.label) != nil,
      values.vocabulary.serviceCode(of: fact.label + ": " + fact.value) != nil, let label = fact.labelPlace.box,
      let first = line.words.first
    else { return nil }
    // "Transition service: Job shadowing": the label names the kind.
    if values.vocabulary.category(ofHeading: fact.label) != nil, values.vocabulary.serviceCode(of: fact.value) != nil {
      return line
    }
    var name = first
    name.text = fact.label + ":"
    name.box = label
    return TextLine(page: line.page, words: [name] + line.words)
  }

  /// "Algebra support | 1 of 6", "SVC 02 | MATH SUPPORT": the card's title without its count.
  private static func withoutCount(_ line: TextLine) -> TextLine {
    // "3. Occupational Therapy"
    if line.chunks.count == 1 || line.groups.count == 2 && line.groups[0].count == 1, let mark = line.words.first?.text,
      mark.first?.isNumber == true, RowMarks.countsItems(mark), case let name = Array(line.words.dropFirst()),
      (1...8).contains(name.count), name[0].text.first?.isUppercase == true,
      !".:;".contains(name[name.count - 1].text.last ?? "."), !name.contains(where: { $0.text.hasSuffix(":") })
    {
      return TextLine(page: line.page, words: name)
    }
    guard line.groups.count == 2 else { return line }
    if isCount(line.groups[0]) { return TextLine(page: line.page, words: line.groups[1]) }
    let words = line.groups[1].map { $0.text.lowercased() }
    let isOf = words.count == 3 && Int(words[0]) != nil && words[1] == "of" && Int(words[2]) != nil
    guard isOf || isCount(line.groups[1]) else { return line }
    return TextLine(page: line.page, words: line.groups[0])
  }

  /// "#2", "Service 3", "SVC 04", "No. 1".
  private static func isCount(_ group: [Word]) -> Bool {
    let words = group.map { $0.text.lowercased() }
    if words.count == 1 { return words[0].hasPrefix("#") && Int(words[0].dropFirst()) != nil }
    let counted: Set<String> = ["service", "svc", "svc.", "serv", "no.", "no", "nbr", "item", "line", "entry", "#"]
    return words.count == 2 && counted.contains(words[0])
      && Int(words[1].trimmingCharacters("#:.)")) != nil
  }

  /// A short line of its own, set off from the text, that names no group of services and says no amount.
  private func mayName(_ line: TextLine) -> Bool {
    let words = line.text.split(separator: " ")
    return line.chunks.count == 1 && (1...7).contains(words.count) && line.text.first?.isUppercase == true
      && (line.isBold || line.text.isCapitals) && !".:?,".contains(line.text.last ?? ".")
      && !line.words.contains(where: Ticks.isTick) && !values.vocabulary.namesCategory(line.text)
      && values.vocabulary.category(ofHeading: line.text) == nil && values.doses.parse(line.text) == nil
      && values.dates.dates(in: line.text).isEmpty
  }

  /// "BIP support" and "Speech services" name a service, though "support" and "services" stand in headings of groups.
  private func mayHeadGroup(_ text: String) -> Bool {
    switch values.vocabulary.serviceCode(of: text) {
    case nil, .specializedInstruction, .paraprofessional, .transportation, .transition: true
    default: values.vocabulary.namesCategory(text) && text.utf8.count > 30
    }
  }

  /// Stands right below a name, as its wrapped end does.
  private func isRest(_ line: TextLine, of name: Place) -> Bool {
    guard let box = name.box, line.page == name.page, line.chunks.count == 1, !line.isBold else { return false }
    return abs(line.box.x0 - box.x0) < 3 && line.box.y0 - box.y1 < line.height * 0.9 && line.box.y0 > box.y0 + 2
  }

  /// "Specially Designed Instruction: Mathematics" and "Counseling Services" name a service, "Related Services" a group.
  private func namesService(_ heading: String) -> Bool {
    guard heading.utf8.count < 70, values.vocabulary.serviceCode(of: heading) != nil else { return false }
    return heading.contains(": ") || !values.vocabulary.namesCategory(heading)
  }

  /// Without the bullet before it.
  private static func bare(_ line: TextLine) -> TextLine {
    guard line.groups.count > 1, let mark = line.words.first?.text,
      !mark.contains(where: { $0.isLetter || $0.isNumber }),
      mark.count == 1, !Ticks.isTick(line.words[0])
    else { return line }
    return TextLine(page: line.page, words: Array(line.words.dropFirst()))
  }

  /// "Provider: District ☐ Ind ☒ Grp": boxes behind a value that say something else of the service.
  private func boxesBehind(_ fact: Fact, as role: ServiceRole) -> (value: String, lines: [TextLine])? {
    guard !role.isDose, let first = fact.lines.first, let box = first.words.firstIndex(where: Ticks.isTick), box > 0
    else { return nil }
    let value = first.words[..<box].map(\.text).joined(separator: " ")
    let boxes = [TextLine(page: first.page, words: Array(first.words[box...]))] + fact.lines.dropFirst()
    return values.read(value).support(role) >= 0.35 && !ticked(boxes[0], taken: [role]).isEmpty ? (value, boxes) : nil
  }

  /// "☒ Ind ☐ Grp": what is ticked without a label before it says whom the service is given with, how or where.
  private func ticked(_ line: TextLine, taken: Set<ServiceRole>) -> [ServiceCandidate.Part] {
    let options = Ticks.options(in: line)
    // "☒ Special education ☐ Related service": the kinds of service, of which one may read like a place.
    let kinds = options.compactMap { option in
      values.vocabulary.category(ofHeading: option.label).map { (option: option, category: $0) }
    }
    if Set(kinds.map(\.category)).count > 1 {
      let chosen = kinds.map(\.option).filter(\.isOn)
      guard chosen.count == 1, !taken.contains(.category) else { return [] }
      return [
        ServiceCandidate.Part(
          role: .category, label: "", text: chosen[0].label, place: chosen[0].place, certainty: 0.85)
      ]
    }
    let found: [(role: ServiceRole, option: TickedOption)] = options.filter(\.isOn).compactMap {
      option in
      let vocabulary = values.vocabulary
      let role: ServiceRole? =
        vocabulary.grouping(of: option.label) != nil
        ? .grouping
        : (vocabulary.delivery(of: option.label) != nil
          ? .delivery : (vocabulary.locationCode(of: option.label) != nil ? .location : nil))
      return role.map { ($0, option) }
    }
    // "☒ Ind ☒ Grp" says both, so neither.
    return found.filter { one in !taken.contains(one.role) && found.filter { $0.role == one.role }.count == 1 }.map {
      ServiceCandidate.Part(role: $0.role, label: "", text: $0.option.label, place: $0.option.place, certainty: 0.85)
    }
  }

  /// "Place: ☒ Regular class ☐ Bus ☒ ESY": a box for the extended year among others.
  private func extendedYear(_ fact: Fact, taken: Set<ServiceRole>) -> [ServiceCandidate.Part] {
    let boxes = Ticks.wrappedOptions(in: fact.lines).filter(\.isOn)
    guard !taken.contains(.extendedSchoolYear), boxes.count > 1,
      let box = boxes.first(where: { ["esy", "extended school year"].contains($0.label.lowercased()) })
    else { return [] }
    return [
      ServiceCandidate.Part(role: .extendedSchoolYear, label: "", text: "Yes", place: box.place, certainty: 0.9)
    ]
  }

  /// A card names a service and says something of its amount, place or dates.
  private func isCard(_ parts: [ServiceCandidate.Part]) -> Bool {
    guard parts.contains(where: { $0.role == .service && !CellReading.isBlank($0.text) }) else { return false }
    let others = Set(parts.map(\.role)).subtracting([.service, .category, .comment, .goals])
    return others.count >= 2 && others.contains(where: \.isDose)
  }

  /// What the value under a label of the form's own is by itself, in a card that has its service: "Builds: Goals 1 and 2",
  /// "How it looks: direct, small group".
  private func role(ofValue reading: CellReading, taken: Set<ServiceRole>) -> ServiceRole? {
    guard taken.contains(.service), reading.text.utf8.count < 60 else { return nil }
    let text = reading.text
    let role: ServiceRole?
    if Clauses.isGoals(text) {
      role = .goals
    } else if Clauses.split(text).allSatisfy({
      $0.split(separator: " ").count <= 4
        && (values.vocabulary.delivery(of: $0) != nil || values.vocabulary.grouping(of: $0) != nil)
    }) {
      role = reading.delivery == nil ? .grouping : .delivery
    } else {
      role = values.vocabulary.isPlace(text) && reading.provider == nil ? .location : nil
    }
    return role.flatMap { taken.contains($0) ? nil : $0 }
  }

  /// The role whose label fits and whose value agrees.
  /// - Parameter opening: what a card asks for first: the next card may ask for it again.
  private func role(of fact: Fact, taken: Set<ServiceRole>, opening: ServiceRole? = nil) -> ServiceRole? {
    let matches = labels.service.matches(fact.label).filter { $0.score >= 0.55 }
    let isType = !Set(LabelTokens.of(fact.label)).isDisjoint(with: ["type", "model", "method", "mode", "kind"])
    let reading = values.read(Ticks.text(of: fact.lines, else: fact.value))
    guard isType || !matches.isEmpty else { return role(ofValue: reading, taken: taken) }
    let scored = matches.map { match in
      (
        role: match.role,
        score: match.score * (0.3 + 0.7 * reading.support(match.role)) + 0.4 * reading.vote(match.role)
          - (taken.contains(match.role) && match.role != .service && match.role != opening ? 0.35 : 0)
      )
    }
    let best = scored.max { ($0.score, $1.role.rawValue) < ($1.score, $0.role.rawValue) }
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
    guard let best, best.score > 0.25 else { return nil }
    // "By: January 2027" is no person.
    if best.role == .provider, reading.provider == nil, LabelTokens.words(fact.label) == ["by"] { return nil }
    // "Duration: 9/1/25 - 8/31/26" and the like: the value decides.
    if reading.span != nil, best.role == .amount || best.role == .dose || best.role == .end || best.role == .start {
      return .dates
    }
    if reading.date != nil, best.role == .amount { return .end }
    return best.role
  }
}
