public import Seeds

/// How an export was read, or is to be: which elements are lines of services and goals, and what their fields mean.
/// `iep map` writes one as YAML, a person corrects it, `--mapping` reads by it.
public struct ExportMapping: Codable, Sendable, Hashable {
  /// Elements of one path and what their fields are. An empty list of fields is inferred.
  public struct Record: Codable, Sendable, Hashable {
    /// Names from the root, as `iep inspect` shows them.
    public var record: String
    /// What each field is, by its name in words.
    public var fields: [String: String]
  }

  public var id: String
  /// Always `automatic`: elements are found in the shapes that the reader brings them into.
  public var reader: String
  /// Local name of the root.
  public var root: String
  public var services: [Record]?
  public var goals: [Record]?
  /// What fields tell of the student and the plan, by their names in words; `none` where they tell nothing.
  public var facts: [String: String]?

  /// - Throws: where the text is no mapping, or names a meaning that there is not.
  public init(yaml: String, file: String) throws(SeedError) {
    self = try SeedYAML.decode(ExportMapping.self, text: yaml, file: file)
    for (list, known) in [(services, ServiceRole.allCases.map(\.rawValue)), (goals, GoalRole.allCases.map(\.rawValue))]
    {
      for record in list ?? [] {
        for (name, meaning) in record.fields.sorted(by: { $0.key < $1.key }) where !known.contains(meaning) {
          throw SeedError(
            file: file,
            reason: "gives '\(name)' the meaning '\(meaning)'; known are \(known.sorted().joined(separator: ", "))")
        }
      }
    }
    let known = ExportPlans.Fact.allCases.map(\.rawValue) + ["none"]
    for (name, meaning) in (facts ?? [:]).sorted(by: { $0.key < $1.key }) where !known.contains(meaning) {
      throw SeedError(
        file: file,
        reason: "gives '\(name)' the meaning '\(meaning)'; known are \(known.sorted().joined(separator: ", "))")
    }
  }

  init(id: String, root: String, services: [Record], goals: [Record], facts: [String: String]) {
    (self.id, reader, self.root) = (id, "automatic", root)
    self.services = services.isEmpty ? nil : services
    self.goals = goals.isEmpty ? nil : goals
    self.facts = facts.isEmpty ? nil : facts
  }

  /// The mapping as a person edits it.
  public var yaml: String {
    var lines = [
      "# What iep made of this export. Correct what is wrong, check with: iep map --check THIS FILE",
      "id: \(Self.quoted(id))", "reader: automatic", "root: \(Self.quoted(root))",
    ]
    func list(_ title: String, _ records: [Record]?, _ meanings: [String]) {
      guard let records, !records.isEmpty else { return }
      lines.append("# Meanings: \(meanings.joined(separator: ", "))")
      lines.append(title + ":")
      for record in records {
        lines.append("  - record: \(Self.quoted(record.record))")
        lines.append("    fields:" + (record.fields.isEmpty ? " {}" : ""))
        for (name, meaning) in record.fields.sorted(by: { $0.key < $1.key }) {
          lines.append("      \(Self.quoted(name)): \(meaning)")
        }
      }
    }
    list("services", services, ServiceRole.allCases.map(\.rawValue))
    list("goals", goals, GoalRole.allCases.map(\.rawValue))
    if let facts, !facts.isEmpty {
      lines.append("# Meanings: \((ExportPlans.Fact.allCases.map(\.rawValue) + ["none"]).joined(separator: ", "))")
      lines.append("facts:")
      for (name, meaning) in facts.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(Self.quoted(name)): \(meaning)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
