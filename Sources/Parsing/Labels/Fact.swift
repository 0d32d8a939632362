import Extraction
import IEPModel

/// What stands for a label on a form: the label as printed and the text beside, below or behind it.
struct Fact: Sendable, Hashable {
  var label: String
  /// The value, unwrapped; empty where the form is not filled in.
  var value: String
  /// The value's lines, for lists.
  var lines: [TextLine]
  /// The value's place, or the label's where there is no value.
  var place: Place
  /// Where the label stands, to tell where a record begins.
  var labelPlace: Place
}

/// What a section holds, in reading order: facts, and the lines and tables that are none.
enum SectionItem: Sendable {
  case fact(Fact)
  case line(TextLine)
  case table(Table)
}

extension String {
  /// Without a colon at its end.
  var trimmingColon: String {
    var copy = trimmingBlanks
    while copy.hasSuffix(":") { copy.removeLast() }
    return copy.trimmingBlanks
  }
}
