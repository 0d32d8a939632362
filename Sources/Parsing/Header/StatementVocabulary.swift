import IEPModel
import Seeds

/// The words of `seeds/vocabulary/header-statements.yaml`.
struct StatementVocabulary: Sendable {
  private struct Shape: Decodable {
    var dates: [String: [String]]
    var spans: [String]
    var name: [String]
    var studentId: [String]
    var school: [String]
    var district: [String]
    var districtLead: [String]
    var extendedYear: [String: [String]]
  }

  /// The words that decide on extended school year services.
  struct ExtendedYear: Sendable {
    /// Such as "eligible", which a negation before it turns.
    var granted: Set<String>
    var denied: Set<String>
    var negations: Set<String>
    /// A clause with one of these leaves the question open.
    var open: Set<String>
  }

  /// What a word before a date makes of it; no role where the date is none of the plan's.
  let dates: [String: HeaderRole?]
  let spans: Set<String>
  /// Phrases, longest first.
  let name: [String]
  let studentId: [[String]]
  let school: Set<String>
  let district: [[String]]
  let districtLead: [[String]]
  let extendedYear: ExtendedYear

  init(seeds: SeedStore) throws(SeedError) {
    let file = "vocabulary/header-statements.yaml"
    let shape = try SeedYAML.decode(Shape.self, from: file, in: seeds)
    var dates: [String: HeaderRole?] = [:]
    for (key, words) in shape.dates {
      let role = HeaderRole(rawValue: key)
      guard role != nil || key == "none" else { throw SeedError(file: file, reason: "knows no date '\(key)'") }
      for word in words { dates.updateValue(role, forKey: word) }
    }
    func phrases(_ list: [String]) -> [[String]] {
      list.map(LabelTokens.words).sorted { $0.count > $1.count }
    }
    self.dates = dates
    spans = Set(shape.spans)
    name = shape.name.sorted { ($1.count, $0) < ($0.count, $1) }
    studentId = phrases(shape.studentId)
    school = Set(shape.school)
    district = phrases(shape.district)
    districtLead = phrases(shape.districtLead)
    func words(_ key: String) throws(SeedError) -> Set<String> {
      guard let list = shape.extendedYear[key] else { throw SeedError(file: file, reason: "lacks extendedYear.\(key)") }
      return Set(list)
    }
    extendedYear = ExtendedYear(
      granted: try words("granted"), denied: try words("denied"), negations: try words("negations"),
      open: try words("open"))
  }
}
