import Extraction

/// `<begin><month>9</month><day>3</day><year>2026</year></begin>`: a date in pieces as one.
enum DateParts {
  static func joined(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(joined)
    guard copy.children.count == 3, copy.children.allSatisfy({ $0.children.isEmpty }) else { return copy }
    func part(_ name: String) -> Int? {
      copy.children.first { $0.name.lowercased().hasSuffix(name) }.flatMap { Int($0.text) }
    }
    guard let year = part("year"), let month = part("month"), let day = part("day") else { return copy }
    copy.text = "\(month)/\(day)/\(year)"
    copy.children = []
    return copy
  }
}
