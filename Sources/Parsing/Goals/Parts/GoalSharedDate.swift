import Extraction
import Foundation
import IEPModel

/// The day by which all goals of a section are to be met, where the form says it once: in the section's heading ("ANNUAL
/// GOALS  Target date for all goals: 11/16/2026") or in a sentence of its own ("Each goal is to be met by ...").
struct GoalSharedDate: Sendable {
  let dates: DateReader

  /// What the section says of all its goals, as facts that hold for each.
  func atoms(of section: SectionBlocks) -> [GoalAtom] {
    let heading = [section.headingLine].compactMap { $0 }.map { Paragraph(lines: [$0]) }
    let said = Paragraph.join(section.blocks.lines).filter { isOfAll($0.text) }
    return (heading + said).compactMap { paragraph in
      // "All goals are to be met by 12/16/2026. Progress is reported ...": the sentence that asks.
      let sentences = [paragraph.text] + paragraph.text.components(separatedBy: ". ")
      guard let text = sentences.first(where: { asks($0) && (isOfAll($0) || heading.contains(paragraph)) }) else {
        return nil
      }
      var atom = GoalAtom(.fact(.targetDate), text: text, lines: paragraph.lines, places: [paragraph.place])
      atom.isForAll = true
      return atom
    }
  }

  /// One date behind words that ask by when, in no more than a sentence; a goal of its own has its student.
  private func asks(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return words.count <= 24 && !words.contains("will") && !Self.until.isDisjoint(with: words)
      && !Self.saysOtherThing(words) && dates.dates(in: text).count == 1
  }

  private func isOfAll(_ text: String) -> Bool {
    let words = Set(LabelTokens.words(text))
    return !words.isDisjoint(with: ["goals", "goal"])
      && !words.isDisjoint(with: ["all", "each", "every", "these", "following"])
  }

  private static func saysOtherThing(_ words: [String]) -> Bool {
    !Set(words).isDisjoint(with: ["meeting", "birth", "report", "reported", "progress", "start", "begin", "beginning"])
  }

  private static let until: Set = [
    "target", "mastery", "mastered", "completion", "completed", "met", "achieved", "attained", "accomplished", "due",
    "reached",
  ]
}
