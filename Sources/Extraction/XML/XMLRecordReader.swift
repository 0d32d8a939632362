import CLibXML2

/// Streams an XML file and gives each wanted element as a small tree, with the attributes of the elements around it.
/// Options are NONET and BIG_LINES and nothing else; a DOCTYPE is refused, entities are never expanded.
public final class XMLRecordReader {
  private let reader: xmlTextReaderPtr
  private let bytes: [UInt8]
  private var lastError = ErrorBox()

  /// Deeper elements are refused.
  private static let deepest = 256
  /// Bytes of text that one record may hold.
  public static let largestRecord = 4 << 20

  private final class ErrorBox {
    var code: Int32 = 0
    var line: Int32 = 0
  }

  /// - Parameter encoding: overrides what the file declares; `nil` believes it.
  public init(bytes: [UInt8], encoding: String?) throws(ExtractionError) {
    guard !bytes.isEmpty else { throw ExtractionError(.empty, reason: "the file is empty") }
    self.bytes = bytes
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    let pointer = self.bytes.withUnsafeBytes { raw in
      xmlReaderForMemory(raw.bindMemory(to: CChar.self).baseAddress, Int32(clamping: raw.count), nil, encoding, options)
    }
    guard let pointer else { throw ExtractionError(.unreadable, reason: "not enough memory to read the file") }
    reader = pointer
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let box = Unmanaged<ErrorBox>.fromOpaque(context).takeUnretainedValue()
        if box.code == 0 {
          box.code = error.pointee.code
          box.line = error.pointee.line
        }
      }, Unmanaged.passUnretained(lastError).toOpaque())
  }

  deinit { xmlFreeTextReader(reader) }

  /// The root's local name and namespace, once reading has begun.
  public private(set) var root: (name: String, namespace: String)?

  /// The code of libxml2's first error, 0 where there was none.
  public var errorCode: Int32 { lastError.code }

  /// Code 9 of libxml2: bytes that are not of the encoding.
  public var isEncodingError: Bool { lastError.code == 9 || lastError.code == 81 || lastError.code == 6003 }

  /// What had been read of an unfinished record when the file broke off, without the last of its parts that repeat.
  public private(set) var unfinished: XMLElement?

  /// Whether the first error says that the file ends before its elements do.
  public var isTruncated: Bool {
    guard [77, 76, 73, 74, 40, 41, 38, 5].contains(lastError.code), let root else { return false }
    // A file that ends with its root's end tag is whole, and broken elsewhere.
    let tail = String(decoding: bytes.suffix(400), as: UTF8.self).filter { !$0.isWhitespace }
    return !tail.hasSuffix(root.name + ">")
  }

  /// Reads to the end, handing over each record.
  /// - Parameters:
  ///   - isRecord: by local name.
  ///   - handle: the record and the elements around it, outermost first, without their children.
  /// - Throws: the first error, with its line; what was handed over before stands.
  ///   - limit: bytes of text that one record may hold.
  public func read(isRecord: (String) -> Bool, limit: Int = largestRecord, handle: (XMLElement, [XMLElement]) -> Void)
    throws(ExtractionError)
  {
    var around: [XMLElement] = []
    var open: [XMLElement] = []
    var size = 0
    func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    while true {
      let status = xmlTextReaderRead(reader)
      if status == 0 { break }
      guard status == 1 else {
        unfinished = Self.whole(open)
        throw failure()
      }
      let line = Int(xmlTextReaderGetParserLineNumber(reader))
      switch Int(xmlTextReaderNodeType(reader)) {
      case 10:
        throw ExtractionError(
          .doctype, reason: "it has a DOCTYPE, which no export needs and which may do harm; remove it", line: line)
      case 5: throw ExtractionError(.malformedXML, reason: "it refers to an entity that is not defined", line: line)
      case 1:
        guard Int(xmlTextReaderDepth(reader)) < Self.deepest else {
          throw ExtractionError(.tooDeep, reason: "elements lie more than \(Self.deepest) deep", line: line)
        }
        var element = XMLElement(name: string(xmlTextReaderConstLocalName(reader)), line: line)
        if root == nil { root = (element.name, string(xmlTextReaderConstNamespaceUri(reader))) }
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
          guard xmlTextReaderIsNamespaceDecl(reader) == 0 else { continue }
          let value = string(xmlTextReaderConstValue(reader))
          size += value.utf8.count
          element.attributeNames.append(string(xmlTextReaderConstLocalName(reader)))
          element.attributeValues.append(value)
        }
        if open.isEmpty && !isRecord(element.name) {
          if !isEmpty { around.append(element) }
        } else if isEmpty {
          if open.isEmpty {
            handle(element, around)
          } else if element.name == "br", element.attributeNames.isEmpty {
            open[open.count - 1].text += "\n"
          } else {
            open[open.count - 1].children.append(element)
          }
        } else {
          open.append(element)
        }
      case 15:
        if var done = open.popLast() {
          if InlineMarkup.joins(done, to: open.last) {
            open[open.count - 1].text += done.name == "br" ? "\n" : done.text
            break
          }
          if !InlineMarkup.keepsBlanks(done.name) {
            done.text = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          }
          if open.isEmpty {
            handle(done, around)
            size = 0
          } else {
            open[open.count - 1].children.append(done)
          }
        } else {
          _ = around.popLast()
        }
      case 3, 4:
        guard !open.isEmpty else { break }
        let text = string(xmlTextReaderConstValue(reader))
        size += text.utf8.count
        open[open.count - 1].text += text
      default: break
      }
      guard size < limit else {
        throw ExtractionError(
          .tooLarge, reason: "a record holds more than \(limit >> 20) MB of text", line: line)
      }
    }
    if lastError.code != 0 {
      unfinished = Self.whole(open)
      throw failure()
    }
  }

  /// The open elements as one, up to the first whose like had been closed before: that one is a record broken off.
  private static func whole(_ open: [XMLElement]) -> XMLElement? {
    guard let root = open.first else { return nil }
    let cut =
      open.indices.dropFirst().first { index in open[index - 1].children.contains { $0.name == open[index].name } } ?? 1
    guard cut > 1 else { return root.children.isEmpty ? nil : root }
    return open[..<cut].reversed().dropFirst().reduce(open[cut - 1]) { inner, element in
      var around = element
      around.children.append(inner)
      return around
    }
  }

  private func failure() -> ExtractionError {
    ExtractionError(
      .malformedXML, reason: "it is not well-formed XML (libxml2 error \(lastError.code)); export it again",
      line: lastError.line > 0 ? Int(lastError.line) : nil)
  }
}
