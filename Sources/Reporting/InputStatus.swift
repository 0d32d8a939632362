/// What became of a file that was found under the inputs (contract: run.schema.json).
public enum InputStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Read whole.
  case read
  /// Something of it could not be read, and the diagnostics say what.
  case partial
  case failed
  case needsPassword = "needs-password"
  /// Readable, and no IEP: no document is written.
  case notAnIEP = "not-an-iep"
  /// Neither a PDF nor XML by its bytes or its name, or a sibling that only feeds a join.
  case skipped
}

/// Why an input ended as it did: stable codes beside those of the extraction. Documented here, since they stand in
/// run.json; adding one is a minor change, renaming one a major change.
public enum InputCode {
  /// The same bytes as an earlier file: its documents are this one's too.
  public static let duplicate = "duplicate"
  /// Neither a PDF nor XML by its bytes or its name.
  public static let otherType = "not-pdf-or-xml"
  /// The name says PDF or XML, the bytes do not.
  public static let wrongType = "wrong-type"
  /// gzip, zip and the like: never unpacked silently.
  public static let compressed = "compressed"
  /// A name that begins with a dot.
  public static let hidden = "hidden"
  /// A link to a folder that is being read, or was read, already.
  public static let linkLoop = "symlink-loop"
  /// A link that leads nowhere.
  public static let brokenLink = "broken-link"
  /// A device, a socket, a pipe.
  public static let specialFile = "special-file"
  /// A name that is no UTF-8, which cannot be written to the output as it is.
  public static let nameEncoding = "name-encoding"
  /// No bytes.
  public static let empty = "empty"
  /// The system refuses to read it.
  public static let unreadable = "unreadable"
  /// Only feeds a join: students or staff beside the IEPs.
  public static let sibling = "sibling"
  /// A page is a picture and was not recognised.
  public static let needsOCR = "needs-ocr"
  /// Readable, and no IEP.
  public static let notAnIEP = "not-an-iep"
  /// Some part could not be read; the document's diagnostics say which.
  public static let incomplete = "incomplete"
  /// The reader stopped with a fault of its own.
  public static let crashed = "crashed"
  /// The reader took longer than the limit.
  public static let timeout = "timeout"
  /// The document was read and could not be written.
  public static let writeFailed = "write-failed"
}
