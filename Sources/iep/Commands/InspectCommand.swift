import ArgumentParser
import Extraction
import Parsing
import Seeds

/// Shows what each stage saw of a PDF, for people who debug a form.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print what each stage saw of a PDF: sections, tables, labels and values.",
    discussion: "The output holds the document's text: treat it as the confidential record that it is.")

  @Argument(help: "A PDF.") var file: String
  @Option(help: "Only this page, counted from 1.") var page: Int?

  func run() throws {
    do {
      let layout = try PDFReader().read(path: file)
      let parser = try PDFDocumentParser(seeds: .embedded)
      for line in parser.trace(layout, page: page) { print(line) }
    } catch let error as ExtractionError {
      throw ValidationError("\(file): \(error)")
    }
  }
}
