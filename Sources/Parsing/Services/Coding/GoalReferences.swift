import IEPModel

/// The goals that service lines name, by the numbers that the goals themselves have: "G1" where the goal is "1", "1"
/// where it is "G1".
enum GoalReferences {
  static func resolved(_ lines: [ServiceLine], among goals: [Goal]) -> [ServiceLine] {
    let numbers = Set(goals.compactMap(\.number))
    let areLettered = numbers.contains { $0.hasPrefix("G") }
    return lines.map { line in
      var line = line
      line.goalNumbers = line.goalNumbers.map { named in
        if numbers.contains(named) { return named }
        if numbers.contains("G" + named) { return "G" + named }
        let isLettered =
          !areLettered && named.hasPrefix("G") && named.dropFirst().allSatisfy(\.isNumber) && named != "G"
        return isLettered ? String(named.dropFirst()) : named
      }
      return line
    }
  }
}
