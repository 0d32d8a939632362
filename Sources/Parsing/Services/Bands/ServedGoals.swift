import Extraction
import IEPModel

/// The goals under which sections of services stand: "Goal 1: Writing", "Related services", "Goal 2: Fine motor",
/// "Related services". Each goal has its services right below it; what is listed under other headings behind the last goal
/// serves none alone.
struct ServedGoals: Sendable {
  /// By the section's index.
  private(set) var goals: [Int: String] = [:]

  init(_ sections: [SectionBlocks]) {
    var open: (goal: String, sections: [Int])?
    var pending: [(goal: String, sections: [Int])] = []
    for (index, section) in sections.enumerated() {
      if section.code == .goals {
        if let open { pending.append(open) }
        open = Self.onlyGoal(of: section).map { ($0, []) }
      } else if Self.mayServe(section) {
        open?.sections.append(index)
      } else {
        if let open { pending.append(open) }
        open = nil
      }
    }
    if let open { pending.append(open) }
    // The last goal's go on as long as they are set like those between goals.
    let last = pending.popLast()
    let between = pending.filter { !$0.sections.isEmpty }
    guard between.count >= 2 || between.count == 1 && pending.count == 1 else { return }
    let headings = between.flatMap(\.sections).compactMap { sections[$0].headingLine }
    for entry in between {
      for section in entry.sections { goals[section] = entry.goal }
    }
    guard let last else { return }
    for section in last.sections {
      guard let heading = sections[section].headingLine, headings.contains(where: { Self.isAlike(heading, $0) }) else {
        break
      }
      goals[section] = last.goal
    }
  }

  /// The number of the one goal that a section of goals holds.
  private static func onlyGoal(of section: SectionBlocks) -> String? {
    var found: [String] = []
    if let number = GoalHeading(section.heading)?.number { found.append(number) }
    for case .line(let line) in section.blocks {
      if let number = GoalHeading(line.text)?.number, !found.contains(number) { found.append(number) }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func mayServe(_ section: SectionBlocks) -> Bool {
    switch section.code {
    case .services, .transition, .accommodations: section.headingLine != nil
    default: false
    }
  }

  private static func isAlike(_ a: TextLine, _ b: TextLine) -> Bool {
    abs(a.fontSize - b.fontSize) < 0.4 && a.isBold == b.isBold && abs(a.box.x0 - b.box.x0) < 3
  }
}
