import Extraction

/// Where the elements of a file stood before their shapes were changed: a value's XPath is that of the file.
struct XMLOrigins: Sendable {
  private var names: [String] = []
  private var parents: [Int?] = []
  private var positions: [Int] = []

  /// The element and all in it, numbered in the order of the file.
  mutating func marked(_ root: XMLElement) -> XMLElement { marked(root, parent: nil, position: 1) }

  private mutating func marked(_ element: XMLElement, parent: Int?, position: Int) -> XMLElement {
    var copy = element
    let origin = names.count
    copy.origin = origin
    names.append(element.name)
    parents.append(parent)
    positions.append(position)
    var seen: [String: Int] = [:]
    for index in copy.children.indices {
      seen[copy.children[index].name, default: 0] += 1
      copy.children[index] = marked(
        copy.children[index], parent: origin, position: seen[copy.children[index].name] ?? 1)
    }
    return copy
  }

  /// `/export/students/student[2]/name[1]`; local names, as every path of this program.
  func path(_ origin: Int) -> String {
    var steps: [String] = []
    var current: Int? = origin
    while let index = current {
      steps.append(parents[index] == nil ? names[index] : "\(names[index])[\(positions[index])]")
      current = parents[index]
    }
    return "/" + steps.reversed().joined(separator: "/")
  }
}
