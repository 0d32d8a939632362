/// The name of a school in a column of places: it tells the building, not where in it a service is given
/// (vocabulary E.3).
enum SchoolName {
  /// "Silver Birch Elementary School": a name of its own before the kind of school, and nothing else.
  static func isAll(of text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...7).contains(words.count), let last = words.last,
      ends.contains(last.lowercased().trimmingCharacters(".")),
      words.allSatisfy({
        $0.first?.isUppercase == true || joints.contains($0.lowercased()) || $0.first?.isNumber == true
      })
    else { return false }
    let own = words.map { $0.lowercased().trimmingCharacters(".,") }.filter {
      !kinds.contains($0) && !joints.contains($0)
    }
    return !own.isEmpty
  }

  private static let ends: Set = [
    "school", "elementary", "elem", "academy", "middle", "high", "primary", "intermediate", "es", "ms", "hs", "jhs",
    "charter", "k-5", "k-6", "k-8", "k-12", "pk-5", "pk-8", "prek-8",
  ]
  private static let joints: Set = ["of", "the", "at", "for", "and", "de", "del", "la"]
  /// Words that tell the kind of a school, of which no name consists.
  private static let kinds: Set = ends.union([
    "junior", "jr", "senior", "sr", "public", "private", "day", "home", "special", "separate", "regular",
    "all", "any",
    "various", "throughout", "in", "at", "across", "around", "entire", "whole", "alternative", "residential",
    "neighborhood", "student's", "same", "other", "local", "assigned", "attending", "nonpublic", "non-public",
    "approved", "therapeutic", "resident", "general", "vocational", "technical", "boarding", "summer", "preschool",
    "nursery", "inside", "outside", "on", "within",
  ])
}
