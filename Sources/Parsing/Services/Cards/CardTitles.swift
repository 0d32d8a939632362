import Extraction
import IEPModel

/// The lines that name a card's service: above its labels, counted or not.
struct CardTitles: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// "Specially Designed Instruction: Mathematics" and "Counseling Services" name a service, "Related Services" a group.
  func namesService(_ heading: String) -> Bool {
    guard heading.utf8.count < 70, values.vocabulary.serviceCode(of: heading) != nil else { return false }
    // "Early Literacy Instruction (Extended School Year)"
    if heading.namesExtendedYear, let open = heading.firstIndex(of: "("),
      case let name = String(heading[..<open]).trimmingBlanks, values.vocabulary.serviceCode(of: name) != nil
    {
      return values.vocabulary.category(ofHeading: name) == nil
    }
    // "Counseling as a related service"
    if let kind = heading.range(of: " as a "), values.vocabulary.isCategory(String(heading[kind.upperBound...])) {
      return true
    }
    return heading.contains(": ") || namesSubject(heading) || !values.vocabulary.namesCategory(heading)
  }

  /// "Specially Designed Instruction - Reading": behind the kind of service, what is taught.
  private func namesSubject(_ heading: String) -> Bool {
    [" - ", " – ", " — "].contains { mark in
      guard let dash = heading.range(of: mark), case let subject = String(heading[dash.upperBound...]) else {
        return false
      }
      return values.vocabulary.goalAreaCode(of: subject) != nil && values.vocabulary.locationCode(of: subject) == nil
        && values.vocabulary.category(ofHeading: subject) == nil
    }
  }

  /// A short line of its own, set off from the text, that names no group of services and says no amount.
  func mayName(_ line: TextLine) -> Bool {
    line.chunks.count == 1 && (line.isBold || line.text.isCapitals) && line.text.first?.isUppercase == true
      && (1...7).contains(line.text.split(separator: " ").count) && !".:?,".contains(line.text.last ?? ".")
      && !line.words.contains(where: Ticks.isTick) && GoalHeading(line.text) == nil
      && !namesGroup(line.text)
      && values.vocabulary.category(ofHeading: line.text) == nil && !saysAmount(line.text)
      && values.dates.dates(in: line.text).isEmpty
  }

  /// "Special education and related services", unlike "Class participation support".
  private func namesGroup(_ text: String) -> Bool {
    values.vocabulary.namesCategory(text)
      && !Set(LabelTokens.words(text)).isDisjoint(with: ["service", "services", "education", "supports", "aids", "aid"])
  }

  /// "SDC: core academics": a service's name with its subject, over its card.
  func title(in fact: Fact) -> TextLine? {
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

  /// "☒ Speech Therapy": a service's name behind its box.
  func ticked(_ line: TextLine) -> (name: TextLine, isOn: Bool)? {
    guard let box = line.words.first, Ticks.isTick(box), (2...7).contains(line.words.count),
      case let name = TextLine(page: line.page, words: Array(line.words.dropFirst())),
      !name.words.contains(where: { Ticks.isTick($0) || $0.field != nil }), name.text.first?.isUppercase == true,
      name.words.count > 2 || values.vocabulary.delivery(of: name.text) == nil,
      values.vocabulary.serviceCode(of: name.text) != nil, !saysAmount(name.text)
    else { return nil }
    return (name, box.text == "☒")
  }

  /// "One-to-one aide", "1:1 aide" count nothing.
  func saysAmount(_ printed: String) -> Bool {
    let text = Self.withoutRatio(printed)
    // "O & M" says nothing of months.
    let isSpelled = text.contains(where: \.isNumber) || LabelTokens.words(text).contains { $0.count > 1 && $0 != "and" }
    guard isSpelled, let amount = values.doses.parse(text), case let reading = values.read(text) else { return false }
    // "English 7" is the name of a class.
    return reading.hasMinutes || reading.hasPeriod || text.contains(where: \.isNumber) && amount.coverage > 0.5
  }

  /// "1:1 paraeducator": with how many, before what is given.
  private static func withoutRatio(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, case let sides = words[0].split(separator: ":", omittingEmptySubsequences: false),
      sides.count == 2, sides.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) })
    else { return text }
    return String(words[1])
  }

  /// An amount and nothing else, right below a card's name.
  func isAmount(_ line: TextLine, below name: TextLine) -> Bool {
    guard line.page == name.page, line.chunks.count == 1, line.words.count <= 8,
      line.text.first?.isNumber == true, abs(line.box.x0 - name.box.x0) < 12, line.box.y0 > name.box.y0 + 2,
      line.box.y0 - name.box.y1 < line.height * 1.5, case let reading = values.read(line.text)
    else { return false }
    return reading.hasMinutes && reading.hasPeriod && reading.service == nil
  }

  /// "Reading instruction | direct | small group": a service's name and, set apart on its right, how and with whom it is
  /// given.
  func marked(_ line: TextLine) -> (service: TextLine, marks: [(role: ServiceRole, line: TextLine)])? {
    let groups = line.groups
    guard (2...3).contains(groups.count), !line.words.contains(where: { Ticks.isTick($0) || $0.field != nil }),
      case let name = TextLine(page: line.page, words: groups[0]), (1...7).contains(name.words.count),
      !name.text.hasSuffix(":"), !saysAmount(name.text)
    else { return nil }
    let marks = groups.dropFirst().compactMap { words -> (role: ServiceRole, line: TextLine)? in
      let mark = TextLine(page: line.page, words: words)
      return role(ofMark: mark, behind: name).map { ($0, mark) }
    }
    // Beside the kind of service a name set in bold needs no vocabulary.
    let isNamed =
      values.vocabulary.serviceCode(of: name.text) != nil || marks.map(\.role) == [.category] && mayName(name)
    return isNamed && marks.count == groups.count - 1 && Set(marks.map(\.role)).count == marks.count
      ? (name, marks) : nil
  }

  private func role(ofMark mark: TextLine, behind name: TextLine) -> ServiceRole? {
    // "Reading | Specially designed instruction", set otherwise than the name: the kind of service.
    if (1...5).contains(mark.words.count), mark.differsInType(from: name),
      values.vocabulary.category(ofHeading: mark.text) != nil
    {
      return .category
    }
    guard mark.words.count <= 3, values.vocabulary.serviceCode(of: mark.text) == nil else { return nil }
    if values.vocabulary.grouping(of: mark.text) != nil { return .grouping }
    return values.vocabulary.delivery(of: mark.text) == nil ? nil : .delivery
  }

  /// "☒ SDI - Reading   40   minutes   5   times per ☒ week".
  func opensEntry(_ line: TextLine) -> Bool {
    guard let box = line.words.first, Ticks.isTick(box), line.words.count > 2,
      case let name = TickedMenu.name(of: line), values.vocabulary.serviceCode(of: name) != nil
    else { return false }
    // "☒ Special education ☐ Related service" are the kinds of service.
    let kinds = Ticks.options(in: line).compactMap { values.vocabulary.category(ofHeading: $0.label) }
    return Set(kinds).count < 2
  }

  /// "OT for 30 minutes, 2 times per ☐ day ☒ week": a service's name with its amount behind it.
  func namedWithAmount(_ fact: Fact) -> (name: String, amount: String)? {
    // Behind "Service:" alone; behind the name of a kind of service stands a sentence.
    guard LabelTokens.of(fact.label).allSatisfy({ ["service", "type", "name", "of"].contains($0) }) else { return nil }
    let words = fact.lines.compactMap({ TickedMenu.chosen($0) }).flatMap(\.words).map(\.text)
    guard let (before, amount) = values.amount(endingIn: words), !before.isEmpty else { return nil }
    let links: Set<String> = ["for", "-", "–", "—", ":", "at"]
    var name = before
    while let last = name.last, links.contains(last.lowercased()) { name.removeLast() }
    let text = name.joined(separator: " ").trimmingCharacters(" ,;:-–—")
    guard name.count <= 7, Set(name).isDisjoint(with: ["will", "shall", "provides", "receives"]) else { return nil }
    return values.vocabulary.serviceCode(of: text) == nil ? nil : (text, amount)
  }

  /// "Algebra support | 1 of 6", "SVC 02 | MATH SUPPORT": the card's title without its count.
  static func withoutCount(_ line: TextLine) -> TextLine {
    // "3. Occupational Therapy"
    if line.chunks.count == 1 || line.groups.count == 2 && line.groups[0].count == 1, let mark = line.words.first?.text,
      mark.first?.isNumber == true, RowMarks.countsItems(mark), case let name = Array(line.words.dropFirst()),
      (1...8).contains(name.count), name[0].text.first?.isUppercase == true,
      !endsSentence(name[name.count - 1].text), !name.contains(where: { $0.text.hasSuffix(":") })
    {
      return TextLine(page: line.page, words: name)
    }
    guard line.groups.count == 2 else { return line }
    if isCount(line.groups[0]) { return TextLine(page: line.page, words: line.groups[1]) }
    let words = line.groups[1].map { $0.text.lowercased() }
    let isOf = words.count == 3 && Int(words[0]) != nil && words[1] == "of" && Int(words[2]) != nil
    // "Orientation and Mobility | ESY"
    let isOfExtendedYear = words.count <= 4 && words.joined(separator: " ").namesExtendedYear
    guard isOf || isOfExtendedYear || isCount(line.groups[1]) else { return line }
    return TextLine(page: line.page, words: line.groups[0])
  }

  /// "O.T." ends in a stop of its own.
  private static func endsSentence(_ word: String) -> Bool {
    let stops = word.count { $0 == "." }
    return ".:;".contains(word.last ?? ".") && !(word.hasSuffix(".") && stops > 1)
  }

  /// "#2", "Service 3", "SVC 04", "No. 1".
  private static func isCount(_ group: [Word]) -> Bool {
    let words = group.map { $0.text.lowercased() }
    if words.count == 1 { return words[0].hasPrefix("#") && Int(words[0].dropFirst()) != nil }
    let counted: Set<String> = ["service", "svc", "svc.", "serv", "no.", "no", "nbr", "item", "line", "entry", "#"]
    return words.count == 2 && counted.contains(words[0])
      && Int(words[1].trimmingCharacters("#:.)")) != nil
  }

  /// "Service" with a number of one or two digits behind it.
  func counts(_ fact: Fact) -> Bool {
    LabelTokens.of(fact.label) == ["service"] && fact.lines.count == 1 && fact.value.count <= 2
      && Int(fact.value) != nil
  }

  /// "BIP support" and "Speech services" name a service, though "support" and "services" stand in headings of groups.
  func mayHeadGroup(_ text: String) -> Bool {
    switch values.vocabulary.serviceCode(of: text) {
    case .specializedInstruction where namesTaught(text): false
    case nil, .specializedInstruction, .paraprofessional, .transportation, .transition: true
    default: values.vocabulary.namesCategory(text) && text.utf8.count > 30
    }
  }

  /// "Writing support": a subject, and that it is taught.
  private func namesTaught(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...4).contains(words.count) && values.vocabulary.isService(text)
      && values.vocabulary.goalAreaCode(of: words.dropLast().joined(separator: " ")) != nil
  }

  /// Stands right below a name, as its wrapped end does.
  func isRest(_ line: TextLine, of name: Place) -> Bool {
    guard let box = name.box, line.page == name.page, line.chunks.count == 1, !line.isBold else { return false }
    return abs(line.box.x0 - box.x0) < 3 && line.box.y0 - box.y1 < line.height * 0.9 && line.box.y0 > box.y0 + 2
  }

  /// Without the bullet before it.
  static func bare(_ line: TextLine) -> TextLine {
    guard line.groups.count > 1, let mark = line.words.first?.text,
      !mark.contains(where: { $0.isLetter || $0.isNumber }),
      mark.count == 1, !Ticks.isTick(line.words[0])
    else { return line }
    return TextLine(page: line.page, words: Array(line.words.dropFirst()))
  }
}
