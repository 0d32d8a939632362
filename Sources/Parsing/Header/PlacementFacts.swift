import Foundation
import IEPModel

/// How much of the day the student spends where, and the minutes that the plan states in sum.
struct PlacementFacts {
  let values: ValueReaders
  let claims: HeaderClaims
  let ticked: TickedFacts

  func read(_ sections: [(section: SectionBlocks, items: [SectionItem])]) -> (placement: Placement, places: [Place]) {
    var places: [Place] = []
    var placement = Placement()
    let stated = PlacementPercent.stated(in: sections)
    if let stated, stated.score >= 3 {
      placement.generalEducationPercent = stated.value
      places.append(stated.place.of("placement.generalEducationPercent"))
    } else if let claim = claims.best(.generalEducationPercent), let percent = Percent.read(claim.value) {
      placement.generalEducationPercent = percent
      places.append(claim.place.of("placement.generalEducationPercent"))
    } else if let stated {
      placement.generalEducationPercent = stated.value
      places.append(stated.place.of("placement.generalEducationPercent"))
    }
    if let (environment, place) = ticked.environment(in: sections.map(\.section)) {
      placement.environment = environment
      places.append(place.of("placement.environment"))
    } else if let claim = claims.best(.environment) {
      placement.environment = claim.value
      places.append(claim.place.of("placement.environment"))
    }
    func minutes(_ role: HeaderRole, _ property: String) -> Dose? {
      guard let claim = claims.best(role) else { return nil }
      // "1,860. 91% of time in the general education environment. ...": the figure ends with its full stop.
      let figure = claim.value.components(separatedBy: ". ")[0]
      let isFigure = !figure.isEmpty && figure.allSatisfy { $0.isNumber || $0 == "," }
      let reading = values.doses.dose(cells: [
        DoseCell(text: isFigure ? figure : claim.value, header: "minutes per week")
      ])
      guard var dose = reading?.dose, dose.totalMinutes != nil || dose.sessionMinutes != nil else { return nil }
      if dose.totalMinutes == nil {
        dose.totalMinutes = dose.sessionMinutes
        dose.sessionMinutes = nil
        dose.sessions = nil
      }
      if dose.period == nil { dose.period = Period(.week) }
      dose.text = claim.value
      places.append(claim.place.of("placement." + property))
      return dose
    }
    placement.statedSpecialEducationMinutes = minutes(.statedSpecialEducationMinutes, "statedSpecialEducationMinutes")
    placement.statedRelatedServiceMinutes = minutes(.statedRelatedServiceMinutes, "statedRelatedServiceMinutes")
    placement.statedSchoolMinutes = minutes(.statedSchoolMinutes, "statedSchoolMinutes")
    if placement.statedSpecialEducationMinutes == nil || placement.statedRelatedServiceMinutes == nil {
      let sums = StatedTotals.sums(in: sections.map(\.section))
      func dose(_ kind: StatedTotals.Kind, _ property: String) -> Dose? {
        sums[kind].map { sum in
          places.append(sum.place.of("placement." + property))
          return Dose(text: sum.text, totalMinutes: Interval(sum.minutes), period: Period(.week))
        }
      }
      placement.statedSpecialEducationMinutes =
        placement.statedSpecialEducationMinutes ?? dose(.specialEducation, "statedSpecialEducationMinutes")
      placement.statedRelatedServiceMinutes =
        placement.statedRelatedServiceMinutes ?? dose(.relatedServices, "statedRelatedServiceMinutes")
    }
    return (placement, places)
  }
}
