import CLibXML2

/// HTML that report servers save under a spreadsheet's name: read leniently, since its cells are seldom closed.
public enum HTMLTables {
  /// Whether the file begins as HTML does.
  public static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(600), as: UTF8.self).lowercased()
    guard !head.contains("<?xml"), !head.contains("http://www.w3.org/1999/xhtml") else { return false }
    if head.contains("<!doctype html") { return true }
    // `<Response><Table>` is no page: the first element decides.
    var rest = head[...]
    while let open = rest.firstIndex(of: "<") {
      let name = rest[rest.index(after: open)...].prefix {
        $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_"
      }
      if !name.isEmpty { return elements.contains(String(name)) }
      guard let end = rest[open...].firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
    }
    return false
  }

  private static let elements: Set<String> = [
    "html", "head", "body", "table", "div", "style", "meta", "title", "p", "center", "font",
  ]

  /// The page as a tree; `nil` where libxml2 makes nothing of it. Nothing is fetched.
  public static func tree(_ bytes: [UInt8]) -> XMLElement? {
    let options = Int32(
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_RECOVER.rawValue)
    let document = bytes.withUnsafeBytes { raw in
      htmlReadMemory(raw.bindMemory(to: CChar.self).baseAddress, Int32(clamping: raw.count), nil, nil, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    return element(root, depth: 0)
  }

  private static func element(_ node: xmlNodePtr, depth: Int) -> XMLElement {
    var result = XMLElement(name: string(node.pointee.name), line: Int(xmlGetLineNo(node)))
    var attribute = node.pointee.properties
    while let current = attribute {
      result.attributeNames.append(string(current.pointee.name))
      result.attributeValues.append(string(current.pointee.children?.pointee.content))
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE where depth < 200:
        let inner = element(current, depth: depth + 1)
        if InlineMarkup.joins(inner, to: result) {
          result.text += inner.name == "br" ? "\n" : inner.text
        } else {
          result.children.append(inner)
        }
      case XML_TEXT_NODE: result.text += string(current.pointee.content).replacingNonBreaking
      default: break
      }
      child = current.pointee.next
    }
    return result
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
  private static func string(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

extension String {
  fileprivate var replacingNonBreaking: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
