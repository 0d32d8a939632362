/// One table as RFC 4180 has it, in UTF-8 with a byte order mark: without one, spreadsheets read accents as Latin-1.
/// Written row by row; nobody sees it before it is whole.
final class CSVTable {
  private let file: GrowingFile
  private var row: [UInt8] = []

  init(path: String, columns: [String]) throws(OutputError) {
    file = try GrowingFile(path: path)
    try file.append([0xEF, 0xBB, 0xBF])
    try append(columns.map { .text($0) })
  }

  /// A cell: words from a document, which no spreadsheet may take for a formula, or a value of ours.
  enum Cell {
    case text(String)
    case value(String)
    case none

    static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }
    static func described(_ value: (some CustomStringConvertible)?) -> Cell { value.map { .value("\($0)") } ?? .none }
    static func code(_ code: (some RawRepresentable<String>)?) -> Cell { code.map { .value($0.rawValue) } ?? .none }
    static func list(_ items: [String]) -> Cell { items.isEmpty ? .none : .text(items.joined(separator: "; ")) }
  }

  func append(_ cells: [Cell]) throws(OutputError) {
    row.removeAll(keepingCapacity: true)
    for (index, cell) in cells.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): CSVTable.write(CSVTable.guarded(text), to: &row)
      case .value(let text): CSVTable.write(text, to: &row)
      case .none: break
      }
    }
    row.append(0x0D)
    row.append(0x0A)
    try file.append(row)
  }

  func finish() throws(OutputError) { try file.finish() }

  /// A leading apostrophe before what a spreadsheet would run as a formula.
  static func guarded(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: "'" + text
    default: text
    }
  }

  /// In quotes where the cell holds a comma, a quote or a line break; quotes doubled.
  private static func write(_ text: String, to row: inout [UInt8]) {
    let bytes = text.utf8
    guard
      bytes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D })
    else { return row.append(contentsOf: bytes) }
    row.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { row.append(byte) }
      row.append(byte)
    }
    row.append(UInt8(ascii: "\""))
  }
}
