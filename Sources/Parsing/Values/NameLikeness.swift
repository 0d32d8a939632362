import Foundation
import Synchronization

/// What a name most likely stands for where no known phrase is in it: "Sp. closet" is most like "speech closet" and
/// "speech rm", so a room for therapy. The nearest known names vote, each by how much it is like the one asked for (the
/// cosine of their words, pairs of words and letters; rare ones weigh more).
///
/// Tried on names that authors of unseen forms wrote: of the places that the phrases do not know, three in four are read
/// rightly by their likeness and one in eight wrongly; of the services three in five and one in five. It is asked last,
/// for the code of a value whose column or label says already what kind of value it is; it never tells whether a text is
/// a place at all.
final class NameLikeness<Code: Hashable & Sendable>: Sendable {
  /// A known name and what it stands for; `nil` where it looks like such a name and is none.
  typealias Known = (name: String, code: Code?)

  private let names: @Sendable () -> [Known]
  /// Made when the first unknown name is met: most documents have none.
  private let index = Mutex<Index?>(nil)
  private let answers = Memo<Code?>(longest: longestValueKept)
  private let forms: WordForms

  init(forms: WordForms, names: @escaping @Sendable () -> [Known]) {
    self.names = names
    self.forms = forms
  }

  /// The code that clearly more than half of the nearest names' votes are for; `nil` where they are divided, or nothing is
  /// near.
  func code(of text: String) -> Code? {
    // A longer text is an explanation, no name.
    guard text.utf8.count <= 80 else { return nil }
    return answers.value(of: text) { text in
      index.withLock { index in
        if index == nil { index = Index(names(), forms: forms) }
        return index?.code(of: text)
      }
    }
  }

  private struct Index: Sendable {
    private var numbers: [NameFeatures.Feature: Int] = [:]
    private var rarity: [Double] = []
    /// For each feature the names that have it, with its weight among theirs.
    private var postings: [[(name: Int, weight: Double)]] = []
    private var codes: [Code?] = []
    private let forms: WordForms

    init(_ names: [Known], forms: WordForms) {
      self.forms = forms
      var known: Set<String> = []
      let features = names.compactMap { name, code -> [(feature: NameFeatures.Feature, weight: Double)]? in
        guard known.insert(name.lowercased()).inserted, case let features = NameFeatures.of(name, forms: forms),
          !features.isEmpty
        else { return nil }
        codes.append(code)
        return features
      }
      let counted = features.map { list in
        list.map { feature, weight -> (number: Int, weight: Double) in
          if let number = numbers[feature] { return (number, weight) }
          numbers[feature] = numbers.count
          return (numbers.count - 1, weight)
        }
      }
      var counts = [Int](repeating: 0, count: numbers.count)
      for list in counted { for (number, _) in list { counts[number] += 1 } }
      rarity = counts.map { 1 + log(Double(1 + codes.count) / Double(1 + $0)) }
      postings = Array(repeating: [], count: numbers.count)
      for (name, list) in counted.enumerated() {
        let length = self.length(list)
        for (number, weight) in list { postings[number].append((name, weight * rarity[number] / length)) }
      }
    }

    private func length(_ features: [(number: Int, weight: Double)]) -> Double {
      features.reduce(0) { $0 + ($1.weight * rarity[$1.number]) * ($1.weight * rarity[$1.number]) }.squareRoot()
    }

    func code(of text: String) -> Code? {
      let features = NameFeatures.of(text, forms: forms)
      var likeness = [Double](repeating: 0, count: codes.count)
      // What no known name has counts for the length: a name of strange words is like nothing.
      let strange = 1 + log(Double(1 + codes.count))
      var length = 0.0
      for (feature, weight) in features {
        guard let number = numbers[feature] else {
          length += weight * strange * weight * strange
          continue
        }
        let own = weight * rarity[number]
        length += own * own
        for posting in postings[number] { likeness[posting.name] += own * posting.weight }
      }
      guard length > 0 else { return nil }
      // Of thousands of names most are not like it at all.
      let alike = likeness.indices.filter { likeness[$0] > 0 }
      let nearest = alike.sorted { (likeness[$0], $1) > (likeness[$1], $0) }.prefix(Self.voters)
      guard let first = nearest.first, likeness[first] / length.squareRoot() >= Self.leastLikeness else { return nil }
      var votes: [Code?: Double] = [:]
      var sum = 0.0
      for name in nearest {
        let vote = pow(likeness[name], 4)
        votes[codes[name], default: 0] += vote
        sum += vote
      }
      return nearest.lazy.map { codes[$0] }.first { (votes[$0] ?? 0) > sum * Self.majority } ?? nil
    }

    private static var voters: Int { 9 }
    private static var majority: Double { 0.55 }
    private static var leastLikeness: Double { 0.25 }
  }
}

/// What a name is compared by: its words, each two beside one another, the first and the last, and each three letters
/// of a word, so that "Lrng Ctr" is a little like "learning center".
enum NameFeatures {
  /// A hash of its kind and its letters (FNV-1a): there are some hundred for each of thousands of names.
  typealias Feature = UInt64

  /// In a fixed order, each once, with its weight.
  static func of(_ name: String, forms: WordForms) -> [(feature: Feature, weight: Double)] {
    // "Rm 118" and "Rm 12" are the same.
    let words = Terms(once: name).tokens.map {
      $0.word.allSatisfy(\.isNumber) && $0.word.count > 1 ? "#" : forms.whole($0.word)
    }
    guard let first = words.first, let last = words.last else { return [] }
    var features: [(feature: Feature, weight: Double)] = []
    features.reserveCapacity(name.utf8.count * 2)
    func add(_ kind: Unicode.Scalar, _ letters: some Sequence<UInt8>, _ weight: Double) {
      let feature = letters.reduce(Self.mixed(0xCBF2_9CE4_8422_2325, UInt8(ascii: kind)), Self.mixed)
      if let index = features.firstIndex(where: { $0.feature == feature }) {
        features[index].weight += weight
      } else {
        features.append((feature, weight))
      }
    }
    for word in words { add("w", word.utf8, 1) }
    add("f", first.utf8, 0.6)
    add("l", last.utf8, 0.6)
    for (left, right) in zip(words, words.dropFirst()) { add("p", (left + " " + right).utf8, 0.7) }
    for word in words {
      let letters = [UInt8(ascii: " ")] + word.utf8 + [UInt8(ascii: " ")]
      guard letters.count >= 3 else { continue }
      for start in 0...(letters.count - 3) { add("c", letters[start..<(start + 3)], 0.4) }
    }
    return features
  }

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
