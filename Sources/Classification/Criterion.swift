public import IEPModel

/// One criterion of the educational model: what it means, the cues by which it is recognised, and how to talk about it.
public struct Criterion: Sendable, Hashable, Decodable {
  public var id: String
  public var name: String
  /// What it looks at: goal, service, present-level.
  public var judges: [Subject]
  public var polarity: CriterionResult.Polarity
  public var strength: CriterionResult.Strength?
  public var definition: String
  public var source: String
  /// Ways to recognise it in a goal; empty where the program computes it (`check`).
  @Defaulted public var cues: [Cue]
  /// Ways to tell that it holds where an act of school is known to be measured: they say which of the educational
  /// criteria do and move no label. A criterion that has none is named by its `cues`.
  @Defaulted public var naming: [Cue]
  /// For clinical criteria: what stands in the condition is what is done there ("given a pegboard"), unless the act
  /// itself is educational.
  public var countsInCondition: Bool?
  /// What keeps it silent, in words.
  @Defaulted public var guards: [String]
  /// What it is known not to do.
  @Defaulted public var limits: [String]
  public var fires: [Example]
  public var silent: [Example]
  /// Known misses: examples that should fire or be silent and do not, yet.
  @Defaulted public var todo: [String]
  public var coaching: Coaching

  private enum CodingKeys: String, CodingKey {
    case id, name, judges, polarity, strength, definition, source, cues, naming, guards, limits, fires, silent, todo,
      coaching
    case countsInCondition = "counts-in-condition"
  }

  public enum Subject: String, Sendable, Hashable, Decodable {
    case goal, service
    case presentLevel = "present-level"
  }

  /// One way to recognise a criterion: concepts of the lexicon, where they stand, and in which company.
  public struct Cue: Sendable, Hashable, Decodable {
    /// Concepts any of which makes the cue.
    public var find: [String]
    /// A verb of these must stand before it in the target.
    @Defaulted public var after: [String]
    /// The verb next before it must be none of these: what is explained or written about is not exercised.
    @Defaulted public var notAfter: [String]
    /// One of these must stand somewhere in the goal.
    @Defaulted public var with: [String]
    /// None of these may stand in the goal.
    @Defaulted public var without: [String]
    /// Words of these may not stand at its end or right behind it ("lab | notebook").
    @Defaulted public var except: [String]
    /// Parts of the goal where it counts; the polarity's own where empty.
    @Defaulted public var `in`: [Slot]
    /// Overrides the criterion's strength.
    public var strength: CriterionResult.Strength?
    /// Counts only where nothing clinical is measured: for words that both models use ("identify", "copy").
    public var yields: Bool?
    /// Counts only where no other educational criterion is measured: the widest words come last.
    public var fallback: Bool?
    /// Counts only where not even a fallback does: an act that can be seen, somewhere in the school day.
    public var lastResort: Bool?
    /// Counts only where the goal says how well: a domain of skill without a measure is only a wish.
    public var measured: Bool?
    /// Naming alone: counts only behind a preposition of place or time ("at recess", not "to recess").
    public var placed: Bool?
    /// Naming alone: counts only where it is what the sentence does.
    public var acts: Bool?

    /// All concepts that it names.
    var names: [String] { find + after + notAfter + with + without + except }

    private enum CodingKeys: String, CodingKey {
      case find, after, with, without, `in`, strength, yields, fallback, measured, except, placed, acts
      case notAfter = "not-after"
      case lastResort = "last-resort"
    }
  }

  /// For the team: how to put it, a question to ask, a pattern for re-writing.
  public struct Coaching: Sendable, Hashable, Decodable {
    public var say: String
    public var ask: String
    public var rewrite: String
  }
}

/// A list that a pack may leave out.
@propertyWrapper
public struct Defaulted<Element: Decodable & Hashable & Sendable>: Decodable, Hashable, Sendable {
  public var wrappedValue: [Element]
  public init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }
  public init(from decoder: any Decoder) throws { wrappedValue = try [Element](from: decoder) }
}

extension KeyedDecodingContainer {
  /// An absent list is an empty one.
  func decode<Element>(_: Defaulted<Element>.Type, forKey key: Key) throws -> Defaulted<Element> {
    try decodeIfPresent(Defaulted<Element>.self, forKey: key) ?? Defaulted(wrappedValue: [])
  }
}
