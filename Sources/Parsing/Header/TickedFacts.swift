import Foundation
import IEPModel

/// Facts that a form asks for with boxes to tick: the kind of IEP, the environment.
struct TickedFacts: Sendable {
  let values: ValueReaders
  let labels: LabelVocabulary

  /// The one ticked kind among at least two that are offered.
  func kind(in sections: [SectionBlocks]) -> (IEPKind, Place)? {
    for (index, section) in sections.enumerated()
    // The title of a plan for later life may open a section of its own at the head of the first page.
    where index == 0 || [.cover, .other, .participants, .services].contains(section.code) {
      let options = section.visualLines.flatMap { Ticks.options(in: $0) }
      let kinds = options.compactMap { option in values.vocabulary.iepKind(of: option.label).map { (option, $0) } }
      guard Set(kinds.map(\.1)).count >= 2 else { continue }
      let on = kinds.filter(\.0.isOn)
      if let first = on.first { return (first.1, first.0.place) }
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
