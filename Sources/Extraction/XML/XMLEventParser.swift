import CLibXML2

/// The name of an element or attribute, without prefix. The parser keeps each once, so that equal names are one pointer.
typealias XMLName = UnsafePointer<xmlChar>

/// What is told of a file, in its order. What the pointers show holds only during the call.
protocol XMLEventHandler: AnyObject {
  func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: XMLName)
}

/// The attributes of an element; declarations of namespaces are none.
struct XMLEventAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  /// libxml2 gives five pointers each: name, prefix, namespace, the value's begin and end.
  /// - Returns: the value as the parser holds it, which `plain` makes readable.
  subscript(_ index: Int) -> (name: XMLName, value: UnsafeBufferPointer<UInt8>)? {
    guard let pointer, let name = pointer[index * 5], let begin = pointer[index * 5 + 3],
      let end = pointer[index * 5 + 4]
    else { return nil }
    return (name, UnsafeBufferPointer(start: begin, count: end - begin))
  }

  /// The value's bytes. libxml2 leaves an ampersand written as `&#38;`, since it might yet replace entities.
  static func plain(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    let reference = Array("&#38;".utf8)
    var result: [UInt8] = []
    var rest = value[...]
    while let byte = rest.popFirst() {
      result.append(byte)
      if byte == UInt8(ascii: "&"), rest.starts(with: reference.dropFirst()) { rest = rest.dropFirst(4) }
    }
    return result
  }
}

/// Parses a file in pieces and tells a handler what it holds. Options are NONET, BIG_LINES and, under an encoding that
/// is forced, IGNORE_ENC, and nothing else; a
/// DOCTYPE is refused, entities are never expanded, no tree is built.
final class XMLEventParser {
  private let prepared: PreparedXML
  private let handler: any XMLEventHandler
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  private var refusal: ExtractionError?
  private var rootName: String?

  /// libxml2's first error and its line, 0 where there was none.
  private(set) var errorCode: Int32 = 0
  private var errorLine: Int32 = 0
  /// Characters that XML forbids and that were read as blanks.
  private(set) var controls = 0

  /// Deeper elements are refused.
  private static let deepest = 256

  init(_ prepared: PreparedXML, handler: any XMLEventHandler) {
    self.prepared = prepared
    self.handler = handler
  }

  /// Ends the parse with this error; the handler is told nothing more.
  func refuse(_ error: ExtractionError) {
    refusal = refusal ?? error
    if let context { xmlStopParser(context) }
  }

  /// Ends the parse without an error.
  func stop() {
    isStopped = true
    if let context { xmlStopParser(context) }
  }
  private var isStopped = false

  /// The pointer by which a name is told while the parse lasts.
  func intern(_ name: String) -> XMLName? {
    guard let context else { return nil }
    return name.withCString { xmlDictLookup(context.pointee.dict, Self.xmlChars($0), -1) }
  }

  /// The line that the parser is at.
  var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  /// Code 9 of libxml2: bytes that are not of the encoding.
  var isEncodingError: Bool { errorCode == 9 || errorCode == 81 || errorCode == 6003 }

  /// Whether the first error says that the file ends before its elements do.
  var isTruncated: Bool {
    guard [77, 76, 73, 74, 40, 41, 38, 5].contains(errorCode), let rootName else { return false }
    // A file that ends with its root's end tag is whole, and broken elsewhere.
    let tail = String(decoding: prepared.input.tail(400), as: UTF8.self).filter { !$0.isWhitespace }
    return !tail.hasSuffix(rootName + ">")
  }

