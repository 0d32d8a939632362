import Foundation
import IEPModel

/// Facts that a form asks for with boxes to tick: the kind of IEP, the decision on ESY, the environment.
struct TickedFacts: Sendable {
  let values: ValueReaders
  let labels: LabelVocabulary

  /// The one ticked kind among at least two that are offered.
  func kind(in sections: [SectionBlocks]) -> (IEPKind, Place)? {
    for section in sections where [.cover, .other, .participants, .services].contains(section.code) {
      let options = section.allLines.flatMap { Ticks.options(in: $0) }
      let kinds = options.compactMap { option in values.vocabulary.iepKind(of: option.label).map { (option, $0) } }
      guard Set(kinds.map(\.1)).count >= 2 else { continue }
      let on = kinds.filter(\.0.isOn)
      if let first = on.first { return (first.1, first.0.place) }
    }
    return nil
  }

  /// Yes or no, by a tick in the section on ESY or behind a line that asks for it, or by a sentence there.
  func extendedSchoolYear(in sections: [SectionBlocks]) -> (Bool, Place)? {
    for section in sections where section.code == .esy {
      if let line = section.headingLine, let decision = Self.statement(line.text, inSection: false) {
        return (decision, line.place)
      }
      for line in section.visualLines {
        // "Transportation: [ ] required [X] not required" answers another question.
        let lead = line.words.prefix { !Ticks.isTick($0) }.map(\.text).joined(separator: " ")
        guard Self.asks(lead) || values.vocabulary.serviceCode(of: lead) == nil else { continue }
        if let answer = answer(in: Ticks.options(in: line)) { return answer }
      }
      let plain = section.allLines.filter { !$0.words.contains(where: Ticks.isTick) }
      for paragraph in Paragraph.join(plain) {
        if let decision = Self.statement(paragraph.text, inSection: true) { return (decision, paragraph.place) }
      }
    }
    for section in sections where section.code != .esy {
      let lines = section.visualLines
      for (index, line) in lines.enumerated() where Self.asks(line.text) {
        if let answer = answer(in: Ticks.options(in: line)) { return answer }
        if !line.words.contains(where: Ticks.isTick), let decision = Self.statement(line.text, inSection: false) {
          return (decision, line.place)
        }
        if index + 1 < lines.count, let answer = answer(in: Ticks.options(in: lines[index + 1])) { return answer }
      }
      for paragraph in Paragraph.join(lines.filter { !$0.words.contains(where: Ticks.isTick) }) {
        for sentence in paragraph.text.components(separatedBy: ". ") where Self.asks(sentence) {
          if let decision = Self.statement(sentence, inSection: false) { return (decision, paragraph.place) }
        }
      }
    }
    return nil
  }

  private func answer(in options: [TickedOption]) -> (Bool, Place)? {
    let answers = options.filter { option in
      ["yes", "no", "y", "n"].contains(LabelTokens.words(option.label).first ?? "") || YesNo.read(option.label) != nil
    }
    let on = answers.filter(\.isOn)
    guard on.count == 1, let only = on.first else { return nil }
    let first = LabelTokens.words(only.label).first ?? ""
    return YesNo.read(["yes", "no", "y", "n"].contains(first) ? first : only.label).map { ($0, only.place) }
  }

  private static func asks(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return lowered.contains("extended school year") || LabelTokens.of(text).contains("esy")
  }

  private static func statement(_ text: String, inSection: Bool) -> Bool? {
    let lowered = text.lowercased()
    guard inSection || asks(text) else { return nil }
    let subject = inSection || asks(text)
    guard subject else { return nil }
    // "ESY services are needed: No"
    if let mark = text.lastIndex(where: { $0 == ":" || $0 == "?" }), let answer = YesNo.read(String(text[mark...])),
      text[mark...].split(separator: " ").count <= 3
    {
      return answer
    }
    for phrase in [
      "not eligible", "does not qualify", "not needed", "not required", "does not need", "does not require",
      "not recommended", "is not necessary", "are not necessary", "ineligible", "no esy",
    ]
    where lowered.contains(phrase) { return false }
    for phrase in [
      "is eligible", "qualifies for", "are needed", "is needed", "are required", "is required", "requires esy",
      "are recommended", "needs extended", "requires extended", "eligible for esy", "eligible for extended",
    ]
    where lowered.contains(phrase) { return true }
    let tokens = LabelTokens.of(text)
    if tokens == ["yes"] { return true }
    if tokens == ["no"] || tokens == ["number"] { return false }
    if asks(text), let last = text.split(separator: " ").last.map({ String($0).lowercased().trimmingCharacters(".:") })
    {
      if last == "yes" { return true }
      if last == "no" { return false }
    }
    return nil
  }

  /// The ticked educational environment of IDEA Part B.
  func environment(in sections: [SectionBlocks]) -> (String, Place)? {
    for section in sections where [.lre, .services, .other, .cover].contains(section.code) {
      let options = section.allLines.flatMap { Ticks.options(in: $0) }.filter { Self.isEnvironment($0.label) }
      guard options.count >= 2 else { continue }
      if let on = options.first(where: \.isOn) { return (on.label, on.place) }
    }
    return nil
  }

  private static func isEnvironment(_ text: String) -> Bool {
    let lowered = text.lowercased()
    let names = [
      "80%", "40%", "79%", "separate class", "separate school", "residential", "homebound", "hospital",
      "inside regular class", "inside the regular class", "regular class", "correctional", "parentally placed",
    ]
    return names.contains { lowered.contains($0) } && text.split(separator: " ").count <= 25
  }
}
