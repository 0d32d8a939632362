import Extraction
import IEPModel

/// Reads what a form says of itself: pairs of a label and what stands for it. Serves cards of services, boxes of goals
/// and the facts of the first page alike.
struct FactReader: Sendable {
  let labels: LabelVocabulary

  /// The blocks as facts, lines and columnar tables, in reading order. A table whose labels lie beside or above their
  /// values gives facts; other tables stay tables.
  func items(of blocks: [Block], isColumnar: (Table) -> Bool) -> [SectionItem] {
    blocks.runs.flatMap { run in
      switch run {
      case .lines(let lines): LineFacts(reader: self).items(of: lines)
      case .table(let table): isColumnar(table) ? [.table(table)] : TableFacts(reader: self).items(of: table)
      }
    }
  }

  /// How surely a text is a label, 0 to 1: a known phrase, or a short text that ends in a colon.
  func labelFit(_ text: String) -> Double {
    if text.utf8.count > 160 { return 0 }
    let known = labels.fit(text)
    let mayAsk = known < 0.8 && text.hasSuffix(":") && text.split(separator: " ").count <= 9
    return mayAsk ? 0.8 : known
  }

  func isLabel(_ text: String) -> Bool {
    // "Student no." ends in a shortened word, not a sentence.
    labelFit(text) >= 0.8 && (!text.hasSuffix(".") || text.utf8.count <= 24 && isExactLabel(text))
  }

  /// A phrase and nothing else.
  func isExactLabel(_ text: String) -> Bool { labels.isPhrase(text) }
}
