import Audit
import Classification
import Extraction
import Foundation
import Parsing
public import IEPModel
public import Reporting
public import Seeds

/// What became of one file; its documents were handed over.
public struct Outcome: Sendable {
  public var status: InputStatus
  public var code: String?
  /// One line for a person. No student data.
  public var reason: String?
  /// Elements of an export that its mapping says nothing of, and how often they stand there.
  public var unread: [String: Int] = [:]

  public init(_ status: InputStatus, code: String? = nil, reason: String? = nil) {
    self.status = status
    self.code = code
    self.reason = reason
  }

  init(_ error: ExtractionError) {
    self.init(
      error.code == .needsPassword ? .needsPassword : .failed, code: error.code.rawValue, reason: error.description)
  }
}

/// What the stages are told beside the seeds.
public struct PipelineOptions: Sendable {
  public var calendar: SchoolCalendar
  public var asOf: CalendarDate?
  /// Tried in turn on encrypted files.
  public var passwords: [String]
  /// The text of a mapping for XML exports.
  public var mapping: String?
  /// The text of criteria that are added to the shipped pack, and the file that errors name.
  public var criteria: String?
  public var criteriaFile: String?

  public init(
    calendar: SchoolCalendar = SchoolCalendar(), asOf: CalendarDate? = nil, passwords: [String] = [],
    mapping: String? = nil, criteria: String? = nil, criteriaFile: String? = nil
  ) {
    self.calendar = calendar
    self.asOf = asOf
    self.passwords = passwords
    self.mapping = mapping
    self.criteria = criteria
    self.criteriaFile = criteriaFile
  }
}

/// A file that is handed to the pipeline, its type known from its bytes.
public struct PipelineInput: Hashable, Sendable {
  /// As `source.path`.
  public var path: String
  /// Where it lies.
  public var location: String
  public var format: Source.Format

  public init(path: String, location: String, format: Source.Format) {
    self.path = path
    self.location = location
    self.format = format
  }
}

/// All stages from a file to judged and audited documents. Each stage is a value made once from the seeds, the reader of
/// XML when the first such file comes.
public struct Pipeline {
  private let options: PipelineOptions
  private let pdf: PDFReader
  private let parser: PDFDocumentParser
  private let xml: OnDemand<XMLIEPReader>
  private let classifier: Classifier
  private let auditor: Auditor

  public init(seeds: SeedStore, options: PipelineOptions) throws(SeedError) {
    self.options = options
    pdf = PDFReader(passwords: options.passwords)
    parser = try PDFDocumentParser(seeds: seeds)
    xml = OnDemand { () throws(SeedError) in try XMLIEPReader(seeds: seeds, mapping: options.mapping) }
    classifier = Classifier(pack: try .of(options.criteria, file: options.criteriaFile, seeds: seeds))
    auditor = Auditor(catalogue: try RuleCatalogue(seeds: seeds), calendar: options.calendar, asOf: options.asOf)
  }

  /// Makes the stages that wait to be needed, to tell a fault in seeds or a mapping before any file is read.
  public func makeAll() throws(SeedError) { _ = try xml.value() }

  private func xmlReader() throws(ExtractionError) -> XMLIEPReader {
    do throws(SeedError) { return try xml.value() } catch {
      throw ExtractionError(.unreadable, reason: error.description)
    }
  }

  /// Reads a file and hands over its documents, judged and audited, one at a time: an export may hold more than memory.
  public func process(_ input: PipelineInput, emit: (IEPDocument) -> Void) -> Outcome {
    guard let sha256 = FileBytes.sha256(of: input.location), let bytes = FileBytes.size(of: input.location) else {
      return Outcome(.failed, code: InputCode.unreadable, reason: "cannot be read: \(FileBytes.lastError)")
    }
    let source = Source(
      path: input.path, sha256: sha256, bytes: bytes, format: input.format, profile: "generic")
    do {
      switch input.format {
      case .pdf: return try processPDF(input, source: source, emit: emit)
      case .xml: return try processXML(input, source: source, emit: emit)
      }
    } catch {
      return Outcome(error)
    }
  }

