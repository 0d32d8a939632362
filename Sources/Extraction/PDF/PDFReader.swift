import CPoppler
public import IEPModel

/// Reads a PDF into the layout of its pages.
public struct PDFReader: Sendable {
  private let passwords: [String]

  /// - Parameter passwords: tried in turn on a document that does not open without one.
  public init(passwords: [String] = []) { self.passwords = passwords }

  /// Reads the file at `path`.
  public func read(path: String) throws(ExtractionError) -> PDFLayout {
    var contents: UnsafeMutablePointer<CChar>?
    var length: gsize = 0
    guard g_file_get_contents(path, &contents, &length, nil) != 0, let contents else {
      throw ExtractionError(.unreadable, reason: "the file can't be read: is it there, and may it be read?")
    }
    defer { g_free(contents) }
    return try read(Array(UnsafeRawBufferPointer(start: contents, count: Int(length))))
  }

  /// Reads a PDF from its bytes.
  public func read(_ bytes: [UInt8]) throws(ExtractionError) -> PDFLayout {
    let (file, _) = try PopplerFile.open(bytes, passwords: passwords)
    var layout = PDFLayout(pages: [], producer: file.producer)
    for index in 0..<file.pageCount {
      guard let page = file.page(at: index) else {
        layout.diagnostics.append(
          Diagnostic(
            "page-unreadable", stage: .extract, severity: .warning, message: "page \(index + 1) can't be read",
            provenance: [Place(page: index + 1)]))
        continue
      }
      let size = page.size
      layout.pages.append(
        PageLayout(
          number: index + 1, width: size.width, height: size.height, words: WordBuilder.words(of: page.glyphs())))
    }
    return layout
  }
}
