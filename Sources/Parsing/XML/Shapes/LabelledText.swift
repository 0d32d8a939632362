import Extraction

/// Running text that is labels and values: paragraphs "Student: Ada Quill   DOB: 3/4/2015".
struct LabelledText: Sendable {
  let shape: ShapeReader

  private static let paragraphs: Set<String> = [
    "p", "para", "paragraph", "h1", "h2", "h3", "h4", "li", "td", "div", "text", "textvalue", "header", "tc", "cell",
  ]

  func asFields(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.flatMap { child -> [XMLElement] in
      guard child.children.isEmpty, child.attributeNames.isEmpty || isParagraph(child),
        let fields = fields(in: child.text, of: child, within: isParagraph(child) ? 2 : 0)
      else { return [asFields(child)] }
      return fields
    }
    return copy
  }

  private func isParagraph(_ element: XMLElement) -> Bool { Self.paragraphs.contains(element.name.lowercased()) }

  /// The pairs of a text, `nil` where no known label with a colon stands in it.
  /// - Parameter within: words that may stand before the first label.
  func fields(in text: String, of element: XMLElement, within: Int = 2) -> [XMLElement]? {
    guard text.contains(":"), text.utf8.count < 600 else { return nil }
    let words = text.split(separator: " ").map(String.init)
    var marks: [(label: Range<Int>, name: String)] = []
    for (index, word) in words.enumerated() where word.hasSuffix(":") {
      let floor = marks.last.map { $0.label.upperBound } ?? 0
      for start in max(floor, index - 5)...index {
        let label = words[start...index].joined(separator: " ").trimmingColon
        let tokens = LabelTokens.of(label)
        // "Yarrow Schools School:": the end of a value and the next label.
        guard Set(tokens).count == tokens.count else { continue }
        if shape.isHeaderLabel(label) {
          marks.append((start..<(index + 1), label))
          break
        }
      }
    }
    guard let first = marks.first, first.label.lowerBound <= within else { return nil }
    return marks.enumerated().compactMap { position, mark in
      let end = position + 1 < marks.count ? marks[position + 1].label.lowerBound : words.count
      let value = words[mark.label.upperBound..<end].joined(separator: " ").trimmingCharacters(" ,;|")
      guard !value.isEmpty else { return nil }
      var field = XMLElement(name: mark.name, line: element.line)
      field.text = value
      field.origin = element.origin
      return field
    }
  }
}
