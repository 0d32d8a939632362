public import IEPModel

/// A mention with its sentence's place in the text, in Unicode scalars.
public struct MentionFound: Sendable, Hashable {
  public var mention: ServiceMention
  public var sentence: Range<Int>
  /// Where the service is named, in the sentence.
  public var service: Range<Int>
}

/// Finds in narrative every amount that is attached to a service.
public struct MentionReader: Sendable {
  private let vocabulary: Vocabulary
  private let doses: DoseGrammar
  private let tense: Tense
  private let subjects: MentionSubjects
  private let known = Memo<[MentionFound]>(most: 2048)

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    doses = DoseGrammar(vocabulary: vocabulary)
    tense = Tense(vocabulary.narrative)
    subjects = MentionSubjects(vocabulary.narrative)
  }

  public func mentions(in text: String, section: SectionCode?) -> [MentionFound] {
    // Most paragraphs state no amount; a look at their bytes costs less than to remember them.
    guard DoseGrammar.mayStateMinutes(text) else { return [] }
    return known.value(of: text, make: find).map { found in
      var found = found
      found.mention.section = section
      return found
    }
  }

  /// Whether a sentence says something, as a row of a grid or a labelled blank does not.
  func isStatement(_ sentence: String) -> Bool { tense.hasVerb(sentence) && !hasLabels(sentence) }

  /// "Times per month: 5 LENGTH: 20 min": a row of labelled blanks, though BEGIN and END are verbs elsewhere.
  private func hasLabels(_ sentence: String) -> Bool {
    sentence.split(separator: " ").count { $0.count > 2 && $0.hasSuffix(":") } >= 2
  }

  /// "Total special education minutes per week: 300": the form's sum, no mention of a service (audit rule SM-303).
  private func isTotal(_ service: Vocabulary.ServiceInText, _ sentence: String.UnicodeScalarView) -> Bool {
    let before = LabelTokens.of(String(scalars: sentence.prefix(service.range.lowerBound))).suffix(2)
    return before.contains { vocabulary.narrative.totals.contains($0) } && !before.contains("of")
  }

  /// "Weekly one-minute probes", "a 10-minute sample each week": how progress is measured, no service.
  private func isMeasure(_ amount: DoseOccurrence, in sentence: String.UnicodeScalarView) -> Bool {
    if let minutes = amount.dose.sessionMinutes ?? amount.dose.totalMinutes, minutes.max < Rational(5) { return true }
    let next = LabelTokens.of(String(scalars: sentence.dropFirst(amount.range.upperBound).prefix(60))).prefix(3)
    // "Until winter break" is a time, no measure.
    return next.prefix { !vocabulary.narrative.limits.contains($0) }.contains {
      vocabulary.narrative.measures.contains($0)
    }
  }

  /// "Her 1,950-minute week" is how long school lasts, and "misses 40 minutes of class each week" what is lost of it.
  private func isOfSchool(_ amount: DoseOccurrence, in sentence: String.UnicodeScalarView) -> Bool {
    let spelled = Self.words(of: sentence.prefix(amount.range.upperBound).dropFirst(amount.range.lowerBound))
    if let last = spelled.last, Self.spans.contains(last), spelled.dropLast().last == "minute" { return true }
    let before = Array(Self.words(of: sentence.prefix(amount.range.lowerBound)).suffix(3))
    guard let loss = before.lastIndex(where: vocabulary.narrative.losses.contains), loss + 2 >= before.count else {
      return false
    }
    // "She has not missed counseling, 30 minutes each week."
    return loss == 0 || !["not", "never", "rarely", "seldom"].contains(before[loss - 1])
  }

  private static func words(of text: Substring.UnicodeScalarView) -> [String] {
    LabelTokens.words(String(scalars: text))
  }

  private static let spans: Set<String> = ["day", "week"]

  private func find(in text: String) -> [MentionFound] {
    let scalars = Array(text.unicodeScalars)
    var result: [MentionFound] = []
    for range in Sentences.split(scalars) {
      let sentence = String(scalars: scalars[range])
      let services = subjects.withoutPlaces(vocabulary.servicesInText(sentence), in: Array(scalars[range]))
      guard !services.isEmpty else { continue }
      for amount in amounts(in: sentence, among: services)
      where !isMeasure(amount, in: sentence.unicodeScalars) && !isOfSchool(amount, in: sentence.unicodeScalars) {
        guard let service = subjects.subject(of: amount.range, in: sentence, among: services),
          !isTotal(service, sentence.unicodeScalars)
        else { continue }
        var mention = ServiceMention(service: Coded(code: service.code, text: service.text), dose: amount.dose)
        mention.quote = sentence
        mention.historical = tense.isHistorical(sentence, amountAt: amount.range.lowerBound)
        result.append(MentionFound(mention: mention, sentence: range, service: service.range))
      }
    }
    return result
  }

  /// The amounts of a sentence, also where the service stands within one: "3.75 hours of literacy instruction per week".
  private func amounts(in sentence: String, among services: [Vocabulary.ServiceInText]) -> [DoseOccurrence] {
    let whole = doses.occurrences(in: sentence)
    guard whole.isEmpty else { return whole }
    let scalars = Array(sentence.unicodeScalars)
    for service in services {
      guard let name = subjects.nameWithin(service, scalars) else { continue }
      var rest = scalars
      for index in name { rest[index] = " " }
      let found = doses.occurrences(in: String(scalars: rest[...])).filter {
        $0.range.lowerBound < name.lowerBound && name.upperBound < $0.range.upperBound
      }
      guard !found.isEmpty else { continue }
      // The amount as it is printed, with the service in it.
      return found.map { amount in
        var amount = amount
        amount.dose.text = String(scalars: scalars[amount.range])
        return amount
      }
    }
    return []
  }
}
