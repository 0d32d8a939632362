import IEPModel

/// Facts among the services that sum up the plan: "Total special education minutes per week: 90", "Percent inside general
/// education: 96.7%", "Bell to bell minutes per week: 1800". None of them is an amount of one service.
enum PlanSums {
  /// "Extended school year services needed: ☒ Yes ☐ No" behind the last card: a decision on the plan.
  static func decidesOnExtendedYear(_ fact: Fact) -> Bool {
    guard fact.label.namesExtendedYear else { return false }
    let words = LabelTokens.words(fact.label)
    return words.contains { word in
      ["need", "requir", "recommend", "consider", "eligib", "qualif", "necess", "determin", "warrant"].contains {
        word.hasPrefix($0)
      }
    }
  }

  /// "Special education hours per week: 6.25 hours", where no card is open that it could be the amount of.
  static func isOfAllServices(_ fact: Fact) -> Bool {
    let words = Set(LabelTokens.words(fact.label))
    return words.isSuperset(of: ["special", "education"]) && !words.isDisjoint(with: units)
      && words.isSubset(of: units.union(["special", "education", "per", "week", "weekly", "day", "total"]))
  }

  private static let units: Set<String> = ["minutes", "hours", "time", "min", "hrs"]

  static func isSum(_ fact: Fact) -> Bool {
    let words = LabelTokens.words(fact.label)
    let asked = Set(words)
    if ["percent", "percentage", "%"].contains(words.first) || fact.label.hasPrefix("%") { return true }
    if fact.value.prefix(while: { !$0.isWhitespace }).hasSuffix("%"), fact.value.first?.isNumber == true { return true }
    guard !asked.isDisjoint(with: units) else { return false }
    let isOfSchool =
      asked.isSuperset(of: ["school", "hours"]) || asked.isSuperset(of: ["school", "minutes"])
      || asked.contains("bell") || asked.isSuperset(of: ["nondisabled", "peers"])
      || asked.isSuperset(of: ["non", "disabled", "peers"])
    let isOutside =
      !asked.isDisjoint(with: ["outside", "inside", "removed"])
      && !asked.isDisjoint(with: ["general", "regular"])
      && !asked.isDisjoint(with: ["education", "class", "classroom"])
    // "Total minutes of service: 60" is of one service.
    let isTotal = ["total", "totals"].contains(words.first) && !asked.isDisjoint(with: ["special", "related", "all"])
    return isOfSchool || isOutside || isTotal
  }
}
