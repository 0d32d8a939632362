import Foundation
public import IEPModel
public import Seeds

/// The words of forms and the codes they stand for, from `seeds/vocabulary`. A class, since every reader holds it and its
/// tables are many.
public final class Vocabulary: Sendable {
  let services: TermTable<ServiceCode>
  let locations: TermTable<LocationCode>
  let providers: TermTable<ProviderCode>
  let areas: TermTable<GoalAreaCode>
  let disabilities: TermTable<DisabilityCode>
  let deliveries: TermTable<Delivery>
  let groupings: TermTable<Grouping>
  let kinds: TermTable<IEPKind>
  let categories: TermTable<ServiceCategory>
  let narrative: NarrativeWords
  let topics: GoalTopics
  let rooms: RoomNames
  let likeness: LikelyCodes
  private let headings = Memo<ServiceCategory?>()
  let places = Memo<LocationCode?>(longest: longestValueKept)
  private let roles = Memo<ProviderCode?>(longest: longestValueKept)
  private let ways = Memo<Delivery?>(longest: longestValueKept)
  private let sizes = Memo<Grouping?>(longest: longestValueKept)

  /// - Throws: `SeedError` naming the file that can't be read or has a code that the contract lacks.
  public init(seeds: SeedStore) throws(SeedError) {
    let forms = try WordForms(seeds: seeds)
    services = try TermTable(file: "vocabulary/services.yaml", seeds: seeds, forms: forms)
    locations = try TermTable(file: "vocabulary/locations.yaml", seeds: seeds, forms: forms)
    providers = try TermTable(file: "vocabulary/providers.yaml", seeds: seeds, forms: forms)
    areas = try TermTable(file: "vocabulary/goal-areas.yaml", seeds: seeds, forms: forms)
    disabilities = try TermTable(file: "vocabulary/disabilities.yaml", seeds: seeds, forms: forms)
    deliveries = try TermTable(file: "vocabulary/delivery.yaml", seeds: seeds, forms: forms)
    groupings = try TermTable(file: "vocabulary/grouping.yaml", seeds: seeds, forms: forms)
    kinds = try TermTable(file: "vocabulary/iep-kinds.yaml", seeds: seeds, forms: forms)
    categories = try TermTable(file: "vocabulary/service-categories.yaml", seeds: seeds, forms: forms)
    narrative = try NarrativeWords(seeds: seeds)
    topics = try GoalTopics(seeds: seeds)
    rooms = try RoomNames(seeds: seeds, forms: forms)
    likeness = try LikelyCodes(
      seeds: seeds, forms: forms, services: services, locations: locations, rooms: rooms, providers: providers)
  }

  /// Every single word that a cell of a services grid may be made of.
  var words: Set<String> {
    services.words.union(locations.words).union(providers.words).union(areas.words).union(deliveries.words)
      .union(groupings.words).union(categories.words)
  }

  /// The service that a cell names: "O.T. - direct (push-in)" is occupational therapy.
  /// What stands before a bracket outweighs what stands in it: "Vision (Special Education)".
  public func serviceCode(of text: String) -> ServiceCode? {
    // "Text read aloud (not reading)"
    if let bracket = text.firstIndex(of: "("), ["not", "except"].contains(text[bracket...].lowercased().words.first) {
      return services.best(in: String(text[..<bracket]))?.code
    }
    if let bracket = text.firstIndex(of: "("), let head = services.best(in: String(text[..<bracket])) {
      // "Social Skills (specialized instruction)" is taught by a special education teacher.
      let remark = services.best(in: String(text[bracket...]))
      let isTaught = head.code == .socialSkills || head.code == .transition || head.code == .behavior
      return isTaught && remark?.code == .specializedInstruction ? .specializedInstruction : head.code
    }
    // "Language therapy: specially designed instruction in syntax": what stands before the colon outweighs what is taught.
    if let colon = text.firstIndex(of: ":"), let best = services.best(in: text), best.code == .specializedInstruction,
      let head = services.best(in: String(text[..<colon])), !head.isWeak
    {
      // "Specially designed instruction: adapted physical education", which is special education itself (34 CFR 300.39).
      let taught = String(text[text.index(after: colon)...]).trimmingBlanks
      let isPhysical = head.code == .specializedInstruction && services.best(in: taught)?.code == .adaptedPE
      return isPhysical && services.covers(taught) ? .adaptedPE : head.code
    }
    return services.best(in: text)?.code
  }

