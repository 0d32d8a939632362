import Extraction

/// Text with markup in it as text: the runs of a word processor, rich text in XHTML, HTML that was escaped into a value.
enum RunningMarkup {
  static func reduced(_ element: XMLElement) -> XMLElement {
    var copy = element
    if isParagraph(copy) {
      copy.text = runs(copy).collapsed
      copy.children = []
      return copy
    }
    copy.children = copy.children.flatMap(unwrapped).map(reduced)
    if !copy.children.isEmpty, !tables.contains(copy.name.lowercased()), copy.children.allSatisfy(isBlock) {
      // Rich text: `<goal><div><p>...</p></div></goal>`. A page's own body stays as it is.
      copy.text = ([copy.text] + copy.children.map(flat)).joined(separator: " ").collapsed
      copy.children = []
    }
    copy.text = plain(copy.text).collapsed
    copy.attributeValues = copy.attributeValues.map(plain)
    return copy
  }

  // MARK: Word processors

  private static let runNames: Set<String> = ["r", "hyperlink", "ins", "smartTag", "sdt", "fldSimple"]
  private static let leftOut: Set<String> = ["del", "rPr", "pPr", "delText", "instrText", "moveFrom", "sdtPr"]

  private static func isParagraph(_ element: XMLElement) -> Bool {
    element.name == "p" && element.children.contains { runNames.contains($0.name) }
  }

  private static func runs(_ element: XMLElement) -> String {
    if leftOut.contains(element.name) { return "" }
    switch element.name {
    case "t": return element.text
    case "tab", "br", "cr": return " "
    case "sym", "checkBox": return ""
    default: return element.children.map(runs).joined()
    }
  }

  /// What stands inside wrappers that mean nothing here.
  private static func unwrapped(_ element: XMLElement) -> [XMLElement] {
    switch element.name {
    case "sdt": element.children.filter { $0.name == "sdtContent" }.flatMap(\.children).flatMap(unwrapped)
    case "smartTag", "ins", "customXml": element.children.flatMap(unwrapped)
    case "del", "moveFrom": []
    case "thead", "tbody", "tfoot", "table-header-rows", "table-rows", "table-row-group", "THead", "TBody", "TFoot":
      element.children.flatMap(unwrapped)
    default: [element]
    }
  }

  // MARK: Rich text

  private static let blocks: Set<String> = [
    "p", "div", "span", "b", "i", "u", "em", "strong", "font", "ul", "ol", "li", "a", "sub", "sup", "br",
  ]
  /// Elements whose paragraphs are read one by one.
  private static let tables: Set<String> = [
    "body", "html", "sect", "document", "section", "part", "art", "table", "tr", "text", "office", "page", "sec",
  ]

  private static func isBlock(_ element: XMLElement) -> Bool {
    blocks.contains(element.name.lowercased()) && element.children.allSatisfy(isBlock)
  }

  private static func flat(_ element: XMLElement) -> String {
    ([element.text] + element.children.map(flat)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Escaped HTML

  private static let entities: [String: String] = [
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "rsquo": "\u{2019}", "lsquo": "\u{2018}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}",
    "frac12": "\u{BD}", "deg": "\u{B0}", "eacute": "\u{E9}", "ntilde": "\u{F1}", "bull": "\u{2022}", "#39": "'",
    "#160": " ",
  ]

  /// The words of a text that is HTML itself; other texts as they are.
  private static func plain(_ text: String) -> String {
    // A descriptor's URI means what stands behind its '#'.
    if text.hasPrefix("uri://"), let hash = text.lastIndex(of: "#") { return String(text[text.index(after: hash)...]) }
    guard text.contains("&") || text.contains("</") || text.contains("/>") || text.contains("<br") else { return text }
    let isMarkup = text.contains("</") || text.contains("/>") || text.lowercased().contains("<br")
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if isMarkup, character == "<", let end = rest.firstIndex(of: ">"),
        let next = rest.dropFirst().first, next.isLetter || next == "/" || next == "!"
      {
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased().drop { $0 == "/" }.prefix { $0.isLetter }
        if !["b", "i", "u", "em", "strong", "span", "font", "sub", "sup", "a"].contains(String(tag)) { result += " " }
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let meant = entities[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        result += meant
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension String {
  /// With single blanks between its words.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
