/// How a goal stands by the educational model, and why.
public struct GoalClassification: Hashable, Sendable, Codable {
  public enum Label: String, Hashable, Sendable, Codable, CaseIterable {
    case educational, mixed, clinical, insufficient, exempt
  }

  public var label: Label
  /// 0 wholly clinical, 1 wholly educational; absent for exempt.
  public var score: Rational?
  public var confidence: Certainty?
  @OmittedWhenEmpty public var modifiers: [String] = []
  /// A person should look.
  public var needsReview: Bool?
  public var criteria: [CriterionResult] = []

  public init(label: Label) { self.label = label }
}

public enum Certainty: String, Hashable, Sendable, Codable, CaseIterable { case high, medium, low }

/// How a service is delivered. Minutes or pull-out alone never make it clinical.
public struct ServiceClassification: Hashable, Sendable, Codable {
  public enum Label: String, Hashable, Sendable, Codable, CaseIterable {
    case natural
    case therapySetting = "therapy-setting"
    case unclear, exempt
  }

  public var label: Label
  public var confidence: Certainty?
  public var needsReview: Bool?
  public var criteria: [CriterionResult] = []

  public init(label: Label) { self.label = label }
}

/// A criterion that fired, with what made it fire.
public struct CriterionResult: Hashable, Sendable, Codable {
  public enum Polarity: String, Hashable, Sendable, Codable, CaseIterable {
    case educational, clinical, quality, exempt
  }
  public enum Strength: String, Hashable, Sendable, Codable, CaseIterable { case strong, weak }

  public var id: String
  public var polarity: Polarity
  public var strength: Strength?
  public var evidence: [Evidence]

  public init(id: String, polarity: Polarity, strength: Strength? = nil, evidence: [Evidence]) {
    self.id = id
    self.polarity = polarity
    self.strength = strength
    self.evidence = evidence
  }
}

/// The words that made a criterion fire.
public struct Evidence: Hashable, Sendable, Codable {
  /// Key of the owner that the quote is from: text, objectives[0].text, baseline, location ...
  public var field: String
  public var quote: String
  /// Offsets in Unicode scalars into the field's text.
  public var start: Int?
  public var end: Int?

  public init(field: String, quote: String, start: Int? = nil, end: Int? = nil) {
    self.field = field
    self.quote = quote
    self.start = start
    self.end = end
  }
}

public struct CriteriaPackReference: Hashable, Sendable, Codable {
  public var id: String
  public var version: String?
  public var hash: String

  public init(id: String, version: String? = nil, hash: String) {
    self.id = id
    self.version = version
    self.hash = hash
  }
}
