import IEPModel

/// The cycle of school days that a form counts by: "School district cycle: ☐ 5 day cycle ☒ 6 day cycle".
enum CycleLength {
  /// - Returns: 2 to 20 days; `nil` where the pages name none, or several.
  static func days(in sections: [SectionBlocks]) -> Int? {
    var ticked: Set<Int> = []
    var named: Set<Int> = []
    for line in sections.flatMap(\.allLines) where line.text.contains(inAnyCase: "cycle") {
      let options = Ticks.options(in: line)
      // "School district cycle: ☐ 5 day ☒ 10 day": the question says the word.
      for option in options where option.isOn {
        ticked.formUnion(days(in: option.label + (option.label.lowercased().contains("cycle") ? "" : " cycle")))
      }
      if options.isEmpty { named.formUnion(days(in: line.text)) }
    }
    if ticked.count == 1 { return ticked.first }
    return ticked.isEmpty && named.count == 1 ? named.first : nil
  }

  private static func days(in text: String) -> [Int] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.indices.compactMap { index in
      guard let days = Int(words[index]), (2...20).contains(days), index + 2 < words.count,
        words[index + 1].hasPrefix("day"), words[index + 2].hasPrefix("cycle")
      else { return nil }
      return days
    }
  }
}
