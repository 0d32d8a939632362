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

  /// How many open elements lie around the records.
  private var around = 0
  /// Attributes of those that records are told, as long as the element is open.
  private var contexts: [(element: XMLName, attribute: XMLName, number: Int, value: [UInt8]?, depth: Int)] = []
  /// The element below the root that is open and has held no record so far.
  private var passed: XMLName?
  /// What nobody wants: counted, so that it can be said.
  private var unread = UnreadNames()

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
      guard let found = records.firstIndex(where: { $0.name == name }) else {
        pass(name, attributes)
        return
      }
      begin(record: found)
      enter(records[found].step, attributes, line)
      for context in contexts {
        if let value = context.value { append(value, as: context.number) }
      }
      return
    }
    count(attributes)
    let around = open[open.count - 1]
    if around >= 0, let child = steps[around].children.first(where: { $0.name == name }) {
      enter(child.step, attributes, line)
    } else {
      let isInline = isInline(name, in: around)
      if !isInline, around >= 0 { unread.count(name, in: records[record].name) }
      open.append(isInline ? Self.inline : Self.unwanted)
      textStarts.append(pending.count)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.last else { return }
    count(bytes.count)
    if last == Self.inline || last >= 0 && steps[last].wantsText { pending.append(contentsOf: bytes) }
  }

  mutating func end() {
    guard let last = open.popLast(), let textStart = textStarts.popLast() else {
      leave()
      return
    }
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
      append(bytes, as: wanted.number)
      for part in steps[index].keyParts where part.attribute == wanted.text { keep(part.key, part.part, bytes) }
    }
  }

  private mutating func append(_ value: [UInt8], as attribute: Int) {
    code.append(RecordCode.attribute)
    RecordCode.append(attribute, to: &code)
    RecordCode.append(value.count, to: &code)
    code.append(contentsOf: value)
  }

  /// Goes into an element that holds records, or one that nobody wants.
  private mutating func pass(_ name: XMLName, _ attributes: XMLEventAttributes) {
    around += 1
    var isContext = false
    for index in contexts.indices where contexts[index].element == name {
      isContext = true
      for place in 0..<attributes.count {
        guard let (attribute, value) = attributes[place], attribute == contexts[index].attribute else { continue }
        contexts[index].value = XMLEventAttributes.plain(value)
        contexts[index].depth = around
      }
    }
    if around == 2 { passed = isContext ? nil : name }
  }

  private mutating func leave() {
    for index in contexts.indices where contexts[index].depth == around { contexts[index].value = nil }
    // Records of other kinds lie right below the root; what holds records of a wanted kind is none.
    if around == 2, let name = passed { unread.count(name, in: nil) }
    around -= 1
  }

  /// The names that nobody wanted, each with the record that it stood in, and how often.
  var unreadNames: [String: Int] { unread.named }

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
    passed = nil
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
    contexts = selection.contexts.compactMap { context in
      guard let element = parser.intern(context.element), let attribute = parser.intern(context.attribute) else {
        return nil
      }
      return (element, attribute, number(context.path), nil, 0)
    }
    keyValues = selection.keys.map { Array(repeating: nil, count: $0.paths.count) }
    inlineNames = InlineMarkup.names.compactMap { parser.intern($0) }
    lineBreak = parser.intern("br")
    store = XMLRecordStore(names: names)
  }
}
