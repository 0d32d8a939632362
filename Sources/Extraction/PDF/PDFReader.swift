import CPoppler
import IEPModel

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
    let (file, password) = try PopplerFile.open(bytes, passwords: passwords)
    let drawn = QPDFFile(bytes, password: password)
    var layout = PDFLayout(pages: [], producer: file.producer)
    for index in 0..<file.pageCount {
      guard let page = file.page(at: index) else {
        layout.diagnostics.append(
          Diagnostic(
            "page-unreadable", stage: .extract, severity: .warning, message: "page \(index + 1) can't be read",
            provenance: [Place(page: index + 1)]))
        continue
      }
      layout.pages.append(read(page, number: index + 1, drawing: drawn?.drawing(ofPage: index)))
    }
    judgeOrigin(&layout, file: file)
    if layout.pages.allSatisfy({ page in page.fields.isEmpty && page.words.allSatisfy { $0.field == nil } }) {
      layout.formData = drawn?.formData()
    }
    return layout
  }

  private func read(_ page: PopplerPageHandle, number: Int, drawing: QPDFFile.Drawing?) -> PageLayout {
    let size = page.size
    var glyphs = page.glyphs()
    let turn = PageTurn(of: glyphs, width: size.width, height: size.height)
    func placed(_ box: Box) -> Box { turn?.turned(box) ?? box }
    func placed(_ words: [Word]) -> [Word] {
      guard turn != nil else { return words }
      return words.map { word in
        var word = word
        word.box = placed(word.box)
        return word
      }
    }
    var layout = PageLayout(number: number, width: size.width, height: size.height)
    if let turn {
      glyphs.boxes = glyphs.boxes.map(turn.turned)
      (layout.width, layout.height, layout.turn) = (size.height, size.width, turn)
    }
    layout.words = TickGlyphs.mapped(WordBuilder.words(of: glyphs))
    let form = FormFieldReader(page: page, height: size.height).read()
    layout.words += placed(form.words)
    layout.fields = form.fields.map { FieldBox(name: $0.name, box: placed($0.box), isEmpty: $0.isEmpty) }
    layout.words += placed(AnnotationReader(page: page, height: size.height).words())
    if let drawing {
      let drawn = RuleBuilder(drawing: drawing).build()
      layout.rules = drawn.rules.map {
        Rule(box: placed($0.box), isHorizontal: turn == nil ? $0.isHorizontal : !$0.isHorizontal)
      }
      for var tick in drawn.ticks {
        tick.box = placed(tick.box)
        // A glyph or a letter X printed into the box ticks it.
        let inside = layout.words.indices.filter {
          tick.box.insetBy(-1).contains(x: layout.words[$0].box.midX, y: layout.words[$0].box.midY)
        }
        if let first = inside.first {
          let text = layout.words[first].text
          if ["X", "x", "✓", "✔", "✗", "✘"].contains(text) { layout.words[first].text = TickGlyphs.on }
        } else {
          layout.words.append(
            Word(text: tick.isOn ? TickGlyphs.on : TickGlyphs.off, box: tick.box, fontSize: tick.box.height))
        }
      }
    }
    // A filled square beside drawn empty boxes is a tick.
    if layout.words.contains(where: { $0.text == TickGlyphs.off }) {
      for index in layout.words.indices where layout.words[index].text == "■" {
        layout.words[index].text = TickGlyphs.on
      }
    }
    return layout
  }

  /// Says which pages hold no text but a picture: they need recognition (OCR).
  private func judgeOrigin(_ layout: inout PDFLayout, file: PopplerFile) {
    var scanned = 0
    var withText = 0
    for index in layout.pages.indices {
      let page = layout.pages[index]
      if page.words.lazy.filter({ $0.text.utf8.count > 1 }).prefix(5).count == 5 {
        withText += 1
        continue
      }
      guard let handle = file.page(at: page.number - 1), handle.hasImage else { continue }
      scanned += 1
      layout.diagnostics.append(
        Diagnostic(
          "needs-ocr", stage: .extract, severity: .warning,
          message: "page \(page.number) is a picture without text; its words were not read",
          provenance: [Place(page: page.number)]))
    }
    layout.textOrigin = withText == 0 ? .none : (scanned > 0 ? .mixed : .native)
  }
}
