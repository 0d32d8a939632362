import IEPModel
import Seeds

/// The words of `seeds/vocabulary/narrative.yaml`: how running text speaks of services and amounts.
struct NarrativeWords: Sendable {
  private struct File: Decodable {
    var measures: [String]
    var limits: [String]
    var totals: [String]
    var losses: [String]
    var earlier: [String]
    var since: [String]
    var elsewhere: [String]
    var past: [String]
    var participles: [String]
    var present: [String]
    var reports: [String]
    var decisions: [String]
    var links: [String]
    var topics: [String]
    var heads: [String]
  }

  let measures: Set<String>
  let limits: Set<String>
  let totals: Set<String>
  let losses: Set<String>
  let links: Set<String>
  let topics: Set<String>
  let heads: Set<String>
  let earlier: Phrases
  let since: Phrases
  let elsewhere: Phrases
  let verbs: Verbs

  /// Verbs by the time they speak of.
  struct Verbs: Sendable {
    let past: Set<String>
    let participles: Set<String>
    let present: Set<String>
    let reports: Set<String>
    let decisions: Set<String>
  }

  /// - Throws: `SeedError` where the file can't be read.
  init(seeds: SeedStore) throws(SeedError) {
    let file = try SeedYAML.decode(File.self, from: "vocabulary/narrative.yaml", in: seeds)
    measures = Set(file.measures)
    limits = Set(file.limits)
    totals = Set(file.totals)
    losses = Set(file.losses)
    links = Set(file.links)
    topics = Set(file.topics)
    heads = Set(file.heads)
    earlier = Phrases(file.earlier)
    since = Phrases(file.since)
    elsewhere = Phrases(file.elsewhere)
    verbs = Verbs(
      past: Set(file.past), participles: Set(file.participles), present: Set(file.present),
      reports: Set(file.reports), decisions: Set(file.decisions))
  }
}

/// Phrases of whole words, found in the words of a sentence.
struct Phrases: Sendable {
  /// By their first word.
  private let phrases: [String: [[String]]]

  init(_ phrases: [String]) {
    self.phrases = Dictionary(grouping: phrases.map { $0.split(separator: " ").map(String.init) }) { $0[0] }
  }

  /// Where the first of the phrases begins.
  func first(in words: [String]) -> Int? {
    words.indices.first { start in
      (phrases[words[start]] ?? []).contains { words[start...].starts(with: $0) }
    }
  }
}
