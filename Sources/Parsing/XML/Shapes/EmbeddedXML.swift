import Extraction

/// XML that a database kept as text in a column: read as what it is.
enum EmbeddedXML {
  static func opened(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(opened)
    guard copy.children.isEmpty, copy.text.hasPrefix("<"), copy.text.hasSuffix(">"), copy.text.utf8.count > 40,
      !isHTML(copy.text), let inner = tree(copy.text, like: element)
    else { return copy }
    copy.text = ""
    copy.children = [inner]
    return copy
  }

  private static func isHTML(_ text: String) -> Bool {
    let name = text.dropFirst().prefix { $0.isLetter }.lowercased()
    return ["p", "div", "span", "b", "i", "u", "ul", "ol", "br", "font", "html", "body", "table", "strong"].contains(
      name)
  }

  private static func tree(_ text: String, like holder: XMLElement) -> XMLElement? {
    // What is no XML after all stays text.
    let prepared = PreparedXML(XMLInput(bytes: Array(text.utf8)), encoding: "UTF-8")
    let reader = XMLTreeReader(prepared, limit: text.utf8.count + 1)
    guard (try? reader.read()) != nil else { return nil }
    return reader.tree.map { placed($0, line: holder.line, origin: holder.origin) }
  }

  private static func placed(_ element: XMLElement, line: Int, origin: Int?) -> XMLElement {
    var copy = element
    copy.line = line
    copy.origin = origin
    copy.children = element.children.map { placed($0, line: line, origin: origin) }
    return copy
  }
}
