import Extraction
import IEPModel

/// Forms that count what they ask for: "4 GRADE" over "06" in the fourth box, "a SERVICE | b TIMES | c PLACE" over columns.
/// The count is no word of the label.
struct CountedLabels: Sendable {
  let isLabel: @Sendable (String) -> Bool

  /// The blocks without the counts of their labels, where the document counts several boxes one after another.
  func removed(from blocks: [Block]) -> [Block] {
    let boxes = countedBoxes(in: blocks)
    return blocks.enumerated().map { index, block in
      guard case .table(var table) = block else { return block }
      for cell in (boxes[index] ?? []).union(countedColumns(of: table)) {
        let line = table.cells[cell].lines[0]
        table.cells[cell].lines[0] = TextLine(page: line.page, words: Array(line.words.dropFirst()))
      }
      return .table(table)
    }
  }

  /// The cells, by their block, whose first lines go on counting: "9 MEETING DATE", "10 BEGINS", "10a REASON".
  private func countedBoxes(in blocks: [Block]) -> [Int: Set<Int>] {
    var runs: [[(block: Int, cell: Int, label: String, isKnown: Bool)]] = [[]]
    var last: Count?
    for (index, block) in blocks.enumerated() {
      guard case .table(let table) = block else { continue }
      for (number, cell) in table.cells.enumerated() {
        guard let line = cell.lines.first, line.words.count > 1, line.words[0].field == nil,
          let count = Count(line.words[0].text), Self.isSetAsLabel(line, over: cell.lines.dropFirst().first)
        else { continue }
        if last.map({ !count.follows($0) && !count.isPart(before: $0) }) ?? true { runs.append([]) }
        if last.map({ !count.isPart(before: $0) }) ?? true { last = count }
        let label = Self.rest(of: line)
        runs[runs.count - 1].append((index, number, label.prefix { $0 != ":" }.description, isLabel(label)))
      }
    }
    let counted = runs.filter { run in
      let known = run.count(where: \.isKnown)
      // "1. Annual goal area: Reading", "2. Annual goal area: Math": what is counted are goals.
      return known >= Self.fewest && known * 2 >= run.count && Set(run.map(\.label)).count * 2 > run.count
    }
    return counted.joined().reduce(into: [:]) { $0[$1.block, default: []].insert($1.cell) }
  }

  /// "6 DISTRICT" over "Prairie Schools": all in capitals, or set otherwise than what stands below.
  private static func isSetAsLabel(_ line: TextLine, over value: TextLine?) -> Bool {
    line.words[1].text.first?.isUppercase == true && (line.text.isCapitals || value?.differsInType(from: line) ?? true)
  }

  /// The cells of a row of labels that letters or figures count from the first on.
  private func countedColumns(of table: Table) -> Set<Int> {
    for row in 0..<min(2, table.rowCount) {
      var counted: [Int] = []
      for (index, cell) in table.cells.enumerated() where cell.row == row {
        guard let line = cell.lines.first, line.words.count > 1, line.words[0].field == nil,
          let order = Self.order(of: line.words[0].text), order == counted.count
        else { continue }
        counted.append(index)
      }
      guard counted.count >= Self.fewest,
        counted.count + 2 >= table.cells.count(where: { $0.row == row && !$0.isEmpty })
      else { continue }
      let known = counted.count { isLabel(Self.rest(of: table.cells[$0].lines[0])) }
      if known * 2 >= counted.count { return Set(counted) }
    }
    return []
  }

  /// The place of a mark among its like: 0 for "a", "(A)", "1." and "(1)".
  private static func order(of mark: String) -> Int? {
    let bare = mark.trimmingCharacters("().:").lowercased()
    if let number = Int(bare), (1...40).contains(number) { return number - 1 }
    guard bare.utf8.count == 1, let letter = bare.utf8.first, letter &- 0x61 < 26 else { return nil }
    return Int(letter) - 0x61
  }

  private static func rest(of line: TextLine) -> String {
    line.words.dropFirst().map(\.text).joined(separator: " ")
  }

  /// So many labels show that the document counts them.
  private static let fewest = 4

  /// "12", "15T", "18a.": a box's number, perhaps with the letter of its part.
  private struct Count {
    var number: Int
    var part: Character?

    init?(_ mark: String) {
      guard mark.utf8.count <= 5, let first = mark.utf8.first, first &- 0x30 < 10 else { return nil }
      var bare = Substring(mark.trimmingCharacters(".)"))
      if let end = bare.last, end.isLetter {
        part = end
        bare = bare.dropLast()
      }
      guard (1...3).contains(bare.utf8.count), let number = Int(bare), number > 0 else { return nil }
      self.number = number
    }

    /// "18a" below a row that ends in "20".
    func isPart(before other: Count) -> Bool { part != nil && number < other.number && number + 5 > other.number }

    /// A form may leave out a few boxes.
    func follows(_ other: Count) -> Bool {
      number == other.number && part != nil || (other.number + 1...other.number + 3).contains(number)
    }
  }
}
