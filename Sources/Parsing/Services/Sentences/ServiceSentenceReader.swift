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
    /// The goals that the person over the items serves with them.
    var served: String?
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
      var (text, heading) = unlabelled(named(FilledSentence.named(paragraph.text)))
      var found = stated(in: text)
      // "Reading instruction. Beginning 11/16/2026, Mr. Pell will work with Desmond for 45 minutes, ...": the title names it.
      if found.isEmpty, let (name, rest) = ListedItems.named(text), values.vocabulary.serviceCode(of: name) != nil {
        found = stated(in: name + ": " + rest)
        if !found.isEmpty { text = name + ": " + rest }
      }
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
        if let person = Clauses.role(named: text, vocabulary: values.vocabulary),
          let code = values.vocabulary.providerCode(of: person)
        {
          // "Ms. Tran, SLP (goal 3)" over what she gives.
          context.provider = Coded(code: code, text: person)
          served = Clauses.goals(in: text)
          continue
        }
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
          : Self.piece(of: mention, among: found)
            ?? Self.clause(
              of: mention, behind: index > 0 ? found[index - 1] : nil,
              before: index + 1 < found.count ? found[index + 1] : nil)
        var found = candidate(
          mention.mention, of: paragraph, text: own,
          context: heading.map { context.under($0, vocabulary: values.vocabulary, isBand: true) } ?? context)
        found.isLabelled = heading != nil
        if let served, found.part(.goals) == nil { found.parts.append(.told(.goals, served, at: paragraph.place)) }
        result.append(found)
      }
    }
    return result
  }

  /// The services that a text states for the year to come.
  private func stated(in text: String) -> [MentionFound] {
    mentions.mentions(in: text, section: .services).filter { $0.mention.historical != true }
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
        || Clauses.subject(of: rest).map { SentencePerson.isNamed($0, vocabulary: values.vocabulary) } ?? false
    else { return text }
    return name + ": " + rest
  }

  /// "Speech therapy, 30 min weekly, speech room; and consultation with her teachers, 20 min monthly, her classes": the part
  /// that holds the amount, where a sentence names one service for several parts.
  private static func piece(of mention: MentionFound, among found: [MentionFound]) -> String? {
    guard found.contains(where: { $0.sentence == mention.sentence && $0.service == mention.service && $0 != mention }),
      case let pieces = (mention.mention.quote ?? "").components(separatedBy: "; "), pieces.count >= 2,
      case let own = pieces.filter({ $0.contains(mention.mention.dose.text) }), own.count == 1
    else { return nil }
    return own[0]
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

  /// "Occupational therapist: occupational therapy in the regular classroom": who gives it, before what it is.
  private func led(_ sentence: String) -> (person: String, rest: String)? {
    guard let colon = sentence.range(of: ": "), case let rest = String(sentence[colon.upperBound...]),
      case let head = String(sentence[..<colon.lowerBound]).trimmingCharacters(" •-–—"),
      head.split(separator: " ").count <= 5,
      SentencePerson.isWho(head, vocabulary: values.vocabulary), values.vocabulary.providerCode(of: head) != nil,
      rest.utf8.count > 20
    else { return nil }
    return (head, rest)
  }

  private func candidate(
    _ mention: ServiceMention, of paragraph: Paragraph, text: String, context: ServiceContext
  ) -> ServiceCandidate {
    let titled = Self.titled(text)
    let printed = (titled?.rest ?? text).replacingOccurrences(of: " / ", with: ", ")
    // "Reading instruction: ..." is no "instruction" with a label.
    let lead = items.lead(of: printed)
    let whole = Clauses.partedAtLabels(printed, behind: lead?.blankSeparated.count ?? 1) { label in
      !labels.service.exact(label).isEmpty
    }
    let led = led(whole)
    let clauses = LabelledClauses(of: led?.rest ?? whole, labels: labels, values: values)
    let name = titled?.name ?? lead ?? items.lead(of: whole) ?? BothSizes.whole(mention.service.text, in: whole)
    var told = SentenceParts(clauses.rest, service: mention.service.text, at: paragraph.place, values: values)
    told.add(.service, name)
    told.add(.dose, mention.dose.text)
    if let led { told.add(.provider, led.person) }
    for clause in clauses.found where led == nil || clause.role != .provider { told.add(clause.role, clause.value) }
    told.addDates()
    told.addProvider()
    told.addLocation()
    told.addBareClauses(besides: name)
    told.addOnlyPlace()
    told.addManner()
    // "During the extended school year a therapist will ..." among the services of the year.
    if text.namesExtendedYear, Set(LabelTokens.words(text)).isDisjoint(with: ["not", "no", "ineligible"]) {
      told.add(.extendedSchoolYear, text)
    }
    told.addGoals(within: whole)
    var candidate = ServiceCandidate(
      parts: told.parts, context: context, asked: Set(clauses.found.map(\.role)).union([.service, .dose]),
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
}
