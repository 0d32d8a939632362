import Extraction
import IEPModel

/// What begins an item of a list.
enum RowMarks {
  /// "1.", "a)", "-", "•", "1.2", "Objective 1:": the mark and the rest.
  static func split(_ text: String) -> (mark: String, rest: String)? {
    guard !opensWithWord(text) else { return nil }
    let scalars = text.unicodeScalars
    guard let begin = scalars.firstIndex(where: { !$0.isBlank }),
      let space = scalars[begin...].firstIndex(where: \.isBlank)
    else { return nil }
    let bytes = text.utf8[begin..<space]
    // A mark in letters of ASCII is no longer than "123.456" and "(viii)".
    guard bytes.count <= longestOfASCII || bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    let endsAsMark = bytes.last.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ":") }
    let mayMark = bytes.count <= longestBullet || endsAsMark == true
    let mayCount = bytes.count <= longestDecimal && bytes.contains(UInt8(ascii: "."))
    guard mayMark || mayCount else { return nil }
    let first = String(scalars[begin..<space])
    let marks = mayMark && isMark(first)
    guard marks || mayCount && isDecimal(first) || isLettered(first) else { return nil }
    let rest = String(scalars[space...]).trimmingBlanks
    guard !rest.isEmpty else { return nil }
    // "2.1 Reading": a number with a point needs no other mark where a capital follows.
    return marks || rest.first?.isUppercase == true ? (first, rest) : nil
  }

  /// Whether letters without a point, bracket or colon stand first. Lines are asked one after another, and most begin so.
  private static func opensWithWord(_ text: String) -> Bool {
    var letters = 0
    for byte in text.utf8 {
      guard (byte | 0x20) &- 0x61 < 26 else { return letters > 1 && byte == UInt8(ascii: " ") }
      letters += 1
    }
    return false
  }

  /// In bytes.
  private static let longestBullet = 4
  private static let longestOfASCII = 7
  /// In bytes: two parts of three characters each, in any script.
  private static let longestDecimal = 25

  static func isListItem(_ text: String) -> Bool { split(text) != nil }

  /// "C1.", "D2)": a part's letter and a count, as a form has them before the blanks of each service.
  static func isPart(_ token: Substring) -> Bool {
    guard (3...4).contains(token.utf8.count), let last = token.last, last == "." || last == ")",
      let part = token.first, part.isASCII, part.isUppercase
    else { return false }
    return token.dropFirst().dropLast().allSatisfy(\.isNumber)
  }

  /// "2.", "b)": what counts the items of a list, alone.
  static func countsItems(_ text: String) -> Bool { isListItem(text + " X") }

  /// The lines that count a list with bare figures: "1 Given a list ...", "2 With a chart ...", set under one another.
  static func counted(_ lines: [TextLine]) -> Set<Int> {
    var found: [Int] = []
    for (index, line) in lines.enumerated() {
      guard let first = line.words.first, first.text.utf8.count <= 3, Int(first.text) == found.count + 1 else {
        continue
      }
      let isAligned = found.first.map { abs(lines[$0].box.x0 - line.box.x0) < 3 } ?? true
      guard isAligned, line.words.count == 1 || line.words[1].text.first?.isUppercase == true else { continue }
      found.append(index)
    }
    return found.count >= 2 ? Set(found) : []
  }

  /// "2.1", "11.2", "1.a", "W1.2": two short parts.
  private static func isDecimal(_ token: String) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { (1...3).contains($0.count) }
      && (parts[0].allSatisfy(\.isNumber) || parts[0].allSatisfy { "IVX".contains($0) } || isAreaAndNumber(parts[0]))
      && parts[1].allSatisfy { $0.isNumber || ($0.isLetter && $0.isASCII) }
  }

  /// "W1": an area's letter and the goal's number.
  private static func isAreaAndNumber(_ part: Substring) -> Bool {
    part.count >= 2 && part.first.map { $0.isUppercase && $0.isASCII } ?? false
      && part.dropFirst().allSatisfy(\.isNumber)
  }

  /// "1A", "12b": a goal's number with the letter of its objective.
  private static func isLettered(_ token: String) -> Bool {
    token.first?.isNumber == true && (2...3).contains(token.count) && token.dropLast().allSatisfy(\.isNumber)
      && token.last.map { ("a"..."h").contains(String($0).lowercased()) } ?? false
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "•", "*", "▪", "●", "○", "■", "□", "◦", "·", "‣", "►", ">", "o", "❖", "➢", "✓": true
    // Symbol fonts' bullets come as letters of the private use area.
    case "\u{F000}"..."\u{F0FF}": true
    default: false
    }
  }

  private static func isMark(_ token: String) -> Bool {
    if token.unicodeScalars.count == 1, let scalar = token.unicodeScalars.first, isBullet(scalar) { return true }
    guard let last = token.last, last == "." || last == ")" || last == ":" else { return false }
    var core = token.dropLast()
    if core.first == "(" { core = core.dropFirst() }
    // "2026." ends a sentence that began the line before.
    if core.isEmpty || core.count > 4 || core.count == 4 && core.allSatisfy(\.isNumber) { return false }
    if core.allSatisfy({ $0.isNumber || $0 == "." }) { return core.first?.isNumber ?? false }
    if core.count == 1, let only = core.first, only.isLetter, only.isASCII { return true }
    return core.allSatisfy { "ivxIVX".contains($0) }
      || (core.count <= 3 && core.dropLast().allSatisfy(\.isNumber) && core.last?.isLetter == true)
  }
}
