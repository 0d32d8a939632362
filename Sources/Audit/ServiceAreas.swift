import IEPModel
import Seeds

/// Which areas of goals a service serves (SM-601, SM-602).
struct ServiceAreas: Sendable {
  static let file = "rules/service-areas.yaml"

  private struct Row: Decodable {
    var serves: [GoalAreaCode]
    var helps: [GoalAreaCode]?
    var names: [String]?
  }

  private let serves: [ServiceCode: Set<GoalAreaCode>]
  private let helps: [ServiceCode: Set<GoalAreaCode>]
  private let names: [ServiceCode: [WordPattern]]

  init(seeds: SeedStore) throws(SeedError) {
    var (serves, helps): ([ServiceCode: Set<GoalAreaCode>], [ServiceCode: Set<GoalAreaCode>]) = ([:], [:])
    var names: [ServiceCode: [WordPattern]] = [:]
    for (name, row) in try SeedYAML.decode([String: Row].self, from: Self.file, in: seeds) {
      guard let code = ServiceCode(rawValue: name) else {
        throw SeedError(file: Self.file, reason: "\"\(name)\" is no service")
      }
      serves[code] = Set(row.serves)
      helps[code] = Set(row.helps ?? [])
      names[code] = (row.names ?? []).map { WordPattern($0) }
    }
    self.serves = serves
    self.helps = helps
    self.names = names
  }

  /// The areas of goals for which a service may be in the plan; `nil` where it may serve any goal.
  func reasons(for service: ServiceCode) -> Set<GoalAreaCode>? {
    serves[service].map { $0.union(helps[service] ?? []) }
  }

  /// The areas in which a goal is served where one of these services is listed.
  func served(by services: some Sequence<ServiceCode>) -> Set<GoalAreaCode> {
    services.reduce(into: []) { $0.formUnion(serves[$1] ?? []) }
  }

  /// A service that serves one of these areas and is named among some words.
  func named(in words: [String], serving areas: Set<GoalAreaCode>) -> ServiceCode? {
    ServiceCode.allCases.first { code in
      !areas.isDisjoint(with: serves[code] ?? []) && (names[code] ?? []).contains { $0.stands(in: words) }
    }
  }

  /// Areas that specialists serve. A goal of another one is any teacher's.
  static let special: Set<GoalAreaCode> = [
    .communication, .hearing, .vision, .mobility, .grossMotor, .fineMotor, .selfCare, .sensoryRegulation, .health,
    .socialEmotional,
  ]
}
