import IEPModel
import Seeds

@testable import Parsing

/// The readers over the embedded vocabulary, made once: reading the seeds takes longer than most tests.
struct Readers: Sendable {
  let vocabulary: Vocabulary
  let values: ValueReaders
  let labels: LabelVocabulary
  let statements: StatementVocabulary
  let parser: PDFDocumentParser

  private static let made = Result { try Readers(seeds: .embedded) }

  /// - Throws: `SeedError` where the vocabulary can't be read.
  static func embedded() throws -> Readers { try made.get() }

  private init(seeds: SeedStore) throws {
    vocabulary = try Vocabulary(seeds: seeds)
    values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    labels = try LabelVocabulary(seeds: seeds)
    statements = try StatementVocabulary(seeds: seeds)
    parser = try PDFDocumentParser(seeds: seeds)
  }
}
