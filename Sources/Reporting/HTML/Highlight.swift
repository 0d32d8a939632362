import IEPModel

/// The evidence of criteria, marked in the text that it was quoted from.
enum Highlight {
  /// `text` with the words marked that `criteria` quote from the field of that name. Overlapping quotes are cut into
  /// pieces; of two polarities the more clinical shows, since that is what a reader has to look at.
  static func html(_ text: String, field: String, criteria: [CriterionResult]) -> HTML {
    let scalars = Array(text.unicodeScalars)
    var ranks = [UInt8](repeating: 0, count: scalars.count)
    for criterion in criteria {
      for evidence in criterion.evidence where evidence.field == field {
        guard let range = range(of: evidence, in: scalars) else { continue }
        for index in range { ranks[index] = max(ranks[index], rank(criterion.polarity)) }
      }
    }
    var result = HTML.empty
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while end < scalars.count, ranks[end] == ranks[start] { end += 1 }
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[start..<end])
      if let name = name(of: ranks[start]) {
        result += "<mark class=\"\(name)\">\(String(piece))</mark>"
      } else {
        result += "\(String(piece))"
      }
      start = end
    }
    return result
  }

  /// By the offsets, or where there are none by the first place of the quote.
  private static func range(of evidence: Evidence, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    if let start = evidence.start, let end = evidence.end {
      return start >= 0 && start < end && end <= scalars.count ? start..<end : nil
    }
    let quote = Array(evidence.quote.unicodeScalars)
    guard !quote.isEmpty, quote.count <= scalars.count else { return nil }
    for start in 0...(scalars.count - quote.count)
    where scalars[start] == quote[0] && scalars[start..<(start + quote.count)].elementsEqual(quote) {
      return start..<(start + quote.count)
    }
    return nil
  }

  private static func rank(_ polarity: CriterionResult.Polarity) -> UInt8 {
    switch polarity {
    case .quality: 1
    case .exempt: 2
    case .educational: 3
    case .clinical: 4
    }
  }

  private static func name(of rank: UInt8) -> String? {
    switch rank {
    case 1: "quality"
    case 2: "exempt"
    case 3: "educational"
    case 4: "clinical"
    default: nil
    }
  }
}
