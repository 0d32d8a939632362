import Yams

/// Reads the plain shapes of the seed files, with errors that name the file.
public enum SeedYAML {
  /// A mapping of groups to keys to lists of phrases.
  public static func groups(
    of file: String, in seeds: SeedStore
  ) throws(SeedError) -> [String: [String: [String]]] {
    try decode([String: [String: [String]]].self, from: file, in: seeds)
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

  /// Any decodable shape, with the error as the decoder gives it. The shape says what each scalar is; to find out what it
  /// looks like, as the decoder does by itself, takes a regular expression for each.
  public static func decode<Shape: Decodable>(_ shape: Shape.Type, text: String) throws -> Shape {
    try YAMLDecoder().decode(shape, from: Yams.compose(yaml: text, .basic, .default, .utf8) ?? "")
  }
}
