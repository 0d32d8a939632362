public import IEPModel

extension Criterion {
  /// A test of a criterion as the pack writes it: the words of a goal, or a small plan whose first service is judged.
  ///
  ///     - Will ask for help during independent writing in 4 of 5 lessons.
  ///     - services:
  ///         - {service: occupational-therapy, place: therapy-room, goals: ["2"]}
  ///       goals:
  ///         - {number: "2", area: writing, text: Writes three sentences in her journal each day.}
  public enum Example: Sendable, Hashable, Decodable, CustomStringConvertible {
    case text(String)
    case plan(Plan)

    public init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .text(text)
      } else {
        self = .plan(try Plan(from: decoder))
      }
    }

    public var description: String {
      switch self {
      case .text(let text): text
      case .plan(let plan):
        (plan.services.map(\.description) + plan.goals.map { "goal \($0.number): \($0.text)" }).joined(separator: " | ")
      }
    }
  }

  /// What a criterion of services has to see: the line itself, the lines beside it, and the goals.
  public struct Plan: Sendable, Hashable, Decodable {
    public var services: [Line]
    @Defaulted public var goals: [Aim]

    /// A service line, in the codes of the contract.
    public struct Line: Sendable, Hashable, Decodable, CustomStringConvertible {
      public var service: ServiceCode
      public var place: LocationCode?
      public var delivery: Delivery?
      /// The numbers of the goals that the line names.
      @Defaulted public var goals: [String]

      public var description: String {
        let parts = [service.rawValue, place?.rawValue, delivery?.rawValue].compactMap(\.self)
        return parts.joined(separator: ", ") + (goals.isEmpty ? "" : ", goals " + goals.joined(separator: " and "))
      }
    }

    /// An annual goal of the plan.
    public struct Aim: Sendable, Hashable, Decodable {
      public var number: String
      public var area: GoalAreaCode?
      public var text: String
    }

    /// The plan as a document that can be judged.
    var document: IEPDocument {
      var document = IEPDocument(
        documentId: "example", source: Source(path: "example", sha256: "", bytes: 0, format: .xml, profile: "example"))
      document.goals = goals.enumerated().map { index, aim in
        var goal = Goal(id: "goal-\(index + 1)", text: aim.text)
        goal.number = aim.number
        goal.area = aim.area.map { Coded(code: $0, text: $0.rawValue) }
        return goal
      }
      document.services = services.enumerated().map { index, line in
        var service = ServiceLine(
          id: "svc-\(index + 1)", category: ServiceCategory(of: line.service),
          service: Coded(code: line.service, text: line.service.rawValue), dose: Dose(text: ""))
        service.location = line.place.map { Coded(code: $0, text: $0.rawValue) }
        service.delivery = line.delivery
        service.goalNumbers = line.goals
        return service
      }
      return document
    }
  }
}
