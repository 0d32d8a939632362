import Extraction
import IEPModel

extension CardCollector {
  /// A line between facts: the first reading that fits holds.
  mutating func take(_ printed: TextLine) {
    if takeTitleOfGoal(printed) || takeDates(printed) { return }
    let line = CardTitles.withoutCount(printed)
    if takeGoalsServed(in: printed) || takeCountedTitle(line, printedAs: printed) { return }
    if takeAmountBelowName(line) || takeMarkedName(line) || takeBareValue(line) { return }
    noteLineAbove(line)
    if takeRestOfName(line) || takeTickedName(line) || takeEntryOfMenu(line) || takeKind(line) || takeBoxes(line) {
      return
    }
    takeHeadingOfGroup(line)
    if standsBesideCard(line) || takeNameWithAmount(line) { return }
    takeNameOverLabels(line)
  }

  // MARK: What belongs to the open card

  /// "Services for Goal 2" over the cards that serve it.
  private mutating func takeTitleOfGoal(_ line: TextLine) -> Bool {
    guard let goal = GoalServiceTitle.number(in: line.text) else { return false }
    close(before: nil)
    above = nil
    context.goal = goal
    return true
  }

  /// "From 9/29/2025 to 9/23/2026" below the card's facts: the first and last day of its service.
  private mutating func takeDates(_ line: TextLine) -> Bool {
    guard card.has(.service), card.hasDose, card.roles.isDisjoint(with: [.start, .end, .dates]),
      LabelledLine.isSpan(line), values.dates.span(line.text) != nil
    else { return false }
    card.ask(for: .dates)
    card.add(.dates, text: line.text, place: line.place)
    above = nil
    return true
  }

