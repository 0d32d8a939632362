import Classification
import IEPModel

/// A judged goal as it stands in the terminal: label, parts, criteria with their evidence, advice.
struct GoalCard {
  let pack: CriteriaPack
  let isColoured: Bool

  func show(_ text: String, _ result: GoalClassification, _ parts: GoalComponents) {
    print(text)
    let certainty = result.confidence.map { ", confidence \($0.rawValue)" } ?? ""
    let review = result.needsReview == true ? "; a person should look" : ""
    print("  \(paint(result.label.rawValue, colour(of: result.label)))\(certainty)\(review)")
    if !result.modifiers.isEmpty { print("  \(result.modifiers.map(Self.said).joined(separator: ", "))") }
    let named: [(String, String?)] = [
      ("by when", parts.timeframe), ("given", parts.condition), ("does", parts.behavior), ("how well", parts.criterion),
      ("held for", parts.span), ("recorded", parts.measurement), ("by means of", parts.means),
      ("what for", parts.purpose),
    ]
    for (name, part) in named { if let part { print("  \(paint(name, 2)): \(part)") } }
    for fired in result.criteria {
      let criterion = pack.criteria.first { $0.id == fired.id }
      let quotes = fired.evidence.map { "\"\($0.quote)\"" }.joined(separator: ", ")
      let detail = fired.polarity == .quality ? "" : ": \(quotes)"
      print("  \(paint(fired.id, colour(of: fired.polarity))) \(criterion?.name ?? "")\(detail)")
      if fired.polarity != .educational, let coaching = criterion?.coaching { print("      \(coaching.ask)") }
    }
  }

  /// A modifier as the contract writes it, with what it means where the word alone does not tell.
  private static func said(_ modifier: String) -> String {
    modifier == "by-likeness"
      ? "by-likeness: the criteria leave it open, goals worded alike were labelled so" : modifier
  }

  private func colour(of label: GoalClassification.Label) -> Int {
    switch label {
    case .educational: 32
    case .mixed: 33
    case .clinical: 31
    case .insufficient: 35
    case .exempt: 36
    }
  }

  private func colour(of polarity: CriterionResult.Polarity) -> Int {
    switch polarity {
    case .educational: 32
    case .clinical: 31
    case .quality: 35
    case .exempt: 36
    }
  }

  private func paint(_ text: String, _ code: Int) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
