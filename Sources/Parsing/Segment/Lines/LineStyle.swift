import Extraction
import IEPModel

extension TextLine {
  /// Each word by the name of its font.
  var isItalic: Bool {
    !words.isEmpty && words.allSatisfy { $0.fontName.hasSuffix("Italic") || $0.fontName.hasSuffix("Oblique") }
  }

  /// Set in another weight or size than a line beside it, as labels are over their values.
  func differsInType(from other: TextLine) -> Bool {
    isBold != other.isBold || abs(fontSize - other.fontSize) > 0.4
  }

  /// In capitals, where the other line is not.
  func isInCapitals(unlike other: TextLine) -> Bool { text.isCapitals && !other.text.isCapitals }
}