  private func processPDF(
    _ input: PipelineInput, source: Source, emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    let layout = try pdf.read(path: input.location)
    let parsed = parser.parse(layout, source: source, documentId: source.documentId)
    if !parsed.isIEP, let data = layout.formData {
      var source = source
      source.pageCount = layout.pages.count
      return try processFormData(data, source: source, emit: emit)
    }
    let document = finish(parsed.document)
    let unread = layout.diagnostics.filter { $0.code == "needs-ocr" || $0.code == "page-unreadable" }
    guard unread.isEmpty else {
      emit(document)
      return Outcome(
        .partial, code: unread[0].code,
        reason: "\(unread.count) of \(layout.pages.count) pages could not be read: \(unread[0].message)")
    }
    guard parsed.isIEP else {
      return Outcome(.notAnIEP, code: "not-an-iep", reason: "holds no services, goals or other parts of an IEP")
    }
    emit(document)
    return Outcome(.read)
  }

  /// A form whose values are kept apart from its pages, which only ask to wait.
  private func processFormData(
    _ data: [UInt8], source: Source, emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    let outcome = try xmlReader().read(
      XMLInput(bytes: data), source: source, siblings: { [] }, emit: { emit(finish($0)) })
    switch outcome {
    case .documents(let count) where count > 0: return Outcome(.read)
    case .partial(let count, let cause):
      return Outcome(
        .partial, code: cause.code.rawValue,
        reason: "its form data (XFA) breaks off: \(count) whole records before that were read; \(cause.description)")
    default:
      return Outcome(
        .notAnIEP, code: "not-an-iep",
        reason: "is a form whose data is kept apart from its pages (XFA) and holds no plan")
    }
  }

  private func processXML(
    _ input: PipelineInput, source: Source, emit: (IEPDocument) -> Void
  ) throws(ExtractionError) -> Outcome {
    var unread: [String: Int] = [:]
    let read = try xmlReader().read(
      XMLInput(path: input.location), source: source, siblings: { Self.siblings(of: input.location) },
      unread: { unread = $0 }, emit: { emit(finish($0)) })
    var outcome = Self.outcome(of: read)
    outcome.unread = unread
    return outcome
  }

  private static func outcome(of read: XMLIEPReader.Outcome) -> Outcome {
    switch read {
    case .documents(0):
      return Outcome(.notAnIEP, code: "no-records", reason: "is of a known format and holds no plan in force")
    case .documents: return Outcome(.read)
    case .partial(let count, let cause):
      return Outcome(
        .partial, code: cause.code.rawValue,
        reason: "breaks off: \(count) whole records before that were read; \(cause.description)")
    case .sibling:
      return Outcome(.skipped, code: "join-sibling", reason: "only names the people of other files of its folder")
    case .unknown(let root, let note):
      return Outcome(
        .notAnIEP, code: ExtractionError.Code.unknownFormat.rawValue,
        reason: note ?? "is XML of a format that no mapping describes (root element \(root))")
    }
  }

  /// The other XML files of the file's folder, by name.
  private static func siblings(of location: String) -> [XMLInput] {
    let folder = location.parentFolder
    let own = (location as NSString).lastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().filter { $0.lowercased().hasSuffix(".xml") && $0 != own }.map { name in
      XMLInput(path: (folder as NSString).appendingPathComponent(name))
    }
  }

  /// Works out the minutes a week by the run's calendar, judges and audits.
  private func finish(_ document: IEPDocument) -> IEPDocument {
    var document = document
    for index in document.services.indices {
      document.services[index].dose = document.services[index].dose.derivingMinutesPerWeek(by: options.calendar)
    }
    for index in document.serviceMentions.indices {
      document.serviceMentions[index].dose =
        document.serviceMentions[index].dose.derivingMinutesPerWeek(by: options.calendar)
    }
    return auditor.audit(classifier.judge(document))
  }
}
