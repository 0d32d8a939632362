import CPoppler

/// Owns one document opened with poppler; everything of it that poppler hands out dies with it.
final class PopplerFile {
  let pointer: OpaquePointer

  /// Takes over a reference that poppler gave.
  private init(owning pointer: OpaquePointer) { self.pointer = pointer }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Opens the bytes of a PDF: without a password first, then with each of `passwords`.
  /// - Returns: the document and the password that opened it, `nil` where none was needed.
  static func open(
    _ bytes: [UInt8], passwords: [String]
  ) throws(ExtractionError) -> (file: PopplerFile, password: String?) {
    guard !bytes.isEmpty else { throw ExtractionError(.empty, reason: "the file is empty") }
    // Passwords are tried with qpdf: poppler 22.12 crashes after a wrong one.
    let fitting = passwords.filter { QPDFFile(bytes, password: $0) != nil }
    _ = alwaysOpen
    for password in [nil] + fitting.prefix(1).map(Optional.some) {
      guard let data = g_bytes_new(bytes, gsize(bytes.count)) else {
        throw ExtractionError(.unreadable, reason: "not enough memory to read the file")
      }
      defer { g_bytes_unref(data) }
      var error: UnsafeMutablePointer<GError>?
      if let pointer = poppler_document_new_from_bytes(data, password, &error) {
        let file = PopplerFile(owning: pointer)
        guard file.pageCount > 0 else {
          throw ExtractionError(.noPages, reason: "the PDF has no pages, or is damaged so that none can be found")
        }
        return (file, password)
      }
      defer { if let error { g_error_free(error) } }
      guard let error, error.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) else {
        throw ExtractionError(.damagedPDF, reason: "the PDF is damaged or cut off and can't be opened; export it again")
      }
    }
    throw ExtractionError(
      .needsPassword,
      reason: passwords.isEmpty
        ? "the PDF is encrypted: give its password with --password-file"
        : "the PDF is encrypted and none of the passwords of --password-file opens it")
  }

  /// A document without pages that is never closed. Poppler drops its tables of encodings and character names with the
  /// last open document and builds them anew for the next one, which takes as long as reading a page.
  private static let alwaysOpen: Bool = {
    let bytes = Array(emptyPDF.utf8)
    guard let data = g_bytes_new(bytes, gsize(bytes.count)) else { return false }
    defer { g_bytes_unref(data) }
    return poppler_document_new_from_bytes(data, nil, nil) != nil
  }()

  private static let emptyPDF = """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
    xref
    0 3
    0000000000 65535 f\u{20}
    0000000009 00000 n\u{20}
    0000000052 00000 n\u{20}
    trailer<</Size 3/Root 1 0 R>>
    startxref
    96
    %%EOF
    """

  var pageCount: Int { Int(poppler_document_get_n_pages(pointer)) }

  var producer: String? { takeString(poppler_document_get_producer(pointer)) }

  /// A page by its 0-based index, `nil` where the file is too damaged to give it.
  func page(at index: Int) -> PopplerPageHandle? {
    poppler_document_get_page(pointer, Int32(index)).map { PopplerPageHandle(owning: $0, of: self) }
  }
}

/// Copies a string that poppler allocated, and frees it.
func takeString(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
  guard let pointer else { return nil }
  defer { g_free(pointer) }
  return String(cString: pointer)
}
