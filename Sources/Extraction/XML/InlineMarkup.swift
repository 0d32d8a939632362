/// Elements that mark words inside a text and part nothing: their words belong to the text around them, in its order.
enum InlineMarkup {
  static let names: Set<String> = [
    "b", "i", "u", "em", "strong", "span", "font", "sub", "sup", "small", "big", "mark",
  ]
  private static let holders: Set<String> = ["p", "div", "span", "td", "th", "li", "font", "body", "b", "i", "u"]

  /// Whether the text of `element` continues that of the element around it.
  static func joins(_ element: XMLElement, to around: XMLElement?) -> Bool {
    guard let around, element.children.isEmpty else { return false }
    let name = element.name.lowercased()
    if name == "br" { return true }
    guard names.contains(name) else { return false }
    return holders.contains(around.name.lowercased()) || around.text.contains { !$0.isWhitespace }
  }

  /// Runs of words: the blank at a run's end is part of the sentence.
  static func keepsBlanks(_ name: String) -> Bool { name == "t" }
}
