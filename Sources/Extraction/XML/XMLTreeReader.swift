/// Reads a file as one tree: for exports of unknown make, which are looked at as a whole.
public final class XMLTreeReader {
  private let parser: XMLEventParser
  private let builder: TreeBuilder

  /// - Parameter limit: bytes of text that the file may hold.
  public init(_ prepared: PreparedXML, limit: Int) {
    builder = TreeBuilder(limit: limit)
    parser = XMLEventParser(prepared, handler: builder)
    builder.parser = parser
  }

  /// The root, or the first of several, once it is closed.
  public var tree: XMLElement? { builder.tree }

  /// The code of libxml2's first error, 0 where there was none.
  public var errorCode: Int32 { parser.errorCode }
  public var isEncodingError: Bool { parser.isEncodingError }
  /// Whether the first error says that the file ends before its elements do.
  public var isTruncated: Bool { parser.isTruncated }
  /// Characters that XML forbids and that were read as blanks.
  public var controls: Int { parser.controls }

  /// What had been read of an unfinished root, without the last of its parts that repeat.
  public private(set) var unfinished: XMLElement?

  /// - Throws: the first error, with its line; `tree` and `unfinished` tell what had been read before.
  public func read() throws(ExtractionError) {
    do throws(ExtractionError) {
      try parser.parse()
    } catch {
      unfinished = Self.whole(builder.open)
      throw error
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
}

private final class TreeBuilder: XMLEventHandler {
  unowned var parser: XMLEventParser?
  var tree: XMLElement?
  var open: [XMLElement] = []
  private let limit: Int
  private var size = 0
  /// Each name once, however many elements bear it.
  private var names: [XMLName: String] = [:]

  private func string(_ name: XMLName) -> String {
    if let known = names[name] { return known }
    let string = String(cString: name)
    names[name] = string
    return string
  }

  init(limit: Int) { self.limit = limit }

  func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int) {
    var element = XMLElement(name: string(name), line: line)
    for index in 0..<attributes.count {
      guard let (name, value) = attributes[index] else { continue }
      count(value.count)
      element.attributeNames.append(string(name))
      element.attributeValues.append(String(decoding: XMLEventAttributes.plain(value), as: UTF8.self))
    }
    open.append(element)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    // The blanks between elements would add up.
    if bytes.allSatisfy({ $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 }),
      open[last].text.isEmpty || open[last].text.last?.isWhitespace == true,
      !InlineMarkup.keepsBlanks(open[last].name)
    {
      return
    }
    count(bytes.count)
    open[last].text += String(decoding: bytes, as: UTF8.self)
  }

  func end(_ name: XMLName) {
    guard var done = open.popLast() else { return }
    if InlineMarkup.joins(done, to: open.last), !done.text.isEmpty || done.attributeNames.isEmpty || done.name == "br" {
      open[open.count - 1].text += done.name == "br" ? "\n" : done.text
      return
    }
    if !InlineMarkup.keepsBlanks(done.name) {
      done.text = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    if open.isEmpty {
      tree = tree ?? done
      size = 0
    } else {
      open[open.count - 1].children.append(done)
    }
  }

  private func count(_ bytes: Int) {
    size += bytes
    guard size >= limit, let parser else { return }
    parser.refuse(
      ExtractionError(.tooLarge, reason: "a record holds more than \(limit >> 20) MB of text", line: parser.line))
  }
}
