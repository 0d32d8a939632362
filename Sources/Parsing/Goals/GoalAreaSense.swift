import Seeds
import IEPModel

/// Which of its senses an area's name has, by what the goal is about: "Daily living" is the care of oneself where the goal
/// is to dress or to eat, and a household of one's own where it is to cook or to shop; "English" may be writing; "Lunch"
/// is whatever the student does there.
struct GoalAreaSense: Sendable {
  let topics: GoalTopics

  /// - Parameter named: what the vocabulary knows the area's name as.
  func code(_ named: GoalAreaCode?, of area: String, goal: Goal) -> GoalAreaCode? {
    guard let named else { return area.contains(where: \.isLetter) ? topics.reading(of: goal).clear : nil }
    let words = Set(LabelTokens.of(area))
    if named == .reading, !words.isDisjoint(with: ["english", "ela"]) || words.isSuperset(of: ["language", "art"]) {
      return topics.reading(of: goal).clear == .writing ? .writing : named
    }
    if let domain = Self.domains.first(where: { $0.holds(words) }) {
      return domain.code(topics.reading(of: goal)) ?? named
    }
    return Self.code(named, words: words, goal: goal.text)
  }

  private static func code(_ named: GoalAreaCode, words: Set<String>, goal: String) -> GoalAreaCode {
    guard named == .independentLiving, words.contains("living"),
      words.isSubset(of: ["daily", "independent", "living", "skill", "activity", "activities", "functional"])
    else { return named }
    return ownCare.isDisjoint(with: LabelTokens.words(goal)) ? named : .selfCare
  }

  /// A name over several areas at once, as a form has boxes for: "Academic/Cognitive", "Motor", "Social/Behavioral".
  private struct Domain {
    /// Words that the name has, and those that may stand beside them, by how they begin.
    var words: [String]
    var beside: [String] = []
    /// What each of its areas is told by.
    var areas: [(code: GoalAreaCode, told: [GoalAreaCode])]
    /// By how much the words of one must outweigh those of any other.
    var margin: Int

    func holds(_ name: Set<String>) -> Bool {
      words.allSatisfy { word in name.contains { $0.hasPrefix(word) } }
        && name.allSatisfy { word in (words + beside).contains { word.hasPrefix($0) } }
    }

    func code(_ reading: GoalTopics.Reading) -> GoalAreaCode? {
      let weights = areas.map { area in (area.code, area.told.reduce(0) { $0 + (reading.weights[$1] ?? 0) }) }
      return weights.first { code, weight in
        weights.allSatisfy { $0.0 == code || weight >= $0.1 + margin }
      }?.0
    }
  }

  private static let domains = [
    Domain(
      words: ["academic", "cogniti"], beside: ["skill", "function"],
      areas: [
        (.reading, [.reading]), (.writing, [.writing]), (.mathematics, [.mathematics]),
        (.executiveFunction, [.executiveFunction]),
      ], margin: 3),
    Domain(
      words: ["motor"], beside: ["skill", "mo", "develop"],
      areas: [(.fineMotor, [.fineMotor, .selfCare, .writing]), (.grossMotor, [.grossMotor, .mobility])], margin: 2),
    Domain(
      words: ["social", "behavior"], beside: ["skill"],
      areas: [(.behavior, [.behavior]), (.socialEmotional, [.socialEmotional])], margin: 2),
    Domain(
      words: ["advocacy"], beside: ["self", "access", "skill"],
      areas: [
        (.hearing, [.hearing]), (.vision, [.vision]), (.health, [.health]),
        (.socialEmotional, [.socialEmotional, .communication]),
      ], margin: 3),
  ]

  private static let ownCare: Set<String> = [
    "dress", "dressing", "undress", "zip", "zipper", "zippers", "button", "buttons", "snap", "snaps", "fasten",
    "fasteners", "coat", "jacket", "shoe", "shoes", "socks", "shoelaces", "laces", "pants", "shirt", "backpack",
    "toilet", "toileting", "bathroom", "restroom", "diaper", "flush", "teeth", "toothbrush", "hair", "hairbrush",
    "deodorant", "hygiene", "groom", "grooming", "handwashing", "soap", "feed", "feeding", "spoon", "fork", "utensil",
    "utensils", "straw", "cup", "tray", "lunch", "lunchbox", "snack", "bite", "bites", "napkin", "chew",
  ]
}
