import IEPModel

/// The key to a column of bare figures: "Provider: 1 Special Education Teacher 2 Occupational Therapist 3 Speech-Language
/// Pathologist". Figures mean something else in every other column.
struct FigureKey: Sendable {
  /// What the figures under each label mean, as the form tells them one after another.
  private var columns: [(label: [String], words: [String: String])] = []

  var isEmpty: Bool { columns.isEmpty }

  /// A cheap look: a label, and "1" behind it.
  static func mayExplain(_ text: String) -> Bool { text.contains(": 1 ") }

  /// - Parameter paragraph: unwrapped.
  mutating func add(_ paragraph: String) {
    guard Self.mayExplain(paragraph), let colon = paragraph.firstIndex(of: ":") else { return }
    if addEquations(paragraph) { return }
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
    add(
      found.enumerated().map { index, words in
        ("\(index + 1)", words.joined(separator: " ").trimmingCharacters(" ,;."))
      }, under: label)
  }

  /// Adds "Freq (Wks): 1 = every week, 2 = every other week, 4 = every fourth week", behind other sentences too.
  /// - Returns: whether there is such a list.
  private mutating func addEquations(_ paragraph: String) -> Bool {
    guard let mark = paragraph.range(of: ": 1 =") else { return false }
    // The label begins the paragraph or stands behind a sentence's end.
    let before = paragraph[..<mark.lowerBound].split(separator: " ")
    let label = LabelTokens.of(
      before.reversed().prefix { !$0.hasSuffix(".") }.reversed().joined(separator: " "))
    let sentence = paragraph[mark.lowerBound...].dropFirst().prefix { $0 != "." }
    let parts = sentence.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
    guard (1...3).contains(label.count), !label.contains("goal"), parts.count >= 3 else { return false }
    var found: [(String, String)] = []
    for (index, part) in parts.dropLast().enumerated() {
      let next = parts[index + 1]
      let words = index + 2 < parts.count ? next.dropLast() : next[...]
      guard let figure = part.last, figure.utf8.count <= 2, Int(figure) != nil, (1...8).contains(words.count) else {
        return false
      }
      found.append((figure, words.joined(separator: " ").trimmingCharacters(" ,;.")))
    }
    add(found, under: label)
    return true
  }

  private mutating func add(_ meanings: [(String, String)], under label: [String]) {
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

  /// Whether a column's figures have no key of their own, and the key there is stands to another of the columns.
  func isOfAnother(than header: String, among headers: [String]) -> Bool {
    guard !columns.isEmpty else { return false }
    let words = Set(LabelTokens.of(header))
    return !columns.contains { words.isSuperset(of: $0.label) }
      && headers.contains { other in columns.contains { Set(LabelTokens.of(other)).isSuperset(of: $0.label) } }
  }

  /// The cells of a column that has such a key; `nil` where it has none.
  func spelledOut(_ texts: [String], under header: String) -> [String]? {
    let spelled = texts.map { meaning(of: $0, under: header) ?? $0 }
    return spelled == texts ? nil : spelled
  }
}
