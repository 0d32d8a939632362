import IEPModel

/// Printed boxes and ticks in all their shapes to "☐" and "☒".
enum TickGlyphs {
  static let on = "☒"
  static let off = "☐"

  /// Whether each shape that is a box by itself is ticked.
  private static let shapes: [String: Bool] = {
    var shapes: [String: Bool] = [:]
    for empty in [
      "☐", "❏", "❑", "❒", "□", "▢", "◻", "⬜", "☐.", "[]", "[_]", "()", "(_)", "[__]", "◯",
    ] { shapes[empty] = false }
    for ticked in [
      "☑", "☒", "✔", "✓", "✗", "✘", "✕", "✖", "☓", "🗹", "🗷", "⊠", "⮽", "[X]", "[x]", "(X)", "(x)", "[✓]", "[✔]", "[*]",
      "■", "⬛", "◉",
    ] { shapes[ticked] = true }
    return shapes
  }()

  /// A lone glyph or "[X]" that is a tick box; `nil` for any other word.
  static func tick(_ text: String, font: String) -> String? {
    // Most words are too long to be one.
    guard text.utf8.count <= 5, let first = text.utf8.first else { return nil }
    // Letters are ticks only in a font of symbols.
    if first >= 0x80 || first == UInt8(ascii: "[") || first == UInt8(ascii: "("), let isOn = shapes[text] {
      return isOn ? on : off
    }
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else { return nil }
    let name = font.lowercased()
    guard name.contains("ding") else { return nil }
    // Symbol fonts without a mapping come as raw letters, or in the private use area above U+F000.
    let value = scalar.value >= 0xF000 ? scalar.value - 0xF000 : scalar.value
    if name.contains("wingdings2") || name.contains("wingdings 2") || name.contains("wingdings-2") {
      switch value {
      case 0x52, 0x53, 0x54, 0x55, 0x56, 0x4F, 0x50, 0x51: return on
      case 0x2A, 0xA3, 0x30, 0xA2: return off
      default: return nil
      }
    }
    if name.contains("wingdings") {
      switch value {
      case 0xFE, 0xFD, 0xFC, 0xFB, 0x78, 0x6E, 0x52, 0x54: return on
      case 0xA8, 0x6F, 0x71, 0x72, 0x70: return off
      default: return nil
      }
    }
    if name.contains("dingbats") {
      switch value {
      case 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x6E, 0x2714, 0x2718, 0x25A0: return on
      case 0x6F, 0x70, 0x71, 0x72: return off
      default: return nil
      }
    }
    if name.contains("webdings") { return value == 0x61 || value == 0x72 ? on : (value == 0x63 ? off : nil) }
    return nil
  }

  /// A blank to be marked at the beginning of a word, "___", "_X_" or "X__": whether it is, and its length in scalars;
  /// `nil` where the word begins with none. What follows must be a label: "____9/2/25" is a blank filled in.
  private static func blank(_ text: String) -> (isOn: Bool, length: Int)? {
    guard text.utf8.contains(0x5F) else { return nil }
    let head = text.unicodeScalars.prefix { $0 == "_" || $0 == "X" || $0 == "x" || $0 == "✓" || $0 == "✔" }
    let underscores = head.filter { $0 == "_" }.count
    guard (1...6).contains(underscores), head.count - underscores <= 1, let last = head.last else { return nil }
    let rest = text.unicodeScalars.dropFirst(head.count)
    if last != "_" && head.first == "_" && underscores == head.count - 1, rest.first?.isLetter == true {
      return nil  // "_Xavier" has no mark
    }
    guard rest.first?.isLetter ?? true else { return nil }
    return (underscores < head.count, head.count)
  }

  /// A symbol, a bracket, a lone letter or a blank to fill in: most words are none of these.
  private static func mayHoldMark(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return first >= 0x80 || first == UInt8(ascii: "[") || first == UInt8(ascii: "(") || text.utf8.count == 1
      || text.utf8.contains(UInt8(ascii: "_"))
  }

  /// "__ Yes X No", "X Yes __ No": an X that stands in place of the blank before one of two answers, and the other's
  /// blank; by their indices, whether each is marked.
  private static func answeredBlanks(of words: [Word], among candidates: [Int]) -> [Int: Bool] {
    func isAnswer(_ index: Int) -> Bool {
      words.indices.contains(index) && ["yes", "no"].contains(words[index].text.lowercased().filter(\.isLetter))
    }
    func isBlank(_ index: Int) -> Bool {
      words.indices.contains(index) && words[index].text.count <= 6 && words[index].text.allSatisfy { $0 == "_" }
    }
    var answered: [Int: Bool] = [:]
    for index in candidates where ["X", "x"].contains(words[index].text) && isAnswer(index + 1) {
      for other in [index - 2, index + 2] where isBlank(other) && isAnswer(other + 1) {
        answered[index] = true
        answered[other] = false
      }
    }
    return answered
  }

