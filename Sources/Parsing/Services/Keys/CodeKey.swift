import Extraction
import IEPModel

/// The key that a form prints to its codes: "GE = general education classroom, TR = therapy room".
struct CodeKey: Sendable {
  private var meanings: [String: [String]] = [:]
  /// What figures stand for, by the column that they stand in.
  private(set) var figures = FigureKey()

  /// - Parameter lines: the text of the pages, a line each.
  init(_ lines: [String]) { add(equations: lines) }

  /// Adds what texts explain with a sign: "SP = speech room; OTR = OT room".
  private mutating func add(equations texts: [String]) {
    for line in texts where line.contains("=") {
      // What stands between two codes belongs to the first.
      let parts = line.split(separator: "=").map { String($0).trimmingBlanks }
      guard parts.count >= 2 else { continue }
      for index in 0..<(parts.count - 1) {
        // "*I = individual": the mark of a footnote is no part of its code.
        guard let code = parts[index].split(whereSeparator: { " ,;:(|*".contains($0) }).last.map(String.init),
          (1...5).contains(code.utf8.count),
          code == code.uppercased() || code.hasSuffix(".") || code.first?.isNumber == true && code.utf8.count <= 3
            // "a = Special education teacher; b = Nurse": of a list.
            || code.utf8.count == 1 && parts.count >= 3
        else { continue }
        var meaning = parts[index + 1]
        if index + 2 < parts.count {
          // The last word before the next "=" is the next code.
          var words = meaning.split(separator: " ").map(String.init)
          words.removeLast()
          meaning = words.joined(separator: " ")
        }
        meaning = meaning.trimmingCharacters(" ,;.|()")
        if !meaning.isEmpty, meaning.split(separator: " ").count <= 8 {
          meanings[Self.bare(code), default: []].append(meaning)
        }
      }
    }
  }

