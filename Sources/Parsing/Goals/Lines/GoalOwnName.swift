import IEPModel

/// A goal under the form's own abbreviation: "MAG 2", "AG #3".
enum GoalOwnName {
  /// The goal's number, of a text that is nothing else.
  static func number(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "#" }.map(String.init)
    guard words.count == 2, (2...5).contains(words[0].utf8.count), words[0] == words[0].uppercased(),
      words[0].allSatisfy(\.isLetter), words[1].utf8.count <= 2, Int(words[1]) != nil
    else { return nil }
    return words[1]
  }
}
