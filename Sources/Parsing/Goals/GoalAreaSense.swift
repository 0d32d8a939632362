import IEPModel

/// Which of its senses an area's name has: "Daily living" is the care of oneself where the goal is to dress or to eat,
/// and a household of one's own where it is to cook or to shop.
enum GoalAreaSense {
  static func code(_ named: GoalAreaCode?, of area: String, goal: String) -> GoalAreaCode? {
    let words = Set(LabelTokens.of(area))
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
