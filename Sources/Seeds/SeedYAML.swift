package import Yams

/// Reads the plain shapes of the seed files, with errors that name the file.
public enum SeedYAML {
  // The vocabularies are tens of thousands of phrases in these few shapes. They are read by hand: a decoder takes several
  // times as long, at the start of each worker.

  /// A mapping of keys to lists of phrases.
  public static func lists(of file: String, in seeds: SeedStore) throws(SeedError) -> [String: [String]] {
    try mapping(root(of: file, in: seeds), file, phrases)
  }

  /// A mapping of groups to keys to lists of phrases.
  public static func groups(
    of file: String, in seeds: SeedStore
  ) throws(SeedError) -> [String: [String: [String]]] {
    try mapping(root(of: file, in: seeds), file) { node, file throws(SeedError) in
      try mapping(node, file, phrases)
    }
  }

  /// A mapping of groups to keys to lists of lists of words.
  public static func groupsOfLists(
    of file: String, in seeds: SeedStore
  ) throws(SeedError) -> [String: [String: [[String]]]] {
    try mapping(root(of: file, in: seeds), file) { node, file throws(SeedError) in
      try mapping(node, file) { node, file throws(SeedError) in try list(node, file, phrases) }
    }
  }

  /// A file's nodes, for shapes that are read by hand.
  package static func root(of file: String, in seeds: SeedStore) throws(SeedError) -> Node {
    let text = try seeds.text(of: file)
    do { return try compose(text) } catch {
      throw SeedError(file: file, reason: "is not in the expected shape: \(error)")
    }
  }

  private static func mapping<Value>(
    _ node: Node, _ file: String, _ value: (Node, String) throws(SeedError) -> Value
  ) throws(SeedError) -> [String: Value] {
    guard let mapping = node.mapping else { throw unexpected(node, file, "keys") }
    var result: [String: Value] = [:]
    for (key, node) in mapping {
      guard let name = key.scalar?.string else { throw unexpected(key, file, "a name") }
      result[name] = try value(node, file)
    }
    return result
  }

  private static func list<Item>(
    _ node: Node, _ file: String, _ item: (Node, String) throws(SeedError) -> Item
  ) throws(SeedError) -> [Item] {
    if node.null != nil { return [] }
    guard let sequence = node.sequence else { throw unexpected(node, file, "a list") }
    var result: [Item] = []
    result.reserveCapacity(sequence.count)
    for node in sequence { result.append(try item(node, file)) }
    return result
  }

  private static func phrases(_ node: Node, _ file: String) throws(SeedError) -> [String] {
    try list(node, file) { node, file throws(SeedError) in
      guard let phrase = node.scalar?.string else { throw unexpected(node, file, "a phrase") }
      return phrase
    }
  }

  private static func unexpected(_ node: Node, _ file: String, _ wanted: String) -> SeedError {
    SeedError(file: file, line: node.mark?.line, reason: "is not in the expected shape: here should stand \(wanted)")
  }

  /// Any decodable shape.
  public static func decode<Shape: Decodable>(
    _ shape: Shape.Type, from file: String, in seeds: SeedStore
  ) throws(SeedError) -> Shape {
    try decode(shape, text: seeds.text(of: file), file: file)
  }

  /// Any decodable shape, from a text that `file` names in errors.
  public static func decode<Shape: Decodable>(
    _ shape: Shape.Type, text: String, file: String
  ) throws(SeedError) -> Shape {
    do { return try decode(shape, text: text) } catch {
      throw SeedError(file: file, reason: "is not in the expected shape: \(error)")
    }
  }

  /// Any decodable shape, with the error as the decoder gives it.
  public static func decode<Shape: Decodable>(_ shape: Shape.Type, text: String) throws -> Shape {
    try YAMLDecoder().decode(shape, from: compose(text))
  }

  /// The shape says what each scalar is; to find out what it looks like, as the parser does by itself, takes a regular
  /// expression for each.
  private static func compose(_ text: String) throws -> Node {
    try Yams.compose(yaml: text, .basic, .default, .utf8) ?? ""
  }
}
