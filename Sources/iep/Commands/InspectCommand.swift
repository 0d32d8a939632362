import ArgumentParser
import Extraction
import Foundation
import IEPModel
import Parsing
import Reporting
import Seeds

/// Shows what each stage saw of a file, for people who debug a form.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print what each stage saw of a PDF or an XML export.",
    discussion: """
      EXAMPLES
        iep inspect form.pdf --page 4
        iep inspect form.pdf --page 4 --overlay page4.svg    boxes on the page, for a browser

      The output holds the document's text: treat it as the confidential record that it is.
      """)

  @Argument(help: "A PDF or an XML export.") var file: String
  @Option(help: "Only this page, counted from 1.") var page: Int?

  @Option(
    help: ArgumentHelp(
      "Draw what was seen on the page into this SVG file, or under a name of its own into this folder.",
      valueName: "svg"))
  var overlay: String?

  @Option(help: ArgumentHelp("Words of your district's forms, added to the built-in ones.", valueName: "file"))
  var formHints: String?

  func validate() throws {
    if overlay != nil, page == nil { throw ValidationError("--overlay draws one page: say which with --page") }
  }

  func run() throws {
    do {
      let seeds = try seeds()
      let input = XMLInput(path: file)
      if Data(input.head(1024)).range(of: Data("%PDF".utf8)) == nil {
        if overlay != nil { throw Self.usage("\(file): --overlay draws pages of a PDF, and this is none") }
        for line in try XMLIEPReader(seeds: seeds).trace(input) { print(line) }
        return
      }
      let layout = try PDFReader().read(path: file)
      if let page, !layout.pages.contains(where: { $0.number == page }) {
        throw Self.usage("\(file): has no page \(page): its last one is \(layout.pages.count)")
      }
      let parser = try PDFDocumentParser(seeds: seeds)
      for line in parser.trace(layout, page: page) { print(line) }
      if page == nil, let data = layout.formData {
        print("== form data apart from the pages (XFA)")
        for line in try XMLIEPReader(seeds: seeds).trace(XMLInput(bytes: data)) { print(line) }
      }
      if let page, let overlay { try draw(layout, page, by: parser, to: overlay) }
    } catch let error as ExtractionError {
      throw Self.usage("\(file): \(error)")
    } catch let error as SeedError {
      throw Self.usage("\(error)")
    } catch let error as OutputError {
      Console.error("\(error)")
      throw ExitCode(5)
    }
  }

  /// Says what is wrong; the status of wrong usage.
  private static func usage(_ message: String) -> ExitCode {
    Console.error(message)
    return ExitCode(2)
  }

  private func seeds() throws -> SeedStore {
    guard let formHints else { return .embedded }
    guard let data = FileManager.default.contents(atPath: formHints), let text = String(data: data, encoding: .utf8)
    else { throw SeedError(file: formHints, reason: "cannot be read; give form hints in UTF-8") }
    return try SeedStore(folder: nil, formHints: text, file: formHints)
  }

  private func draw(_ layout: PDFLayout, _ number: Int, by parser: PDFDocumentParser, to path: String) throws {
    guard let page = layout.pages.first(where: { $0.number == number }) else { return }
    let marks = parser.marks(of: layout, page: number)
    let drawing = PageOverlay(
      width: page.displayedSize.width, height: page.displayedSize.height,
      words: page.words.map { (page.displayed($0.box), $0.text) },
      layers: PageMark.Kind.allCases.map { kind in
        PageOverlay.Layer(
          name: kind.rawValue, boxes: marks.filter { $0.kind == kind }.map { ($0.box, $0.title) })
      })
    var target = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
      target = (path as NSString).appendingPathComponent("\(name)-page-\(number).svg")
    }
    try OutputFile.write(drawing.svg, to: target)
    Console.message("drawn: \(target)")
  }
}
