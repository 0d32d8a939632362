import Foundation
import IEPModel

/// Reads services that are written as sentences or bullets: "Jo will receive occupational therapy, 30 minutes twice
/// weekly, in the general education classroom from 9/2/2025 to 9/1/2026, provided by the OTR."
struct ServiceSentenceReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader

  private var items: ServiceListItem { ServiceListItem(labels: labels, values: values) }

  /// - Parameter paragraphs: each with its lines.
  func read(_ paragraphs: [Paragraph], context: ServiceContext) -> [ServiceCandidate] {
    var context = context
    var result: [ServiceCandidate] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if let title = index > 0 ? title(paragraphs[index - 1], over: paragraph) : nil,
        let line = line(paragraph, under: title, context: context)
      {
        result.append(line)
        continue
      }
      if let line = BarredService(paragraph, values: values) {
        result.append(line.candidate(context: context))
        continue
      }
      if let item = NamedItem(paragraph.text, values: values), let mention = item.mention(context: context) {
        result.append(candidate(mention, of: paragraph, text: item.sentences, context: context))
        continue
      }
      let (text, heading) = unlabelled(named(FilledSentence.named(paragraph.text)))
      let found = mentions.mentions(in: text, section: .services).filter { $0.mention.historical != true }
      if found.isEmpty, let item = items.mention(in: text, context: context) {
        result.append(candidate(item, of: paragraph, text: text, context: context))
        continue
      }
      if found.isEmpty, let line = BarredService(paragraph, partedBy: " - ", values: values) {
        result.append(line.candidate(context: context))
        continue
      }
      if found.isEmpty {
        guard text.utf8.count < 100 else { continue }
        let lowered = text.lowercased()
        // "Extended school year: The student qualifies for ESY." heads what follows.
        let opensYear =
          (lowered.hasPrefix("extended school year") || lowered.hasPrefix("esy"))
          && Set(LabelTokens.words(text)).isDisjoint(with: ["not", "no", "ineligible"])
        // "C. Special education": the part's letter before its name.
        let name = RowMarks.split(text)?.rest ?? text
        if opensYear || values.vocabulary.category(ofHeading: name) != nil {
          context = context.under(name, vocabulary: values.vocabulary, isBand: true)
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
        var found = candidate(
          mention.mention, of: paragraph, text: own,
          context: heading.map { context.under($0, vocabulary: values.vocabulary, isBand: true) } ?? context)
        found.isLabelled = heading != nil
        result.append(found)
      }
    }
    return result
  }

  private func title(_ paragraph: Paragraph, over next: Paragraph) -> ServiceTitle? {
    ServiceTitle(paragraph, over: next, values: values)
  }

  /// What a paragraph says of the service that its title names; `nil` where it tells of several or of none.
  private func line(_ paragraph: Paragraph, under title: ServiceTitle, context: ServiceContext) -> ServiceCandidate? {
    let found = read([paragraph], context: context)
    if found.count == 1 { return title.naming(found[0]) }
    // What was given in another year is no line.
    guard found.isEmpty, mentions.mentions(in: paragraph.text, section: .services).isEmpty,
      let mention = title.mention(in: paragraph.text, values: values)
    else { return nil }
    return title.naming(candidate(mention, of: paragraph, text: paragraph.text, context: context))
  }

  /// "Related service: Vision services for 30 minutes ...": the sentence, and the kind of service that its label names.
  private func unlabelled(_ text: String) -> (sentence: String, heading: String?) {
    guard let colon = text.range(of: ": "), case let label = String(text[..<colon.lowerBound]),
      label.split(separator: " ").count <= 5, values.vocabulary.category(ofHeading: label) != nil,
      text[colon.upperBound...].utf8.count > 40, led(text) == nil,
      label.contains(inAnyCase: "service") || label.contains(inAnyCase: "aid")
        // "Special education: Jo will receive ...": a heading that the first of its sentences follows.
        || values.vocabulary.category(ofHeading: label) == .specialEducation
          && label.contains(inAnyCase: "special ed")
          && !mentions.mentions(in: String(text[colon.upperBound...]), section: .services).isEmpty
    else { return (text, nil) }
    return (String(text[colon.upperBound...]), label)
  }

  /// "OT. 30 minutes, 2 times per month; gen ed classroom", "2. Reading. One period (42 min) a day", "Vision services. Ms.
  /// Day, TVI works with ...": a name that ends like a sentence, with a colon in its place.
  private func named(_ text: String) -> String {
    let mark = RowMarks.split(text).flatMap { $0.mark.first?.isNumber == true ? $0 : nil }
    guard let (name, rest) = ListedItems.named(mark?.rest ?? text), values.vocabulary.serviceCode(of: name) != nil,
      rest.first?.isNumber == true || ListedItems(values: values).opensWithDate(rest)
        || mark != nil && Clauses.commas(rest).first.map({ values.doses.parse($0)?.isComplete ?? false }) ?? false
        || rest.split(separator: " ").prefix(4).joined(separator: " ").contains(" will receive")
        || Clauses.opensWithTitle(rest) && Clauses.subject(of: rest).flatMap(values.vocabulary.providerCode) != nil
        || Clauses.subject(of: rest).map(namesPerson) ?? false
    else { return text }
    return name + ": " + rest
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

  /// A person and nothing else, or words for one that end in what people are: "life skills teacher".
  private func namesPerson(_ subject: String) -> Bool {
    values.vocabulary.isPerson(subject)
      // "SLPA (supervised by our SLP)": the brackets tell more of the person.
      || subject.firstIndex(of: "(").map { values.vocabulary.isPerson(String(subject[..<$0]).trimmingBlanks) } ?? false
      || values.vocabulary.providerCode(of: subject) != nil
        && LabelTokens.words(subject).last.map(Vocabulary.people.contains) ?? false
  }

  /// "Occupational therapist: occupational therapy in the regular classroom": who gives it, before what it is.
  private func led(_ sentence: String) -> (person: String, rest: String)? {
    guard let colon = sentence.range(of: ": "), case let rest = String(sentence[colon.upperBound...]),
      case let head = String(sentence[..<colon.lowerBound]).trimmingCharacters(" •-–—"),
      head.split(separator: " ").count <= 5,
      Self.isWho(head, vocabulary: values.vocabulary), values.vocabulary.providerCode(of: head) != nil,
      rest.utf8.count > 20
    else { return nil }
    return (head, rest)
  }

  private func candidate(
    _ mention: ServiceMention, of paragraph: Paragraph, text: String, context: ServiceContext
  ) -> ServiceCandidate {
    let titled = Self.titled(text)
    let whole = Clauses.partedAtLabels((titled?.rest ?? text).replacingOccurrences(of: " / ", with: ", ")) { label in
      !labels.service.exact(label).isEmpty
    }
    let led = led(whole)
    let (labelled, sentence) = labelledClauses(of: led?.rest ?? whole)
    let place = paragraph.place
    func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
      ServiceCandidate.Part(role: role, label: "", text: text, place: place, certainty: 0.7)
    }
    let name = titled?.name ?? items.lead(of: whole) ?? Self.withBothSizes(mention.service.text, in: whole)
    var parts = [part(.service, name), part(.dose, mention.dose.text)]
    if let led { parts.append(part(.provider, led.person)) }
    for clause in labelled where led == nil || clause.role != .provider {
      parts.append(part(clause.role, clause.value))
    }
    if let span = values.dates.span(sentence) {
      parts.append(part(.dates, "\(span.start) - \(span.end)"))
    } else {
      let dates = values.dates.dates(in: sentence, near: nil)
      if dates.count == 2 { parts.append(part(.dates, "\(dates[0].date) - \(dates[1].date)")) }
      if dates.count == 1, let span = SpanOfOneYear(within: sentence, before: dates[0]) {
        parts.append(part(.dates, "\(span.start) - \(span.end)"))
      } else if dates.count == 1 {
        let before = sentence.lowercased()
        let isEnd = before.contains("until") || before.contains("through") || before.contains("ending")
        parts.append(part(isEnd ? .end : .start, "\(dates[0].date)"))
      }
    }
    if !parts.contains(where: { $0.role == .provider }),
      let subject = Clauses.subject(of: sentence) ?? subject(behindNameIn: sentence), namesPerson(subject)
    {
      parts.append(part(.provider, subject))
    }
    for clause in Clauses.split(sentence) where !parts.contains(where: { $0.role == .provider }) {
      let lowered = clause.lowercased()
      // "from the COTA supervised by the OTR/L": who answers for it.
      if lowered.contains("supervised by") || lowered.contains("direction by") { continue }
      if lowered.contains("provided by") || lowered.contains("delivered by") || lowered.contains(" by ")
        || lowered.hasPrefix("by ")
      {
        let after = lowered.range(of: "by ").map { String(clause[$0.upperBound...]) } ?? clause
        // "provided by Mr. Ito, case manager."
        if let role = Clauses.role(behindTitleIn: sentence, after: after), namesPerson(role) {
          parts.append(part(.provider, role))
          continue
        }
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
    let words = LabelTokens.of(name)
    for clause in Clauses.bare(sentence) {
      // "• P.T.": the service's name, with a bullet before it or without its last stop.
      let isName =
        LabelTokens.of(clause) == words
        // "Language/Speech Therapy, 1x per week": what the item opens with holds the name and is no person.
        || sentence.hasPrefix(clause) && clause.contains(mention.service.text) && !values.vocabulary.isPerson(clause)
      // "OT: 40 min/week; therapy room; OT": named again, it is the person.
      let isAgain = clause == mention.service.text && sentence.components(separatedBy: clause).count > 2
      if parts.contains(where: { $0.text == clause && !(isAgain && $0.role == .service) }) { continue }
      let asked = Set(parts.map(\.role))
      // "2nd grade class" is where, not with whom.
      if let grouping = values.vocabulary.grouping(of: clause), clause.split(separator: " ").count <= 3,
        !clause.contains(where: \.isNumber),
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
          // "co-taught English class"
          || !isName && LabelTokens.of(clause).last.map({ ["class", "classroom", "room"].contains($0) }) ?? false
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
    let undated = values.dates.removed(from: sentence)
    if values.vocabulary.delivery(of: undated) != nil { parts.append(part(.delivery, undated)) }
    // "in the regular class" names a place, not whom the service is given with.
    // "2/9/2026 - 2/4/2027" counts nobody.
    let told = values.dates.removed(from: Self.withoutBothSizes(sentence))
    if !parts.contains(where: { $0.role == .grouping }), let grouping = values.vocabulary.grouping(of: told),
      grouping != .wholeClass
    {
      parts.append(part(.grouping, told))
    }
    // "During the extended school year a therapist will ..." among the services of the year.
    if text.namesExtendedYear, Set(LabelTokens.words(text)).isDisjoint(with: ["not", "no", "ineligible"]) {
      parts.append(part(.extendedSchoolYear, text))
    }
    // "When: Oct 6, 2025 through Oct 1, 2026. Goals 1, 2.": they may stand behind another label's value.
    if !parts.contains(where: { $0.role == .goals }),
      let goals = Clauses.goals(in: sentence) ?? Clauses.goals(in: whole)
    {
      parts.append(part(.goals, goals))
    }
    var candidate = ServiceCandidate(
      parts: parts, context: context, asked: Set(labelled.map(\.role)).union([.service, .dose]),
      sentenceDose: mention.dose, company: 1, doubts: [.sentence])
    candidate.addsGoals = context.goal != nil && GoalNumbers.comeBeside(whole)
    return candidate
  }

  /// "Vision services: Ms. Day, TVI works with ...": the name, and the sentence of the person.
  private static func titled(_ text: String) -> (name: String, rest: String)? {
    guard let colon = text.range(of: ": "), case let rest = String(text[colon.upperBound...]),
      Clauses.opensWithTitle(rest), case let name = String(text[..<colon.lowerBound]), name.utf8.count < 60
    else { return nil }
    return (name, rest)
  }

  /// "Occupational therapy: the OT comes to the classroom": who does it, behind the name of what they do.
  private func subject(behindNameIn sentence: String) -> String? {
    guard let colon = sentence.range(of: ": "), case let rest = sentence[colon.upperBound...], let first = rest.first
    else { return nil }
    return Clauses.subject(of: first.uppercased() + rest.dropFirst())
  }

  /// "Individual and Small Group Counseling" where "Group Counseling" is the name that was known.
  private static func withBothSizes(_ name: String, in sentence: String) -> String {
    guard let start = sentence.range(of: "individual and ", options: .caseInsensitive)?.lowerBound,
      let end = sentence.range(of: name, options: .caseInsensitive)?.upperBound, start < end,
      case let whole = sentence[start..<end], whole.split(separator: " ").count <= 6,
      !whole.contains(where: { ",;:".contains($0) || $0.isNumber })
    else { return name }
    return String(whole)
  }

  /// "Individual and Small Group Counseling, 3x per month": a name that says both tells neither; what is behind it may.
  private static func withoutBothSizes(_ sentence: String) -> String {
    guard let figure = sentence.firstIndex(where: \.isNumber),
      Set(LabelTokens.words(String(sentence[..<figure]))).isSuperset(of: ["individual", "group"])
    else { return sentence }
    return String(sentence[figure...])
  }

  /// "...; Location: speech room; Provider: SLP": clauses with a label of their own, and the sentence without them.
  private func labelledClauses(of sentence: String) -> (found: [(role: ServiceRole, value: String)], rest: String) {
    var found: [(role: ServiceRole, value: String)] = []
    var rest: [String] = []
    for clause in Clauses.labelled(sentence) {
      let halves = clause.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      let wanted: Set<ServiceRole> = [.location, .provider, .delivery, .grouping, .goals, .start, .end, .dates]
      if halves.count == 2, let role = labels.service.exact(halves[0]).first(where: wanted.contains),
        values.read(halves[1]).support(role) >= 0.35
      {
        // "Provider: SLP. Goal 2. 9/22/2025 - 9/21/2026.": the next sentences are none of it.
        if let (head, tail) = Self.parted(halves[1], dates: values.dates), values.read(head).support(role) >= 0.35 {
          found.append((role, head))
          rest.append(tail)
        } else {
          found.append((role, halves[1].trimmingCharacters(" .")))
        }
      } else {
        rest.append(clause)
      }
    }
    return found.isEmpty ? ([], sentence) : (found, rest.joined(separator: "; "))
  }

  /// A label's value, and the sentences behind it that give dates or goals.
  private static func parted(_ value: String, dates: DateReader) -> (head: String, tail: String)? {
    let sentences = value.components(separatedBy: ". ")
    guard
      let end = sentences.indices.dropFirst().first(where: { index in
        Clauses.isGoals(sentences[index]) || !dates.dates(in: sentences[index], near: nil).isEmpty
      })
    else { return nil }
    return (sentences[..<end].joined(separator: ". "), sentences[end...].joined(separator: ". "))
  }
}
