import Extraction
import IEPModel

/// What a form asks of whoever fills it in, printed between a label and its value: "What can the student currently
/// do?", "How will we know that the student has reached this goal?" It is no part of the value.
enum FormQuestion {
  private static let openers: Set<String> = [
    "what", "how", "when", "where", "which", "who", "why", "is", "are", "does", "do", "can", "will", "describe",
    "include", "state", "list", "indicate", "explain", "identify", "specify",
  ]

  /// "Include, as appropriate, ...", "Complete for each goal": what tells whoever fills in the form what to do.
  static func opensInstruction(_ text: Substring) -> Bool {
    guard let first = text.split(separator: " ").first else { return false }
    return imperatives.contains(first.lowercased().trimmingCharacters(",.:"))
  }

  static func isQuestion(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    if isInstruction(text) { return true }
    guard words.count >= 3, let first = words.first else { return false }
    let opener = first.lowercased().trimmingCharacters("(*:")
    if text.hasSuffix("?") { return openers.contains(opener) }
    // "Annual goal: what the student will be able to do within one year"
    let asks: Set<String> = ["what", "how", "which", "describe", "explain", "state", "list", "include", "indicate"]
    if first.first?.isLowercase == true, asks.contains(String(first)), words.count >= 4, !text.hasSuffix(".") {
      return true
    }
    // "(observation, work samples, tests, other: which?)": a whole bracket of words is the form's.
    return first.hasPrefix("(") && text.hasSuffix(")") && (openers.contains(opener) || words.count >= 5)
  }

  /// "(check all that apply)", "Select one": how the form wants its boxes ticked.
  static func isInstruction(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    guard (2...8).contains(words.count), let verb = words.firstIndex(where: choices.contains), verb <= 1 else {
      return false
    }
    return text.hasPrefix("(") && text.hasSuffix(")") || verb == 0 && words.count > 1 && counts.contains(words[1])
  }
  private static let choices: Set<String> = ["check", "mark", "select", "choose", "circle", "tick", "indicate"]
  private static let counts: Set<String> = ["all", "one", "only", "any", "appropriate", "each", "those"]

  /// "Include specific descriptions of strengths and needs that apply to the student's current performance.": a sentence
  /// that tells whoever fills in the form what to write of the student.
  static func asksAtLength(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= 8, text.hasSuffix("."), opensInstruction(text[...]), words[0].first?.isUppercase == true,
      !text.contains(where: \.isNumber)
    else { return false }
    let persons: Set<String> = ["student", "child", "pupil", "learner"]
    return LabelTokens.words(text).contains { persons.contains($0) }
  }

  /// "What will the student be able to do? Include the condition and how well.": a question, and what is said of it.
  static func beginsWithQuestion(_ text: String) -> Bool {
    text.firstIndex(of: "?").map { isQuestion(String(text[...$0])) } ?? false
  }

  /// "How will progress be measured? (check all that apply)": a line that ends in how its boxes are to be ticked.
  static func endsInInstruction(_ text: String) -> Bool {
    guard text.hasSuffix(")"), let bracket = text.lastIndex(of: "("), bracket > text.startIndex else { return false }
    return isInstruction(String(text[bracket...]))
  }

  /// "B. RELATED SERVICES - List the services that the student needs": the heading without what the form wants filled in.
  static func withoutInstruction(_ heading: String) -> String {
    for mark in [" - ", " – ", " — ", ": ", ". ", " ("] {
      guard let range = heading.range(of: mark) else { continue }
      if opensInstruction(heading[range.upperBound...]) { return String(heading[..<range.lowerBound]) }
    }
    return heading
  }

  private static let imperatives: Set<String> = [
    "list", "describe", "include", "identify", "check", "indicate", "specify", "state", "document", "complete",
    "record", "enter", "note", "consider", "select", "explain", "mark", "use", "attach", "provide", "address",
    "required",
  ]

  /// The fact without the questions that its value begins with.
  static func removed(from fact: Fact) -> Fact {
    let lines = answered(fact.lines)
    var rest = lines[...]
    var asked: [TextLine] = []
    var count = 0
    for (index, line) in lines.enumerated() where index < 4 {
      guard line.words.allSatisfy({ $0.field == nil }) else { break }
      asked.append(line)
      // "what the student can" over "do now": the question goes on.
      let goesOn =
        count > 0 && !asked[count - 1].text.hasSuffix("?") && line.text.first?.isLowercase == true
        && !line.text.hasSuffix(".") && !line.text.contains(where: \.isNumber)
        && !line.differsInType(from: asked[count - 1])
      let passage = Unwrapping.text(of: Array(asked[count...]))
      if isQuestion(passage) || asksAtLength(passage) || goesOn {
        rest = lines[(index + 1)...]
        count = asked.count
      }
    }
    guard count > 0 else { return fact }
    var fact = fact
    fact.lines = Array(rest)
    fact.value = Unwrapping.text(of: fact.lines)
    if let first = fact.lines.first {
      fact.place = Place(page: first.page, box: Box.around(fact.lines.filter { $0.page == first.page }.map(\.box)))
    }
    return fact
  }

  /// "What can the student do now? Reads 60 words per minute": the question and its answer on lines of their own.
  private static func answered(_ lines: [TextLine]) -> [TextLine] {
    guard let first = lines.first, let end = first.words.firstIndex(where: { $0.text.hasSuffix("?") }),
      end + 1 < first.words.count, first.words[...end].allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      !Ticks.isTick(first.words[end + 1]), first.words[end + 1].text.first?.isLowercase != true,
      case let asked = TextLine(page: first.page, words: Array(first.words[...end])), isQuestion(asked.text),
      case let answer = TextLine(page: first.page, words: Array(first.words[(end + 1)...])),
      // "What can the student do? Use a number if you can.": the form asks on.
      !opensInstruction(answer.text[...]), answer.words[0].text != "Name"
    else { return lines }
    return [asked, answer] + lines.dropFirst()
  }
}