  /// "Goal 3 Speech", "Supports goals 1 and 2" below a card: what it serves.
  private mutating func takeGoalsServed(in line: TextLine) -> Bool {
    guard card.isCard, context.goal == nil, let goals = Self.goalsServed(line) else { return false }
    card.serve(goals, at: line.place)
    above = nil
    return true
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

  /// The service's name wraps onto this line.
  private mutating func takeRestOfName(_ line: TextLine) -> Bool {
    guard let name = card.namePlace, titles.isRest(line, of: name) else { return false }
    card.extendName(by: line)
    return true
  }

  /// "resource room" over "Ms. Day, special education teacher", right below an amount without a label: where and by whom.
  private mutating func takeBareValue(_ line: TextLine) -> Bool {
    guard let last = card.parts.last, last.label.isEmpty, card.has(.service), card.hasDose,
      last.role == .dose || last.role == .location || last.role == .provider,
      line.chunks.count == 1, (1...8).contains(line.words.count), !line.isBold, last.place.page == line.page,
      let above = last.place.box, abs(line.box.x0 - above.x0) < 3, line.box.y0 - above.y1 < line.height * 0.8,
      !line.text.contains(":"), !titles.saysAmount(line.text)
    else { return false }
    let vocabulary = values.vocabulary
    if !card.has(.provider), vocabulary.personNamed(in: line.text, besides: "") != nil, !vocabulary.isPlace(line.text) {
      card.add(.provider, text: line.text, place: line.place)
    } else if !card.has(.location), vocabulary.locationCode(of: line.text) != nil {
      card.add(.location, text: line.text, place: line.place)
    } else {
      return false
    }
    self.above = nil
    return true
  }

  /// "SERVICE FORM 3-1 | ☐ Special education ☒ Related service" over a card's labels, where each card begins so.
  private mutating func takeKind(_ line: TextLine) -> Bool {
    guard card.isEmpty || card.isCard && card.parts.first?.role == .category,
      line.words.contains(where: Ticks.isTick), case let kind = boxes.ticked(line, taken: []),
      kind.map(\.role) == [.category]
    else { return false }
    close(before: nil)
    above = nil
    card.add(kind)
    return true
  }

  /// Boxes without a label below the card's facts: with whom, how or where, and at times how much.
  private mutating func takeBoxes(_ line: TextLine) -> Bool {
    guard !card.isEmpty, line.words.contains(where: Ticks.isTick) else { return false }
    card.add(boxes.ticked(line, taken: card.roles))
    if !card.hasDose { card.add(boxes.amount(line)) }
    if context.goal == nil, line.text.contains(inAnyCase: "goal"), let goals = Clauses.goals(in: line.text) {
      card.serve(goals, at: line.place)
    }
    return true
  }

  /// What stands beside the card's facts is no title of the next one.
  private func standsBesideCard(_ line: TextLine) -> Bool {
    guard let last = card.parts.last?.place, last.page == line.page, let box = last.box else { return false }
    return min(box.y1, line.box.y1) - max(box.y0, line.box.y0) > line.height * 0.4
  }

  // MARK: What begins the next card

  /// "Co-taught English 10 | 2 of 6" names the next card, whatever the words.
  private mutating func takeCountedTitle(_ line: TextLine, printedAs printed: TextLine) -> Bool {
    guard line != printed, (1...9).contains(line.words.count) else { return false }
    close(before: line)
    return true
  }

  /// "30 min × 5 a week" right below the name is the card's amount, without a label.
  private mutating func takeAmountBelowName(_ line: TextLine) -> Bool {
    guard let name = [title, above].compactMap({ $0 }).first(where: { titles.isAmount(line, below: $0) }) else {
      return false
    }
    if card.hasDose { close() }
    if card.isEmpty, name == title { card.entitle(name) }
    if card.isEmpty { card.name = name }
    (title, above) = (nil, nil)
    card.ask(for: .dose)
    card.add(.dose, text: line.text, place: line.place)
    return true
  }

  /// "Reading instruction | small group": the card's service, how and with whom.
  private mutating func takeMarkedName(_ line: TextLine) -> Bool {
    guard let (service, marks) = titles.marked(line) else { return false }
    close(before: nil)
    card.entitle(service)
    for (role, mark) in marks { card.add(role, text: mark.text, place: mark.place) }
    above = service
    return true
  }

  /// Short lines of a label that nobody knows may stand between the name and the card's first fact.
  private mutating func noteLineAbove(_ line: TextLine) {
    if titles.mayName(line) {
      above = line
    } else if line.words.count > 8 || line.text.hasSuffix(".") {
      above = nil
    }
  }

  /// "☒ OT" and "☐ PT" of a printed list open a card each, of which one is filled in.
  private mutating func takeTickedName(_ line: TextLine) -> Bool {
    guard let (name, isOn) = titles.ticked(line) else { return false }
    close(before: isOn ? name : nil)
    return true
  }

  /// With its amount behind it the name opens an entry of a menu, which reads as a sentence.
  private mutating func takeEntryOfMenu(_ line: TextLine) -> Bool {
    guard titles.opensEntry(line) else { return false }
    close(before: nil)
    return true
  }

  /// "Related Services", "CONSULTATION AND MONITORING" over cards: what holds for all of them.
  private mutating func takeHeadingOfGroup(_ line: TextLine) {
    let text = line.text
    guard text.utf8.count < 100, titles.mayHeadGroup(text),
      values.vocabulary.category(ofHeading: text) != nil || namesDelivery(line) || namesPlace(line),
      line.isBold || text == text.uppercased() || card.isEmpty || heads(line), !isTitle(line)
    else { return }
    close()
    group = line
    context = context.under(text, vocabulary: values.vocabulary, isBand: true)
  }

  /// Capitals that say where the services below are given, and nothing else: "OUTSIDE THE GENERAL EDUCATION CLASSROOM".
  private func namesPlace(_ line: TextLine) -> Bool {
    line.text.isCapitals && (3...8).contains(line.words.count) && line.chunks.count == 1
      && PlaceHeading.place(in: line.text, vocabulary: values.vocabulary) != nil
  }

  /// Capitals that say how the services below are given, and name none.
  private func namesDelivery(_ line: TextLine) -> Bool {
    line.text.isCapitals && (2...6).contains(line.words.count) && line.chunks.count == 1
      && values.vocabulary.deliveries(named: line.text).count == 1
      && values.vocabulary.serviceCode(of: line.text) == nil
  }

  /// "English support" right below "Special education", over the card's labels: a service of that group, not the next one.
  private func isTitle(_ line: TextLine) -> Bool {
    guard let group, card.isEmpty, group.page == line.page, line.box.y0 > group.box.y0,
      line.box.y0 - group.box.y1 < line.height * 2, line.fontSize <= group.fontSize
    else { return false }
    return values.vocabulary.serviceCode(of: line.text) != nil && !values.vocabulary.isCategory(line.text)
  }

  /// A short line of its own, set off below a card that says all: it heads the next ones, however it is set.
  private func heads(_ line: TextLine) -> Bool {
    guard card.isCard, line.words.count <= 6, line.chunks.count == 1, !".:,".contains(line.text.last ?? "."),
      let last = card.parts.last?.place, let box = last.box,
      let left = card.parts.compactMap(\.place.box?.x0).min()
    else { return false }
    // "B. Related services" at the head of the next page.
    let isApart = last.page == line.page ? line.box.y0 - box.y1 > line.height * 0.6 : RowMarks.isListItem(line.text)
    return isApart && line.box.x0 < left
  }

  /// "SPECIALLY DESIGNED INSTRUCTION" set smaller right below the name of the card's service: what kind it is of.
  private func isKind(_ line: TextLine) -> Bool {
    guard let name = above, name.page == line.page, line.fontSize < name.fontSize - 0.9,
      abs(line.box.x0 - name.box.x0) < 12, line.box.y0 > name.box.y0, line.box.y0 - name.box.y1 < name.height * 2
    else { return false }
    return values.vocabulary.category(ofHeading: line.text) != nil
  }

  /// "Writing instruction | 80 min/week": the card's service, and what it comes to.
  private mutating func takeNameWithAmount(_ line: TextLine) -> Bool {
    guard line.groups.count == 2, !line.words.contains(where: Ticks.isTick) else { return false }
    let name = TextLine(page: line.page, words: line.groups[0])
    let amount = line.groups[1].map(\.text).joined(separator: " ")
    guard values.vocabulary.serviceCode(of: name.text) != nil, values.read(name.text).dose == nil,
      values.read(amount).hasMinutes
    else { return false }
    close(before: name)
    return true
  }

  /// "Occupational Therapy" over its labels names the card's service.
  private mutating func takeNameOverLabels(_ line: TextLine) {
    let text = line.text
    let name = CardTitles.bare(line)
    guard text.utf8.count < 70, name.chunks.count == 1, values.vocabulary.serviceCode(of: text) != nil,
      !text.hasSuffix(".") || text.split(separator: " ").count <= 2, !titles.saysAmount(text),
      // "Goal 5 · Vision" names a goal.
      GoalHeading(text) == nil, !isKind(line)
    else { return }
    close(before: name)
  }
}
