public import Extraction
public import IEPModel
public import Seeds

/// Reads exports of plans in XML: what each mapping of the seeds describes.
public struct XMLIEPReader: Sendable {
  private let mapped: MappedExportReader
  private let unknown: UnknownExportReader
  private let others: OtherFormats
  private let given: ExportMapping?

  /// Bytes of a file that no mapping streams: it is looked at as a whole, which takes some 45 times as much memory.
  private static let largestUnknown = 24 << 20
  /// Bytes that tell whether a file is a page.
  private static let htmlHead = 600
  /// Bytes of the files beside it that are looked at with it.
  private static let largestSiblings = 16 << 20

  /// - Parameter mapping: a mapping's text, read before those of the seeds where its root is the file's.
  public init(seeds: SeedStore, mapping: String? = nil) throws(SeedError) {
    var own: [XMLMapping] = []
    var given: ExportMapping?
    if let mapping {
      if mapping.contains("reader: automatic") {
        given = try ExportMapping(yaml: mapping, file: "the mapping")
      } else {
        own = [try SeedYAML.decode(XMLMapping.self, text: mapping, file: "the mapping")]
      }
    }
    self.given = given
    others = try OtherFormats(seeds: seeds)
    let vocabulary = try Vocabulary(seeds: seeds)
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    let labels = try LabelVocabulary(seeds: seeds)
    unknown = UnknownExportReader(labels: labels, values: values, mentions: MentionReader(vocabulary: vocabulary))
    mapped = MappedExportReader(
      mappings: own + (try XMLMapping.all(seeds)), joined: JoinedExportReader(values: values))
  }

  /// The mapping that describes how an export of unknown make is read; `nil` where nothing in it looks like a plan.
  public func inferredMapping(_ input: XMLInput, id: String) throws(ExtractionError) -> ExportMapping? {
    try Self.page(input).flatMap { unknown.mapping(of: $0, id: id) }
  }

  /// What a mapping finds in a file and what it leaves.
  public func coverage(of input: XMLInput, by mapping: ExportMapping) throws(ExtractionError) -> [MappingCoverage] {
    try Self.page(input).map { unknown.coverage(of: $0, by: mapping) } ?? []
  }

  private static func page(_ input: XMLInput) throws(ExtractionError) -> XMLElement? {
    if HTMLTables.isHTML(input.head(htmlHead)) {
      try checkSize(of: input)
      return HTMLTables.tree(try input.whole())
    }
    return try whole(input).tree
  }

  /// What the reader of unknown exports sees of a file, for people who look into one: its elements under the names that
  /// they were given. Holds the file's text.
  public func trace(_ input: XMLInput) throws(ExtractionError) -> [String] {
    var lines: [String] = []
    func show(_ element: XMLElement, _ depth: Int) {
      let attributes = element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
      lines.append(
        String(repeating: "  ", count: depth) + element.name + attributes
          + (element.text.isEmpty ? "" : ": " + element.text))
      for child in element.children { show(child, depth + 1) }
    }
    if let tree = try Self.page(input) { show(unknown.plain(tree), 0) }
    return lines
  }

  /// What became of a file; its documents were handed over.
  public enum Outcome: Sendable {
    case documents(Int)
    /// The file breaks off: how many whole records stood before that, and the reason.
    case partial(Int, ExtractionError)
    /// The file only feeds the joins of another.
    case sibling
    /// Well-formed and no plans; the root's name, and what the file is where that is known.
    case unknown(root: String, note: String?)
  }

  /// Reads a file and hands over its documents one at a time; of a format that is mapped no more than one is held.
  /// - Parameters:
  ///   - source: what is known of the file; profile and record are filled in.
  ///   - siblings: the other XML files of its folder, for joins; asked for only where a mapping joins.
  ///   - unread: is told which elements of a mapped export its mapping says nothing of, and how often they stand there.
  public func read(
    _ input: XMLInput, source: Source, siblings: () -> [XMLInput], unread: ([String: Int]) -> Void = { _ in },
    emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    let isPage = HTMLTables.isHTML(input.head(Self.htmlHead))
    if isPage { try Self.checkSize(of: input) }
    if isPage, let page = HTMLTables.tree(try input.whole()) {
      let documents = unknown.documents(page, source: source)
      documents.forEach(emit)
      return documents.isEmpty ? unknown(XMLRoot(name: page.name, namespace: "")) : .documents(documents.count)
    }
    if let given, let whole = try? Self.whole(input), let tree = whole.tree, tree.name == given.root {
      var reader = unknown
      reader.given = given
      let documents = reader.documents(tree, siblings: { Self.trees(siblings()) }, source: source)
      return try Self.handOver(documents, of: whole, emit: emit) ?? .documents(0)
    }
    let (found, root) = try mapped.find(input)
    guard var found else { return try readUnmapped(input, root: root, source: source, siblings: siblings, emit: emit) }
    if !found.mapping.lookupElements.isEmpty {
      for sibling in siblings() { mapped.addPeople(of: sibling, to: &found) }
    }
    // An export that has the mapping's root and none of its plans, or keeps its lines in an extension, is of another make.
    if !mapped.hasLines(found, source: source) {
      let outcome = try? readUnknown(input, root: root, source: source, siblings: siblings, emit: emit)
      switch outcome {
      case .documents, .partial: return outcome ?? .sibling
      default: break
      }
    }
    unread(found.unread)
    var count = 0
    mapped.read(found, source: source) { document in
      count += 1
      emit(document)
    }
    guard let brokenOff = found.brokenOff else { return .documents(count) }
    guard count > 0 else { throw brokenOff }
    return .partial(count, brokenOff)
  }

