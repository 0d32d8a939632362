#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The readers ask the same few questions of every text of a page, millions of times a run. The general answers of the
// standard library and Foundation build a search table or ask the tables of Unicode each time; forms are almost all
// ASCII and composed, so bytes answer most of them. Being more specific, these are chosen wherever this module is
// imported.

extension String {
  /// Whether `other` stands somewhere in the text, scalar for scalar: texts of pages are composed (NFC).
  public func contains(_ other: String) -> Bool { offset(of: other) != nil }

  /// Where `other` stands first, scalar for scalar.
  public func range(of other: String) -> Range<Index>? { place(of: other) }

  /// Whether `word`, in small letters of ASCII, stands somewhere in the text, whichever case it is written in there.
  public func contains(inAnyCase word: StaticString) -> Bool { holds(inAnyCase: word) }

  /// Where the character stands first.
  public func firstIndex(of character: Character) -> Index? { place(of: character) }
}

extension Substring {
  /// Whether `other` stands somewhere in the text, scalar for scalar.
  public func contains(_ other: String) -> Bool { offset(of: other) != nil }

  /// Where `other` stands first, scalar for scalar.
  public func range(of other: String) -> Range<Index>? { place(of: other) }

  /// Whether `word`, in small letters of ASCII, stands somewhere in the text, whichever case it is written in there.
  public func contains(inAnyCase word: StaticString) -> Bool { holds(inAnyCase: word) }

  /// Where the character stands first.
  public func firstIndex(of character: Character) -> Index? { place(of: character) }
}

