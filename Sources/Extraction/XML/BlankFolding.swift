/// Runs of blanks become one, and those at both ends none: what a value's text is.
enum BlankFolding {
  /// Folds the bytes from `start` on in place; gives where the text lies.
  static func folded(_ bytes: inout [UInt8], from start: Int) -> Range<Int> {
    var isPlain = true
    var before: UInt8 = 32
    for byte in bytes[start...] {
      // Blanks beyond ASCII are the Unicode tables' business.
      if byte < 32 || byte >= 0x80 || byte == 32 && before == 32 {
        isPlain = false
        break
      }
      before = byte
    }
    if isPlain { return start..<(before == 32 && bytes.count > start ? bytes.count - 1 : bytes.count) }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
    return start..<bytes.count
  }
}
