import IEPModel
import Seeds

/// Goals and services that belong together by the goals' areas, where the form does not link them by numbers.
enum AreaLinks {
  /// Whether a goal may be of one of these areas: by the area that the form prints over it, else by its words. What can't
  /// be told may be of any.
  static func mayServe(_ reasons: Set<GoalAreaCode>, _ goal: Goal, _ context: AuditContext) -> Bool {
    if let area = goal.area, let code = area.code {
      if code == .other || reasons.contains(code) { return true }
      // An area that is called "Motor" alone holds mobility too, if the goal's words don't tell.
      guard isMotorAlone(area), reasons.contains(.mobility) else { return false }
      let areas = context.topics.reading(of: goal).areas
      return areas.isEmpty || areas.contains(.mobility)
    }
    // Of a page's only goal the others may not have been read, nor all of its words.
    guard context.document.source.format == .xml || context.document.goals.count > 1 else { return true }
    let areas = context.topics.reading(of: goal).areas
    return areas.isEmpty || !areas.isDisjoint(with: reasons)
  }

  /// Goals of an area that specialists serve, none of whom gives a line.
  static func unserved(_ context: AuditContext, but others: Set<String> = []) -> [Verdict] {
    let services = Set(context.services.compactMap(\.service.code))
    guard !services.isEmpty, context.services.allSatisfy({ $0.service.code != nil }) else { return [] }
    let served = context.areas.served(by: services)
    let pages = wordsOfServicePages(context)
    return context.document.goals.filter { !others.contains($0.id) }.compactMap { goal in
      guard let areas = special(goal, context), areas.isDisjoint(with: served) else { return nil }
      if let service = context.areas.named(in: pages, serving: areas) {
        return .cannotTell("the pages of services speak of \(service.rawValue), which no line that was read is of")
      }
      let printed = goal.area.flatMap { $0.code == nil ? nil : $0.text }
      let name = printed ?? areas.map(\.rawValue).sorted().joined(separator: " or ")
      return .fail(
        Failure(
          message: "Goal \(goal.number ?? goal.id) (\(name)) is of an area that no listed service serves.",
          subjects: [goal.id], expected: "a line of a service for \(name)",
          actual: "lines of \(services.map(\.rawValue).sorted().joined(separator: ", "))",
          places: goal.provenance.map { $0.of(goal.id) }, facts: [goal.text]))
    }
  }

  /// The words of the pages of services without the places of the lines that were read: "OT/PT Room" is where another
  /// service is given.
  private static func wordsOfServicePages(_ context: AuditContext) -> [String] {
    let places = Set(context.services.compactMap { $0.location.map { RuleWords.words(of: $0.text) } }).filter {
      $0.count >= 2
    }
    let pages = context.document.sections.filter { $0.code == .services || $0.code == .esy }
    return pages.flatMap { section in
      var words: [String] = []
      var rest = RuleWords.words(of: section.text)[...]
      while let word = rest.first {
        if let place = places.filter({ rest.starts(with: $0) }).max(by: { $0.count < $1.count }) {
          rest = rest.dropFirst(place.count)
          words.append("")
        } else {
          words.append(word)
          rest = rest.dropFirst()
        }
      }
      return words
    }
  }

  /// The areas of a goal that is for specialists alone. Its words tell them only where several of them do, and they may
  /// tell of another one than the heading over it does ("Motor skills" over legible copies).
  private static func special(_ goal: Goal, _ context: AuditContext) -> Set<GoalAreaCode>? {
    let reading = context.topics.reading(of: goal)
    if let area = goal.area, let code = area.code {
      guard ServiceAreas.special.contains(code) else { return nil }
      return reading.best.intersection(ServiceAreas.special).union(isMotorAlone(area) ? [code, .fineMotor] : [code])
    }
    guard reading.weight >= 4, !reading.areas.isDisjoint(with: ServiceAreas.special),
      reading.areas.isSubset(of: ServiceAreas.special.union([.behavior]))
    else { return nil }
    return reading.areas
  }

  private static func isMotorAlone(_ area: Coded<GoalAreaCode>) -> Bool {
    area.code == .grossMotor && RuleWords.words(of: area.text) == ["motor"]
  }
}
