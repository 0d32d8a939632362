import Extraction
import IEPModel

/// An amount that goes on in boxes for its period, and behind them boxes that ask for something else: "2 times 30 minutes
/// every ☐ day ☒ week ☐ month   ☐ Individual ☒ Group".
struct PeriodBoxes: Sendable {
  /// "2 times 30 minutes every week".
  let amount: String
  /// The boxes behind; `nil` where none of them is ticked.
  let others: TextLine?

  /// - Parameter first: the index of the line's first box.
  init?(_ line: TextLine, behind first: Int) {
    let options = Ticks.options(in: line, labelsFollow: true)
    let periods = options.prefix { DoseGrammar.isPeriod($0.label) }
    let ticks = line.words.indices.filter { Ticks.isTick(line.words[$0]) }
    guard periods.count >= 2, periods.count < options.count, ticks.count == options.count,
      case let chosen = periods.filter(\.isOn), chosen.count == 1
    else { return nil }
    amount = (Self.filled(line.words[..<first].map(\.text)) + [chosen[0].label]).joined(separator: " ")
    let rest = TextLine(page: line.page, words: Array(line.words[ticks[periods.count]...]))
    others = rest.words.contains { $0.text == "☒" } ? rest : nil
  }

  /// "____ times 60 minutes every": what stands behind a blank that was left open counts nothing.
  private static func filled(_ words: [String]) -> [String] {
    guard let blank = words.first, !blank.isEmpty, blank.allSatisfy({ $0 == "_" }) else { return words }
    let counted: Set<String> = ["times", "time", "x", "sessions", "session", "days"]
    return Array(words.dropFirst().drop { counted.contains($0.lowercased()) })
  }
}
