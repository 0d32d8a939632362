import Foundation
import IEPModel

/// "...; Location: speech room; Provider: SLP": the clauses of a sentence that have a label of their own.
struct LabelledClauses {
  let found: [(role: ServiceRole, value: String)]
  /// The sentence without them.
  let rest: String

  private static let wanted: Set<ServiceRole> = [
    .location, .provider, .delivery, .grouping, .goals, .start, .end, .dates,
  ]

  init(of sentence: String, labels: LabelVocabulary, values: ValueReaders) {
    var found: [(role: ServiceRole, value: String)] = []
    var rest: [String] = []
    for clause in Clauses.labelled(sentence) {
      let halves = clause.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      if halves.count == 2, let role = labels.service.exact(halves[0]).first(where: Self.wanted.contains),
        values.read(halves[1]).support(role) >= 0.35
      {
        // "Provider: SLP. Goal 2. 9/22/2025 - 9/21/2026.": the next sentences are none of it.
        if let (head, tail) = Self.parted(halves[1], dates: values.dates), values.read(head).support(role) >= 0.35 {
          found.append((role, head))
          rest.append(tail)
        } else {
          found.append((role, halves[1].trimmingCharacters(" .")))
        }
      } else {
        rest.append(clause)
      }
    }
    self.found = found
    self.rest = found.isEmpty ? sentence : rest.joined(separator: "; ")
  }

  /// A label's value, and the sentences behind it that give dates or goals.
  private static func parted(_ value: String, dates: DateReader) -> (head: String, tail: String)? {
    let sentences = value.components(separatedBy: ". ")
    guard
      let end = sentences.indices.dropFirst().first(where: { index in
        Clauses.isGoals(sentences[index]) || !dates.dates(in: sentences[index], near: nil).isEmpty
      })
    else { return nil }
    return (sentences[..<end].joined(separator: ". "), sentences[end...].joined(separator: ". "))
  }
}