  /// How many records of a mapped export are read and joined, for measurements; no document is made of them.
  public func recordCount(_ input: XMLInput) throws(ExtractionError) -> Int {
    try mapped.find(input).found?.records.count ?? 0
  }

  private func readUnmapped(
    _ input: XMLInput, root: XMLRoot?, source: Source, siblings: () -> [XMLInput], emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    let outcome = try readUnknown(input, root: root, source: source, siblings: siblings, emit: emit)
    if case .unknown = outcome, let root, mapped.feedsLookups(root) { return .sibling }
    return outcome
  }

  private func readUnknown(
    _ input: XMLInput, root: XMLRoot?, source: Source, siblings: () -> [XMLInput], emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    // What is known to hold no plan is named, however large it is.
    if input.count > Self.largestUnknown, let root, others.note(on: root) != nil { return unknown(root) }
    let whole = try Self.whole(input)
    guard let tree = whole.tree else { return unknown(root ?? XMLRoot(name: "", namespace: "")) }
    let documents = unknown.documents(tree, siblings: { Self.trees(siblings()) }, source: source)
    return try Self.handOver(documents, of: whole, emit: emit)
      ?? unknown(root ?? XMLRoot(name: tree.name, namespace: ""))
  }

  private func unknown(_ root: XMLRoot) -> Outcome { .unknown(root: root.name, note: others.note(on: root)) }

  /// Hands over a file's documents with what was mended or missing in it.
  /// - Returns: `nil` where there is none.
  /// - Throws: where the file breaks off before the first.
  private static func handOver(
    _ documents: [IEPDocument], of whole: Whole, emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome? {
    guard !documents.isEmpty else {
      if let brokenOff = whole.brokenOff { throw brokenOff }
      return nil
    }
    for var document in documents {
      if whole.brokenOff != nil {
        document.diagnostics.append(.brokenOff)
      } else {
        for note in whole.notes { document.diagnostics.append(.encodingRepaired(note)) }
      }
      emit(document)
    }
    return whole.brokenOff.map { .partial(documents.count, $0) } ?? .documents(documents.count)
  }

  private typealias Whole = (tree: XMLElement?, notes: [String], brokenOff: ExtractionError?)

  /// The folder's other files as far as they can be read and are small enough to be looked at together.
  private static func trees(_ files: [XMLInput]) -> [XMLElement] {
    var room = largestSiblings
    var result: [XMLElement] = []
    for input in files where input.count <= room {
      let reader = XMLTreeReader(PreparedXML(input), limit: largestUnknown)
      // A file that can't be read has an entry of its own that says so.
      try? reader.read()
      if let tree = reader.tree { result.append(tree) }
      room -= input.count
    }
    return result
  }

  private static func checkSize(of input: XMLInput) throws(ExtractionError) {
    guard input.count > largestUnknown else { return }
    throw ExtractionError(
      .tooLarge,
      reason: """
        it holds \(input.count >> 20) MB, and of formats without a shipped mapping files of up to \(largestUnknown >> 20) MB \
        are read; export it in parts, a school each
        """)
  }

  /// The file as one tree, and what was mended.
  private static func whole(_ input: XMLInput) throws(ExtractionError) -> Whole {
    try checkSize(of: input)
    var prepared = PreparedXML(input)
    var notes: [String] = []
    var reader = XMLTreeReader(prepared, limit: largestUnknown)
    for attempt in 0..<3 {
      reader = XMLTreeReader(prepared, limit: largestUnknown)
      do throws(ExtractionError) {
        try reader.read()
        break
      } catch {
        // Error 5 is told of a file that breaks off and of one with several roots: the latter's first is closed.
        if reader.isTruncated,
          let unfinished = reader.unfinished ?? (reader.errorCode == 5 ? nil : reader.tree.flatMap(withoutLast))
        {
          return (unfinished, prepared.notes(controls: reader.controls) + notes, error)
        }
        guard attempt < 2,
          try XMLRepair.mend(
            &prepared, after: reader.errorCode, isEncodingError: reader.isEncodingError, notes: &notes)
        else { throw error }
      }
    }
    return (reader.tree, prepared.notes(controls: reader.controls) + notes, nil)
  }

  /// The parser may close what a file left open: without the last of the records, which is the one broken off.
  private static func withoutLast(_ root: XMLElement) -> XMLElement? {
    guard let last = root.children.last else { return nil }
    var copy = root
    copy.children.removeLast()
    if copy.children.contains(where: { $0.name == last.name }) { return copy }
    guard let inner = withoutLast(last) else { return copy.children.isEmpty ? nil : copy }
    copy.children.append(inner)
    return copy
  }
}
