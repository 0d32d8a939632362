import IEPModel

/// SM-101 to SM-110: what every line must say (34 CFR 300.320(a)(7)). Only what a form asks for can be missing.
enum CompletenessRules {
  static let all = [
    AuditRule(id: "SM-101") { context in
      missing(context, .startDate, "start date") { $0.startDate == nil || hasEndAlone($0, context) }
    },
    AuditRule(id: "SM-102") { context in
      missing(context, .endDate, "end date") { $0.endDate == nil && !hasEndAlone($0, context) }
    },
    AuditRule(id: "SM-103", check: frequency),
    AuditRule(id: "SM-104", check: amount),
    // A ride has its way for a place.
    AuditRule(id: "SM-105", check: location),
    AuditRule(id: "SM-110", check: unreadable),
  ]

  private static func missing(
    _ context: AuditContext, _ fact: ServiceFact, _ word: String, _ isMissing: (ServiceLine) -> Bool
  ) -> [Verdict] {
    let lines = context.services.filter { line in
      isMissing(line) && !line.isAid(context.words) && !line.isNameAlone
        && (line.asked.contains(fact) || isStatedByOthers(line, context, isMissing))
    }
    if isEverywhere(lines, context) {
      return [.cannotTell("\(lines.count) lines' \(word) was not found: the form may give it elsewhere")]
    }
    return lines.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) has no \(word), though the form asks for one.", subjects: [line.id],
          expected: "a \(word)", actual: "blank", places: line.placesAsSubject, facts: line.facts + [word]))
    }
  }

  private static func location(_ context: AuditContext) -> [Verdict] {
    let verdicts = missing(context, .location, "location") {
      $0.location == nil && $0.service.code != .transportation && !$0.isIndirect
    }
    // What is given to the staff need not have a place of the student's.
    let indirect = context.services.filter {
      $0.asked.contains(.location) && $0.location == nil && $0.isIndirect
    }
    return verdicts
      + indirect.map { .cannotTell("\(context.name($0)) is indirect: its place may be the staff's own") }
  }

  /// The one date of a line is the day on which others end and none begins, so that it is the start that is blank.
  private static func hasEndAlone(_ line: ServiceLine, _ context: AuditContext) -> Bool {
    guard line.endDate == nil, let day = line.startDate else { return false }
    let others = context.services.filter { $0.id != line.id }
    return others.contains { $0.startDate != nil && $0.endDate == day } && !others.contains { $0.startDate == day }
  }

  /// Every other line of several that were read well states the fact: the form has a place for it.
  private static func isStatedByOthers(
    _ line: ServiceLine, _ context: AuditContext, _ isMissing: (ServiceLine) -> Bool
  ) -> Bool {
    let others = context.services.filter { $0.id != line.id }
    return others.count >= 3 && !context.doubts.isUncertain(line)
      && others.allSatisfy { !isMissing($0) && !context.doubts.isUncertain($0) }
  }

  /// Where half or more of several lines lack the same fact, the form was misread sooner than left blank.
  private static func isEverywhere(_ lines: [ServiceLine], _ context: AuditContext) -> Bool {
    lines.count >= 3 && lines.count * 2 >= context.services.count
  }

  /// The amounts of a form of several lines were not found at all.
  private static func hasNoAmounts(_ context: AuditContext) -> Bool {
    context.services.count >= 3
      && context.services.allSatisfy { $0.dose.minutesPerPeriod == nil && $0.dose.sessionMinutes == nil }
  }

  private static func needsTime(_ line: ServiceLine, _ words: RuleWords) -> Bool {
    line.isTimed && !line.isAid(words) && line.service.code != .transportation && line.category != .personnelSupport
      && line.dose.qualifier != .asNeeded
  }

  /// "1 period daily", "30 weekly": a figure whose unit is not told.
  private static func hasOpenUnit(_ line: ServiceLine, _ words: RuleWords) -> Bool {
    let text = RuleWords.words(of: line.dose.text)
    if zip(text, text.dropFirst()).contains(where: { Int($0) != nil && words.openUnits.contains($1) }) { return true }
    guard let unit = line.dose.period?.unit, unit == .day || unit == .week, words.meetings.isDisjoint(with: text) else {
      return false
    }
    guard let sessions = line.dose.sessions else {
      return line.dose.sessionMinutes == nil && line.dose.totalMinutes == nil
        && text.contains { Int($0).map { $0 >= 10 } ?? false }
    }
    return sessions.max >= 10
  }

  private static func frequency(_ context: AuditContext) -> [Verdict] {
    context.services.filter { line in
      let lacksPeriod =
        line.dose.period == nil && !line.dose.text.contains("|") && !line.mayHavePeriod(context.words)
      // "30 | Monthly" where the form counts the times: none are told.
      let lacksCount = line.dose.period != nil && line.dose.totalMinutes == nil
      return needsTime(line, context.words) && !line.dose.text.isEmpty && line.dose.sessions == nil
        && line.dose.sessionMinutes != nil && line.asked.contains(.frequency) && line.asked.contains(.amount)
        && (lacksPeriod || lacksCount)
    }.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) says how long but not how often: \"\(line.dose.text)\".", subjects: [line.id],
          expected: "sessions or a total over a period", actual: line.dose.text, places: line.placesAsSubject,
          facts: line.facts))
    }
  }

  private static func amount(_ context: AuditContext) -> [Verdict] {
    if hasNoAmounts(context) { return [.cannotTell("no line's minutes were found: the form may give them elsewhere")] }
    let lines = context.services.filter { line in
      needsTime(line, context.words) && line.dose.minutesPerPeriod == nil && line.dose.sessionMinutes == nil
        && (line.dose.sessions != nil || line.dose.period != nil) && !hasOpenUnit(line, context.words)
    }
    if isEverywhere(lines, context) {
      return [.cannotTell("\(lines.count) lines' minutes were not found: the form may give them elsewhere")]
    }
    return lines.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) says how often but not for how many minutes: \"\(line.dose.text)\".",
          subjects: [line.id],
          expected: "minutes", actual: line.dose.text, places: line.placesAsSubject, facts: line.facts))
    }
  }

  private static func unreadable(_ context: AuditContext) -> [Verdict] {
    if hasNoAmounts(context) { return [.cannotTell("no line's minutes were found: the form may give them elsewhere")] }
    return context.services.filter { line in
      needsTime(line, context.words) && !line.dose.text.isEmpty && line.dose.minutesPerPeriod == nil
        && (line.dose.sessionMinutes == nil && line.dose.sessions == nil && line.dose.period == nil
          || hasOpenUnit(line, context.words))
    }.map { line in
      .fail(
        Failure(
          message: "The amount of \(context.name(line)) could not be read: \"\(line.dose.text)\". Please look at it.",
          subjects: [line.id], actual: line.dose.text, places: line.placesAsSubject, facts: line.facts))
    }
  }
}
