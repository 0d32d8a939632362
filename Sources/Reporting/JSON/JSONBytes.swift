import Foundation

/// Writes JSON tokens into bytes: the plain half of `OrderedJSONEncoder`, free of Codable.
/// An object or array that fits on one line is written on one line.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  /// Objects and arrays that are open, outermost first.
  private var open: [Frame] = []

  private struct Frame {
    var closing: UInt8
    var start: Int
    var isEmpty = true
  }

  /// Longest object or array, in bytes, that is put on one line.
  private static let lineLimit = 100

  init() { bytes.reserveCapacity(16_384) }

  var depth: Int { open.count }

  mutating func beginObject() { begin("{", "}") }
  mutating func beginArray() { begin("[", "]") }

  private mutating func begin(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) {
    open.append(Frame(closing: UInt8(ascii: closing), start: bytes.count))
    bytes.append(UInt8(ascii: opening))
  }

  /// Closes objects and arrays until `depth` of them are open.
  mutating func close(to depth: Int) {
    while open.count > depth, let frame = open.popLast() {
      if !frame.isEmpty { newline() }
      bytes.append(frame.closing)
      collapse(from: frame.start)
    }
  }

  /// Goes to where the next element of the innermost object or array stands.
  mutating func element() {
    guard !open.isEmpty else { return }
    if !open[open.count - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    newline()
  }

  mutating func key(_ name: String) {
    element()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
  }

  private mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<open.count { bytes.append(UInt8(ascii: " ")) }
  }

  /// Puts what was written since `start` on one line where it is short. Strings hold no raw line break, so every
  /// line break is one that `newline` wrote.
  private mutating func collapse(from start: Int) {
    guard bytes.count - start < 4 * JSONBytes.lineLimit else { return }
    var line: [UInt8] = []
    line.reserveCapacity(JSONBytes.lineLimit)
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") {
        index += 1
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        if line.last == UInt8(ascii: ",") { line.append(UInt8(ascii: " ")) }
      } else {
        line.append(bytes[index])
        index += 1
      }
      if line.count > JSONBytes.lineLimit { return }
    }
    bytes.replaceSubrange(start..., with: line)
  }

  mutating func literal(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func integer(_ value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

  /// At most two decimals, half away from zero, no exponent. `false` where JSON has no such number.
  mutating func number(_ value: Double) -> Bool {
    guard value.isFinite, value.magnitude < 9e15 else { return false }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    integer(whole)
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
      if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }
    return true
  }

  /// A quoted string in NFC. Slashes and letters beyond ASCII are written as they are.
  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    // Most text needs no look at the Unicode tables.
    let isPlain = value.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(Self.standsAsItIs) }
    if isPlain ?? value.utf8.allSatisfy(Self.standsAsItIs) {
      bytes.append(contentsOf: value.utf8)
    } else if value.unicodeScalars.allSatisfy(Self.isComposed) {
      for byte in value.utf8 { escaped(byte) }
    } else {
      for byte in value.precomposedStringWithCanonicalMapping.utf8 { escaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func standsAsItIs(_ byte: UInt8) -> Bool {
    0x20..<0xCC ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Whether it is its own NFC and joins no other: the scalars below U+0300, dashes, quotes, bullets, boxes.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x2010...0x2027, 0x2190...0x2328, 0x232B...0x27BF: true
    default: false
    }
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): literal("\\\"")
    case UInt8(ascii: "\\"): literal("\\\\")
    case 0x0A: literal("\\n")
    case 0x0D: literal("\\r")
    case 0x09: literal("\\t")
    case 0..<0x20:
      literal("\\u00")
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