  /// Whether a line, or the paragraph that it stands in, may say what codes stand for.
  static func mayExplain(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "=")) || namesKey(text) || mayCount(text) || mayList(text)
      || FigureKey.mayExplain(text) || InitialCodes.mayStand(in: text)
  }

  private static func namesKey(_ text: String) -> Bool {
    text.contains(inAnyCase: "key") || text.contains(inAnyCase: "code") || text.contains(inAnyCase: "legend")
      || text.contains(inAnyCase: "abbreviation")
  }

  /// "Loc: GE general education class, RM resource room": a label, and a code in capitals before small letters.
  private static func mayList(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ":")), text.utf8.contains(where: { ",;".utf8.contains($0) }) else {
      return false
    }
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst()).contains { code, next in
      isCode(code) && next.first?.isLowercase == true
    }
  }

  /// A few capitals and nothing else.
  private static func isCode(_ text: some StringProtocol) -> Bool {
    (1...4).contains(text.utf8.count) && text.allSatisfy { $0.isLetter && $0.isUppercase }
  }

  /// Whether a figure stands beside a mark in it: "1a.", "2)".
  private static func mayCount(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { index in
      bytes[index] &- 0x30 < 10
        && bytes[max(0, index - 1)..<min(bytes.count, index + 4)].contains { ".)=".utf8.contains($0) }
    }
  }

  /// Adds what a paragraph explains: "Key to the codes. SE special education class; TR therapy room; D direct".
  /// - Parameter paragraph: unwrapped.
  mutating func add(paragraph: String) {
    guard Self.mayExplain(paragraph) else { return }
    add(equations: [paragraph])
    add(numbered: paragraph)
    figures.add(paragraph)
    add(listed: paragraph)
    for (code, meaning) in InitialCodes.read(paragraph) { meanings[code, default: []].append(meaning) }
    guard Self.namesKey(paragraph) else { return }
    for (code, meaning) in LetteredCodes.read(paragraph) { meanings[code, default: []].append(meaning) }
    let words = Set(LabelTokens.words(paragraph))
    guard !words.isDisjoint(with: ["key", "code", "codes", "legend", "abbreviations", "abbreviation"]) else { return }
    for piece in paragraph.split(whereSeparator: { ";,:.".contains($0) }) {
      let tokens = piece.split(separator: " ").map(String.init)
      guard (2...8).contains(tokens.count), let code = tokens.first?.trimmingCharacters("("),
        (1...8).contains(code.utf8.count),
        code == code.uppercased(), code.contains(where: \.isLetter), tokens[1] == tokens[1].lowercased(),
        tokens[1] != "-"
      else { continue }
      meanings[Self.bare(code), default: []].append(tokens.dropFirst().joined(separator: " ").trimmingCharacters("() "))
    }
  }

  /// Adds codes that are listed with their words and nothing between them: "Loc: GE general education class, RM resource
  /// room, SL speech room.", three or more in a row.
  private mutating func add(listed paragraph: String) {
    var run: [(code: String, meaning: String)] = []
    func pair(_ piece: Substring) -> (code: String, meaning: String)? {
      // "Loc: GE general education class": what the codes are of.
      let own = piece.split(separator: ":").last ?? piece
      let words = own.split(separator: " ").map(String.init)
      guard (2...10).contains(words.count), Self.isCode(words[0]),
        words.dropFirst().allSatisfy({ $0 == $0.lowercased() && $0.contains(where: \.isLetter) })
      else { return nil }
      return (words[0], words.dropFirst().joined(separator: " "))
    }
    func close() {
      if run.count >= 3, Set(run.map(\.code)).count == run.count {
        for (code, meaning) in run { meanings[Self.bare(code), default: []].append(meaning) }
      }
      run = []
    }
    let pieces = paragraph.unicodeScalars.split { $0 == "," || $0 == ";" || $0 == "." }
    for piece in pieces.map({ Substring($0) }) {
      if piece.contains(":") { close() }
      if let found = pair(piece) { run.append(found) } else { close() }
    }
    close()
  }

  /// Adds what lines below a heading for a key tell in columns: "GE | GENERAL EDUCATION | D | DIRECT".
  mutating func add(columns lines: [TextLine]) {
    var left = 0
    for line in lines {
      if line.words.count <= 5, Self.namesKey(line.text) {
        left = 14
        continue
      }
      guard left > 0 else { continue }
      left -= 1
      for (code, meaning) in zip(line.chunks, line.chunks.dropFirst())
      where Self.isCode(code.text)
        && meaning.text.utf8.count > code.text.utf8.count + 2 && meaning.text.contains(where: \.isLetter)
        && meaning.text.split(separator: " ").count <= 8
      {
        meanings[Self.bare(code.text), default: []].append(meaning.text)
      }
    }
  }

  /// Adds what a footnote counts: "*Site: 1a. General education classroom 1b. School-wide 2a. Resource room".
  private mutating func add(numbered paragraph: String) {
    var found: [(code: String, words: [String])] = []
    for token in paragraph.split(separator: " ").map(String.init) {
      let code = token.trimmingCharacters(".)=:")
      let isMarked = token.utf8.count == code.utf8.count + 1 && !token.hasSuffix(":")
      let isCode =
        isMarked && (1...3).contains(code.utf8.count) && code.first?.isNumber == true
        && code.dropFirst().allSatisfy { $0.isLetter || $0.isNumber }
      if isCode {
        found.append((code, []))
      } else if !found.isEmpty {
        found[found.count - 1].words.append(token)
      }
    }
    guard found.count >= 3, found.allSatisfy({ (1...8).contains($0.words.count) }),
      Set(found.map(\.code)).count == found.count
    else { return }
    for (code, words) in found {
      meanings[Self.bare(code), default: []].append(words.joined(separator: " ").trimmingCharacters(" ,;."))
    }
  }

  /// Adds what a table explains: codes or initials down its first column, what they stand for beside them.
  mutating func add(table: Table) {
    let rows = (0..<table.rowCount).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }.filter { $0.count >= 2 }
    let coded = rows.filter { row in
      let code = row[0].tightText
      return row[0].column == 0 && (1...6).contains(code.utf8.count) && code == code.uppercased()
        && code.contains(where: \.isLetter)
    }
    guard coded.count >= 2, coded.count + 1 >= rows.count, Set(coded.map(\.[0].tightText)).count == coded.count else {
      return
    }
    for row in coded {
      for cell in row.dropFirst() { meanings[Self.bare(row[0].tightText), default: []].append(cell.text) }
    }
  }

  var isEmpty: Bool { meanings.isEmpty && figures.isEmpty }

  private static func bare(_ code: String) -> String { code.trimmingCharacters(" .:") }

  /// A column's header with its code spelled out, where the meaning asks for something a service has.
  func spelledOut(header: String, labels: LabelTable<ServiceRole>) -> String {
    meaning(of: header) { labels.fit($0) >= 0.8 } ?? header
  }

  /// The words that a figure stands for under a label.
  func meaning(ofFigure text: String, under label: String) -> String? { figures.meaning(of: text, under: label) }

  /// The words that a cell's code stands for, of those that mean something to `understands`.
  func meaning(of text: String, where understands: (String) -> Bool) -> String? {
    let known = meanings[Self.bare(text)]?.filter(understands) ?? []
    guard let first = known.first else { return nil }
    // "VI = teacher of students" over "with visual impairments": a paragraph has more of it than its line.
    return known.filter { $0.hasPrefix(first) }.max { $0.utf8.count < $1.utf8.count } ?? first
  }
}
