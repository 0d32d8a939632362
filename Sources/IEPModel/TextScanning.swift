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

extension StringProtocol {
  /// Whether `other` stands somewhere in the text, scalar for scalar: texts of pages are composed (NFC).
  public func contains(_ other: String) -> Bool { offset(of: other) != nil }

  /// Where `other` stands first, scalar for scalar.
  public func range(of other: String) -> Range<Index>? {
    guard let offset = offset(of: other) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// In bytes from the beginning.
  private func offset(of other: String) -> Int? {
    func search(_ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
      guard let first = wanted.first, let pattern = wanted.baseAddress else { return 0 }
      guard let base = text.baseAddress else { return nil }
      var start = 0
      while text.count - start >= wanted.count {
        let room = text.count - start - wanted.count + 1
        guard let found = memchr(base + start, Int32(first), room) else { return nil }
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
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
}

extension StringProtocol {
  /// Where the character stands first.
  public func firstIndex(of character: Character) -> Index? {
    guard let byte = character.asciiByte else { return firstIndex { $0 == character } }
    return utf8.firstIndex(of: byte)
  }

  /// The parts between the separators, empty ones left out.
  public func split(separator: Character) -> [SubSequence] {
    guard let byte = separator.asciiByte else { return split { $0 == separator } }
    var parts: [SubSequence] = []
    var start = startIndex
    var index = start
    let utf8 = self.utf8
    while index < endIndex {
      if utf8[index] == byte {
        if start < index { parts.append(self[start..<index]) }
        start = utf8.index(after: index)
        index = start
      } else {
        index = utf8.index(after: index)
      }
    }
    if start < endIndex { parts.append(self[start...]) }
    return parts
  }
}

extension String {
  /// Without blanks at either end.
  public var trimmingBlanks: String {
    let scalars = unicodeScalars
    var (start, end) = (scalars.startIndex, scalars.endIndex)
    while start < end, scalars[start].isBlank { start = scalars.index(after: start) }
    while start < end, case let last = scalars.index(before: end), scalars[last].isBlank { end = last }
    return start == scalars.startIndex && end == scalars.endIndex ? self : String(scalars[start..<end])
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
  public var isNumber: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.value < 0x80 ? first.value &- 0x30 < 10 : first.properties.numericType != nil
  }
}
