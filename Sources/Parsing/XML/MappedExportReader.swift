import Extraction
import IEPModel

/// Reads exports that a mapping describes, as they stream by: keys and places first, then document by document.
struct MappedExportReader: Sendable {
  let mappings: [XMLMapping]
  let joined: JoinedExportReader

  /// A file's records, and what was mended on the way to them.
  struct Found {
    var mapping: XMLMapping
    var records: MappedRecords
    var notes: [String]
    /// The file breaks off here.
    var brokenOff: ExtractionError?
    /// Elements that the mapping says nothing of, and how often they stand there.
    var unread: [String: Int]
  }

  /// - Returns: `nil` where no mapping describes the file, with the root's name as far as it could be read.
  func find(_ input: XMLInput) throws(ExtractionError) -> (found: Found?, root: XMLRoot?) {
    var records: MappedRecords?
    var mapping: XMLMapping?
    let outcome: Outcome
    do throws(ExtractionError) {
      outcome = try Self.stream(input) { root in
        mapping = mappings.first { $0.matches(root) }
        records = mapping.map { MappedRecords($0) }
        return records?.selection
      } handle: { record in
        records?.add(record)
      }
    } catch {
      // What no mapping describes is read in another way, which may get further.
      guard mapping != nil else { return (nil, nil) }
      throw error
    }
    guard let mapping, var records else { return (nil, outcome.root) }
    records.keep(outcome.store)
    return (
      Found(
        mapping: mapping, records: records, notes: outcome.notes, brokenOff: outcome.brokenOff, unread: outcome.unread),
      outcome.root
    )
  }

  /// Adds the people that a file beside the export names. One that can't be read has an entry of its own that says so.
  func addPeople(of input: XMLInput, to found: inout Found) {
    let (selection, keys) = MappedRecords.lookups(of: found.mapping)
    let before = found.records
    var records = found.records
    guard
      let outcome = try? Self.stream(
        input,
        choose: { _ in
          // A file that is read once more under another encoding begins anew.
          records = before
          return selection
        }, handle: { records.addPerson($0, keys) })
    else { return }
    records.keep(outcome.store)
    found.records = records
  }

  /// Whether a file of this root names the people of others.
  func feedsLookups(_ root: XMLRoot) -> Bool {
    mappings.contains { mapping in
      !mapping.lookupElements.isEmpty
        && ["InterchangeStaffAssociation", "InterchangeStudentEnrollment", "InterchangeEducationOrganization"]
          .contains(root.name)
        || mapping.lookupElements.contains { ["Interchange" + $0, $0 + "s", $0].contains(root.name) }
    }
  }

  /// Hands over the documents. What the whole file was mended by stands in each.
  func read(_ found: Found, source: Source, emit: (IEPDocument) -> Void) {
    var source = source
    source.profile = found.mapping.id
    joined.read(found.records, mapping: found.mapping, source: source) { document in
      var document = document
      for note in found.notes { document.diagnostics.append(.encodingRepaired(note)) }
      if found.brokenOff != nil { document.diagnostics.append(.brokenOff) }
      emit(document)
    }
  }

  /// Whether some document would have a service line or a goal.
  func hasLines(_ found: Found, source: Source) -> Bool {
    joined.hasLines(found.records, mapping: found.mapping, source: source)
  }

  private struct Outcome {
    var root: XMLRoot?
    var store: XMLRecordStore?
    var notes: [String]
    var brokenOff: ExtractionError?
    var unread: [String: Int]
  }

  /// Streams the file; where its bytes are not what it says, again as they can be mended.
  private static func stream(
    _ input: XMLInput, choose: @escaping (XMLRoot) -> XMLSelection?,
    handle: @escaping (XMLFieldReader.Record) -> Void
  ) throws(ExtractionError) -> Outcome {
    var prepared = PreparedXML(input)
    var notes: [String] = []
    for attempt in 0..<3 {
      let reader = XMLFieldReader(prepared, choose: choose, handle: handle)
      var brokenOff: ExtractionError?
      do throws(ExtractionError) {
        try reader.read()
      } catch {
        if reader.isTruncated, reader.store != nil {
          brokenOff = error
        } else if attempt < 2,
          try XMLRepair.mend(
            &prepared, after: reader.errorCode, isEncodingError: reader.isEncodingError, notes: &notes)
        {
          continue
        } else {
          throw error
        }
      }
      return Outcome(
        root: reader.root, store: reader.store, notes: prepared.notes(controls: reader.controls) + notes,
        brokenOff: brokenOff, unread: reader.unread)
    }
    throw ExtractionError(.encoding, reason: "its encoding could not be told; save it as UTF-8")
  }
}

extension Diagnostic {
  static func encodingRepaired(_ note: String) -> Diagnostic {
    Diagnostic("encoding-repaired", stage: .extract, severity: .warning, message: note)
  }

  static var brokenOff: Diagnostic {
    Diagnostic(
      "file-broken-off", stage: .extract, severity: .warning,
      message: "The file breaks off behind this record; what it says further on is not known. Export it again.")
  }
}