// For the two kinds of text alike. Other modules call what is public above, which is made for each kind by itself.
extension StringProtocol {
  fileprivate func place(of other: String) -> Range<Index>? {
    guard let offset = offset(of: other) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  fileprivate func holds(inAnyCase word: StaticString) -> Bool {
    func search(_ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = wanted.first, let base = text.baseAddress, text.count >= wanted.count else {
        return wanted.isEmpty
      }
      func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
      func stands(beginningWith begin: UInt8) -> Bool {
        var start = 0
        while start + wanted.count <= text.count,
          let found = memchr(base + start, Int32(begin), text.count - start - wanted.count + 1)
        {
          start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          var length = 1
          while length < wanted.count, small(text[start + length]) == wanted[length] { length += 1 }
          if length == wanted.count { return true }
          start += 1
        }
        return false
      }
      let capital = first &- 0x61 < 26 ? first & 0xDF : first
      return stands(beginningWith: first) || capital != first && stands(beginningWith: capital)
    }
    return word.withUTF8Buffer { wanted in
      utf8.withContiguousStorageIfAvailable { search($0, wanted) }
        ?? Array(utf8).withUnsafeBufferPointer { search($0, wanted) }
    }
  }

  /// In bytes from the beginning.
  fileprivate func offset(of other: String) -> Int? {
    func search(_ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
      guard let pattern = wanted.baseAddress, wanted.count > 0 else { return 0 }
      guard let base = text.baseAddress else { return nil }
      // A word is sought by its first letter: the blank before it stands in the text again and again.
      let lead = wanted.count > 1 && wanted[0] == 0x20 ? 1 : 0
      var start = 0
      while text.count - start >= wanted.count {
        let room = text.count - start - wanted.count + 1
        guard let found = memchr(base + start + lead, Int32(wanted[lead]), room) else { return nil }
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - lead
        if memcmp(base + start, pattern, wanted.count) == 0 { return start }
        start += 1
      }
      return nil
    }
    let direct = utf8.withContiguousStorageIfAvailable { text in
      other.utf8.withContiguousStorageIfAvailable { search(text, $0) }
    }
    if let direct = direct.flatMap({ $0 }) { return direct }
    // A text that is kept in another encoding, as those that Foundation hands out may be.
    let (text, wanted) = (Array(utf8), Array(other.utf8))
    return text.withUnsafeBufferPointer { text in wanted.withUnsafeBufferPointer { search(text, $0) } }
  }

  fileprivate func place(of character: Character) -> Index? {
    guard let byte = character.asciiByte else { return firstIndex { $0 == character } }
    let offset = utf8.withContiguousStorageIfAvailable { text -> Int? in
      guard let base = text.baseAddress, let found = memchr(base, Int32(byte), text.count) else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    guard let offset else { return utf8.firstIndex(of: byte) }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }
}

extension String {
  /// The parts between the separators, empty ones left out.
  public func split(separator: Character) -> [Substring] { self[...].split(separator: separator) }
}

extension Substring {
  /// The parts between the separators, empty ones left out.
  public func split(separator: Character) -> [Substring] {
    guard let byte = separator.asciiByte else { return split { $0 == separator } }
    let utf8 = self.utf8
    let parts = utf8.withContiguousStorageIfAvailable { $0.runs { $0 != byte } } ?? Array(utf8).runs { $0 != byte }
    return parts.map { part in
      let start = utf8.index(startIndex, offsetBy: part.lowerBound)
      return self[start..<utf8.index(start, offsetBy: part.count)]
    }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where the bytes that belong stand together, from left to right.
  fileprivate func runs(_ belongs: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    runs.reserveCapacity(count / 5 + 1)
    var start: Int?
    for index in indices {
      if belongs(self[index]) {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<endIndex) }
    return runs
  }
}

extension UInt8 {
  /// Of ASCII.
  public var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension String {
  /// Whether no small letter stands in it.
  public var isCapitals: Bool { !utf8.contains { $0 &- 0x61 < 26 } && self == uppercased() }

  /// The runs of letters and digits.
  public var words: [String] {
    let runs = utf8.withContiguousStorageIfAvailable { text -> [String]? in
      guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
      let runs = text.runs(\.isLetterOrDigit)
      return runs.map { String(decoding: text[$0], as: UTF8.self) }
    }
    return runs.flatMap { $0 } ?? parts { $0.isLetter || $0.isNumber }
  }

  /// The runs of letters and digits, in small letters.
  public var lowercasedWords: [String] {
    let words = utf8.withContiguousStorageIfAvailable { text -> [String]? in
      guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
      return text.runs(\.isLetterOrDigit).map { run in
        String(unsafeUninitializedCapacity: run.count) { bytes in
          for (index, byte) in text[run].enumerated() { bytes[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
          return run.count
        }
      }
    }
    return words.flatMap { $0 } ?? lowercased().words
  }

  /// The runs of characters whose first scalar belongs. Mostly each scalar is a character, which takes far less time.
  private func parts(_ belongs: (Unicode.Scalar) -> Bool) -> [String] {
    guard unicodeScalars.allSatisfy(\.standsAlone) else {
      return split { !($0.unicodeScalars.first.map(belongs) ?? false) }.map(String.init)
    }
    return unicodeScalars.split { !belongs($0) }.map(String.init)
  }

  /// The parts between blanks.
  public var blankSeparated: [String] {
    let runs = utf8.withContiguousStorageIfAvailable { text -> [String]? in
      guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
      return text.runs { $0 != 0x20 && !(0x09...0x0D).contains($0) }.map { String(decoding: text[$0], as: UTF8.self) }
    }
    return runs.flatMap { $0 } ?? parts { !$0.isBlank }
  }

  /// Without blanks at either end.
  public var trimmingBlanks: String {
    // Most texts have none.
    if let first = utf8.first, let last = utf8.last, 0x21..<0x80 ~= first, 0x21..<0x80 ~= last { return self }
    let scalars = unicodeScalars
    var (start, end) = (scalars.startIndex, scalars.endIndex)
    while start < end, scalars[start].isBlank { start = scalars.index(after: start) }
    while start < end, case let last = scalars.index(before: end), scalars[last].isBlank { end = last }
    return start == scalars.startIndex && end == scalars.endIndex ? self : String(scalars[start..<end])
  }

  /// The parts between the separators, empty ones too.
  public func components(separatedBy separator: String) -> [String] {
    guard !separator.isEmpty else { return [self] }
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.range(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// Each place of `target` replaced, from left to right.
  public func replacingAll(_ target: String, with replacement: String) -> String {
    guard !target.isEmpty else { return self }
    var rest = self[...]
    var result = ""
    while let range = rest.range(of: target) {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
    }
    return result.isEmpty && rest.startIndex == startIndex ? self : result + rest
  }
}

extension Character {
  /// The byte of an ASCII character; `nil` for others, and for the pair of CR and LF.
  fileprivate var asciiByte: UInt8? { utf8.count == 1 ? utf8.first : nil }

  /// As the standard library's.
  public var isLetter: Bool { unicodeScalars.first?.isLetter ?? false }
  /// As the standard library's.
  public var isWhitespace: Bool { unicodeScalars.first?.isBlank ?? false }
  /// As the standard library's.
  public var isNumber: Bool { unicodeScalars.first?.isNumber ?? false }
}

extension Unicode.Scalar {
  /// As the first scalar of a number.
  fileprivate var isNumber: Bool { value < 0x80 ? value &- 0x30 < 10 : properties.numericType != nil }

  /// Whether it is a character by itself whatever stands beside it: Latin letters, the dashes, quotes and bullets of
  /// text, arrows, boxes and dingbats.
  fileprivate var standsAlone: Bool {
    value < 0x300 || (0x2010...0x2027).contains(value) || (0x2190...0x27BF).contains(value)
  }
}
