import IEPModel

/// When the plan holds and of which kind it is, of what the document claims, ticks and states.
struct PlanFacts {
  let labels: LabelVocabulary
  let values: ValueReaders
  let statements: StatementVocabulary
  let claims: HeaderClaims

  /// - Parameter near: when the plan was made, to resolve years of two digits.
  func read(_ sections: [(section: SectionBlocks, items: [SectionItem])], near: CalendarDate?) -> IEP {
    var iep = IEP()
    var places: [Place] = []
    func date(_ role: HeaderRole, _ property: String) -> CalendarDate? {
      guard let claim = claims.best(role), let date = values.dates.remarkedDate(claim.value, near: near) else {
        return nil
      }
      places.append(claim.place.of(property))
      return date
    }
    iep.meetingDate = date(.meetingDate, "meetingDate")
    iep.startDate = date(.startDate, "startDate")
    iep.endDate = date(.endDate, "endDate")
    for role in [HeaderRole.effectiveDates, .startDate, .endDate] {
      guard iep.startDate == nil || iep.endDate == nil else { break }
      if let claim = claims.best(role), let span = values.dates.span(claim.value) {
        (iep.startDate, iep.endDate) = (span.start, span.end)
        places += [claim.place.of("startDate"), claim.place.of("endDate")]
      }
    }
    iep.annualReviewDate = date(.annualReviewDate, "annualReviewDate")
    iep.lastEvaluationDate = date(.lastEvaluationDate, "lastEvaluationDate")
    iep.reevaluationDueDate = date(.reevaluationDueDate, "reevaluationDueDate")
    // Boxes to tick outweigh what a title seems to say, labels outweigh both.
    let ticked = TickedFacts(values: values, labels: labels)
    let named = claims.best(.kind)
    if let (kind, place) = ticked.kind(in: sections.map(\.section)), named?.score ?? 0 < 0.5 {
      iep.kind = kind
      places.append(place.of("kind"))
    } else if let named, let kind = values.vocabulary.iepKind(of: named.value) {
      iep.kind = kind
      places.append(named.place.of("kind"))
    }
    let answered = claims.best(.extendedSchoolYear).flatMap { claim in
      YesNo.read(claim.value).map { (decision: $0, place: claim.place, isSure: claim.score >= 0.8) }
    }
    if let answered, answered.isSure {
      iep.extendedSchoolYear = answered.decision
      places.append(answered.place.of("extendedSchoolYear"))
    } else if let (decision, place) = ExtendedYearDecision(values: values, vocabulary: statements.extendedYear).read(
      sections.map(\.section))
    {
      iep.extendedSchoolYear = decision
      places.append(place.of("extendedSchoolYear"))
    } else if let answered {
      iep.extendedSchoolYear = answered.decision
      places.append(answered.place.of("extendedSchoolYear"))
    }
    let placed = PlacementFacts(values: values, claims: claims, ticked: ticked).read(sections)
    places += placed.places
    if !placed.placement.isEmpty { iep.placement = placed.placement }
    iep.provenance = places
    return iep
  }
}
