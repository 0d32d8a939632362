import Extraction
import Foundation
import IEPModel

/// Reads whether the team decided for extended school year services (34 CFR 300.106), as boxes, answers and sentences
/// say it: "☒ The student does not need ESY services", "ESY services are necessary for this student."
struct ExtendedYearDecision: Sendable {
  let values: ValueReaders
  let vocabulary: StatementVocabulary.ExtendedYear

  /// The decision and where it stands: what the section on ESY says, or a line elsewhere that speaks of it.
  func read(_ sections: [SectionBlocks]) -> (decision: Bool, place: Place)? {
    for section in sections where section.code == .esy {
      if let line = section.headingLine, line.text.namesExtendedYear, let decision = statement(line.text) {
        return (decision, line.place)
      }
      // What names ESY itself goes before other questions of the section ("Shorter school day? ☐ Yes ☒ No").
      for line in section.visualLines where Self.lead(of: line).namesExtendedYear {
        if let answer = answer(in: Ticks.options(in: line)) { return answer }
      }
      if let ticked = tickedStatement(in: section.allLines, isAbout: \.namesExtendedYear) { return ticked }
      for line in section.visualLines {
        // "Transportation: [ ] required [X] not required" answers another question.
        let lead = Self.lead(of: line)
        guard lead.namesExtendedYear || lead.blankSeparated.count > 7 || values.vocabulary.serviceCode(of: lead) == nil
        else { continue }
        if let answer = answer(in: Ticks.options(in: line)) { return answer }
      }
      if let ticked = tickedStatement(in: section.allLines, isAbout: { _ in true }) { return ticked }
    }
    // A box that is ticked anywhere outweighs what sentences say.
    for section in sections where section.code == .esy {
      let isAsked = section.heading.namesExtendedYear
      let plain = section.allLines.filter { !$0.words.contains(where: Ticks.isTick) }
      for paragraph in Paragraph.join(plain) {
        // "Extended school year:" over "Yes. The team found ...".
        if let first = paragraph.text.components(separatedBy: ". ").first, isAsked || first.namesExtendedYear,
          let answer = statement(first)
        {
          return (answer, paragraph.place)
        }
        if let decision = statement(paragraph.text) { return (decision, paragraph.place) }
      }
    }
    for section in sections {
      if let answer = YesNoColumns.answers(in: section.visualLines).first(where: { $0.question.namesExtendedYear }) {
        return (answer.isYes, answer.place)
      }
    }
    let others = sections.filter { $0.code != .esy }
    return others.lazy.compactMap(tickedElsewhere).first ?? others.lazy.compactMap(saidElsewhere).first
  }

  /// Boxes that a section on other matters has about ESY.
  private func tickedElsewhere(_ section: SectionBlocks) -> (decision: Bool, place: Place)? {
    let lines = section.visualLines
    for (index, whole) in lines.enumerated() where whole.text.namesExtendedYear {
      let line = Self.question(in: whole)
      if let answer = answer(in: Ticks.options(in: line)) { return answer }
      guard index + 1 < lines.count, case let next = lines[index + 1] else { continue }
      // "Student is eligible for services" over "in July and August: [ ] Yes [X] No": the question ends in its boxes.
      let goesOn =
        next.text.first?.isLowercase == true && !line.words.contains(where: Ticks.isTick)
        && line.text.last?.isLetter == true
      // A line that decides by itself asks nothing of the boxes below.
      if goesOn || said(in: line) == nil, let answer = answer(in: Ticks.options(in: next)) { return answer }
    }
    return tickedStatement(in: section.allLines, isAbout: \.namesExtendedYear)
  }

  /// What a line without boxes decides: "eligible for extended school year services." is the end of a sentence that
  /// begins above.
  private func said(in line: TextLine) -> Bool? {
    guard !line.words.contains(where: Ticks.isTick), line.text.first?.isLowercase != true else { return nil }
    return statement(line.text)
  }

  /// Sentences of a section on other matters about ESY.
  private func saidElsewhere(_ section: SectionBlocks) -> (decision: Bool, place: Place)? {
    let lines = section.visualLines
    for (index, whole) in lines.enumerated() where whole.text.namesExtendedYear || Self.opensWithSummer(whole) {
      let line = Self.question(in: whole)
      if let decision = said(in: line) { return (decision, line.place) }
      guard index + 1 < lines.count, line.words.count <= 6, case let next = lines[index + 1] else { continue }
      // "ESY" over "Eligible: No".
      if let colon = next.text.firstIndex(of: ":"), next.words.count <= 4,
        !vocabulary.granted.isDisjoint(with: LabelTokens.words(String(next.text[..<colon]))),
        let decision = statement(next.text)
      {
        return (decision, next.place)
      }
      // "Summer learning (ESY)" over "Eligible. Data show ...".
      if case let sentences = next.text.components(separatedBy: ". "), sentences.count > 1,
        sentences[0].split(separator: " ").count <= 3, let decision = statement(sentences[0])
      {
        return (decision, next.place)
      }
    }
    for paragraph in Paragraph.join(lines.filter { !$0.words.contains(where: Ticks.isTick) }) {
      guard paragraph.text.namesExtendedYear else { continue }
      for sentence in paragraph.text.components(separatedBy: ". ") where sentence.namesExtendedYear {
        if let decision = statement(sentence) { return (decision, paragraph.place) }
      }
    }
    return nil
  }