  /// - Throws: the first error, with its line; what the handler was told before stands.
  func parse() throws(ExtractionError) {
    guard prepared.input.count > 0 else { throw ExtractionError(.empty, reason: "the file is empty") }
    var calls = Self.calls
    let created = xmlCreatePushParserCtxt(&calls, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    guard let created else { throw ExtractionError(.unreadable, reason: "not enough memory to read the file") }
    context = created
    defer {
      xmlFreeParserCtxt(created)
      context = nil
    }
    // A declaration would take the place of an encoding that is forced.
    let forced = prepared.encoding == nil ? 0 : XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(created, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | forced))
    var isFirst = true
    try prepared.pieces(controls: &controls) { piece in
      guard let start = piece.baseAddress else { return true }
      var fed = 0
      if isFirst {
        // The first four bytes tell the encoding; one that is forced comes behind them.
        isFirst = false
        fed = min(4, piece.count)
        feed(start, fed)
        if let encoding = prepared.encoding, let converter = xmlFindCharEncodingHandler(encoding) {
          xmlSwitchToEncoding(created, converter)
        }
      }
      feed(start + fed, piece.count - fed)
      return created.pointee.disableSAX == 0
    }
    if !isStopped, created.pointee.disableSAX == 0 { xmlParseChunk(created, nil, 0, 1) }
    if let refusal { throw refusal }
    if errorCode != 0 {
      throw ExtractionError(
        .malformedXML, reason: "it is not well-formed XML: \(XMLFault.words(errorCode)); export it again",
        line: errorLine > 0 ? Int(errorLine) : nil)
    }
  }

  private func feed(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
    guard count > 0, let context else { return }
    start.withMemoryRebound(to: CChar.self, capacity: count) { _ = xmlParseChunk(context, $0, Int32(count), 0) }
  }

  private static func xmlChars(_ pointer: UnsafePointer<CChar>) -> UnsafePointer<xmlChar> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: xmlChar.self)
  }

  /// Calls back without counting a reference: there are some millions of calls, and the parser outlives them all.
  private static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLEventParser) -> Void) {
    guard let context else { return }
    Unmanaged<XMLEventParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private func start(
    _ name: XMLName, _ namespace: XMLName?, _ attributes: XMLEventAttributes
  ) {
    guard refusal == nil else { return }
    guard depth < Self.deepest else {
      return refuse(ExtractionError(.tooDeep, reason: "elements lie more than \(Self.deepest) deep", line: line))
    }
    if rootName == nil { rootName = String(cString: name) }
    depth += 1
    handler.start(name, namespace: namespace, attributes: attributes, line: line)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard refusal == nil else { return }
    handler.text(bytes)
  }

  private func end(_ name: XMLName) {
    guard refusal == nil else { return }
    depth -= 1
    handler.end(name)
  }

  /// The first error counts.
  private func note(code: Int32, line: Int32) {
    guard errorCode == 0, refusal == nil, !isStopped else { return }
    errorCode = code
    errorLine = line
  }

  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.initialized = XML_SAX2_MAGIC
    calls.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLEventParser.with(context) {
        $0.start(name, namespace, XMLEventAttributes(pointer: attributes, count: Int(count)))
      }
    }
    calls.endElementNs = { context, name, _, _ in
      guard let name else { return }
      XMLEventParser.with(context) { $0.end(name) }
    }
    let text: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlChar>?, Int32) -> Void = {
      context, bytes, count in
      XMLEventParser.with(context) { $0.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
    }
    calls.characters = text
    calls.ignorableWhitespace = text
    calls.cdataBlock = text
    calls.internalSubset = { context, _, _, _ in
      XMLEventParser.with(context) { parser in
        parser.refuse(
          ExtractionError(
            .doctype, reason: "it has a DOCTYPE, which no export needs and which may do harm; remove it",
            line: parser.line))
      }
    }
    calls.reference = { context, _ in
      XMLEventParser.with(context) { parser in
        parser.refuse(
          ExtractionError(.malformedXML, reason: "it refers to an entity that is not defined", line: parser.line))
      }
    }
    calls.serror = { context, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      XMLEventParser.with(context) { $0.note(code: error.pointee.code, line: error.pointee.line) }
    }
    return calls
  }
}
