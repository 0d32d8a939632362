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

  /// The first value at a path of child steps that may end in an attribute: `Name/FirstName`, `@ID`, `A/@b`. Of several
  /// paths, parted by `|`, the first that leads to one.
  public func value(at path: String) -> (text: String, line: Int)? {
    if path.contains("|") { return path.split(separator: "|").lazy.compactMap { self.value(at: String($0)) }.first }
    var element = self
    for step in path.split(separator: "/") {
      if step.hasPrefix("@") { return element.attribute(String(step.dropFirst())).map { ($0, element.line) } }
      guard let next = element.children.first(where: { $0.name == step }) else { return nil }
      element = next
    }
    return element.text.isEmpty ? nil : (element.text, element.line)
  }

  /// All elements at a path of child steps.
  public func elements(at path: String) -> [XMLElement] {
    path.split(separator: "/").reduce([self]) { found, step in
      found.flatMap { $0.children.filter { $0.name == step } }
    }
  }
}
