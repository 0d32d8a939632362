import Extraction
import IEPModel

/// "Occupational Therapy (Goal 2)" on a line of its own over "For 60 minutes per month, the therapist will ...": the
/// service by its name, and the goals that it serves, over the sentence that says the rest.
struct ServiceTitle: Sendable {
  let code: ServiceCode
  let name: String
  /// "Goals 1 and 3", where the title gives them.
  let goals: String?
  let place: Place

  private static let longest = 10

  init?(_ paragraph: Paragraph, over next: Paragraph?, values: ValueReaders) {
    guard paragraph.lines.count == 1, let line = paragraph.lines.first, let below = next?.lines.first,
      line.page == below.page, below.words.count > Self.longest / 2, Self.isSetApart(line, from: below),
      line.chunks.count == 1, line.words.count <= Self.longest, line.text.first?.isUppercase == true,
      !".:;,".contains(line.text.last ?? "."), line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) })
    else { return nil }
    let bracket = line.text.range(of: " (").map { line.text[$0.upperBound...] }
    goals = bracket.flatMap { $0.hasSuffix(")") ? Clauses.goals(in: String($0)) : nil }
    name =
      goals == nil ? line.text : String(line.text[..<(line.text.range(of: " (")?.lowerBound ?? line.text.endIndex)])
    guard !name.contains(where: \.isNumber), values.vocabulary.category(ofHeading: name) == nil || goals != nil,
      let code = values.vocabulary.serviceCode(of: name), values.vocabulary.isMostlyService(name)
    else { return nil }
    self.code = code
    place = line.place
  }

  /// In bold over plain text, or left of it.
  private static func isSetApart(_ line: TextLine, from below: TextLine) -> Bool {
    line.isBold && !below.isBold || line.box.x0 < below.box.x0 - 6 && line.fontSize > below.fontSize - 0.4
  }

  /// What the sentence says, under this name.
  func naming(_ sentence: ServiceCandidate) -> ServiceCandidate {
    var named = sentence
    named.parts = sentence.parts.filter { $0.role != .service }
    named.parts.insert(part(.service, name), at: 0)
    if let goals, !named.parts.contains(where: { $0.role == .goals }) { named.parts.append(part(.goals, goals)) }
    return named
  }

  /// The one amount of a sentence that does not name the service; `nil` where it states none or several.
  func mention(in sentence: String, values: ValueReaders) -> ServiceMention? {
    let found = values.doses.occurrences(in: sentence)
    guard found.count == 1, let only = found.first, only.dose.period != nil else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: only.dose)
  }

  private func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
    ServiceCandidate.Part(role: role, label: "", text: text, place: place, certainty: 0.9)
  }
}
