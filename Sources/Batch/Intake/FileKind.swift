import Reporting

/// What a file is by its first bytes; its name has no say.
enum FileKind: Hashable, Sendable {
  case pdf
  case xml
  case html
  case compressed
  case empty
  case other

  /// How many bytes from the beginning `init(prefix:)` wants to see.
  static let prefixLength = 4096

  init(prefix bytes: [UInt8]) {
    let text = FileKind.asciiText(of: bytes)
    let first = text.prefix { FileKind.isBlank($0) }.count
    let body = text[first...]
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: Array("BZh".utf8)) || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
    {
      self = .compressed
    } else if FileKind.startsMarkup(body) {
      self = FileKind.isHTML(body) ? .html : .xml
    } else if FileKind.find("%PDF", in: bytes.prefix(1024)) {
      self = .pdf
    } else {
      self = .other
    }
  }

  /// The bytes as ASCII: a byte order mark dropped, of UTF-16 the low halves.
  private static func asciiText(of bytes: [UInt8]) -> [UInt8] {
    func everySecond(from start: Int) -> [UInt8] { stride(from: start, to: bytes.count, by: 2).map { bytes[$0] } }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return everySecond(from: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return everySecond(from: 3) }
    if bytes.starts(with: [0x00, 0x3C, 0x00]) { return everySecond(from: 1) }
    if bytes.count > 3, bytes[0] == 0x3C, bytes[1] == 0, bytes[3] == 0 { return everySecond(from: 0) }
    return bytes
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// `<` and what may follow it in XML or HTML: a name, `!`, `?`.
  private static func startsMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.first == UInt8(ascii: "<"), let next = body.dropFirst().first else { return false }
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF:
      return true
    default: return false
    }
  }

  /// HTML by its doctype or by its first element; `<?xml ...><html>` is HTML as well.
  private static func isHTML(_ body: ArraySlice<UInt8>) -> Bool {
    let lower = body.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if find("<!doctype html", in: lower[...]) { return true }
    var rest = lower[...]
    while rest.starts(with: Array("<?".utf8)) || rest.starts(with: Array("<!".utf8)) {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...].drop { isBlank($0) }
    }
    let name = rest.dropFirst().prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    let tags = ["html", "head", "body", "table", "div", "style", "meta", "title", "p", "center", "font"]
    return tags.contains(String(decoding: name, as: UTF8.self))
  }

  private static func find(_ needle: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(needle.utf8)
    guard bytes.count >= wanted.count, let first = wanted.first else { return false }
    for start in bytes.startIndex...(bytes.endIndex - wanted.count)
    where bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return true
    }
    return false
  }
}

/// What is done with a file: read as what, or left with which status.
enum Triage: Hashable, Sendable {
  case readPDF
  case readXML
  case leave(InputStatus, code: String, reason: String)

  /// By the kind that the bytes show and the ending of the name, lower case and without the dot.
  init(kind: FileKind, ending: String) {
    let claimsPDF = ending == "pdf"
    let claims = claimsPDF || ["xml", "xfdf", "xdp"].contains(ending)
    let claimed = claimsPDF ? "a PDF" : "XML"
    switch kind {
    case .pdf: self = .readPDF
    case .xml: self = .readXML
    case .html where ending == "xls" || (claims && !claimsPDF): self = .readXML
    case .html where claims:
      self = .leave(
        .failed, code: InputCode.wrongType,
        reason: "the name says \(claimed), but it holds a web page, perhaps a log-in or error page; export it again")
    case .html:
      self = .leave(.skipped, code: InputCode.otherType, reason: "is a web page, neither a PDF nor XML")
    case .empty where claims:
      self = .leave(.failed, code: InputCode.empty, reason: "the file is empty; export or copy it again")
    case .empty:
      self = .leave(.skipped, code: InputCode.empty, reason: "the file is empty")
    case .compressed where claims:
      self = .leave(
        .failed, code: InputCode.compressed,
        reason: "the name says \(claimed), but it is compressed; unpack it and give the unpacked file")
    case .compressed:
      self = .leave(.skipped, code: InputCode.compressed, reason: "is an archive or an Office file, not a PDF or XML")
    case .other where claims:
      self = .leave(
        .failed, code: InputCode.wrongType,
        reason: "the name says \(claimed), but the bytes do not; export or copy it again")
    case .other:
      self = .leave(.skipped, code: InputCode.otherType, reason: "is neither a PDF nor XML")
    }
  }
}
