import Foundation
import IEPModel

/// The plan's dates in running text: "The IEP Team met on October 2, 2025. The program takes effect on ...".
struct StatedDates: Sendable {
  let vocabulary: StatementVocabulary
  let dates: DateReader

  /// The dates whose sentence says what they are.
  func read(_ text: String) -> [(role: HeaderRole, date: CalendarDate)] {
    let found = dates.dates(in: text)
    let scalars = Array(text.unicodeScalars)
    var result: [(role: HeaderRole, date: CalendarDate)] = []
    var opened = false
    for (index, date) in found.enumerated() {
      let from = index == 0 ? 0 : found[index - 1].range.upperBound
      let lead = String(scalars: scalars[max(from, date.range.lowerBound - 120)..<date.range.lowerBound])
      let sentence = Self.lastSentence(lead)
      let words = LabelTokens.words(sentence)
      if opened, index > 0, Self.closes(words), found[index - 1].date < date.date {
        result.append((.endDate, date.date))
        opened = false
        continue
      }
      opened = false
      let follow = String(scalars: scalars[date.range.upperBound..<min(scalars.count, date.range.upperBound + 60)])
      // "12/08/2025 - 12/07/2026 Team meeting held 12/01/2025": the end of a span opens no sentence.
      let mayOpen = words.count <= 2 && !(index > 0 && words.isEmpty)
      guard var role = role(of: words) ?? (mayOpen ? meeting(LabelTokens.words(follow)) : nil) else {
        continue
      }
      // "The beginning and ending dates of services are 11/3/2025 to 11/2/2026": both are asked for, and both follow.
      if role == .endDate, words.contains(where: { vocabulary.dates[$0] == .startDate }), index + 1 < found.count,
        case let next = found[index + 1], next.date > date.date,
        Self.closes(LabelTokens.words(String(scalars: scalars[date.range.upperBound..<next.range.lowerBound])))
      {
        role = .startDate
      }
      if role == .startDate, words.last == "from" || words.contains("from") && words.count <= 3 {
        // "from 9/24/2025 to ...": the plan's span only where the sentence speaks of the plan.
        let whole = LabelTokens.words(
          String(scalars: scalars[max(0, date.range.lowerBound - 200)..<date.range.lowerBound]))
        guard !vocabulary.spans.isDisjoint(with: whole) else { continue }
      }
      result.append((role, date.date))
      opened = role == .startDate
    }
    return result
  }

  /// The word nearest before the date decides.
  private func role(of words: [String]) -> HeaderRole? {
    for (distance, word) in words.reversed().enumerated() where distance < 9 {
      // "its last day is", "the first day is"
      if word == "day", distance + 1 < words.count {
        switch words[words.count - distance - 2] {
        case "last", "final": return .endDate
        case "first": return .startDate
        default: break
        }
      }
      guard let meaning = vocabulary.dates[word] else { continue }
      return meaning
    }
    return nil
  }

  /// "On March 5, 2026 the team met": what follows the date says it.
  private func meeting(_ words: [String]) -> HeaderRole? {
    words.prefix(6).contains { ["met", "meeting", "convened"].contains($0) } ? .meetingDate : nil
  }

  /// "to", "through", "and end on": what joins the end of a span to its start.
  private static func closes(_ words: [String]) -> Bool {
    let joins: Set<String> = [
      "to", "through", "thru", "until", "and", "ends", "end", "ending", "on", "it", "remains", "in", "effect", "iep",
      "plan",
    ]
    return words.count <= 6 && words.allSatisfy(joins.contains)
  }

  private static func lastSentence(_ text: String) -> String {
    guard let stop = text.range(of: ". ", options: .backwards) else { return text }
    let head = text[..<stop.lowerBound].split(separator: " ").last ?? ""
    // "no. 12", "Sept. 5" end no sentence.
    return head.count <= 3 ? text : String(text[stop.upperBound...])
  }
}
