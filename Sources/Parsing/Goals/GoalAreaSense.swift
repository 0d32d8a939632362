import Seeds
import IEPModel

/// Which of its senses an area's name has, by what the goal is about: "Daily living" is the care of oneself where the goal
/// is to dress or to eat, and a household of one's own where it is to cook or to shop; "English" may be writing; "Lunch"
/// is whatever the student does there.
struct GoalAreaSense: Sendable {
  let topics: GoalTopics

  /// - Parameter named: what the vocabulary knows the area's name as.
  func code(_ named: GoalAreaCode?, of area: String, goal: Goal) -> GoalAreaCode? {
    guard let named else { return topics.reading(of: goal).clear }
    let words = Set(LabelTokens.of(area))
    if named == .reading, !words.isDisjoint(with: ["english", "ela"]) || words.isSuperset(of: ["language", "art"]) {
      return topics.reading(of: goal).clear == .writing ? .writing : named
    }
    return Self.code(named, words: words, goal: goal.text)
  }

  private static func code(_ named: GoalAreaCode, words: Set<String>, goal: String) -> GoalAreaCode {
    guard named == .independentLiving, words.isSuperset(of: ["daily", "living"]),
      words.isSubset(of: ["daily", "living", "skill", "activity", "activities", "functional"])
    else { return named }
    return ownCare.isDisjoint(with: LabelTokens.words(goal)) ? named : .selfCare
  }

  private static let ownCare: Set<String> = [
    "dress", "dressing", "undress", "zip", "zipper", "zippers", "button", "buttons", "snap", "snaps", "fasten",
    "fasteners", "coat", "jacket", "shoe", "shoes", "socks", "shoelaces", "laces", "pants", "shirt", "backpack",
    "toilet", "toileting", "bathroom", "restroom", "diaper", "flush", "teeth", "toothbrush", "hair", "hairbrush",
    "deodorant", "hygiene", "groom", "grooming", "handwashing", "soap", "feed", "feeding", "spoon", "fork", "utensil",
    "utensils", "straw", "cup", "tray", "lunch", "lunchbox", "snack", "bite", "bites", "napkin", "chew",
  ]
}
