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
  private let known = Memo<[MentionFound]>(most: 2048)

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    doses = DoseGrammar(vocabulary: vocabulary)
  }

  public func mentions(in text: String, section: SectionCode?) -> [MentionFound] {
    known.value(of: text, make: find).map { found in
      var found = found
      found.mention.section = section
      return found
    }
  }

  /// "Weekly one-minute probes", "a 10-minute sample each week": how progress is measured, no service.
  private func isMeasure(_ amount: DoseOccurrence, in sentence: String.UnicodeScalarView) -> Bool {
    if let minutes = amount.dose.sessionMinutes ?? amount.dose.totalMinutes, minutes.max < Rational(5) { return true }
    let next = LabelTokens.of(String(scalars: sentence.dropFirst(amount.range.upperBound).prefix(60))).prefix(3)
    let measures: Set<String> = [
      "probe", "probes", "timing", "timings", "sample", "samples", "passage", "passages", "observation", "observations",
      "interval", "intervals", "break", "breaks", "delay", "timed",
    ]
    return next.contains { measures.contains($0) }
  }

  private static func mayHoldAmount(_ text: String) -> Bool {
    if text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.contains("½") { return true }
    let lowered = text.lowercased()
    return ["min", "hour", "hr", "mn"].contains { unit in lowered.contains(unit) }
  }

  private func find(in text: String) -> [MentionFound] {
    // Without a figure or a unit of time there is no amount: most paragraphs are done with here.
    guard Self.mayHoldAmount(text) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var result: [MentionFound] = []
    for range in Sentences.split(scalars) {
      let sentence = String(scalars: scalars[range])
      let services = vocabulary.servicesInText(sentence)
      let strong = services.filter { !$0.isWeak }
      let named = strong.isEmpty ? services : strong
      guard !named.isEmpty else { continue }
      let amounts = doses.occurrences(in: sentence)
      guard !amounts.isEmpty else { continue }
      let historical = Tense.isHistorical(sentence)
      for amount in amounts where !isMeasure(amount, in: sentence.unicodeScalars) {
        // The nearest service before the amount governs it; else the first one behind.
        guard
          let service = named.last(where: { $0.range.upperBound <= amount.range.lowerBound })
            ?? named.first(where: { $0.range.lowerBound >= amount.range.upperBound })
        else { continue }
        var mention = ServiceMention(service: Coded(code: service.code, text: service.text), dose: amount.dose)
        mention.quote = sentence
        mention.historical = historical
        result.append(MentionFound(mention: mention, sentence: range, service: service.range))
      }
    }
    return result
  }
}

/// Cuts running text at the ends of its sentences.
enum Sentences {
  private static let abbreviations: Set<String> = [
    "min", "mins", "dr", "mr", "mrs", "ms", "st", "vs", "approx", "wk", "hr", "hrs", "jr", "sr", "no", "ed", "e.g",
    "i.e", "ther", "occ", "etc", "mt", "dept", "inc",
  ]

  static func split(_ s: [Unicode.Scalar]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    func push(_ end: Int) {
      var a = start
      var b = end
      while a < b, s[a].isBlank { a += 1 }
      while b > a, s[b - 1].isBlank { b -= 1 }
      if b > a { result.append(a..<b) }
      start = end
    }
    for i in s.indices {
      if s[i] == "\n" { push(i + 1) }
      guard s[i] == "." || s[i] == "!" || s[i] == "?" else { continue }
      guard i + 1 < s.count, s[i + 1].isBlank || s[i + 1] == "\"" || s[i + 1] == "”" else { continue }
      var next = i + 1
      while next < s.count, s[next].isBlank || s[next] == "\"" || s[next] == "”" { next += 1 }
      guard next < s.count,
        s[next].properties.isUppercase || ("0"..."9").contains(s[next]) || s[next] == "•" || s[next] == "-"
      else { continue }
      if s[i] == "." {
        var wordStart = i
        while wordStart > start, s[wordStart - 1].isLetter || s[wordStart - 1] == "." { wordStart -= 1 }
        let lowered = String(scalars: s[wordStart..<i]).lowercased()
        if lowered.unicodeScalars.count == 1, s[i - 1].properties.isUppercase { continue }
        if abbreviations.contains(lowered),
          lowered != "min" && lowered != "mins" && lowered != "wk" && lowered != "ed" && lowered != "no"
        {
          continue
        }
        if ["min", "mins", "wk", "ed"].contains(lowered), !s[next].properties.isUppercase { continue }
      }
      push(i + 1)
    }
    push(s.count)
    return result
  }
}

/// Whether a sentence speaks of what was: an earlier IEP, another school, a provider outside.
enum Tense {
  private static let past = [
    "last year", "previous", "prior iep", "prior school", "former", "transferred from", "at the time of the last",
    "used to", "had been", "had received", "formerly",
    "in the past", "last iep", "last school year", "earlier iep", "the year before", "prior to", "in kindergarten",
    "in preschool", "early intervention", "private", "privately", "outside of school", "clinic", "insurance",
    "before moving", "old iep", "expired iep", "when he was", "when she was", "when they were", "discontinued",
    "no longer", "was dismissed", "his last", "her last", "previously", "until this", "past year", "last spring",
    "last fall", "home based", "in first grade", "in second grade", "two years ago", "earlier plan", "expiring iep",
  ]
  private static let present = [
    "will ", "receives", "proposes", "recommends", "recommended", "needs", "requires", "is to receive", "continue",
    "currently", "agreed", "provides", "proposed", "is scheduled", "are scheduled", "now receives",
  ]

  static func isHistorical(_ sentence: String) -> Bool {
    let lowered = sentence.lowercased()
    // Whole words: a clinician is no clinic.
    let words = " " + LabelTokens.words(sentence).joined(separator: " ") + " "
    if past.contains(where: { words.contains(" " + $0 + " ") }) {
      return !(lowered.contains(" will ") && !lowered.contains("will be reviewed"))
    }
    let pastVerbs = [
      " received ", " was receiving ", " were receiving ", " was provided ", " listed ", " was seen ", " had ",
      " attended ",
    ]
    return pastVerbs.contains { lowered.contains($0) } && !present.contains { lowered.contains($0) }
  }
}
