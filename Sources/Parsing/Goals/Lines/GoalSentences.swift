import Extraction
import Foundation
import IEPModel

/// Finds goals by what they say where no heading, label or column names them: a sentence of what a student will do,
/// with how well or by when. The last resort for forms whose goal pages speak a language of their own.
struct GoalSentences: Sendable {
  let values: ValueReaders

  /// Drafts of one section, in reading order.
  func read(_ section: SectionBlocks) -> [GoalDraft] {
    var drafts: [GoalDraft] = []
    var area: String?
    var lines: [TextLine] = []
    func flush() {
      for paragraph in Paragraph.join(lines) { take(paragraph) }
      lines = []
    }
    var isAmongObjectives = false
    func take(_ paragraph: Paragraph) {
      let text = paragraph.text
      if text.utf8.count < 90, Self.namesObjectives(text), !Self.saysWhatAStudentDoes(text) { isAmongObjectives = true }
      if isAmongObjectives, GoalTitle(text, vocabulary: values.vocabulary) != nil { isAmongObjectives = false }
      guard !isAmongObjectives, !Self.isObjective(text) else { return }
      if let found = sentence(text) {
        var draft = GoalDraft()
        draft.text = found.text
        draft.number = found.number
        draft.area = found.lead.flatMap { values.vocabulary.goalAreaCode(of: $0) != nil ? $0 : nil } ?? area
        draft.textPlaces = paragraph.places
        draft.certainty = 0.5
        drafts.append(draft)
      } else if text.split(separator: " ").count <= 8, values.vocabulary.goalAreaCode(of: text) != nil {
        area = text.trimmingColon
      }
    }
    for block in section.blocks {
      switch block {
      case .line(let line): lines.append(line)
      case .table(let table):
        flush()
        for cell in table.cells where !cell.isEmpty {
          for paragraph in Paragraph.join(cell.lines) { take(paragraph) }
        }
      }
    }
    flush()
    return drafts
  }

  static func namesObjectives(_ text: String) -> Bool {
    text.contains(inAnyCase: "objective") || text.contains(inAnyCase: "benchmark")
      || text.contains(inAnyCase: "milestone")
  }

  /// A bullet, a letter or "Objective 2:" begins what serves a goal, not a goal.
  static func isObjective(_ text: String) -> Bool {
    if isNamedObjective(text) { return true }
    guard let mark = RowMarks.split(text)?.mark.trimmingCharacters("().:") else { return false }
    return mark.first?.isNumber != true || mark.contains(".") || mark.contains(where: \.isLetter)
  }

  /// "Objective 2: Jo will ...".
  static func isNamedObjective(_ text: String) -> Bool {
    text.split(separator: " ").prefix(3).contains { namesObjectives(String($0)) }
  }

  /// The goals of sections that their reader passed over.
  func missed(by drafts: [GoalDraft], in sections: [SectionBlocks]) -> [GoalDraft] {
    let found = sections.flatMap(read)
    guard !found.isEmpty else { return [] }
    let known = drafts.flatMap { draft in
      [draft.text, draft.baseline, draft.criterion, draft.method].compactMap { $0 } + draft.objectives.map(\.text)
    }.map(Self.bare)
    let places = drafts.flatMap { $0.textPlaces + $0.objectives.flatMap(\.provenance) }
    return found.filter { draft in
      let text = Self.bare(draft.text)
      // Lines that a reader of columns took are no goal read as a sentence.
      if draft.textPlaces.contains(where: { place in places.contains { Self.holds(place, $0) } }) { return false }
      return !known.contains { $0.contains(text) || ($0.utf8.count > 20 && text.contains($0)) }
    }
  }

  private static func holds(_ whole: Place, _ part: Place) -> Bool {
    guard whole.page == part.page, let a = whole.box, let b = part.box else { return false }
    return a.insetBy(-1).contains(x: b.midX, y: b.midY)
  }

  private static func bare(_ text: String) -> String { LabelTokens.words(text).joined() }

