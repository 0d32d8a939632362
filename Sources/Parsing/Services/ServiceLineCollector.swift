import IEPModel

/// Takes the candidates of a section's readers one by one: lines of services, supports without an amount, services that
/// have ended.
struct ServiceLineCollector {
  let code: SectionCode
  let labels: LabelVocabulary
  let values: ValueReaders
  /// What the form's codes stand for.
  let key: CodeKey
  let assembler: ServiceAssembler
  var result: ServiceSectionReader.Result
  /// The last candidate of a table.
  private(set) var last: ServiceCandidate?
  /// How much had been found before the last candidate, to read it again with what goes on with it.
  private var beforeLast = (lines: 0, accommodations: 0, diagnostics: 0)

  init(
    code: SectionCode, labels: LabelVocabulary, values: ValueReaders, key: CodeKey, near: CalendarDate?,
    result: ServiceSectionReader.Result
  ) {
    (self.code, self.labels, self.values, self.key) = (code, labels, values, key)
    assembler = ServiceAssembler(values: values, near: near)
    self.result = result
  }

  /// - Parameter isLonger: the candidate is the last one, with what a further table says of it.
  mutating func take(_ candidates: [ServiceCandidate], continuesRow: Bool, block: Int, replacing isLonger: Bool = false)
  {
    for (position, candidate) in candidates.enumerated() {
      var candidate = candidate
      if position == 0, continuesRow || isLonger, var open = last {
        takeBackLast()
        if continuesRow {
          open.append(candidate)
          candidate = open
        }
      }
      beforeLast = (result.lines.count, result.accommodations.count, result.diagnostics.count)
      append(candidate, block: block)
      last = candidate
    }
  }

  private mutating func takeBackLast() {
    result.lines.removeSubrange(min(beforeLast.lines, result.lines.count)...)
    result.accommodations.removeSubrange(min(beforeLast.accommodations, result.accommodations.count)...)
    result.diagnostics.removeSubrange(min(beforeLast.diagnostics, result.diagnostics.count)...)
  }

  /// "Health", "Health Occupations" without anybody who gives it.
  private func isCourse(_ candidate: ServiceCandidate) -> Bool {
    guard let name = candidate.text(.service), let best = values.vocabulary.services.best(in: name) else {
      return false
    }
    return best.isWeak && candidate.text(.provider).map(CellReading.isBlank) ?? true
  }

  /// - Parameter block: the table that holds it; `nil` where it was gathered from several blocks.
  mutating func append(_ candidate: ServiceCandidate, block: Int?) {
    var candidate = candidate.spelledOut(by: key, values: values).givenByInitials(of: key, values: values)
    if code != .services, code != .esy { candidate.doubts.insert(.outsideServices) }
    if hasEnded(candidate) {
      result.diagnostics.append(
        Diagnostic(
          "ended-service", stage: .parse, severity: .info,
          message: "The form says that this service has ended; it is not counted.",
          text: candidate.wholeText, provenance: Array(candidate.places.prefix(1))))
      return
    }
    let assembled = assembler.lines(of: candidate)
    if candidate.context.listsGeneralClasses,
      assembled.allSatisfy({ [nil, .specializedInstruction].contains($0.line.service.code) }) || isCourse(candidate)
    {
      result.diagnostics.append(
        Diagnostic(
          "general-class", stage: .parse, severity: .info,
          message: "The form lists this among general education classes; it is not counted as a service.",
          text: candidate.wholeText, provenance: Array(candidate.places.prefix(1))))
      if let block { result.used.insert(block) }
      return
    }
    for line in assembled {
      let isKnown = line.line.service.code != nil
      let looksLikeService =
        isKnown || (line.line.dose.minutesPerPeriod != nil && candidate.company >= 0.3)
        || (code == .services && line.line.dose.minutesPerPeriod != nil)
      guard line.plausibility >= ServiceSectionReader.threshold, looksLikeService,
        !isAccommodation(candidate, line.line, in: code)
      else {
        result.accommodations.append(accommodation(candidate))
        continue
      }
      result.lines.append(line)
      if let block { result.used.insert(block) }
      if line.confidence < ServiceSectionReader.doubtful {
        result.diagnostics.append(
          Diagnostic(
            "doubtful-service-line", stage: .parse, severity: .warning,
            message: "This line was read with little confidence; compare it with the page.",
            text: candidate.wholeText, provenance: Array(line.line.provenance.prefix(1))))
      }
    }
  }

  /// "Social work | Discontinued": in place of an amount stands that there is none any more.
  private func hasEnded(_ candidate: ServiceCandidate) -> Bool {
    let amounts = candidate.parts.filter { $0.role.isDose && !CellReading.isBlank($0.text) }
    // "Discontinued 01/23/2026"
    return !amounts.isEmpty
      && amounts.allSatisfy { labels.plan.exact(values.dates.removed(from: $0.text)).contains(.past) }
  }

  /// "Preferential seating | Daily | All classes": a support without an amount of time.
  private func isAccommodation(_ candidate: ServiceCandidate, _ line: ServiceLine, in code: SectionCode) -> Bool {
    // A ride that is dated is given however often, and needs no length.
    if line.service.code == .transportation, line.startDate != nil, line.dose.sessions != nil { return false }
    let hasNoAmount = line.dose.minutesPerPeriod == nil && line.dose.sessionMinutes == nil
    // "Movement breaks | 5 min, 2x daily | All classes | District" among supplementary aids: nobody gives them.
    if candidate.context.category == .supplementaryAid, candidate.asked.contains(.provider),
      line.service.code == nil || hasNoAmount, line.provider.map({ $0.code == nil || $0.code == .other }) ?? true
    {
      return true
    }
    guard line.service.code == nil || code == .accommodations || asksForAids(candidate) else {
      // "Copy of notes | Each lecture | Science": outside a section of services words for an amount are none.
      return hasNoAmount && line.dose.sessions == nil && line.dose.period == nil && line.startDate == nil
        && ![.services, .esy, .transition].contains(code)
    }
    return hasNoAmount
  }

  /// "Modifications and SDI" over the names: the table lists aids among its services.
  private func asksForAids(_ candidate: ServiceCandidate) -> Bool {
    let label = candidate.part(.service).map { Set(LabelTokens.words($0.label)) } ?? []
    return !label.isDisjoint(with: [
      "modification", "modifications", "accommodation", "accommodations", "aid", "aids", "adaptation", "adaptations",
    ])
  }

  private func accommodation(_ candidate: ServiceCandidate) -> Accommodation {
    var accommodation = Accommodation(text: candidate.text(.service) ?? candidate.wholeText)
    accommodation.provenance = candidate.part(.service).map { [$0.place] } ?? candidate.places
    return accommodation
  }
}