  /// Whether a text is one person and nothing else: "Special education teacher", not "Occupational therapy OT assistant".
  func isPerson(_ text: String) -> Bool { providers.best(in: text).map { $0.coverage > 0.99 && !$0.isWeak } ?? false }

  /// Whether half of a text or more is a service's name: "Specially designed instruction: reading", not "Health and
  /// physical status".
  func isMostlyService(_ text: String) -> Bool {
    services.best(in: text).map { $0.coverage >= 0.5 && !$0.isWeak } ?? false
  }

  /// Whether a text is the name of one service and nothing else.
  func isService(_ text: String) -> Bool { services.covers(text) }

  /// The role that a cell names. Who supervises is not who gives: "PTA supervised by PT".
  public func providerCode(of text: String) -> ProviderCode? {
    roles.value(of: text, make: role)
  }

  private func role(of text: String) -> ProviderCode? {
    let lowered = text.lowercased()
    for mark in ["supervis", "supv", "under ", "directed by", "direction"] {
      if let range = lowered.range(of: mark), range.lowerBound > lowered.startIndex {
        let offset = lowered.distance(from: lowered.startIndex, to: range.lowerBound)
        let head = String(text.prefix(offset))
        if let code = providers.best(in: head)?.code { return code }
      }
    }
    guard text.utf8.count < 120 else { return nil }
    let terms = Terms(text)
    let found = providers.matches(inCell: terms)
    // "Nonpublic Agency - BCBA": what the person is goes before whose.
    let best = found.first { !$0.isWeak && $0.code != .other } ?? found.first { !$0.isWeak } ?? found.first
    return best?.code == .generalEducationTeacher && teachesProgramme(text, terms)
      ? .specialEducationTeacher : best?.code
  }

  /// "MDS teacher": capitals before it that are no subject are a programme of special education, as those of a class are.
  private func teachesProgramme(_ text: String, _ terms: Terms) -> Bool {
    terms.tokens.count == 2 && terms.tokens[1].word == "teacher" && text != text.uppercased()
      && rooms.code(of: terms.tokens[0].raw + " class", services: services) == .specialEducation
      && !providers.covers(text)
  }

  static let people: Set<String> = [
    "therapist", "pathologist", "teacher", "nurse", "psychologist", "counselor", "worker", "specialist", "assistant",
    "aide", "paraprofessional", "paraeducator", "audiologist", "interpreter", "analyst", "educator", "provider",
    "clinician", "instructor", "behaviorist", "interventionist", "coach", "driver", "coordinator", "liaison",
  ]

  /// A person named in running text by a role ("Physical Therapist", "SLP"), not by the service that bears its name.
  /// - Parameter service: the words of the service, among which no person is looked for.
  func personNamed(in sentence: String, besides service: String) -> String? {
    let rest = sentence.replacingOccurrences(of: service, with: String(repeating: " ", count: service.count))
    let terms = Terms(rest)
    let scalars = Array(rest.unicodeScalars)
    // "OT/PT Room" is no person.
    let places = locations.matches(in: terms, isCell: false).filter { !$0.isWeak }.map(\.tokens)
    for match in providers.matches(in: terms, isCell: false) where !match.isWeak {
      let isOfPlace = places.contains { $0.count > match.tokens.count && $0.contains(match.tokens.lowerBound) }
      if isOfPlace { continue }
      let words = terms.tokens[match.tokens]
      guard let last = words.last, match.isAbbreviation || Self.people.contains(last.word) else { continue }
      return String(scalars: scalars[terms.range(of: match.tokens)])
    }
    return nil
  }

