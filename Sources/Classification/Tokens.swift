/// A text's words as numbers of the vocabulary, with their places in Unicode scalars.
struct Tokens {
  struct Marks: OptionSet {
    let rawValue: UInt16
    /// What stands between the word before and this one.
    static let comma = Marks(rawValue: 1)
    static let sentence = Marks(rawValue: 2)
    static let slash = Marks(rawValue: 4)
    static let bracket = Marks(rawValue: 8)
    static let break_ = Marks(rawValue: 16)
    static let newline = Marks(rawValue: 32)
    /// What the word itself is.
    static let number = Marks(rawValue: 64)
    static let percent = Marks(rawValue: 128)
    static let capital = Marks(rawValue: 256)
    static let letter = Marks(rawValue: 512)
    /// It ends as a verb of the third person does ("asks"), or a plural.
    static let finalS = Marks(rawValue: 1024)
    /// "joining".
    static let finalIng = Marks(rawValue: 2048)
    /// A hyphen joins it to the word before ("heel-to-toe").
    static let hyphen = Marks(rawValue: 4096)
    /// It ends as a past participle does ("scored", "shown").
    static let participle = Marks(rawValue: 8192)
    /// It stands between brackets: an example or an explanation of what is said outside.
    static let aside = Marks(rawValue: 16384)
    /// It ends as the name of an act or a state does ("participation", "compliance").
    static let nominal = Marks(rawValue: 32768)
  }

  struct Token {
    /// The number of its stem.
    var code: Int32
    /// The number of its form without plural.
    var plain: Int32
    var start: Int32
    var end: Int32
    var marks: Marks
  }

  private(set) var all: [Token] = []

  init(_ text: String, _ lookUp: (_ word: [UInt8]) -> Vocabulary.Word) {
    all.reserveCapacity(text.utf8.count / 5)
    var text = text
    text.withUTF8 { read(Array($0), lookUp) }
  }

