import ArgumentParser
import Extraction
import Foundation
import Parsing
import Seeds

/// Shows what each stage saw of a file, for people who debug a form.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print what each stage saw of a PDF or an XML export.",
    discussion: "The output holds the document's text: treat it as the confidential record that it is.")

  @Argument(help: "A PDF or an XML export.") var file: String
  @Option(help: "Only this page, counted from 1.") var page: Int?

  func run() throws {
    do {
      let input = XMLInput(path: file)
      if Data(input.head(1024)).range(of: Data("%PDF".utf8)) == nil {
        for line in try XMLIEPReader(seeds: .embedded).trace(input) { print(line) }
        return
      }
      let layout = try PDFReader().read(path: file)
      let parser = try PDFDocumentParser(seeds: .embedded)
      for line in parser.trace(layout, page: page) { print(line) }
    } catch let error as ExtractionError {
      throw ValidationError("\(file): \(error)")
    }
  }
}