  public func goalAreaCode(of text: String) -> GoalAreaCode? {
    let best = areas.best(in: text)
    // "Academic: Reading", "Academic - Reading": the domain, and which of its areas.
    if let domain = best, domain.code == .academicOther,
      let colon = text.range(of: ": ") ?? text.range(of: " - ") ?? text.range(of: " – "),
      let part = areas.best(in: String(text[colon.upperBound...])), !part.isWeak
    {
      return part.code
    }
    return best?.code
  }
  public func disabilityCode(of text: String) -> DisabilityCode? { disabilities.best(in: text)?.code }

  /// Direct, consultation or indirect; single letters count only as a whole cell.
  public func delivery(of text: String) -> Delivery? {
    ways.value(of: text, make: way)
  }

  /// Whether a text says how a service is given and nothing else.
  func isDelivery(_ text: String) -> Bool { deliveries.covers(text) }

  private func way(of text: String) -> Delivery? {
    let terms = Terms(text)
    let found = deliveries.matches(inCell: terms).filter {
      !$0.isAbbreviation || terms.tokens.count == 1 || isCodeOfBoth(text, terms)
    }
    // "Indirect/consult" is consultation; "direct and consult" lists both, the first counts.
    return found.first { $0.code == .consultation && found.contains { $0.code == .indirect } }?.code
      ?? found.first?.code
  }

