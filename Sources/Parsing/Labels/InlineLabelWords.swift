import Extraction
import IEPModel

/// Which words before a colon are the label.
extension InlineLabels {
  /// A word with a capital, whole or shortened, as those of labels are.
  static func isLabelWord(_ text: String) -> Bool {
    text.first?.isUppercase == true && text.allSatisfy { $0.isLetter || "./-".contains($0) }
  }

  /// The words before a colon that are its label: the longest known phrase; else all the words since the last wide
  /// gap, if they are few and begin with a capital.
  func labelRange(endingAt end: Int, notBefore floor: Int, in words: [Word]) -> Range<Int>? {
    var start = end
    while start > floor, end - start < 11 {
      let gap = words[start].box.x0 - words[start - 1].box.x1
      if gap > max(words[start].fontSize, 5) * 0.95 || words[start - 1].field != nil { break }
      if words[start - 1].text == "☐" || words[start - 1].text == "☒" { break }
      // "teacher data | When reported:": a stroke parts a value from the next label.
      if words[start].text == "|" { break }
      // Where labels are set in bold, what stands before them in plain letters is the value of another.
      if words[start].isBold, !words[start - 1].isBold { break }
      start -= 1
    }
    var best: Range<Int>?
    for candidate in start...end {
      let text = words[candidate...end].map(\.text).joined(separator: " ")
      // "XIS/Student ID": one word of two labels.
      let behind = text.firstIndex(of: "/").map { String(text[text.index(after: $0)...]) }
      let isJoined = behind.map {
        !words[candidate].text.hasSuffix("/") && words[candidate].text.contains("/") && reader.isExactLabel($0)
      }
      if reader.isExactLabel(text) || isJoined == true {
        best = candidate..<(end + 1)
        break
      }
    }
    // "Goal 3 (Behavior):": what stands in brackets is a part of what comes before.
    if let found = best, found.lowerBound > start, words[found.lowerBound].text.hasPrefix("("),
      words[end].text.hasSuffix("):")
    {
      best = nil
    }
    // "Minutes Per Session:" at the head of a line or column is one label, though its last word is one too.
    let isHead =
      start == 0 || start > floor && words[start].box.x0 - words[start - 1].box.x1 > 6
      || start > 0 && words[start].box.y0 > words[start - 1].box.y1 - 1
    if let found = best, found.lowerBound == end, end > start, isHead, end - start <= 3,
      words[start..<end].allSatisfy({ Self.isLabelWord($0.text) }),
      reader.labelFit(words[start...end].map(\.text).joined(separator: " ").trimmingColon) >= 0.3
    {
      best = start..<(end + 1)
    }
    // "Service, activity or support:", "Kind of service:": a label does not begin with a small letter right behind other
    // words of its line.
    if let found = best, found.lowerBound > start, isHead, end - start <= 5,
      words[start].text.first?.isUppercase == true,
      words[found.lowerBound].text.first?.isLowercase == true,
      // "Present level related to the goal:"
      found.lowerBound == start + 1
        || ["related", "relating", "linked", "tied", "connected"].contains(words[found.lowerBound].text)
          && reader.isExactLabel(Self.text(words[start..<found.lowerBound]))
        || words[start..<found.lowerBound].contains(where: {
          $0.text.hasSuffix(",") || $0.text == "or" || $0.text == "and"
        })
    {
      best = start..<(end + 1)
    }
    // "LANGUAGE USED BY STUDENT:": a label does not begin behind a word that asks for more.
    if let found = best, found.lowerBound > start, isHead, end - start <= 7,
      ["by", "of", "for", "to", "with"].contains(words[found.lowerBound - 1].text.lowercased()),
      words[start].text.first?.isUppercase == true,
      words[start..<found.lowerBound].allSatisfy({ !$0.text.hasSuffix(".") && !$0.text.contains(where: \.isNumber) })
    {
      best = start..<(end + 1)
    }
    // "Learning Standard #:": a mark alone is the end of a label of the form's own.
    if let found = best, found.count == 1, words[end].text == "#:" {
      var first = end
      while first > floor, end - first < 4, words[first - 1].field == nil,
        words[first - 1].text.first?.isUppercase == true,
        words[first - 1].text.allSatisfy({ $0.isLetter || $0 == "/" }),
        words[first].box.x0 - words[first - 1].box.x1 < max(words[first].fontSize, 5) * 0.5
      { first -= 1 }
      if end - first >= 2 { return first..<(end + 1) }
    }
    // "XSIS #: 990512": a state's own name of the number is a part of the label.
    if let found = best, found.lowerBound > floor, case let word = words[found.lowerBound - 1].text,
      (3...8).contains(word.utf8.count), word == word.uppercased(), word.allSatisfy(\.isLetter),
      words[found.lowerBound].box.x0 - words[found.lowerBound - 1].box.x1 < max(words[end].fontSize, 5) * 0.95,
      ["#:", "ID:", "#", "No.:", "Number:", "ID"].contains(words[found.lowerBound].text)
    {
      best = (found.lowerBound - 1)..<(end + 1)
    }
    if let best { return best }
    // "... in 4 of 5 trials. Checked by: ...": a capital behind a sentence's end begins a label of the form's own.
    let behind = (start...end).last { index in
      index > floor && words[index].text.first?.isUppercase == true
        && (words[index - 1].text.hasSuffix(".") || words[index - 1].text.hasSuffix(";"))
    }
    if let begin = behind, end - begin <= 4 {
      return begin..<(end + 1)
    }
    let isCapital = words[start].text.first.map { $0.isUppercase || $0.isNumber } ?? false
    let isSentence = words[start...end].contains {
      ["will", "following", "receive"].contains($0.text.lowercased().trimmingColon)
    }
    // Set off by a wide gap from what stands before.
    if start > floor, words[start].box.x0 - words[start - 1].box.x1 > max(words[start].fontSize, 5) * 0.95,
      end - start <= 4, isCapital, !isSentence
    {
      return start..<(end + 1)
    }
    // Behind another label the words are its value: "Baseline: Data of May: 45 %".
    guard floor == 0 || words[start].box.y0 > words[start - 1].box.y1 else { return nil }
    return end - start <= 6 && isCapital && !isSentence && start == floor ? start..<(end + 1) : nil
  }
}
