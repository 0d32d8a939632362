/// Listens to a parse for a field reader.
final class FieldCollector: XMLEventHandler {
  private(set) var recorder: FieldRecorder

  init(choose: @escaping (XMLRoot) -> XMLSelection?, handle: @escaping (XMLFieldReader.Record) -> Void) {
    recorder = FieldRecorder(choose: choose, handle: handle)
  }

  /// The parser that is listened to, which outlives the listening.
  func listen(to parser: XMLEventParser) { recorder.parser = parser }

  func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int) {
    recorder.start(name, namespace: namespace, attributes: attributes, line: line)
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { recorder.text(bytes) }
  func end(_ name: XMLName) { recorder.end() }
}

/// Writes down what a selection wants. A value and not an object: its parts are changed at every element of a file, and
/// an object's would each be guarded at run time.
struct FieldRecorder {
  unowned var parser: XMLEventParser?
  private(set) var root: XMLRoot?
  private(set) var store: XMLRecordStore?
  private let choose: (XMLRoot) -> XMLSelection?
  private let handle: (XMLFieldReader.Record) -> Void

  /// What is wanted, with names as the parser's pointers.
  private struct Step {
    var children: [(name: XMLName, step: Int)]
    var attributes: [(name: XMLName, number: Int, text: String)]
    var wantsText: Bool
    var keyParts: [(key: Int, part: Int, attribute: String?)]
    /// The element's name among the store's.
    var number: Int
  }
  private var steps: [Step] = []
  private var records: [(name: XMLName, step: Int)] = []
  private var recordNames: [String] = []
  private var keysOfRecord: [[Int]] = []
  private var inlineNames: [XMLName] = []
  private var lineBreak: XMLName?

  /// An open element that nobody wants, and one whose text belongs to the element around it.
  private static let unwanted = -1
  private static let inline = -2
  /// The open elements of a record.
  private var open: [Int] = []
  /// Where the text of each begins in `pending`.
  private var textStarts: [Int] = []
  private var pending: [UInt8] = []
  private var code: [UInt8] = []
  private var keyValues: [[String?]] = []
  private var record = 0
  private var size = 0

  init(choose: @escaping (XMLRoot) -> XMLSelection?, handle: @escaping (XMLFieldReader.Record) -> Void) {
    self.choose = choose
    self.handle = handle
  }

  mutating func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int) {
    if root == nil {
      let root = XMLRoot(name: String(cString: name), namespace: namespace.map { String(cString: $0) } ?? "")
      self.root = root
      guard let selection = choose(root) else {
        parser?.stop()
        return
      }
      prepare(selection)
    }
    if open.isEmpty {
      guard let found = records.firstIndex(where: { $0.name == name }) else { return }
      begin(record: found)
      enter(records[found].step, attributes, line)
      return
    }
    count(attributes)
    let around = open[open.count - 1]
    if around >= 0, let child = steps[around].children.first(where: { $0.name == name }) {
      enter(child.step, attributes, line)
    } else {
      open.append(isInline(name, in: around) ? Self.inline : Self.unwanted)
      textStarts.append(pending.count)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.last else { return }
    count(bytes.count)
    if last == Self.inline || last >= 0 && steps[last].wantsText { pending.append(contentsOf: bytes) }
  }

  mutating func end() {
    guard let last = open.popLast(), let textStart = textStarts.popLast() else { return }
    guard last >= 0 else { return }
    if steps[last].wantsText {
      let text = BlankFolding.folded(&pending, from: textStart)
      if !text.isEmpty {
        code.append(RecordCode.text)
        RecordCode.append(text.count, to: &code)
        code.append(contentsOf: pending[text])
        for part in steps[last].keyParts where part.attribute == nil { keep(part.key, part.part, pending[text]) }
      }
      pending.removeLast(pending.count - textStart)
    }
    code.append(RecordCode.close)
    if open.isEmpty { finish() }
  }

  private mutating func enter(_ index: Int, _ attributes: XMLEventAttributes, _ line: Int) {
    open.append(index)
    textStarts.append(pending.count)
    code.append(RecordCode.open)
    RecordCode.append(steps[index].number, to: &code)
    RecordCode.append(line, to: &code)
    guard !steps[index].attributes.isEmpty else { return }
    for place in 0..<attributes.count {
      guard let (name, value) = attributes[place],
        let wanted = steps[index].attributes.first(where: { $0.name == name })
      else { continue }
      let bytes = XMLEventAttributes.plain(value)
      code.append(RecordCode.attribute)
      RecordCode.append(wanted.number, to: &code)
      RecordCode.append(bytes.count, to: &code)
      code.append(contentsOf: bytes)
      for part in steps[index].keyParts where part.attribute == wanted.text { keep(part.key, part.part, bytes) }
    }
  }

  /// `<b>`, `<br/>` and their like part no text.
  private mutating func isInline(_ name: XMLName, in around: Int) -> Bool {
    if around == Self.inline { return true }
    guard around >= 0, steps[around].wantsText else { return false }
    if name == lineBreak {
      pending.append(32)
      return true
    }
    guard inlineNames.contains(name), let start = textStarts.last else { return false }
    return pending[start...].contains { $0 > 32 }
  }

  private mutating func begin(record found: Int) {
    record = found
    size = 0
    code.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    for key in keysOfRecord[found] {
      for part in keyValues[key].indices { keyValues[key][part] = nil }
    }
  }

  /// The first value at a path is the one.
  private mutating func keep(_ key: Int, _ part: Int, _ bytes: some Collection<UInt8>) {
    if keyValues[key][part] == nil { keyValues[key][part] = String(decoding: bytes, as: UTF8.self) }
  }

  private mutating func finish() {
    guard let store else { return }
    do throws(ExtractionError) {
      let place = try store.append(code)
      handle(
        XMLFieldReader.Record(
          name: recordNames[record], place: place,
          keys: keysOfRecord[record].map { ($0, keyValues[$0].map { $0 ?? "" }.joined(separator: "|")) }))
    } catch {
      parser?.refuse(error)
    }
  }

  private mutating func count(_ attributes: XMLEventAttributes) {
    for index in 0..<attributes.count { count(attributes[index]?.value.count ?? 0) }
  }

  private mutating func count(_ bytes: Int) {
    size += bytes
    guard size >= XMLFieldReader.largestRecord, let parser else { return }
    parser.refuse(
      ExtractionError(
        .tooLarge, reason: "a record holds more than \(XMLFieldReader.largestRecord >> 20) MB of text",
        line: parser.line))
  }

  /// Turns the selection's names into the parser's.
  private mutating func prepare(_ selection: XMLSelection) {
    guard let parser else { return }
    var names: [String] = []
    func number(_ name: String) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }
    let nodes = selection.nodes
    steps = nodes.map { node in
      Step(
        children: node.children.compactMap { child in parser.intern(nodes[child].name).map { ($0, child) } },
        attributes: node.attributes.compactMap { name in parser.intern(name).map { ($0, number(name), name) } },
        wantsText: node.wantsText, keyParts: node.keyParts, number: number(node.name))
    }
    for record in selection.records {
      guard let name = parser.intern(nodes[record].name) else { continue }
      records.append((name, record))
      recordNames.append(nodes[record].name)
      keysOfRecord.append(selection.keys.indices.filter { selection.keys[$0].record == record })
    }
    keyValues = selection.keys.map { Array(repeating: nil, count: $0.paths.count) }
    inlineNames = InlineMarkup.names.compactMap { parser.intern($0) }
    lineBreak = parser.intern("br")
    store = XMLRecordStore(names: names)
  }
}
