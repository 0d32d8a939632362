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
    var plain: [[UInt8]: Int32] = [:]
    var next: Int32 = 2
    var seen: [[UInt8]: Word] = [:]

    mutating func add(_ form: [UInt8], isPlain: Bool) -> Int32 {
      if let known = isPlain ? plain[form] : stems[form] { return known }
      if isPlain { plain[form] = next } else { stems[form] = next }
      next += 1
      return next - 1
    }

    func lookUp(_ word: [UInt8]) -> Word {
      if Vocabulary.numbers.contains(word) { return .number }
      let found = known(word)
      if found.stem != Vocabulary.unknown { return found }
      for repaired in ScanNoise.repairs(of: word) {
        let found = known(repaired)
        if found.stem != Vocabulary.unknown { return found }
      }
      return found
    }

    private func known(_ word: [UInt8]) -> Word {
      Word(
        stem: stems[stemmer.stem(Vocabulary.irregular[word] ?? word)] ?? Vocabulary.unknown,
        plain: plain[Vocabulary.singular(word)] ?? Vocabulary.unknown)
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
      ("adding", "add"), ("added", "add"), ("made", "make"), ("brought", "bring"), ("bought", "buy"),
      ("built", "build"),
      ("sent", "send"), ("shown", "show"), ("found", "find"), ("heard", "hear"), ("paid", "pay"),
      ("feet", "foot"), ("children", "child"), ("behaviour", "behavior"), ("behaviours", "behavior"),
      ("counselling", "counseling"), ("colour", "color"), ("colours", "color"), ("centre", "center"),
      ("maths", "math"), ("mathematics", "math"), ("mathematical", "math"), ("wll", "will"), ("w", "with"),
      ("pencils", "pencil"), ("teeth", "tooth"), ("data", "data"), ("stu", "student"), ("stud", "student"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })

  /// A word in its two forms: the stem, which all inflections share, and the form without its plural, which keeps
  /// "patterning" apart from "pattern" and "performance" from "perform".
  struct Word: Sendable {
    var stem: Int32
    var plain: Int32
    static let unknown = Word(stem: Vocabulary.unknown, plain: Vocabulary.unknown)
    static let number = Word(stem: Vocabulary.number, plain: Vocabulary.number)
    static let phoneme = Word(stem: Vocabulary.phoneme, plain: Vocabulary.phoneme)
  }

  /// While the lexicon is read: a new word gets its numbers.
  func intern(_ word: [UInt8]) -> Word {
    state.withLock { state in
      // The same words come in many phrases.
      if let known = state.seen[word] { return known }
      if Self.numbers.contains(word) { return .number }
      let stem = state.stemmer.stem(Self.irregular[word] ?? word)
      let new = Word(stem: state.add(stem, isPlain: false), plain: state.add(Self.singular(word), isPlain: true))
      state.seen[word] = new
      return new
    }
  }

  /// The numbers of a lower-case word; `unknown` where the lexicon lacks it.
  func look(up word: [UInt8]) -> Word {
    state.withLock { state in
      if let known = state.seen[word] { return known }
      let found = state.lookUp(word)
      if state.seen.count < Self.mostRemembered { state.seen[word] = found }
      return found
    }
  }

  /// Words in "s" that would become another word without it.
  private static let noPlurals: Set<[UInt8]> = Set(
    ["news", "glasses", "opposites", "strengths", "trunks"].map { Array($0.utf8) })

  /// Without a plural or third person's ending.
  static func singular(_ word: [UInt8]) -> [UInt8] {
    let count = word.count
    guard count > 3, word[count - 1] == UInt8(ascii: "s"), !noPlurals.contains(word) else { return word }
    switch word[count - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return word
    case UInt8(ascii: "e"):
      if count > 4, word[count - 3] == UInt8(ascii: "i") { return word.dropLast(3) + [UInt8(ascii: "y")] }
      let sibilants: Set<UInt8> = [UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "h")]
      let before = word[count - 3]
      if before == UInt8(ascii: "h"), word[count - 4] != UInt8(ascii: "c"), word[count - 4] != UInt8(ascii: "s") {
        return word.dropLast()
      }
      if before == UInt8(ascii: "s"), word[count - 4] != UInt8(ascii: "s") { return word.dropLast() }
      return sibilants.contains(before) ? word.dropLast(2) : word.dropLast()
    default: return word.dropLast()
    }
  }
}

/// What recognising a scan does to letters.
enum ScanNoise {
  private static let pairs: [(from: [UInt8], to: [UInt8])] = [
    ("rn", "m"), ("m", "rn"), ("1", "l"), ("1", "i"), ("0", "o"), ("5", "s"), ("vv", "w"), ("cl", "d"), ("ii", "u"),
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
