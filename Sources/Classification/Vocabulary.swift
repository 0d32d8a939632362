import Synchronization

/// The words that the lexicon knows, each as a small number; equal for all inflections of a word.
///
/// Words met before are remembered, so that a word is stemmed once a process and not once a goal.
final class Vocabulary: Sendable {
  /// A word that stands in no phrase of the lexicon.
  static let unknown: Int32 = -1
  /// Any number, in digits or spelled out.
  static let number: Int32 = 0
  /// A speech sound between slashes.
  static let phoneme: Int32 = 1

  private struct State {
    var stemmer = Stemmer()
    var stems: [[UInt8]: Int32] = [:]
    var seen: [[UInt8]: Int32] = [:]

    func lookUp(_ word: [UInt8]) -> Int32 {
      if Vocabulary.numbers.contains(word) { return Vocabulary.number }
      let plain = Vocabulary.irregular[word] ?? word
      if let code = stems[stemmer.stem(plain)] { return code }
      for repaired in ScanNoise.repairs(of: plain) {
        if let code = stems[stemmer.stem(repaired)] { return code }
      }
      return Vocabulary.unknown
    }
  }

  /// Bounds the memory that texts of a long batch can take.
  private static let mostRemembered = 50_000
  private let state = Mutex(State())

  private static let numbers: Set<[UInt8]> = Set(
    [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
      "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred",
    ].map { Array($0.utf8) })

  /// Past forms that no stemmer joins with their verb, and spellings of one word.
  private static let irregular: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("wrote", "write"), ("written", "write"), ("ate", "eat"), ("spoke", "speak"), ("spoken", "speak"),
      ("sat", "sit"), ("stood", "stand"), ("held", "hold"), ("threw", "throw"), ("caught", "catch"),
      ("kept", "keep"), ("took", "take"), ("taken", "take"), ("went", "go"), ("goes", "go"), ("chose", "choose"),
      ("chosen", "choose"), ("told", "tell"), ("said", "say"), ("drew", "draw"), ("drawn", "draw"), ("gave", "give"),
      ("feet", "foot"), ("children", "child"), ("behaviour", "behavior"), ("behaviours", "behavior"),
      ("counselling", "counseling"), ("colour", "color"), ("colours", "color"), ("centre", "center"),
      ("maths", "math"), ("mathematics", "math"), ("mathematical", "math"), ("wll", "will"), ("w", "with"),
      ("pencils", "pencil"), ("teeth", "tooth"), ("data", "data"), ("stu", "student"), ("stud", "student"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })

  /// While the lexicon is read: a new word gets a number.
  func intern(_ word: [UInt8]) -> Int32 {
    state.withLock { state in
      if Self.numbers.contains(word) { return Self.number }
      let stem = state.stemmer.stem(Self.irregular[word] ?? word)
      if let known = state.stems[stem] { return known }
      let code = Int32(state.stems.count + 2)
      state.stems[stem] = code
      return code
    }
  }

  /// The number of a lower-case word; `unknown` where the lexicon lacks it.
  func code(of word: [UInt8]) -> Int32 {
    state.withLock { state in
      if let known = state.seen[word] { return known }
      let code = state.lookUp(word)
      if state.seen.count < Self.mostRemembered { state.seen[word] = code }
      return code
    }
  }
}

/// What recognising a scan does to letters.
enum ScanNoise {
  private static let pairs: [(from: [UInt8], to: [UInt8])] = [
    ("rn", "m"), ("m", "rn"), ("1", "l"), ("1", "i"), ("0", "o"), ("5", "s"), ("vv", "w"), ("cl", "d"), ("ii", "u"),
    ("l", "i"), ("i", "l"), ("c", "e"), ("e", "c"), ("h", "b"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// Ways to read a word that the lexicon lacks, likeliest first. Short words are left alone: too many are real.
  static func repairs(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= 5 else { return [] }
    var results: [[UInt8]] = []
    for (from, to) in pairs {
      var start = 0
      while start + from.count <= word.count {
        if word[start..<(start + from.count)].elementsEqual(from) {
          results.append(Array(word[..<start]) + to + Array(word[(start + from.count)...]))
        }
        start += 1
      }
      // The same letter may have been misread throughout.
      if from.count == 1, word.filter({ $0 == from[0] }).count > 1, from[0] < UInt8(ascii: "a") {
        results.append(word.flatMap { $0 == from[0] ? to : [$0] })
      }
    }
    return results
  }
}
