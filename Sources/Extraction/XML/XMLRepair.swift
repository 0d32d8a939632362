/// Mends what exporters get wrong and a reader can put right without guessing at content.
public enum XMLRepair {
  /// The name of the root that is put around several.
  public static let surroundingRoot = "fragments"

  /// Larger files are not held in memory for this.
  private static let largest = 256 << 20

  /// The file as it may be read, which is held in memory as a whole; `nil` where nothing can be mended.
  private static func repaired(
    _ prepared: PreparedXML, after code: Int32
  ) throws(ExtractionError) -> (prepared: PreparedXML, note: String)? {
    guard [5, 64, 8, 9].contains(code), prepared.input.count <= largest else { return nil }
    guard let (bytes, note) = repaired(try prepared.bytes(), after: code) else { return nil }
    return (PreparedXML(XMLInput(bytes: bytes), encoding: prepared.encoding), note)
  }

  /// Prepares a file for another try after its reader failed, and notes what was done.
  /// - Returns: whether there is another way to read it.
  public static func mend(
    _ prepared: inout PreparedXML, after code: Int32, isEncodingError: Bool, notes: inout [String]
  ) throws(ExtractionError) -> Bool {
    if let mended = try repaired(prepared, after: code) {
      prepared = mended.prepared
      notes.append(mended.note)
      return true
    }
    guard prepared.encoding != "windows-1252", isEncodingError else { return false }
    prepared.encoding = "windows-1252"
    notes.append("the bytes are not of the encoding that the file names; it was read as windows-1252")
    return true
  }

  /// - Parameter code: libxml2's error: 5 and 64 where content follows the root, 9 and 8 where a character is forbidden.
  /// - Returns: `nil` where nothing can be mended.
  static func repaired(_ bytes: [UInt8], after code: Int32) -> (bytes: [UInt8], note: String)? {
    switch code {
    case 5, 64:
      let wrapped = surrounded(bytes)
      return wrapped.map { ($0, "the file has no single root; it was read as if one surrounded its parts") }
    case 8, 9:
      let cleaned = withoutForbiddenReferences(bytes)
      return cleaned.count == bytes.count
        ? nil : (cleaned, "references to characters that XML forbids were left out")
    default: return nil
    }
  }

  private static func surrounded(_ bytes: [UInt8]) -> [UInt8]? {
    let open = Array("<\(surroundingRoot)>".utf8)
    let close = Array("</\(surroundingRoot)>".utf8)
    if bytes.starts(with: open) { return nil }
    var result = open
    var index = 0
    while index < bytes.count {
      // Declarations may stand only at a file's begin.
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: "<?xml ".utf8) {
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        index += 1
        continue
      }
      result.append(bytes[index])
      index += 1
    }
    return result + close
  }

  private static func withoutForbiddenReferences(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "#"),
        let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ";"))
      {
        let digits = bytes[(index + 2)..<end].map { Character(UnicodeScalar($0)) }
        let isHex = digits.first == "x" || digits.first == "X"
        let value = Int(String(isHex ? Array(digits.dropFirst()) : digits), radix: isHex ? 16 : 10)
        if let value, value < 32, value != 9, value != 10, value != 13 {
          index = end + 1
          continue
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}
