/// Writes XML element by element.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    indent()
    text += "<" + name + attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined() + ">\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  mutating func leaf(_ name: String, _ value: String) {
    indent()
    text += "<\(name)>\(Self.escaped(value))</\(name)>\n"
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }

  /// What XML forbids becomes a reference, control characters a blank.
  static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    return result
  }
}
