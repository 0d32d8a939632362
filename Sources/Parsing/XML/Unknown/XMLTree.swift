import Extraction
import IEPModel

/// A whole document as nodes that know their parents: small exports of unknown vendors are looked at from all sides.
struct XMLTree: Sendable {
  struct Node: Sendable {
    var name: String
    var attributes: [(name: String, value: String)]
    var text: String
    var line: Int
    var parent: Int?
    var children: [Int] = []
    /// The names from the root, without positions: what nodes of one kind share.
    var kind: String
    /// 1-based among its siblings of the same name.
    var position: Int
    /// The element of the file that the node came from.
    var origin: Int?
    /// The node after the last inside this one: nodes stand in the order of the file.
    var end = 0
  }

  private(set) var nodes: [Node] = []

  /// - Parameter roots: the file that is read, then those that may tell of its students. More than one stand under a
  ///   node without a name.
  ///   - origins: the places of the roots' elements in their files.
  init(_ roots: [XMLElement], origins: XMLOrigins) {
    self.origins = origins
    guard roots.count > 1 else {
      for root in roots { add(root, parent: nil, position: 1) }
      lastOfFirst = nodes.count
      return
    }
    add(XMLElement(name: "", line: 0), parent: nil, position: 1)
    for root in roots {
      add(root, parent: 0, position: 1)
      if lastOfFirst == 0 { lastOfFirst = nodes.count }
    }
    nodes[0].end = nodes.count
  }

  private let origins: XMLOrigins
  private var kinds: [String: String] = [:]
  private var lastOfFirst = 0

  /// Whether a node stands for several files and not for an element of one.
  func holdsFiles(_ index: Int) -> Bool { index == 0 && lastOfFirst < nodes.count }

  func isInFirst(_ index: Int) -> Bool { index < lastOfFirst }

  private mutating func add(_ element: XMLElement, parent: Int?, position: Int) {
    let index = nodes.count
    // Each table of a workbook has columns of its own.
    let isTable = ["worksheet", "table", "tbl"].contains(element.name.lowercased()) && position > 1
    let path = (parent.map { nodes[$0].kind } ?? "") + "/" + element.name + (isTable ? "#\(position)" : "")
    // One string for all nodes of a kind.
    let kind = kinds[path] ?? path
    if kinds[path] == nil { kinds[path] = path }
    nodes.append(
      Node(
        name: element.name, attributes: element.attributes, text: element.text.trimmingBlanks, line: element.line,
        parent: parent, kind: kind, position: position, origin: element.origin))
    if let parent { nodes[parent].children.append(index) }
    var seen: [String: Int] = [:]
    for child in element.children {
      seen[child.name, default: 0] += 1
      add(child, parent: index, position: seen[child.name] ?? 1)
    }
    nodes[index].end = nodes.count
  }

  /// The node and those around it, innermost first.
  func lineage(_ index: Int) -> [Int] {
    var result = [index]
    while let last = result.last, let parent = nodes[last].parent { result.append(parent) }
    return result
  }

  func descendants(_ index: Int, leavingOut excluded: Set<Int> = []) -> [Int] {
    var result: [Int] = []
    var open = nodes[index].children.reversed().map { $0 }
    while let next = open.popLast() {
      if excluded.contains(next) { continue }
      result.append(next)
      open += nodes[next].children.reversed()
    }
    return result
  }

  func isLeaf(_ index: Int) -> Bool { nodes[index].children.isEmpty }

  func place(_ index: Int, attribute: String? = nil) -> Place {
    let path = nodes[index].origin.map { origins.path($0) } ?? "/"
    return Place(xpath: path + (attribute.map { "/@" + $0 } ?? ""), line: nodes[index].line)
  }
}
