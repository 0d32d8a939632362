import IEPModel
import Yams

/// What those who write a pack want to know of it: do its examples hold, which criteria never fire, which always together.
public struct PackReview: Sendable {
  /// An example that does not do what the pack says of it.
  public struct Failure: Sendable, Hashable {
    public var criterion: String
    public var example: Criterion.Example
    public var shouldFire: Bool
  }

  private let pack: CriteriaPack
  private let classifier: Classifier

  public init(_ pack: CriteriaPack) {
    self.pack = pack
    classifier = Classifier(pack: pack)
  }

  /// Every example of `fires` and `silent`, held against what the program does.
  public func failures() -> [Failure] {
    pack.criteria.flatMap { criterion in
      let subject = criterion.judges.first ?? .goal
      func fires(_ example: Criterion.Example) -> Bool {
        classifier.criteria(firingOn: example, as: subject).contains(criterion.id)
      }
      return criterion.fires.filter { !fires($0) }.map {
        Failure(criterion: criterion.id, example: $0, shouldFire: true)
      }
        + criterion.silent.filter(fires).map { Failure(criterion: criterion.id, example: $0, shouldFire: false) }
    }
  }

  /// How many examples each criterion has.
  public func coverage() -> [(id: String, name: String, fires: Int, silent: Int, cues: Int)] {
    pack.criteria.map { ($0.id, $0.name, $0.fires.count, $0.silent.count, $0.cues.count) }
  }

  /// Over a folder's goals: criteria that never fire, and pairs of one polarity that never fire apart.
  public func use(of goals: [String]) -> (never: [String], together: [(String, String)]) {
    var fired: [String: Set<Int>] = [:]
    for (index, text) in goals.enumerated() {
      for id in classifier.criteria(firingOn: text, as: .goal) { fired[id, default: []].insert(index) }
    }
    // What judges services first (EM401 to EM405) needs a whole plan and cannot fire on goals alone.
    let judged = pack.criteria.filter { $0.judges.first == .goal }
    let never = judged.map(\.id).filter { fired[$0] == nil }
    var together: [(String, String)] = []
    for (index, first) in judged.enumerated() {
      for second in judged[(index + 1)...] where first.polarity == second.polarity {
        if let a = fired[first.id], let b = fired[second.id], a == b, a.count >= 5 {
          together.append((first.id, second.id))
        }
      }
    }
    return (never, together)
  }

  /// Fields of a pack's file that no criterion has: a slip of the pen would be passed over in silence otherwise.
  public static func unknownFields(in yaml: String) -> [String] {
    guard let root = try? Yams.load(yaml: yaml) as? [String: Any], let list = root["criteria"] as? [[String: Any]]
    else { return [] }
    let known: Set<String> = [
      "id", "name", "judges", "polarity", "strength", "definition", "source", "cues", "guards", "limits", "fires",
      "silent", "todo", "coaching", "counts-in-condition", "naming",
    ]
    let cueFields: Set<String> = [
      "find", "after", "not-after", "with", "without", "in", "strength", "yields", "fallback", "last-resort",
      "measured", "except", "placed", "acts",
    ]
    var found: [String] = Set(root.keys).subtracting(["id", "version", "criteria"]).sorted()
    for criterion in list {
      let id = criterion["id"] as? String ?? "a criterion without id"
      for field in Set(criterion.keys).subtracting(known).sorted() { found.append("\(id).\(field)") }
      for example in (criterion["fires"] as? [Any] ?? []) + (criterion["silent"] as? [Any] ?? []) {
        guard let plan = example as? [String: Any] else { continue }
        for field in Set(plan.keys).subtracting(["services", "goals"]).sorted() {
          found.append("\(id).examples.\(field)")
        }
      }
      for list in ["cues", "naming"] {
        for cue in criterion[list] as? [[String: Any]] ?? [] {
          for field in Set(cue.keys).subtracting(cueFields).sorted() { found.append("\(id).\(list).\(field)") }
        }
      }
    }
    return found
  }
}
