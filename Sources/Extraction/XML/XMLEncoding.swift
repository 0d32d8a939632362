/// What to make of a file's bytes before the parser sees them (xml-formats.md, 9.3).
public enum XMLEncoding {
  /// The bytes to parse, the encoding to force on the parser, and what was changed.
  public static func prepared(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String?, notes: [String]) {
    var bytes = bytes
    if bytes.count >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
      return (bytes, nil, [])
    }
    if bytes.count >= 4, bytes[0] == 0 || bytes[1] == 0 { return (bytes, nil, []) }
    var notes: [String] = []
    let blanks = bytes.prefix { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }.count
    if blanks > 0 {
      bytes.removeFirst(blanks)
      notes.append("blanks before the XML declaration were skipped")
    }
    var controls = 0
    for index in bytes.indices where bytes[index] < 32 && bytes[index] != 9 && bytes[index] != 10 && bytes[index] != 13
    {
      bytes[index] = 32
      controls += 1
    }
    if controls > 0 { notes.append("\(controls) control characters that XML forbids were read as blanks") }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    if head.contains("encoding=\"utf-16") || head.contains("encoding='utf-16") {
      notes.append("the file says that it is UTF-16 and is UTF-8")
      return (bytes, "UTF-8", notes)
    }
    if head.contains("iso-8859-1") || head.contains("latin1") { return (bytes, "windows-1252", notes) }
    return (bytes, nil, notes)
  }
}
