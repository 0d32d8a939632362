/// An element with what it holds: the records of an export are small trees of these.
public struct XMLElement: Sendable, Hashable {
  public var name: String
  /// In document order.
  public var attributes: [(name: String, value: String)] { zip(attributeNames, attributeValues).map { ($0, $1) } }
  public var attributeNames: [String] = []
  public var attributeValues: [String] = []
  public var children: [XMLElement] = []
  public var text = ""
  /// 1-based.
  public var line: Int
  /// Its place in the file's order of elements, where a reader that changes shapes has numbered them.
  public var origin: Int?

  public init(name: String, line: Int) {
    self.name = name
    self.line = line
  }

  public func attribute(_ name: String) -> String? {
    attributeNames.firstIndex(of: name).map { attributeValues[$0] }
  }

  public mutating func removeAttribute(_ name: String) {
    guard let index = attributeNames.firstIndex(of: name) else { return }
    attributeNames.remove(at: index)
    attributeValues.remove(at: index)
  }

  /// The first value at a path of child steps that may end in an attribute: `Name/FirstName`, `@ID`, `A/@b`, `A[@b='x']/C`. Of several
  /// paths, parted by `|`, the first that leads to one.
  public func value(at path: String) -> (text: String, line: Int)? {
    let bytes = path.utf8
    guard let bar = bytes.firstIndex(of: UInt8(ascii: "|")) else { return value(along: path[...]) }
    return value(along: path[..<bar]) ?? value(at: String(path[bytes.index(after: bar)...]))
  }

  /// Bytes and not characters: this is asked for every field of every record.
  private func value(along path: Substring) -> (text: String, line: Int)? {
    guard !path.isEmpty else { return text.isEmpty ? nil : (text, line) }
    let bytes = path.utf8
    if bytes.first == UInt8(ascii: "@") { return attribute(String(path.dropFirst())).map { ($0, line) } }
    let slash = bytes.firstIndex(of: UInt8(ascii: "/"))
    let step = path[..<(slash ?? path.endIndex)]
    guard let next = children.first(where: { $0.fits(step) }) else { return nil }
    return next.value(along: slash.map { path[bytes.index(after: $0)...] } ?? "")
  }

  /// Whether a step leads here: a name, perhaps with what an attribute must be, `Code[@Kind='Text']`.
  private func fits(_ step: Substring) -> Bool {
    if name == step { return true }
    guard let condition = XMLStep(step) else { return false }
    return name == condition.name && attribute(condition.attribute) == condition.value
  }

  /// All elements at a path of child steps.
  public func elements(at path: String) -> [XMLElement] {
    path.split(separator: "/").reduce([self]) { found, step in
      found.flatMap { $0.children.filter { $0.name == step } }
    }
  }
}

/// A step with a condition on an attribute: `Code[@Kind='Text']`.
struct XMLStep {
  var name: String
  var attribute: String
  var value: String

  /// `nil` for a plain name.
  init?(_ step: Substring) {
    guard step.utf8.last == UInt8(ascii: "]") else { return nil }
    let parts = step.split(whereSeparator: { "[@='\"]".contains($0) })
    guard parts.count == 3 else { return nil }
    (name, attribute, value) = (String(parts[0]), String(parts[1]), String(parts[2]))
  }
}
