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
    do {
      return try YAMLDecoder(encoding: .utf8).decode(shape, from: text)
    } catch {
      throw SeedError(file: file, reason: "is not in the expected shape: \(error)")
    }
  }
}
