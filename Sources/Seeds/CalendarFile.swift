public import IEPModel
import Yams

extension SchoolCalendar {
  /// The keys of a calendar file and where each goes.
  private static var keys: [(String, WritableKeyPath<SchoolCalendar, Rational>)] {
    [
      ("days-per-week", \.daysPerWeek), ("weeks-per-year", \.weeksPerYear), ("weeks-per-month", \.weeksPerMonth),
      ("weeks-per-quarter", \.weeksPerQuarter), ("weeks-per-trimester", \.weeksPerTrimester),
      ("weeks-per-semester", \.weeksPerSemester), ("minutes-per-day", \.minutesPerDay),
    ]
  }

  /// Reads a calendar file: the parameters of the audit's arithmetic, each a positive number (`4`, `4.5`, `52/12`).
  /// What the file does not name keeps its default; a key that nobody knows is an error, since it is a typing slip.
  public init(yaml text: String, file: String) throws(SeedError) {
    self.init()
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw SeedError(file: file, reason: "is no YAML: \(error)")
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw SeedError(file: file, line: node.mark?.line, reason: "must be a list of 'key: number' lines")
    }
    for (keyNode, valueNode) in mapping {
      let key = keyNode.string ?? ""
      let line = keyNode.mark?.line
      guard let value = valueNode.string.flatMap({ Rational(parsing: $0) }), value > .zero else {
        throw SeedError(file: file, line: line, reason: "'\(key)' needs a number above 0, such as 36 or 52/12")
      }
      if let known = SchoolCalendar.keys.first(where: { $0.0 == key }) {
        self[keyPath: known.1] = value
      } else if key == "days-per-cycle" {
        daysPerCycle = value
      } else {
        let names = SchoolCalendar.keys.map(\.0).joined(separator: ", ")
        throw SeedError(file: file, line: line, reason: "'\(key)' is no parameter; known are \(names), days-per-cycle")
      }
    }
  }
}
