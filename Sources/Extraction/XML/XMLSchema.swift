import CLibXML2

/// A compiled XSD. Included files are read from the disk beside it; nothing is fetched.
public final class XMLSchema {
  let pointer: xmlSchemaPtr

  /// - Throws: `unreadable` where the schema or one that it includes cannot be read or compiled.
  public init(path: String) throws(ExtractionError) {
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
    guard let parser = xmlSchemaNewParserCtxt(path) else {
      throw ExtractionError(.unreadable, reason: "the schema \(path) cannot be read")
    }
    defer { xmlSchemaFreeParserCtxt(parser) }
    xmlSchemaSetParserStructuredErrors(parser, { _, _ in }, nil)
    guard let schema = xmlSchemaParse(parser) else {
      throw ExtractionError(
        .unreadable, reason: "the schema \(path) cannot be compiled; the files that it includes must lie beside it")
    }
    pointer = schema
  }

  deinit { xmlSchemaFree(pointer) }
}

/// What a check found at a line.
public struct XMLIssue: Sendable, Hashable {
  public var line: Int
  /// Names elements and what is asked of them; never a value.
  public var message: String
}

/// Checks a file as it streams by: memory does not grow with it but for the schema's keys.
public enum XMLValidation {
  private final class Sink {
    let handle: (XMLIssue) -> Void
    var reader: xmlTextReaderPtr?
    var fatal = false
    init(_ handle: @escaping (XMLIssue) -> Void) { self.handle = handle }
  }

  /// - Throws: where the bytes are no XML at all, or have a DOCTYPE.
  public static func check(
    _ bytes: [UInt8], schema: XMLSchema?, found: (XMLIssue) -> Void
  ) throws(ExtractionError) {
    guard !bytes.isEmpty else { throw ExtractionError(.empty, reason: "the file is empty") }
    var refused: ExtractionError?
    withoutActuallyEscaping(found) { found in
      let sink = Sink(found)
      bytes.withUnsafeBytes { raw in
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
        guard
          let reader = xmlReaderForMemory(
            raw.bindMemory(to: CChar.self).baseAddress, Int32(clamping: raw.count), nil, nil, options)
        else {
          refused = ExtractionError(.unreadable, reason: "not enough memory to read the file")
          return
        }
        defer { xmlFreeTextReader(reader) }
        sink.reader = reader
        xmlTextReaderSetStructuredErrorHandler(
          reader,
          { context, error in
            guard let context, let error else { return }
            let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
            let text = error.pointee.message.map { String(cString: $0) } ?? ""
            let line =
              error.pointee.line > 0
              ? Int(error.pointee.line) : sink.reader.map { Int(xmlTextReaderGetParserLineNumber($0)) } ?? 0
            sink.fatal = sink.fatal || error.pointee.level == XML_ERR_FATAL
            sink.handle(XMLIssue(line: line, message: XMLValidation.withoutValues(text)))
          }, Unmanaged.passUnretained(sink).toOpaque())
        if let schema { xmlTextReaderSetSchema(reader, schema.pointer) }
        var status = xmlTextReaderRead(reader)
        while status == 1 {
          if xmlTextReaderNodeType(reader) == 10 {
            refused = ExtractionError(
              .doctype, reason: "it has a DOCTYPE, which no export needs and which may do harm; remove it",
              line: Int(xmlTextReaderGetParserLineNumber(reader)))
            return
          }
          status = xmlTextReaderRead(reader)
        }
        // With a schema set, libxml2 keeps some errors of form to itself.
        if status < 0, !sink.fatal {
          sink.handle(
            XMLIssue(
              line: Int(xmlTextReaderGetParserLineNumber(reader)),
              message: "the file breaks off, or is not well-formed from here on"))
        }
      }
      withExtendedLifetime(sink) {}
    }
    if let refused { throw refused }
  }

  /// libxml2 quotes values; they may be a student's.
  static func withoutValues(_ message: String) -> String {
    var text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
      text.removeSubrange(open...close)
    }
    let keeping = ["Element ", "attribute ", "type ", "Expected is ( ", "facet "]
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "'") {
      let before = rest[..<open]
      guard let close = rest[rest.index(after: open)...].firstIndex(of: "'") else { break }
      let quoted = rest[open...close]
      let isName = result.isEmpty && before.hasSuffix("Element ") || keeping.contains { before.hasSuffix($0) }
      result += before + (isName ? String(quoted) : "'...'")
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).trimmingTrailingBlanks
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var slice = self[...]
    while let last = slice.last, last == " " || last == "." { slice.removeLast() }
    return String(slice)
  }
}