  /// "Summer services are not needed this year."
  private static func opensWithSummer(_ line: TextLine) -> Bool {
    line.words.count > 2 && (line.words[0].text + " " + line.words[1].text).namesExtendedYear
  }

  /// What stands before a line's boxes.
  private static func lead(of line: TextLine) -> String {
    line.words.prefix { !Ticks.isTick($0) }.map(\.text).joined(separator: " ")
  }

  /// The part of a line that asks about ESY, where it asks several things: "Extended school year? ☐ Yes ☒ No
  /// Transportation? ☒ Yes ☐ No".
  private static func question(in line: TextLine) -> TextLine {
    var questions: [[[Word]]] = []
    for group in line.groups {
      let asks = !Ticks.isTick(group[0]) && group.contains { $0.text.hasSuffix("?") || $0.text.hasSuffix(":") }
      if asks || questions.isEmpty { questions.append([group]) } else { questions[questions.count - 1].append(group) }
    }
    guard questions.count > 1 else { return line }
    return questions.map { TextLine(page: line.page, cells: $0) }.first(where: \.text.namesExtendedYear) ?? line
  }

  /// "☐ Student is eligible for ESY ... ☒ Student is not eligible ...": the statement that is ticked.
  private func tickedStatement(in lines: [TextLine], isAbout: (String) -> Bool) -> (Bool, Place)? {
    let options = Ticks.wrappedStatements(in: lines).filter { isAbout($0.label) }
    let decided = options.compactMap { option in statement(option.label).map { (option, $0) } }.filter(\.0.isOn)
    guard decided.count == 1 || Set(decided.map(\.1)).count == 1 else { return nil }
    return decided.first.map { ($0.1, $0.0.place) }
  }

  private func answer(in options: [TickedOption]) -> (Bool, Place)? {
    // "ESY services ☒ are ☐ are not needed": the verb that is ticked.
    let verbs = options.filter { option in
      ["is", "are", "does", "do", "will", "was", "were"].contains(LabelTokens.words(option.label).first ?? "")
    }
    if verbs.count == 2, verbs.count == options.count, let on = verbs.first(where: \.isOn),
      verbs.filter(\.isOn).count == 1
    {
      let negated = verbs.filter { LabelTokens.words($0.label).prefix(2).contains("not") }
      if negated.count == 1 { return (negated[0] != on, on.place) }
    }
    let answers = options.filter { option in
      ["yes", "no", "y", "n"].contains(LabelTokens.words(option.label).first ?? "") || YesNo.read(option.label) != nil
    }
    let on = answers.filter(\.isOn)
    guard on.count == 1, let only = on.first else { return nil }
    let first = LabelTokens.words(only.label).first ?? ""
    return YesNo.read(["yes", "no", "y", "n"].contains(first) ? first : only.label).map { ($0, only.place) }
  }

  /// What a text decides; `nil` where it only speaks of the question.
  func statement(_ text: String) -> Bool? {
    // "ESY services needed? (Yes/No)" tells what may be answered.
    if Array(LabelTokens.words(text).suffix(2)) == ["yes", "no"] { return nil }
    // "ESY services are needed: No"
    if let mark = text.lastIndex(where: { $0 == ":" || $0 == "?" }), let answer = YesNo.read(String(text[mark...])),
      text[mark...].split(separator: " ").count <= 3
    {
      return answer
    }
    let words = LabelTokens.words(text)
    if words == ["yes"] { return true }
    if words == ["no"] || words == ["none"] { return false }
    let spelled = text.replacingAll("n't", with: " not").replacingAll("n’t", with: " not")
    // A question decides nothing.
    var told = spelled.lastIndex(of: "?").map { String(spelled[spelled.index(after: $0)...]) } ?? spelled
    // "Considered ESY and decided that Jo is not eligible": what was considered is settled behind the verb.
    for verb in ["decided", "determined", "concluded", "agreed", "found"] {
      told = told.replacingAll(" and \(verb) that ", with: "; ")
    }
    for clause in told.split(whereSeparator: { ".;!:,–—".contains($0) }) {
      if let decision = decision(LabelTokens.words(String(clause))) { return decision }
    }
    if text.namesExtendedYear, let last = words.last, last == "yes" || last == "no" { return last == "yes" }
    return nil
  }

  /// A clause decides with a word of need ("eligible", "will receive") that nothing makes a question or a noun.
  private func decision(_ words: [String]) -> Bool? {
    if words.first == "no", words.contains("esy") || words.contains("extended") || words.contains("services") {
      return false
    }
    guard vocabulary.open.isDisjoint(with: words) else { return nil }
    for (index, word) in words.enumerated() {
      if vocabulary.denied.contains(word) { return false }
      guard vocabulary.granted.contains(word) else { continue }
      // "The need for ESY" names the question.
      if index > 0, ["the", "a", "of", "any", "this", "as"].contains(words[index - 1]) { continue }
      let before = words[..<index]
      return vocabulary.negations.isDisjoint(with: before)
    }
    return nil
  }
}