  /// "Dir-Grp", "Cons/Ind": shortened words for how a service is given and to whom, and nothing else. Single letters
  /// tell too little.
  private func isCodeOfBoth(_ text: String, _ terms: Terms) -> Bool {
    guard terms.tokens.count == 2, terms.tokens.allSatisfy({ $0.word.utf8.count > 1 }) else { return false }
    let last = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(terms.tokens[1].range.lowerBound)))
    return groupings.covers(last)
  }

  /// The deliveries that a heading names: "Direct and Consultation Services" says of no line which one it is.
  func deliveries(named heading: String) -> [Delivery] {
    // "Supports for, or on behalf of, the student": both (34 CFR 300.320(a)(4)).
    if LabelTokens.words(heading).joined(separator: " ").contains("or on behalf") { return [] }
    guard let first = delivery(of: heading) else { return [] }
    let codes = Set(deliveries.matches(in: Terms(heading), isCell: true).filter { !$0.isAbbreviation }.map(\.code))
    return codes.isSuperset(of: [.direct, .consultation]) || codes.isSuperset(of: [.direct, .indirect])
      ? [.direct, first == .direct ? .consultation : first] : [first]
  }

  public func grouping(of text: String) -> Grouping? {
    sizes.value(of: text, make: size)
  }

  /// Whether a text says with whom a service is given and nothing else.
  func isGrouping(_ text: String) -> Bool { groupings.covers(text) }

  private func size(of text: String) -> Grouping? {
    let terms = Terms(text)
    let found = groupings.matches(inCell: terms).filter { match in
      // "Gr. 4 class" is a grade's.
      let next = match.tokens.upperBound < terms.tokens.count ? terms.tokens[match.tokens.upperBound].word : ""
      return !match.isAbbreviation || terms.tokens.count <= 3 && Int(next) == nil
    }
    return (found.first { $0.tokens.count > 1 && $0.code != .individual } ?? found.first)?.code
  }

  public func iepKind(of text: String) -> IEPKind? {
    // "Amendment to the annual IEP": what comes first governs.
    if text.lowercased().hasPrefix("amend") { return .amendment }
    // "Review/Revision (Annual)": the remark explains.
    if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"), open > text.startIndex,
      let kind = kinds.best(in: String(text[open..<close])).flatMap({ $0.coverage >= 0.5 ? $0.code : nil })
    {
      return kind
    }
    // "Review", "IEP Review/Revision": the yearly one, where no other word says which.
    let words = Set(LabelTokens.words(text)).subtracting(["iep", "of", "or", "and", "the"])
    if words.contains("review"), words.isSubset(of: ["review", "revision", "revise"]) { return .annual }
    // "Reevaluation/Annual Review": the one that comes every three years holds the yearly one.
    let named = Set(kinds.matches(in: Terms(text), isCell: true).map(\.code))
    if named == [.annual, .reevaluation] { return .reevaluation }
    return kinds.best(in: text).flatMap { $0.coverage >= 0.2 ? $0.code : nil }
  }

  /// Whether a text is the name of a kind of IEP and nothing else.
  func isKind(_ text: String) -> Bool { kinds.covers(text) }

  /// Whether a text is the name of a category of services and nothing else.
  func isCategory(_ text: String) -> Bool { categories.covers(text) }

  /// The category that a heading names; `nil` where it names several, as the head of a whole section does.
  public func category(ofHeading text: String) -> ServiceCategory? {
    // Longer texts are paragraphs, which seldom come again.
    guard text.utf8.count <= 200 else { return Self.category(of: text, among: categories) }
    return headings.value(of: text) { heading in
      // "Related (Ancillary) Services": what stands in brackets explains a word.
      Self.category(of: heading, among: categories)
        ?? heading.withoutBrackets.flatMap { Self.category(of: $0, among: categories) }
        ?? CategoryHeading.name(in: heading).flatMap { Self.category(of: $0, among: categories) }
    }
  }

  /// The category that the label of a column of services names: "Support offered" asks for services of any kind, unlike
  /// "Supports" over rows.
  func category(ofColumn label: String) -> ServiceCategory? {
    let category = category(ofHeading: label)
    let asksForAids = LabelTokens.of(label).contains { $0.hasPrefix("supplement") || $0 == "aid" || $0 == "aids" }
    return category == .supplementaryAid && !asksForAids ? nil : category
  }

  private static func category(of text: String, among categories: TermTable<ServiceCategory>) -> ServiceCategory? {
    let terms = Terms(text)
    guard terms.tokens.count <= 14 else { return nil }
    let found = categories.matches(inCell: terms)
    guard
      let first = found.max(by: { ($0.tokens.count, $1.tokens.lowerBound) < ($1.tokens.count, $0.tokens.lowerBound) })
    else { return nil }
    let codes = Set(found.map(\.code))
    if codes.count > 1 { return nil }
    let matched = found.reduce(0) { $0 + $1.tokens.count }
    return Double(matched) / Double(terms.tokens.count) >= 0.34 ? first.code : nil
  }

  /// Whether a heading names a category of services, or several.
  func namesCategory(_ heading: String) -> Bool { !categories.matches(in: Terms(heading), isCell: true).isEmpty }

  /// A service named in running text. Offsets in Unicode scalars.
  struct ServiceInText: Sendable {
    var code: ServiceCode
    var range: Range<Int>
    var text: String
    var isWeak: Bool
  }

  func servicesInText(_ text: String) -> [ServiceInText] {
    let terms = Terms(text)
    let scalars = Array(text.unicodeScalars)
    return services.matches(in: terms, isCell: false).map { match in
      let range = terms.range(of: match.tokens)
      return ServiceInText(code: match.code, range: range, text: String(scalars: scalars[range]), isWeak: match.isWeak)
    }
  }
}

extension String {
  /// Without its one pair of brackets and what stands in it; `nil` where it has none or nothing else.
  var withoutBrackets: String? {
    guard let open = firstIndex(of: "("), let close = self[open...].firstIndex(of: ")"), open > startIndex else {
      return nil
    }
    return String(self[..<open]).trimmingBlanks + String(self[index(after: close)...])
  }
}