  /// The goal that a text is, without its number and without a short lead ("Reading: ...").
  func sentence(_ text: String) -> (text: String, number: String?, lead: String?)? {
    var text = text
    var number: String?
    var lead: String?
    if let heading = GoalHeading(text), heading.rest.split(separator: " ").count > 6 {
      (number, text) = (heading.number, heading.rest)
    } else if let split = RowMarks.split(text) {
      let mark = split.mark.trimmingCharacters("().:")
      if mark.first?.isNumber == true { number = mark }
      text = split.rest
    }
    if let colon = text.range(of: ": "), text[..<colon.lowerBound].split(separator: " ").count <= 6 {
      lead = String(text[..<colon.lowerBound])
      text = String(text[colon.upperBound...]).trimmingBlanks
    }
    guard Self.isGoal(text) else { return nil }
    return (text, number, lead)
  }

  /// What a student will do and how it is measured, in one sentence or a few.
  static func isGoal(_ text: String) -> Bool {
    !text.contains("☐") && !text.contains("☒") && !Legend.hasTightCodes(text) && saysWhatAStudentDoes(text)
      && (7...110).contains(text.split(separator: " ").count) && isMeasured(text)
  }

  /// The first sentence of a text that says what somebody will do; the whole text where none does.
  static func mainSentence(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    for range in Sentences.split(scalars) {
      let sentence = String(scalars: scalars[range])
      if (" " + sentence.lowercased()).contains(" will ") { return sentence }
    }
    return text
  }

  /// The goal without what the form says of the team behind it: "... on three essays. The IEP team considered the need for
  /// short-term objectives."
  static func withoutRemark(_ text: String) -> String {
    guard let last = Sentences.texts(text).last, last.utf8.count < text.utf8.count, last.hasPrefix("The "),
      case let words = LabelTokens.words(last).dropFirst(), let subject = words.prefix(2).first(where: teams.contains),
      let verb = words.drop(while: { $0 != subject }).dropFirst().first, considered.contains(verb)
    else { return text }
    return String(text.dropLast(last.count)).trimmingBlanks
  }
  private static let teams: Set = ["team", "committee", "arc", "ppt"]
  private static let considered: Set = [
    "considered", "discussed", "determined", "decided", "reviewed", "agreed", "has", "does", "did",
  ]

  /// "Of the 1,700 minutes in the week Jo will spend 85 percent in general education": time in class, no goal.
  static func isPlacement(_ lowered: String) -> Bool {
    (lowered.contains("%") || lowered.contains("percent") || lowered.contains(" minutes "))
      && [" will spend ", " will be with ", " will be in ", " will take part in ", " will be educated ", " spends "]
        .contains(where: lowered.contains)
      && [" week", " day", " time"].contains(where: lowered.contains)
      && [" class", "education", "peers", "setting"].contains(where: lowered.contains)
      && ![" trials", " opportunities", "accuracy", " prompts"].contains(where: lowered.contains)
  }

  /// "Goals 1 to 4 are measured with work samples, once a week.": how progress on all goals is measured, and when.
  static func sharedMethod(_ text: String) -> (method: String, schedule: String?)? {
    guard text.utf8.count < 240 else { return nil }
    let lowered = text.lowercased()
    guard
      ["goals", "progress ", "all ", "the goals", "these goals", "annual goals"].contains(where: lowered.hasPrefix),
      let verb = ["measured", "monitored", "assessed", "evaluated"].lazy.compactMap({
        lowered.range(of: " " + $0 + " ")
      })
      .first
    else { return nil }
    let before = LabelTokens.words(String(lowered[..<verb.lowerBound]))
    guard before.contains("goals"), ["are", "is", "be"].contains(before.last ?? "") else { return nil }
    let rest = String(text.dropFirst(lowered.distance(from: lowered.startIndex, to: verb.upperBound)))
    guard let lead = rest.split(separator: " ").first,
      ["with", "by", "through", "using", "via"].contains(lead.lowercased())
    else { return nil }
    let sentence = rest.dropFirst(lead.count).split(separator: ".").first.map { String($0).trimmingBlanks } ?? ""
    guard !sentence.isEmpty else { return nil }
    let often = ["once", "twice", "daily", "weekly", "monthly", "quarterly", "every", "each", "at"]
    if let comma = sentence.lastIndex(of: ","),
      let word = sentence[sentence.index(after: comma)...].split(separator: " ").first,
      often.contains(word.lowercased())
    {
      return (
        String(sentence[..<comma]).trimmingBlanks, String(sentence[sentence.index(after: comma)...]).trimmingBlanks
      )
    }
    return (sentence, nil)
  }

