/// Streams a file and keeps the wanted values of its records: memory grows with what is kept, not with the file.
public final class XMLFieldReader {
  /// A record of the selection, once it is closed.
  public struct Record {
    /// Its element's local name.
    public var name: String
    /// Where the store keeps it.
    public var place: Int
    /// The keys that the selection wants of it: by number.
    public var keys: [(key: Int, value: String)]
  }

  private let parser: XMLEventParser
  private let collector: FieldCollector

  /// Bytes of text that one record may hold.
  public static let largestRecord = 4 << 20

  /// - Parameters:
  ///   - choose: what is wanted of a file with this root; `nil` reads no further.
  ///   - handle: is given each record.
  public init(
    _ prepared: PreparedXML, choose: @escaping (XMLRoot) -> XMLSelection?, handle: @escaping (Record) -> Void
  ) {
    collector = FieldCollector(choose: choose, handle: handle)
    parser = XMLEventParser(prepared, handler: collector)
    collector.listen(to: parser)
  }

  public var root: XMLRoot? { collector.root }
  /// What holds the records; `nil` where nothing was chosen.
  public var store: XMLRecordStore? { collector.store }
  public var errorCode: Int32 { parser.errorCode }
  public var isEncodingError: Bool { parser.isEncodingError }
  public var isTruncated: Bool { parser.isTruncated }
  public var controls: Int { parser.controls }

  /// - Throws: the first error, with its line; the records that were handed over before stand.
  public func read() throws(ExtractionError) {
    defer { unread = collector.unreadNames }
    try parser.parse()
  }

  /// The elements that nobody wanted, and how often each stood there: "StudentIEP/Notes".
  public private(set) var unread: [String: Int] = [:]
}

/// The outermost element of a file.
public struct XMLRoot: Sendable, Hashable {
  public var name: String
  public var namespace: String

  public init(name: String, namespace: String) {
    self.name = name
    self.namespace = namespace
  }
}
