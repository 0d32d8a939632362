public import Extraction
public import IEPModel
public import Seeds

/// Reads exports of plans in XML: what each mapping of the seeds describes.
public struct XMLIEPReader: Sendable {
  private let mappings: [XMLMapping]
  private let joined: JoinedExportReader
  private let unknown: UnknownExportReader
  private let given: ExportMapping?

  /// Bytes of text in a file without a mapping: it is looked at as a whole.
  private static let largestUnknown = 64 << 20
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
    mappings = own + (try XMLMapping.all(seeds))
    self.given = given
    let vocabulary = try Vocabulary(seeds: seeds)
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    let labels = try LabelVocabulary(seeds: seeds)
    unknown = UnknownExportReader(labels: labels, values: values, mentions: MentionReader(vocabulary: vocabulary))
    joined = JoinedExportReader(values: values)
  }

  /// The mapping that describes how an export of unknown make is read; `nil` where nothing in it looks like a plan.
  public func inferredMapping(_ bytes: [UInt8], id: String) throws(ExtractionError) -> ExportMapping? {
    try Self.page(bytes).flatMap { unknown.mapping(of: $0, id: id) }
  }

  /// What a mapping finds in a file and what it leaves.
  public func coverage(of bytes: [UInt8], by mapping: ExportMapping) throws(ExtractionError) -> [MappingCoverage] {
    try Self.page(bytes).map { unknown.coverage(of: $0, by: mapping) } ?? []
  }

  private static func page(_ bytes: [UInt8]) throws(ExtractionError) -> XMLElement? {
    HTMLTables.isHTML(bytes) ? HTMLTables.tree(bytes) : try whole(bytes).tree
  }

  /// What the reader of unknown exports sees of a file, for people who look into one: its elements under the names that
  /// they were given. Holds the file's text.
  public func trace(_ bytes: [UInt8]) throws(ExtractionError) -> [String] {
    var lines: [String] = []
    func show(_ element: XMLElement, _ depth: Int) {
      let attributes = element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
      lines.append(
        String(repeating: "  ", count: depth) + element.name + attributes
          + (element.text.isEmpty ? "" : ": " + element.text))
      for child in element.children { show(child, depth + 1) }
    }
    if let tree = try Self.page(bytes) { show(unknown.plain(tree), 0) }
    return lines
  }

  public enum Outcome: Sendable {
    case documents([IEPDocument])
    /// The file breaks off: the whole records before that, and the reason.
    case partial([IEPDocument], ExtractionError)
    /// The file only feeds the joins of another.
    case sibling
    /// Well-formed, and no format that is known; the root's name.
    case unknown(root: String)
  }

  /// - Parameters:
  ///   - source: what is known of the file; profile and record are filled in.
  ///   - siblings: the bytes of the other XML files of its folder, for joins; asked for only where a mapping joins.
  public func read(
    _ bytes: [UInt8], source: Source, siblings: () -> [[UInt8]]
  ) throws(ExtractionError) -> Outcome {
    if HTMLTables.isHTML(bytes), let page = HTMLTables.tree(bytes) {
      let documents = unknown.documents(page, source: source)
      return documents.isEmpty ? .unknown(root: page.name) : .documents(documents)
    }
    if let given, let tree = try? Self.whole(bytes).tree, tree.name == given.root {
      var reader = unknown
      reader.given = given
      return .documents(reader.documents(tree, siblings: { Self.trees(siblings()) }, source: source))
    }
    var records = Records()
    let root: (name: String, namespace: String)
    do throws(ExtractionError) {
      root = try Self.collect(bytes, wanted: { root in self.mappings.first { $0.matches(root) } }, into: &records)
    } catch {
      // Broken off: what stood before that may be whole, unless lines stand apart from their plans.
      if !mappings.contains(where: { $0.matches(Self.root(of: bytes)) }),
        case .partial(let documents, let cause) = try readUnknown(bytes, root: "", source: source, siblings: siblings)
      {
        return .partial(documents, cause)
      }
      throw error
    }
    guard let mapping = mappings.first(where: { $0.matches(root) }) else {
      let feeds = mappings.contains { mapping in
        !mapping.lookupElements.isEmpty
          && mapping.lookupElements.contains {
            root.name == "Interchange" + $0 || root.name == $0 + "s" || root.name == $0
              || root.name == "InterchangeStaffAssociation"
          }
      }
      let outcome = try readUnknown(bytes, root: root.name, source: source, siblings: siblings)
      if feeds, case .unknown = outcome { return .sibling }
      return outcome
    }
    var source = source
    source.profile = mapping.id
    var documents: [IEPDocument]
    do {
      if !mapping.lookupElements.isEmpty {
        for sibling in siblings() {
          // A sibling that can't be read has an entry of its own that says so.
          _ = try? Self.collect(sibling, wanted: { _ in mapping }, only: mapping.lookupElements, into: &records)
        }
      }
      documents = joined.documents(records.all.map(\.element), mapping: mapping, source: source)
    }
    // An export that has the mapping's root and none of its plans, or keeps its lines in an extension, is of another make.
    if !documents.contains(where: { !$0.services.isEmpty || !$0.goals.isEmpty }),
      case .documents(let found) = try readUnknown(bytes, root: root.name, source: source, siblings: siblings)
    {
      return .documents(found)
    }
    for note in records.notes {
      for index in documents.indices {
        documents[index].diagnostics.append(
          Diagnostic("encoding-repaired", stage: .extract, severity: .warning, message: note))
      }
    }
    return .documents(documents)
  }

  /// The folder's other files as far as they can be read and are small enough to be looked at together.
  private static func trees(_ files: [[UInt8]]) -> [XMLElement] {
    var room = largestSiblings
    var result: [XMLElement] = []
    for bytes in files where bytes.count <= room {
      // A file that can't be read has an entry of its own that says so.
      guard let reader = try? XMLRecordReader(bytes: bytes, encoding: nil) else { continue }
      var tree: XMLElement?
      try? reader.read(isRecord: { _ in true }, limit: largestUnknown, handle: { element, _ in tree = tree ?? element })
      if let tree { result.append(tree) }
      room -= bytes.count
    }
    return result
  }

  private func readUnknown(
    _ bytes: [UInt8], root: String, source: Source, siblings: () -> [[UInt8]]
  ) throws(ExtractionError) -> Outcome {
    let (tree, notes, brokenOff) = try Self.whole(bytes)
    guard let tree else { return .unknown(root: root) }
    var documents = unknown.documents(tree, siblings: { Self.trees(siblings()) }, source: source)
    if let brokenOff {
      guard !documents.isEmpty else { throw brokenOff }
      for index in documents.indices {
        documents[index].diagnostics.append(
          Diagnostic(
            "file-broken-off", stage: .extract, severity: .warning,
            message: "The file breaks off behind this record; what it says further on is not known. Export it again."))
      }
      return .partial(documents, brokenOff)
    }
    guard !documents.isEmpty else { return .unknown(root: root) }
    for note in notes {
      for index in documents.indices {
        documents[index].diagnostics.append(
          Diagnostic("encoding-repaired", stage: .extract, severity: .warning, message: note))
      }
    }
    return .documents(documents)
  }

  /// The file as one tree, and what was mended.
  private static func whole(_ bytes: [UInt8]) throws(ExtractionError)
    -> (tree: XMLElement?, notes: [String], brokenOff: ExtractionError?)
  {
    var prepared = XMLEncoding.prepared(bytes)
    var notes = prepared.notes
    var tree: XMLElement?
    var encoding = prepared.encoding
    for attempt in 0..<3 {
      let reader = try XMLRecordReader(bytes: prepared.bytes, encoding: encoding)
      do throws(ExtractionError) {
        tree = nil
        try reader.read(
          isRecord: { _ in true }, limit: largestUnknown, handle: { element, _ in tree = tree ?? element })
        break
      } catch {
        // Error 5 is told of a file that breaks off and of one with several roots: the latter's first is closed.
        if reader.isTruncated,
          let unfinished = reader.unfinished ?? (reader.errorCode == 5 ? nil : tree.flatMap(withoutLast))
        {
          return (unfinished, notes, error)
        }
        if attempt < 2, let repaired = XMLRepair.repaired(prepared.bytes, after: reader.errorCode) {
          prepared.bytes = repaired.bytes
          notes.append(repaired.note)
          continue
        }
        guard attempt < 2, encoding != "windows-1252", reader.isEncodingError else { throw error }
        encoding = "windows-1252"
        notes.append("the bytes are not of the encoding that the file names; it was read as windows-1252")
      }
    }
    return (tree, notes, nil)
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

  /// The root's name, as far as it can be read.
  private static func root(of bytes: [UInt8]) -> (name: String, namespace: String) {
    guard let reader = try? XMLRecordReader(bytes: XMLEncoding.prepared(bytes).bytes, encoding: nil) else {
      return ("", "")
    }
    // The fault further on is known already.
    try? reader.read(isRecord: { _ in false }, handle: { _, _ in })
    return reader.root ?? ("", "")
  }

  struct Records {
    var all: [(element: XMLElement, around: [XMLElement])] = []
    var notes: [String] = []
  }

  /// Streams the file; where its bytes are not what it says, once more as windows-1252.
  private static func collect(
    _ bytes: [UInt8], wanted: ((name: String, namespace: String)) -> XMLMapping?, only: Set<String>? = nil,
    into records: inout Records
  ) throws(ExtractionError) -> (name: String, namespace: String) {
    var prepared = XMLEncoding.prepared(bytes)
    var notes = prepared.notes
    var encoding = prepared.encoding
    for attempt in 0..<3 {
      let reader = try XMLRecordReader(bytes: prepared.bytes, encoding: encoding)
      var found: [(element: XMLElement, around: [XMLElement])] = []
      var mapping: XMLMapping?
      do throws(ExtractionError) {
        try reader.read(
          isRecord: { name in
            if mapping == nil, let root = reader.root { mapping = wanted(root) }
            return (only ?? mapping?.recordElements ?? []).contains(name)
          },
          handle: { found.append(($0, $1)) })
      } catch {
        if attempt < 2, let repaired = XMLRepair.repaired(prepared.bytes, after: reader.errorCode) {
          prepared.bytes = repaired.bytes
          notes.append(repaired.note)
          continue
        }
        if attempt < 2, encoding != "windows-1252", reader.isEncodingError {
          encoding = "windows-1252"
          notes.append("the bytes are not of the encoding that the file names; it was read as windows-1252")
          continue
        }
        throw error
      }
      records.all += found
      records.notes += only == nil ? notes : []
      return reader.root ?? ("", "")
    }
    throw ExtractionError(.encoding, reason: "its encoding could not be told; save it as UTF-8")
  }
}