  /// "Jo will have language therapy 30 minutes a week", "The school nurse will see Jo": what is given, and by whom.
  static func isService(_ lowered: String) -> Bool {
    let persons = ["nurse", "pathologist", "psychologist", "worker", "counselor", "specialist", "aide", "associate"]
    if persons.contains(where: { lowered.contains(" " + $0 + " will ") }) { return true }
    return [" will have ", " will take part in ", " will get "].contains(where: lowered.contains)
      && [" minutes", " hours", " hour "].contains(where: lowered.contains)
      && [" services", " therapy", " support", " experience", " instruction"].contains(where: lowered.contains)
      && ![" trials", " opportunities", "accuracy", " prompts", "%"].contains(where: lowered.contains)
  }

  /// "After high school Jo will work as a welder": a goal for later life, not for the year.
  static func isForLater(_ lowered: String) -> Bool {
    [
      "after high school", "after graduation", "after graduating", "after leaving school", "after leaving high school",
      "upon graduation", "upon graduating", "upon completion of high school", "upon completing high school",
      "following high school", "following graduation", "after completing high school", "upon exiting high school",
    ].contains { lowered.trimmingBlanks.hasPrefix($0) }
  }

  private static func saysWhatAStudentDoes(_ text: String) -> Bool {
    guard text.contains(inAnyCase: "will") || text.contains(inAnyCase: "shall") else { return false }
    let lowered = " " + mainSentence(text).lowercased() + " "
    guard [" will ", " shall ", " will be able to "].contains(where: lowered.contains) else { return false }
    // What staff, teams and papers will do.
    return !isPlacement(lowered) && !isService(lowered) && !isForLater(lowered)
      && ![
        " will receive", " will be provided", " will be measured", " will be reported", " will be sent", " team will",
        " district will", " school will", " parent will", " parents will", " staff will", " teacher will",
        " will attend",
        " will participate in statewide", " will participate in state", " services will", " service will",
        " will be given",
        " progress will",
        " therapist will", " will be reviewed", " will be monitored", " will not participate", " will meet to",
        " will be taught",
      ].contains(where: lowered.contains)
  }

  /// A goal in the present tense: "Given a grade-level passage, Lena reads aloud 95 words a minute in 4 of 5 probes." What
  /// was or is now so is a present level.
  static func isMeasuredStatement(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    let words = bare.lowercased().split { !$0.isLetter }.map(String.init)
    let levels: Set<String> = [
      "currently", "current", "baseline", "present", "now", "was", "were", "has", "had", "scored", "earned", "did",
      "last",
      "previously", "performed", "received", "needs", "progress", "services", "parents", "report", "reports",
    ]
    return (7...110).contains(words.count) && bare.first?.isUppercase == true && isMeasured(bare)
      && !words.contains(where: levels.contains) && !bare.contains(": ") && !bare.contains("☐") && !bare.contains("☒")
  }

  /// A share, a count, a date or another yardstick stands in it.
  private static func isMeasured(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if lowered.contains("%") || lowered.contains(" percent") || lowered.contains(" accuracy") { return true }
    let words = lowered.words
    for (index, word) in words.enumerated() where index + 2 < words.count {
      if ["of", "out"].contains(words[index + 1]), isCount(word), isCount(words[index + 2]) || words[index + 2] == "of"
      {
        return true
      }
    }
    return [
      "independently", "prompt", "prompts", "trials", "opportunities", "consecutive", "within", "minutes", "daily",
      "probes",
    ]
    .contains { words.contains($0) }
  }

  private static func isCount(_ word: String) -> Bool {
    Int(word) != nil
      || ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(word)
  }
}
