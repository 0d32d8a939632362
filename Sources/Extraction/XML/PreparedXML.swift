/// What to make of a file's bytes before the parser sees them (xml-formats.md, 9.3): what stands before the
/// declaration, what characters are no XML, which encoding to force.
public struct PreparedXML: Sendable {
  public let input: XMLInput
  /// Forced on the parser; `nil` believes the file.
  public var encoding: String?
  /// Blanks at the begin.
  private let skipped: Int
  private let masksControls: Bool
  private let repairs: [String]

  /// Bytes of the begin that decide.
  private static let headLength = 4096

  public init(_ input: XMLInput, encoding: String? = nil) {
    self.input = input
    let head = input.head(Self.headLength)
    let isUTF16 =
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || head.count >= 4 && (head[0] == 0 || head[1] == 0)
    guard !isUTF16 else {
      (self.encoding, skipped, masksControls, repairs) = (encoding, 0, false, [])
      return
    }
    var repairs: [String] = []
    masksControls = true
    skipped = head.prefix { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }.count
    if skipped > 0 { repairs.append("blanks before the XML declaration were skipped") }
    let declaration = String(decoding: head.dropFirst(skipped).prefix(200), as: UTF8.self).lowercased()
    var own: String?
    if declaration.contains("encoding=\"utf-16") || declaration.contains("encoding='utf-16") {
      repairs.append("the file says that it is UTF-16 and is UTF-8")
      own = "UTF-8"
    } else if declaration.contains("iso-8859-1") || declaration.contains("latin1") {
      own = "windows-1252"
    }
    self.repairs = repairs
    self.encoding = encoding ?? own
  }

  /// What was put right.
  /// - Parameter controls: how many characters were masked, which only a whole reading tells.
  public func notes(controls: Int) -> [String] {
    guard controls > 0 else { return repairs }
    let note = "\(controls) control characters that XML forbids were read as blanks"
    // What stands before the declaration is told before what stands behind it.
    return skipped > 0 ? [repairs[0], note] + repairs.dropFirst() : [note] + repairs
  }

  /// All bytes as the parser is to see them.
  public func bytes() throws(ExtractionError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(input.count)
    var controls = 0
    try pieces(controls: &controls) { piece in
      result.append(contentsOf: piece)
      return true
    }
    return result
  }

  /// Hands over the bytes as the parser is to see them, until the receiver answers `false`.
  func pieces(controls: inout Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Bool) throws(ExtractionError) {
    var left = skipped
    var masked = 0
    try input.pieces { piece in
      let drop = min(left, piece.count)
      left -= drop
      let rest = UnsafeMutableBufferPointer(rebasing: piece[drop...])
      if masksControls { masked += Self.mask(rest) }
      return rest.isEmpty || body(rest)
    }
    controls = masked
  }

  /// Makes blanks of the characters below 32 that XML forbids, and counts them.
  private static func mask(_ piece: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var forbidden: UInt32 = 0
    for byte in piece { forbidden |= isForbidden(byte) }
    guard forbidden != 0 else { return 0 }
    var count = 0
    for index in piece.indices where isForbidden(piece[index]) != 0 {
      piece[index] = 32
      count += 1
    }
    return count
  }

  /// Without a branch, so that the compiler takes many bytes at a time.
  @inline(__always)
  private static func isForbidden(_ byte: UInt8) -> UInt32 {
    let low: UInt32 = byte < 32 ? 1 : 0
    let allowed: UInt32 = byte == 9 || byte == 10 || byte == 13 ? 1 : 0
    return low & ~allowed
  }
}
