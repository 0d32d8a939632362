/// How a record's values lie in bytes: marks, numbers of seven bits a byte, texts after their length.
enum RecordCode {
  static let open: UInt8 = 1
  static let attribute: UInt8 = 2
  static let text: UInt8 = 3
  static let close: UInt8 = 4

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  struct Reader {
    let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The element that begins here; `nil` where none does.
    mutating func element(_ names: [String]) -> XMLElement? {
      guard next() == RecordCode.open else { return nil }
      var element = XMLElement(name: names[number()], line: number())
      while let mark = next() {
        switch mark {
        case RecordCode.open:
          position -= 1
          if let child = self.element(names) { element.children.append(child) }
        case RecordCode.attribute:
          element.attributeNames.append(names[number()])
          element.attributeValues.append(string())
        case RecordCode.text: element.text = string()
        default: return element
        }
      }
      return element
    }

    private mutating func next() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }

    private mutating func number() -> Int {
      var (result, shift) = (UInt64(0), UInt64(0))
      while let byte = next() {
        result |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return Int(result)
    }

    private mutating func string() -> String {
      let length = number()
      defer { position += length }
      return String(decoding: bytes[position..<min(position + length, bytes.count)], as: UTF8.self)
    }
  }
}
