import IEPModel

/// What a form asked of a service, and where the answers stand.
enum CandidateTrace {
  /// The facts of a line that the form has a column or a label for.
  static func asked(_ candidate: ServiceCandidate) -> Set<ServiceFact> {
    var facts: Set<ServiceFact> = []
    for role in candidate.asked {
      switch role {
      case .frequency, .sessions, .period: facts.insert(.frequency)
      case .amount: facts.insert(.amount)
      case .dose, .total, .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal:
        facts.formUnion([.amount, .frequency])
      case .location: facts.insert(.location)
      case .provider: facts.insert(.provider)
      case .start: facts.insert(.startDate)
      case .end: facts.insert(.endDate)
      case .dates: facts.formUnion([.startDate, .endDate])
      case .delivery: facts.insert(.delivery)
      case .grouping: facts.insert(.grouping)
      case .goals: facts.insert(.goalNumbers)
      case .service, .category, .extendedSchoolYear, .comment, .leastTotal: break
      }
    }
    return facts
  }

  /// The whole line's box on each page, then the place of each fact.
  static func provenance(of candidate: ServiceCandidate) -> [Place] {
    var whole: [Place] = []
    for part in candidate.parts where !part.text.isEmpty && !names(part, groupOf: candidate) {
      let place = part.place
      guard let box = place.box else { continue }
      if let index = whole.firstIndex(where: { $0.page == place.page }), let old = whole[index].box {
        whole[index].box = old.union(box)
      } else {
        whole.append(Place(page: place.page, box: box, field: place.field))
      }
    }
    guard candidate.sentenceDose == nil else { return whole }
    let facts = candidate.parts.filter { !$0.text.isEmpty }.compactMap { part -> Place? in
      property(of: part.role).map { part.place.of($0) }
    }
    return whole + facts
  }

  /// "RELATED SERVICES" in the margin, beside several rows: no part of any of them.
  private static func names(_ part: ServiceCandidate.Part, groupOf candidate: ServiceCandidate) -> Bool {
    guard part.role == .category, let box = part.place.box else { return false }
    let others = candidate.parts.filter { $0.role != .category && !$0.text.isEmpty && $0.place.page == part.place.page }
    guard let row = Box.around(others.compactMap(\.place.box)) else { return false }
    return box.y0 < row.y0 - row.height / 2 || box.y1 > row.y1 + row.height / 2
  }

  private static func property(of role: ServiceRole) -> String? {
    switch role {
    case .service: "service"
    case .location: "location"
    case .provider: "provider"
    case .start, .dates: "startDate"
    case .end: "endDate"
    case .delivery: "delivery"
    case .grouping: "grouping"
    case .goals: "goalNumbers"
    case .category: "category"
    case .extendedSchoolYear: "extendedSchoolYear"
    case .comment, .leastTotal: nil
    default: "dose"
    }
  }
}
