import Extraction
import IEPModel

/// "1. Area: Reading", "2. Area: Math": figures before the label that opens each goal count the goals. The figures of a
/// form's questions ("1. Area: ...", "2. Baseline: ...") stand before another label each, and count none.
struct GoalCounts: Sendable {
  let labels: LabelTable<GoalRole>

  /// The blocks with each such figure as a number of its label: "#1 Area: Reading".
  func marked(_ blocks: [Block]) -> [Block] {
    let counted = counted(blocks)
    guard !counted.isEmpty else { return blocks }
    func marked(_ line: TextLine) -> TextLine {
      guard let (number, label) = count(line), counted.contains(label) else { return line }
      var words = line.words
      words[0].text = "#\(number)"
      return TextLine(page: line.page, words: words)
    }
    return blocks.map { block in
      switch block {
      case .line(let line): return .line(marked(line))
      case .table(var table):
        for index in table.cells.indices where table.cells[index].lines.contains(where: { count($0) != nil }) {
          table.cells[index].lines = table.cells[index].lines.map(marked)
        }
        return .table(table)
      }
    }
  }

  /// The labels before which the figures go on from one to the next.
  private func counted(_ blocks: [Block]) -> Set<String> {
    var last: [String: Int] = [:]
    var broken: Set<String> = []
    for line in blocks.flatMap(Self.lines) {
      guard let (number, label) = count(line) else { continue }
      if number != (last[label] ?? 0) + 1 { broken.insert(label) }
      last[label] = number
    }
    return Set(last.filter { $0.value >= 2 }.keys).subtracting(broken)
  }

  private static func lines(of block: Block) -> [TextLine] {
    switch block {
    case .line(let line): [line]
    case .table(let table): table.cells.flatMap(\.lines)
    }
  }

  /// The figure and the label that a line begins with.
  private func count(_ line: TextLine) -> (number: Int, label: String)? {
    guard let first = line.words.first, first.field == nil, let number = Self.figure(first.text),
      let colon = line.words.prefix(8).firstIndex(where: { $0.text.hasSuffix(":") }), colon > 0
    else { return nil }
    let label = line.words[1...colon].map(\.text).joined(separator: " ").trimmingColon
    let roles = labels.exact(label)
    return roles.contains(.area) || roles.contains(.text) ? (number, label) : nil
  }

  /// "1.", "2)", "3".
  private static func figure(_ text: String) -> Int? {
    Int(text.hasSuffix(".") || text.hasSuffix(")") ? text.dropLast() : text[...])
  }
}
