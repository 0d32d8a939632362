import IEPModel

/// A sentence whose blanks were filled in behind the one for the service's name: "C1. Service Reading . The student will
/// receive 40 minutes".
enum FilledSentence {
  /// The name and a colon before the sentence; unchanged where no blank names the service.
  static func named(_ text: String) -> String {
    // Most sentences name no blank.
    guard text.contains("Service") else { return text }
    var words = text.blankSeparated[...]
    guard words.count > 6, let mark = words.first else { return text }
    if RowMarks.isPart(mark[...]) || RowMarks.countsItems(mark) { words = words.dropFirst() }
    guard ["Service", "Service:"].contains(words.first),
      let stop = words.dropFirst().prefix(9).firstIndex(where: { $0.hasSuffix(".") }),
      stop + 1 < words.endIndex, words[stop + 1].first?.isUppercase == true
    else { return text }
    let name = words[words.startIndex + 1...stop].joined(separator: " ").trimmingCharacters(" .")
    return name.isEmpty ? text : name + ": " + words[(stop + 1)...].joined(separator: " ")
  }
}
