/// Keys that join records. A GUID is one key however it is written: in braces, with dashes or without, in either case.
enum RecordKey {
  private static let digits = 32

  static func plain(_ key: String) -> String {
    guard key.utf8.count >= digits, mayHoldGUID(key) else { return key }
    return key.split(separator: "|", omittingEmptySubsequences: false).map(part).joined(separator: "|")
  }

  /// Whether some part has the length of a GUID: most keys are done with here.
  private static func mayHoldGUID(_ key: String) -> Bool {
    var length = 0
    for byte in key.utf8 {
      if byte != UInt8(ascii: "|") {
        length += 1
      } else if (digits...38).contains(length) {
        return true
      } else {
        length = 0
      }
    }
    return (digits...38).contains(length)
  }

  private static func part(_ key: Substring) -> String {
    let bare = key.utf8.filter { byte in !"{}-".utf8.contains(byte) }
    guard bare.count == digits, bare.allSatisfy(isHexadecimal) else { return String(key) }
    return String(decoding: bare, as: UTF8.self).uppercased()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
  }
}
