import IEPModel

/// The key to a column of bare figures: "Provider: 1 Special Education Teacher 2 Occupational Therapist 3 Speech-Language
/// Pathologist". Figures mean something else in every other column.
struct FigureKey: Sendable {
  /// What the figures under each label mean, as the form tells them one after another.
  private var columns: [(label: [String], words: [String: String])] = []

  var isEmpty: Bool { columns.isEmpty }

  /// A cheap look: a label, and "1" before a capital behind it.
  static func mayExplain(_ text: String) -> Bool { text.contains(": 1 ") }

  /// - Parameter paragraph: unwrapped.
  mutating func add(_ paragraph: String) {
    guard Self.mayExplain(paragraph), let colon = paragraph.firstIndex(of: ":") else { return }
    let label = LabelTokens.of(String(paragraph[..<colon]))
    let words = paragraph[paragraph.index(after: colon)...].split(separator: " ").map(String.init)
    // "Goals: 1 Reading 2 Writing" tells what the goals are about; their numbers stand for themselves.
    guard (1...3).contains(label.count), !label.contains("goal") else { return }
    var found: [[String]] = []
    for (index, word) in words.enumerated() {
      if word == "\(found.count + 1)", index + 1 < words.count, words[index + 1].first?.isLetter == true {
        found.append([])
      } else if found.isEmpty {
        return
      } else {
        found[found.count - 1].append(word)
      }
    }
    guard found.count >= 2, found.allSatisfy({ (1...8).contains($0.count) }) else { return }
    let meanings = found.enumerated().map { index, words in
      ("\(index + 1)", words.joined(separator: " ").trimmingCharacters(" ,;."))
    }
    // The same label again, as where a key stands on each page: the last one holds.
    let index = columns.firstIndex { $0.label == label } ?? columns.endIndex
    if index == columns.endIndex { columns.append((label, [:])) }
    for (figure, meaning) in meanings { columns[index].words[figure] = meaning }
  }

  func meaning(of figure: String, under label: String) -> String? {
    guard !columns.isEmpty, figure.utf8.count <= 2 else { return nil }
    let words = Set(LabelTokens.of(label))
    return columns.first { words.isSuperset(of: $0.label) }?.words[figure.trimmingBlanks]
  }

  /// The cells of a column that has such a key; `nil` where it has none.
  func spelledOut(_ texts: [String], under header: String) -> [String]? {
    let spelled = texts.map { meaning(of: $0, under: header) ?? $0 }
    return spelled == texts ? nil : spelled
  }
}
