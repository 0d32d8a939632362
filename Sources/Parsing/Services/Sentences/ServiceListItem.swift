import Foundation
import IEPModel

/// The service that one item of a list of services names, where its sentence alone would name none: known by the heading
/// above, by its place before a colon or by what it leaves open.
struct ServiceListItem: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  func mention(in text: String, context: ServiceContext) -> ServiceMention? {
    item(text) ?? unfinished(text) ?? counted(text) ?? ride(text, context: context)
      ?? unmeasured(text, context: context) ?? stated(text, context: context)
  }

  /// "Functional Reading (Goal 1): 50 minutes in the special education classroom": what an item of a list begins with is
  /// its service's name, though a sentence's other words may name one more plainly.
  func lead(of item: String) -> String? {
    // "PT (direct, 1:1): 30 minutes": a ratio's colon has no blank behind it.
    guard let colon = item.range(of: ": ")?.lowerBound ?? item.firstIndex(of: ":"), case let head = item[..<colon],
      case let bracket = head.range(of: "(goal", options: .caseInsensitive)?.lowerBound ?? manner(endingIn: head),
      case let name = String(head[..<(bracket ?? colon)]).trimmingBlanks, !name.isEmpty,
      name.split(separator: " ").count <= 6, name.first?.isUppercase == true,
      !name.contains(where: { $0.isNumber || ";,|".contains($0) }),
      labels.service.exact(name).isEmpty, values.vocabulary.serviceCode(of: name) != nil
    else { return nil }
    return name
  }

  /// Where brackets at the end of a name begin that say how the service is given or with whom.
  private func manner(endingIn head: Substring) -> String.Index? {
    guard head.last == ")", let open = head.lastIndex(of: "("),
      case let inside = String(head[head.index(after: open)...].dropLast()),
      values.vocabulary.delivery(of: inside) != nil || values.vocabulary.grouping(of: inside) != nil
    else { return nil }
    return open
  }

  /// "Reading: the teacher works with Jo for 30 minutes twice a week": an item of a list whose name alone would be no
  /// service in running text, with the one amount that it states.
  private func item(_ text: String) -> ServiceMention? {
    guard let name = lead(of: text), let amount = values.doses.occurrences(in: text).first,
      amount.dose.period != nil, amount.dose.sessionMinutes != nil || amount.dose.totalMinutes != nil
    else { return nil }
    return ServiceMention(service: Coded(code: values.vocabulary.serviceCode(of: name), text: name), dose: amount.dose)
  }

  /// "Jo will receive counseling for 30 minutes, ____ times per week": a line whose blank for how often was left open
  /// says the rest all the same.
  private func unfinished(_ text: String) -> ServiceMention? {
    guard text.contains("___"), let verb = text.range(of: " receive "),
      let lead = text[verb.upperBound...].range(of: " for "),
      case let name = String(text[verb.upperBound..<lead.lowerBound]).trimmingBlanks,
      name.split(separator: " ").count <= 6, let code = values.vocabulary.serviceCode(of: name),
      case let amount = values.read(String(text[lead.upperBound...].prefix { $0 != "," })), amount.hasMinutes,
      let dose = amount.dose?.dose
    else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: dose)
  }

  /// "He rides a van with a lift, two rides of 40 minutes each day" below a heading for transportation.
  private func ride(_ text: String, context: ServiceContext) -> ServiceMention? {
    guard context.category == .transportation, text.utf8.count < 200 else { return nil }
    guard let amount = Clauses.commas(text).lazy.compactMap({ self.values.doses.parse($0) }).first(where: \.isComplete)
    else {
      let name = values.vocabulary.servicesInText(text).first { $0.code == .transportation }?.text
      return ending(text).map {
        ServiceMention(service: Coded(code: .transportation, text: name ?? context.heading), dose: $0.dose)
      } ?? uncounted(text)
    }
    let name = Clauses.commas(text).first.map { $0.trimmingCharacters("•-–— ") } ?? context.heading
    return ServiceMention(service: Coded(code: .transportation, text: name), dose: amount.dose)
  }

  /// "1. Van with a lift, to and from school. 9/8/2025 - 9/4/2026.": an item that begins and ends, but tells no amount.
  private func uncounted(_ text: String) -> ServiceMention? {
    guard let item = RowMarks.split(text)?.rest, item.first?.isUppercase == true,
      values.dates.dates(in: item, near: nil).count == 2, !values.read(item).hasMinutes,
      case let clauses = Clauses.split(item), let name = clauses.first,
      (1...6).contains(name.split(separator: " ").count)
    else { return nil }
    let both = clauses.first { $0.contains(inAnyCase: "to and from") || $0.contains(inAnyCase: "round trip") }
    return ServiceMention(service: Coded(code: .transportation, text: name), dose: Dose(text: both ?? ""))
  }

  /// "The district gives van service with a lift twice a day.": how often, at the end of a sentence that says when it
  /// begins and ends.
  private func ending(_ text: String) -> DoseReading? {
    guard values.dates.dates(in: text, near: nil).count == 2 else { return nil }
    let words = text.split(separator: " ").suffix(6)
    return words.indices.lazy.compactMap { start in
      self.values.doses.parse(words[start...].joined(separator: " ").trimmingCharacters("."))
    }.first { $0.dose.sessions != nil && $0.dose.period != nil && $0.coverage > 0.99 }
  }

  /// "Occupational therapy from the OTR in the classroom, as needed." below a heading of services: an amount that leaves
  /// open how much.
  private func unmeasured(_ text: String, context: ServiceContext) -> ServiceMention? {
    guard context.category != nil, text.utf8.count < 200 else { return nil }
    let name = Self.name(of: text)
    guard name.split(separator: " ").count <= 6, name.utf8.count < text.utf8.count / 2,
      let code = values.vocabulary.serviceCode(of: name),
      let open = Clauses.split(text).lazy.compactMap({ self.values.doses.parse($0) }).first(where: {
        $0.coverage >= 0.9 && $0.dose.qualifier == .asNeeded && $0.dose.minutesPerPeriod == nil
      })
    else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: open.dose)
  }

  private static let links: Set<String> = [
    "from", "by", "in", "at", "with", "for", "given", "provided", "is", "will",
  ]

  /// "3. Social work with the school social worker, 20 min, in the Success Center.": an item of a counted list below a
  /// heading of services that says how long, though perhaps not how often. Where its name is no service's it is the
  /// instruction that the heading promises: "5. Summer class with the autism teacher, 3 hours a day".
  private func stated(_ text: String, context: ServiceContext) -> ServiceMention? {
    guard let category = context.category, text.utf8.count < 300, let item = RowMarks.split(text),
      item.mark.first?.isNumber == true, case let name = Self.name(of: item.rest),
      (1...6).contains(name.split(separator: " ").count), name.first?.isUppercase == true,
      name.utf8.count < item.rest.utf8.count / 2,
      let code = values.vocabulary.serviceCode(of: name)
        ?? (category == .specialEducation ? .specializedInstruction : nil),
      let dose = onlyAmount(of: Clauses.commas(item.rest))
    else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: dose)
  }

  /// The one amount that clauses state: in one of them, or in two that follow each other ("3 hours a day, 4 days a week").
  private func onlyAmount(of clauses: [String]) -> Dose? {
    func dose(_ text: String) -> Dose? {
      values.doses.parse(text).flatMap {
        $0.coverage >= 0.9 && ($0.dose.sessionMinutes != nil || $0.dose.totalMinutes != nil) ? $0.dose : nil
      }
    }
    let stated = clauses.indices.filter { dose(clauses[$0]) != nil }
    guard stated.count == 1 else { return nil }
    let pair = clauses[stated[0]...].prefix(2).joined(separator: ", ")
    return dose(pair) ?? dose(clauses[stated[0]])
  }

  /// The words of an item up to who gives the service, where or how.
  private static func name(of item: String) -> String {
    let words = item.split(separator: " ").map(String.init).drop { !$0.contains(where: \.isLetter) }
    var name: [String] = []
    for word in words {
      if Self.links.contains(word) { break }
      name.append(word)
      if word.hasSuffix(",") || word.hasSuffix(";") || word.hasSuffix(":") { break }
    }
    return name.joined(separator: " ").trimmingCharacters(",;:.")
  }

  /// "• Physical therapy: once a month, on the playground with the PT. 9/8/2025 to 9/3/2026.": an item of a list that says
  /// how often, and when it begins and ends, but not for how long.
  private func counted(_ text: String) -> ServiceMention? {
    guard let item = RowMarks.split(text)?.rest, let end = item.firstIndex(where: { ":,".contains($0) }),
      case let name = String(item[..<end]).trimmingBlanks, name.split(separator: " ").count <= 6,
      name.first?.isUppercase == true, labels.service.exact(name).isEmpty,
      let code = values.vocabulary.serviceCode(of: name),
      case let often = String(item[item.index(after: end)...].prefix { !",.;".contains($0) }).trimmingBlanks,
      // "Two trips daily": figures count what is given.
      let dose = values.doses.dose(cells: [DoseCell(text: often, header: "Times", unit: .sessions)])?.dose,
      dose.sessions != nil,
      dose.period != nil, dose.sessionMinutes == nil, dose.totalMinutes == nil,
      values.dates.dates(in: item, near: nil).count == 2
    else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: dose)
  }
}
