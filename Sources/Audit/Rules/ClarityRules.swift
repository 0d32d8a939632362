import IEPModel

/// SM-201 to SM-204, SM-309: whether the commitment is clear (71 Fed. Reg. 46667).
enum ClarityRules {
  static let all = [
    AuditRule(id: "SM-201") {
      let words = $0.words
      return lines(
        $0, { $0.dose.qualifier == .asNeeded && !($0.dose.minutesPerPeriod != nil && statesReason($0, words)) }
      ) {
        "\($0) is given \"\($1)\", which commits to no amount."
      }
    },
    AuditRule(id: "SM-202") {
      let words = $0.words
      return lines(
        $0,
        {
          $0.isTimed && !statesReason($0, words)
            && [$0.dose.sessionMinutes, $0.dose.sessions, $0.dose.totalMinutes].contains {
              $0.map { !$0.isSingle } ?? false
            }
        }
      ) {
        "\($0) is a range, \"\($1)\"; a range needs a reason in the student's needs."
      }
    },
    AuditRule(id: "SM-203") {
      lines($0, { $0.dose.qualifier == .upTo || $0.dose.qualifier == .atLeast }) {
        "\($0) gives a bound, \"\($1)\", not an amount."
      }
    },
    AuditRule(id: "SM-204") {
      let words = $0.words
      return lines(
        $0,
        {
          $0.dose.period == nil && $0.isTimed && !$0.mayHavePeriod(words) && $0.dose.sessionMinutes != nil
            && $0.dose.qualifier != .asNeeded
            && $0.service.code != .transportation
        }
      ) {
        "\($0) gives minutes without a period: \"\($1)\"."
      }
    },
    AuditRule(id: "SM-309") {
      lines(
        $0,
        { line in
          guard let length = line.dose.sessionMinutes else { return false }
          // Nurses and interpreters may be with a student all day.
          let isRelated =
            line.category == .relatedService && line.service.code != .nursing && line.service.code != .interpreting
          return length.max > (isRelated ? 180 : 420) && line.service.code != .paraprofessional
            && line.service.code != .transportation
        }
      ) { "A session of \($0) would last \"\($1)\", longer than is likely." }
    },
  ]

  /// "30 to 40 minutes because fatigue varies": the amount comes with the student's need for it (audit rule SM-202).
  private static func statesReason(_ line: ServiceLine, _ words: RuleWords) -> Bool {
    let text = line.dose.text.lowercased()
    return words.reasons.contains(where: text.contains)
  }

  private static func lines(
    _ context: AuditContext, _ isFault: (ServiceLine) -> Bool, _ message: (String, String) -> String
  ) -> [Verdict] {
    context.services.filter(isFault).map { line in
      .fail(
        Failure(
          message: message(context.name(line), line.dose.text), subjects: [line.id], actual: line.dose.text,
          places: line.placesAsSubject, facts: line.facts))
    }
  }
}