  /// "X Student will take the state assessment" over "_ Student will take the alternate assessment": typed marks that
  /// stand under one another before what they are said of, one of them at least given and one left blank; by their
  /// indices, whether each is given.
  private static func listedMarks(of words: [Word], among candidates: [Int]) -> [Int: Bool] {
    func mark(_ index: Int) -> Bool? {
      let text = words[index].text
      guard words.indices.contains(index + 1), case let next = words[index + 1],
        next.text.first?.isUppercase == true, next.text.count > 1,
        next.box.x0 > words[index].box.x1 - 1, next.box.x0 - words[index].box.x1 < 24,
        next.box.y0 < words[index].box.y1, next.box.y1 > words[index].box.y0
      else { return nil }
      if text == "X" || text == "x" { return true }
      return text.count <= 6 && text.allSatisfy { $0 == "_" } ? false : nil
    }
    var marks: [Int: Bool] = [:]
    var run: [(index: Int, isOn: Bool)] = []
    func close() {
      if Set(run.map(\.isOn)).count == 2 { for (index, isOn) in run { marks[index] = isOn } }
      run = []
    }
    for index in candidates {
      guard let isOn = mark(index) else { continue }
      if let last = run.last, case let above = words[last.index].box, case let box = words[index].box,
        abs(above.x0 - box.x0) > 2 || box.y0 <= above.y0
          || box.y0 - above.y0 > max(words[last.index + 1].box.height, 8) * 3.5
      {
        close()
      }
      run.append((index, isOn))
    }
    close()
    return marks
  }

  /// "( X)", "[X ]": a typed mark and one of its brackets a blank apart.
  private static func loose(_ word: Word, _ next: Word?) -> String? {
    guard let next, word.text.utf8.count + next.text.utf8.count == 3, next.box.x0 - word.box.x1 < 14 else { return nil }
    return ["[X]", "(X)"].contains((word.text + next.text).uppercased()) ? on : nil
  }

  /// The words with ticks mapped; "[", "X", "]" in three words are one. A filled shape counts as a tick only where
  /// empty boxes stand on the page too: elsewhere it is a bullet.
  static func mapped(_ words: [Word]) -> [Word] {
    let mayHoldMark = words.map { Self.mayHoldMark($0.text) }
    let candidates = words.indices.filter { mayHoldMark[$0] }
    guard !candidates.isEmpty else { return words }
    let hasEmpty = candidates.contains { tick(words[$0].text, font: words[$0].fontName) == off }
    // Blanks of underscores are boxes where one of them holds a mark: "_X_ Annual ___ Initial".
    let hasBlanks = candidates.contains { blank(words[$0].text)?.isOn == true }
    let answered = answeredBlanks(of: words, among: candidates)
      .merging(listedMarks(of: words, among: candidates)) { answer, _ in answer }
    var result: [Word] = []
    result.reserveCapacity(words.count)
    var i = 0
    while i < words.count {
      if let isOn = answered[i] {
        result.append(words[i])
        result[result.count - 1].text = isOn ? on : off
        i += 1
        continue
      }
      guard mayHoldMark[i] else {
        result.append(words[i])
        i += 1
        continue
      }
      var word = words[i]
      if let isOn = loose(word, words.dropFirst(i + 1).first) {
        word.text = isOn
        word.box = word.box.union(words[i + 1].box)
        result.append(word)
        i += 2
        continue
      }
      if word.text == "[" || word.text == "(", i + 1 < words.count {
        let close = word.text == "[" ? "]" : ")"
        if words[i + 1].text == close, words[i + 1].box.x0 - word.box.x1 < 14 {
          word.text = off
          // A bracket at the line's end and its other at the next one's beginning: the box goes with what follows it.
          let isBroken = words[i + 1].box.y0 > word.box.midY && words[i + 1].box.x1 < word.box.x0
          word.box = isBroken ? words[i + 1].box : word.box.union(words[i + 1].box)
          result.append(word)
          i += 2
          continue
        }
        if i + 2 < words.count, words[i + 2].text == close, ["x", "X", "✓", "✔", "*"].contains(words[i + 1].text) {
          word.text = on
          word.box = word.box.union(words[i + 2].box)
          result.append(word)
          i += 3
          continue
        }
      }
      if hasBlanks, let blank = blank(word.text) {
        let length = word.text.unicodeScalars.count
        let share = word.box.width * Double(blank.length) / Double(max(length, 1))
        if blank.length < length {
          // A blank glued to its label: part them.
          var box = word
          box.text = blank.isOn ? on : off
          box.box.x1 = word.box.x0 + share
          result.append(box)
          word.text = String(word.text.unicodeScalars.dropFirst(blank.length))
          word.box.x0 += share
        } else {
          word.text = blank.isOn ? on : off
        }
      } else if let tick = tick(word.text, font: word.fontName), !(word.text == "■" && !hasEmpty) {
        word.text = tick
      } else if let byte = word.text.utf8.first, byte >= 0x80 || byte == UInt8(ascii: "["),
        let first = word.text.first, word.text.count > 1,
        ["☐", "☒", "☑", "❏", "✔", "✘", "□"].contains(first) || word.text.hasPrefix("[X]") || word.text.hasPrefix("[x]")
          || word.text.hasPrefix("[]")
      {
        // A box glued to its label: part them.
        let length = word.text.hasPrefix("[X]") || word.text.hasPrefix("[x]") ? 3 : (word.text.hasPrefix("[]") ? 2 : 1)
        let share = word.box.width * Double(length) / Double(max(word.text.count, 1))
        var box = word
        box.text = tick(String(word.text.prefix(length)), font: word.fontName) ?? off
        box.box.x1 = word.box.x0 + share
        result.append(box)
        word.text = String(word.text.dropFirst(length))
        word.box.x0 += share
      }
      result.append(word)
      i += 1
    }
    return result
  }
}
