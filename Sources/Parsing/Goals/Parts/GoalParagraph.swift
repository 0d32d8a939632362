import Extraction
import Foundation
import IEPModel

/// What a paragraph without a label reads like: a goal, an objective, a goal with its objectives.
enum GoalParagraph {
  /// A sentence of what a student will do.
  static func looksLikeGoal(_ text: String) -> Bool {
    // What is said behind its sentence ("Progress will be counted over four weeks") does not make it less a goal.
    let lowered = " " + GoalSentences.mainSentence(text).lowercased() + " "
    let asks: Set<String> = ["what", "how", "describe", "explain", "indicate", "specify", "include"]
    return lowered.contains(" will ") && text.split(separator: " ").count >= 4 && !text.hasSuffix("?")
      && !Legend.hasTightCodes(text)
      && !text.hasSuffix("?)") && !isQuestionAlone(text)
      && !asks.contains(lowered.split(separator: " ").first.map(String.init) ?? "")
      && !GoalSentences.isPlacement(" " + text.lowercased() + " ") && !GoalSentences.isService(lowered)
      && !GoalSentences.isForLater(lowered)
      && ![
        " will be measured", "annual goals must", "progress will be", " will be provided to parent", "the team will",
        "parents will", " will be reported", " service will", " services will",
      ].contains(where: lowered.contains)
  }

  /// "Who will provide? (title)": a question of the form and no answer of a sentence behind it.
  private static func isQuestionAlone(_ text: String) -> Bool {
    guard let end = text.firstIndex(of: "?"), FormQuestion.beginsWithQuestion(text) else { return false }
    return !text[end...].contains(" will ")
  }

  /// "The progress on annual goals will be measured by ...": what the form says of all goals.
  static func tellsOfProgress(_ text: String) -> Bool {
    let words = LabelTokens.words(GoalSentences.mainSentence(text))
    guard let will = words.firstIndex(of: "will"), will + 2 < words.count, words[will + 1] == "be" else { return false }
    let done: Set<String> = ["measured", "monitored", "reported", "evaluated", "assessed", "reviewed"]
    return words[..<will].contains("progress") && done.contains(words[will + 2])
  }

  /// A sentence that may stand in a list of objectives.
  static func isObjective(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    let lowered = bare.lowercased()
    // "Making progress / Not making progress / Goal met" are answers to choose from.
    if bare.contains(" / "), !lowered.contains(" will "), bare.components(separatedBy: " / ").count >= 3 {
      return false
    }
    // "Beginning and ending dates of services: from ... to ..." is what a form says further on.
    if let colon = bare.range(of: ": "), bare[..<colon.lowerBound].split(separator: " ").count >= 5,
      !lowered.contains(" will ")
    {
      return false
    }
    // "Required for students who take alternate assessments" is said of the form.
    if !lowered.contains(" will "),
      lowered.hasPrefix("required ") || lowered.contains("alternate assessment")
        || lowered.contains("students with disabilities")
    {
      return false
    }
    if Self.tellsParents(lowered) || Self.isHeadingWithRemark(bare) { return false }
    // "a. Tolerate 5 min.": a mark of the list and a figure say as much as a fourth word.
    let isCounted = bare != text && bare.contains(where: \.isNumber)
    // "1. 5 minutes" counts and measures.
    let isMeasure = isCounted && bare.first?.isNumber == true && bare.last?.isLetter == true
    // "1. GIVEN CLOSED SYLLABLES, 15 OF 20.": a counted sentence, of a form that is typed in capitals.
    let isSentence = bare != text && bare.hasSuffix(".") && text.first?.isNumber == true
    return bare.split(separator: " ").count >= (isMeasure ? 2 : isCounted ? 3 : 4) && !CellReading.isBlank(bare)
      && !lowered.hasPrefix("progress ")
      && (bare != bare.uppercased() || lowered.contains(" will ") || lowered.contains(" in ") && bare.hasSuffix(".")
        || isSentence)
      && !lowered.contains("progress report") && !lowered.contains("report of progress") && !lowered.hasSuffix("?")
  }

  /// "Talk about feelings", "String 3 beads": three words that say what is done, in small letters or with a figure. Where
  /// a mark or a name says that an objective follows, they are one.
  static func isShortStep(_ text: String) -> Bool {
    let words = text.blankSeparated
    guard words.count == 3, words[0].first?.isUppercase == true, !text.contains(":"), !CellReading.isBlank(text),
      !words[0].isCapitals || words[0].utf8.count == 1
    else { return false }
    return words.dropFirst().allSatisfy { $0.first?.isUppercase != true } && !tellsOfReport(text)
  }

  private static func tellsOfReport(_ text: String) -> Bool {
    let words = Set(LabelTokens.words(text))
    return !words.isDisjoint(with: ["progress", "report", "reports", "date", "met", "mastered", "achieved", "criteria"])
  }

  /// "6. WORK SITE ROTATION (for information; the time is in part 7)": a heading in capitals, with what is said of it.
  private static func isHeadingWithRemark(_ text: String) -> Bool {
    guard text.hasSuffix(")"), let open = text.range(of: " ("), case let heading = String(text[..<open.lowerBound])
    else { return false }
    return heading.isCapitals && heading.blankSeparated.count >= 2
      && text[open.upperBound...].contains(where: \.isLowercase)
  }

  /// "Parents will be informed of progress by written report.": what the school does, and no step of the student's.
  private static func tellsParents(_ lowered: String) -> Bool {
    let words = lowered.blankSeparated.prefix(6).map { $0.trimmingCharacters(".,()") }
    let told: Set<String> = ["parent", "parents", "parent(s", "guardian", "guardians", "family", "families", "reports"]
    guard let will = words.firstIndex(of: "will"), will > 0, will + 1 < words.count else { return false }
    return words[..<will].contains(where: told.contains) && ["be", "receive", "get", "go"].contains(words[will + 1])
  }

  /// A cell's goal and the objectives under it: those below their heading, or the bullets.
  static func splitObjectives(
    _ lines: [TextLine], isHeading: (String) -> Bool
  ) -> (goal: [Paragraph], objectives: [Paragraph]) {
    if let heading = lines.indices.dropFirst().first(where: { isHeading(lines[$0].text) }), heading + 1 < lines.count {
      return (Paragraph.join(Array(lines[..<heading])), Paragraph.join(Array(lines[(heading + 1)...])))
    }
    let paragraphs = Paragraph.join(lines)
    guard paragraphs.count > 1,
      let first = paragraphs.indices.dropFirst().first(where: { RowMarks.isListItem(paragraphs[$0].text) })
    else { return (paragraphs, []) }
    return (Array(paragraphs[..<first]), Array(paragraphs[first...]))
  }
}
