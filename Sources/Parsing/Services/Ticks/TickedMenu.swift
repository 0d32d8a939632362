import Extraction
import IEPModel

/// A printed list of services, each with a box to tick and blanks beside it: "☒ Speech 45 minutes 1 times per ☐ day
/// ☒ week" over "beginning 2/9/2026 through 2/2/2027 location Speech room". What is ticked reads as a sentence.
enum TickedMenu {
  /// A paragraph for each service that is ticked, without the boxes and what is left open.
  static func paragraphs(of lines: [TextLine], isService: (String) -> Bool) -> [Paragraph] {
    var result: [Paragraph] = []
    var open: [TextLine] = []
    func close() {
      if !open.isEmpty { result.append(Paragraph(lines: open)) }
      open = []
    }
    var isOn = false
    var previous: TextLine?
    for line in lines {
      let follows = previous.map { $0.page == line.page && line.box.y0 - $0.box.y1 < line.height * 2 } ?? false
      if let first = line.words.first, Ticks.isTick(first), isService(name(of: line)) {
        close()
        isOn = first.text == "☒"
        if isOn { open = chosen(line).map { [$0] } ?? [] }
      } else if isOn, follows, !line.isBold {
        if let kept = chosen(line) { open.append(kept) }
      } else {
        close()
        isOn = false
      }
      previous = line
    }
    close()
    return result.filter { $0.lines.count > 1 || $0.text.contains(where: \.isNumber) }
  }

  /// The words behind the first box, up to the next box or wide gap.
  static func name(of line: TextLine) -> String {
    let groups = line.groups.map { $0.drop(while: Ticks.isTick).prefix { !Ticks.isTick($0) } }.filter { !$0.isEmpty }
    return (groups.first ?? []).map(\.text).joined(separator: " ")
  }

  /// The line without the boxes and the options that are not ticked.
  /// - Parameter isCut: the line before ended with a box that is not ticked, so that its words stand here.
  static func chosen(_ line: TextLine, behindOpenBox isCut: Bool = false) -> TextLine? {
    var kept: [Word] = []
    var isOpen = isCut
    var isNamed = false
    var option: [String] = []
    for group in line.groups {
      // "☐ year   for 40": an option ends where its words do.
      if isNamed { isOpen = false }
      for word in group {
        if Ticks.isTick(word) {
          (isOpen, isNamed, option) = (word.text == "☐", false, [])
        } else if isOpen {
          isNamed = true
          option.append(word.text)
          if endsInSentence(option) { (isOpen, isNamed) = (false, false) }
        } else {
          kept.append(word)
        }
      }
    }
    return kept.isEmpty ? nil : TextLine(page: line.page, words: kept)
  }

  /// "per ☐ day ☒ week ☐ month, in the resource room": an option within a sentence ends at its comma.
  private static func endsInSentence(_ option: [String]) -> Bool {
    option.count <= 3 && option.last?.hasSuffix(",") == true && option.first?.first?.isLowercase == true
  }
}