  private mutating func read(_ bytes: [UInt8], _ lookUp: ([UInt8]) -> Vocabulary.Word) {
    var word: [UInt8] = []
    var marks: Marks = []
    var isAside = false
    var scalar: Int32 = 0
    var index = 0
    let count = bytes.count

    func isLetter(_ at: Int) -> Bool {
      guard at < count else { return false }
      let byte = bytes[at]
      return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || Self.startsLetter(byte)
    }
    func isDigit(_ at: Int) -> Bool { at < count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    func step() {
      index += 1
      while index < count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      scalar += 1
    }

    func token(_ word: Vocabulary.Word, start: Int32, end: Int32, marks: Marks) -> Token {
      Token(code: word.stem, plain: word.plain, start: start, end: end, marks: isAside ? marks.union(.aside) : marks)
    }

    while index < count {
      let byte = bytes[index]
      if isDigit(index) {
        let start = scalar
        while isDigit(index) || index < count && (bytes[index] == 0x2E || bytes[index] == 0x2C) && isDigit(index + 1) {
          step()
        }
        var own: Marks = [.number]
        var end = scalar
        // "4th", "3rd": an ordinal is a number too.
        if index + 1 < count, isLetter(index), !isLetter(index + 2),
          ["th", "st", "nd", "rd"].contains(where: {
            $0.utf8.elementsEqual(bytes[index...(index + 1)].map { $0 | 0x20 })
          })
        {
          step()
          step()
          end = scalar
        }
        if index < count, bytes[index] == 0x25 { own.insert(.percent) }
        all.append(token(.number, start: start, end: end, marks: marks.union(own)))
        marks = []
      } else if isLetter(index) {
        let start = scalar
        var own: Marks = byte <= 0x5A ? [.capital] : []
        word.removeAll(keepingCapacity: true)
        // A letter, then letters and digits ("a1c", "c1ass"); an apostrophe joins, "'s" is dropped.
        while isLetter(index) || isDigit(index) {
          // Mostly a letter of ASCII before another: no apostrophe stands between.
          if index + 1 < count, (bytes[index] | 0x20) &- 0x61 < 26, (bytes[index + 1] | 0x20) &- 0x61 < 26 {
            word.append(bytes[index] | 0x20)
            index += 1
            scalar += 1
            continue
          }
          let first = index
          step()
          for position in first..<index {
            let byte = bytes[position]
            word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
          }
          if let skip = Self.apostrophe(bytes, index), isLetter(index + skip) {
            if bytes[index + skip] | 0x20 == 0x73, !isLetter(index + skip + 1) {
              step()
              step()
            } else {
              step()
            }
          }
        }
        if word.count == 1 { own.insert(.letter) }
        if word.count > 2, word.last == 0x73, word[word.count - 2] != 0x73 { own.insert(.finalS) }
        if word.count > 4, word.suffix(3).elementsEqual("ing".utf8) { own.insert(.finalIng) }
        if word.count > 3, Self.isParticiple(word) { own.insert(.participle) }
        if word.count > 6, Self.isNominal(word) { own.insert(.nominal) }
        let end = scalar
        all.append(token(lookUp(word), start: start, end: end, marks: marks.union(own)))
        marks = []
      } else {
        switch byte {
        case 0x2F:
          // "/r/", "/th/": a speech sound.
          if let length = Self.phonemeLength(bytes, index) {
            let start = scalar
            let stop = index + length
            while index < stop { step() }
            all.append(token(.phoneme, start: start, end: scalar, marks: marks))
            marks = []
            continue
          }
          marks.insert(.slash)
        case 0x22, 0xE2:
          // "r" or “th” between quotation marks: a speech sound too.
          if let quote = Self.quotedSound(bytes, index) {
            let start = scalar
            let stop = index + quote
            while index < stop { step() }
            all.append(token(.phoneme, start: start, end: scalar, marks: marks))
            marks = []
            continue
          }
          if byte == 0xE2, index + 2 < count, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA2 {
            marks.insert([.break_, .newline])
          }
        case 0x2D:
          let isJoined = index > 0 && (isLetter(index - 1) || isDigit(index - 1)) && isLetter(index + 1)
          if isJoined { marks.insert(.hyphen) }
        case 0x2C: marks.insert(.comma)
        case 0x2E where Self.isAbbreviation(bytes, index): break
        case 0x2E, 0x21, 0x3F:
          if index + 1 >= count || bytes[index + 1] <= 0x20 { marks.insert(.sentence) }
        case 0x3B, 0x3A:
          // "1:1" and "8:30" are one thing.
          if index + 1 >= count || bytes[index + 1] <= 0x20 { marks.insert(.break_) }
        case 0x28, 0x5B:
          marks.insert(.bracket)
          // A bracket that is never closed holds nothing.
          isAside = bytes[index...].contains(byte == 0x28 ? 0x29 : 0x5D)
        case 0x29, 0x5D:
          marks.insert(.bracket)
          isAside = false
        case 0x0A, 0x0D: marks.insert(.newline)
        default: break
        }
        step()
      }
    }
  }

  /// "scored", "shown", "taken", "kept".
  private static func isParticiple(_ word: [UInt8]) -> Bool {
    switch (word[word.count - 2], word[word.count - 1]) {
    case (0x65, 0x64), (0x77, 0x6E), (0x65, 0x6E), (0x70, 0x74): true
    default: false
    }
  }

  private static func isNominal(_ word: [UInt8]) -> Bool {
    let word = word.last == 0x73 && word[word.count - 2] != 0x73 ? word.dropLast() : word[...]
    return nominalEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static let nominalEndings = ["tion", "sion", "ment", "ance", "ence", "ness"].map { Array($0.utf8) }

  /// "a 2 lb. ball": after the point of an abbreviation the sentence goes on in lower case.
  private static func isAbbreviation(_ bytes: [UInt8], _ at: Int) -> Bool {
    // "Ms. Park's room": a title.
    if titles.contains(where: { at >= $0.count && bytes[(at - $0.count)..<at].elementsEqual($0) }) { return true }
    return at + 2 < bytes.count && bytes[at + 1] == 0x20 && bytes[at + 2] >= 0x61 && bytes[at + 2] <= 0x7A
  }

  private static let titles = ["Mr", "Mrs", "Ms", "Dr"].map { Array($0.utf8) }

  private static func startsLetter(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte != 0xE2 && byte != 0xEF }

  private static func apostrophe(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x27 { return 1 }
    return at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 ? 3 : nil
  }

  /// The bytes of one to three consonants between quotation marks, or nil: "no" is a word.
  private static func quotedSound(_ bytes: [UInt8], _ at: Int) -> Int? {
    let opening: [UInt8] = bytes[at] == 0x22 ? [0x22] : [0xE2, 0x80, 0x9C]
    let closing: [UInt8] = bytes[at] == 0x22 ? [0x22] : [0xE2, 0x80, 0x9D]
    guard bytes[at...].starts(with: opening) else { return nil }
    var index = at + opening.count
    let first = index
    while index < bytes.count, consonants.contains(bytes[index] | 0x20), index < first + 4 { index += 1 }
    guard index > first, index <= first + 3 else { return nil }
    // A comma may stand inside the marks.
    if index < bytes.count, bytes[index] == 0x2C { index += 1 }
    return bytes[index...].starts(with: closing) ? index + closing.count - at : nil
  }

  private static let consonants = Set("bcdfghjklmnpqrstvwxz".utf8)

  /// The bytes of a sound between slashes, or nil: "and/or" and "4/5" are none.
  private static func phonemeLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    if at > 0, bytes[at - 1] > 0x2F { return nil }
    guard let close = bytes[(at + 1)...].prefix(7).firstIndex(of: 0x2F), close > at + 1 else { return nil }
    let inside = bytes[(at + 1)..<close]
    guard inside.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 || $0 == 0x20 || $0 == 0x2C })
    else { return nil }
    return close - at + 1
  }
}
