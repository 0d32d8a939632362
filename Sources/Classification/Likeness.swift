import IEPModel
import Seeds

/// How goals that are worded alike were labelled: a leaning of words and pairs of neighbouring words, learned from labelled
/// goals (`Scripts/learn-likeness`, a multinomial logistic regression). It knows no reasons, so it decides only where the
/// criteria leave a label in doubt, and only where it leans far.
struct Likeness: Sendable {
  static let file = "criteria/likeness.yaml"
  /// How much further than towards any other label a goal must lean, in thousandths of the logarithm of the odds: 2.7 to 1
  /// where no strong criterion fired, 7.4 to 1 against one that did. Chosen on sets of goals that the weights had not been
  /// learned from.
  private static let margin: (silent: Int32, spoken: Int32) = (1000, 2000)

  private static let labels: [GoalClassification.Label] = [.educational, .mixed, .clinical, .insufficient]
  private static let anyGoal = "(any goal)"

  /// Thousandths by label, for a word or for two with a blank between.
  private let weights: [String: SIMD4<Int32>]
  private let base: SIMD4<Int32>

  /// - Throws: where a line is not a word or two, a colon and four whole numbers.
  init(_ seeds: SeedStore) throws(SeedError) {
    let text = try seeds.text(of: Self.file)
    var weights: [String: SIMD4<Int32>] = [:]
    weights.reserveCapacity(4096)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      guard let colon = line.lastIndex(of: UInt8(ascii: ":")), let name = String(line[..<colon]),
        case let values = line[line.index(after: colon)...].split(separator: UInt8(ascii: " ")).compactMap({
          Int32(Substring($0))
        }), values.count == 4
      else { throw SeedError(file: Self.file, line: index + 1, reason: "is no word, colon and four whole numbers") }
      weights[name] = SIMD4(values)
    }
    guard let base = weights.removeValue(forKey: Self.anyGoal) else {
      throw SeedError(file: Self.file, reason: "lacks the line '\(Self.anyGoal)'")
    }
    (self.weights, self.base) = (weights, base)
  }

  /// The label that goals worded like this one have; `nil` where they have now one, now another.
  /// - Parameter isSpoken: whether a strong criterion fired.
  func label(of goal: String, against isSpoken: Bool) -> GoalClassification.Label? {
    let words = Self.words(of: goal)
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let own = Set(words)
    // Words that no labelled goal has tell nothing, whatever stands between them.
    guard own.count(where: { weights[$0] != nil }) * 3 >= own.count * 2 else { return nil }
    let sum = own.union(pairs).reduce(into: base) { sum, name in
      if let weight = weights[name] { sum &+= weight }
    }
    let order = (0..<4).sorted { (sum[$0], $1) > (sum[$1], $0) }
    return sum[order[0]] - sum[order[1]] >= (isSpoken ? Self.margin.spoken : Self.margin.silent)
      ? Self.labels[order[0]] : nil
  }

  /// The words in small letters, numbers as "0", pronouns alike: as `Scripts/learn-likeness` cuts them.
  static func words(of text: String) -> [String] {
    let text = text.lowercased().replacing("\u{2019}", with: "'")
    let bytes = Array(text.utf8)
    func isLetter(_ at: Int) -> Bool { bytes.indices.contains(at) && bytes[at] >= 0x61 && bytes[at] <= 0x7A }
    func isDigit(_ at: Int) -> Bool { bytes.indices.contains(at) && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    var words: [String] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x27, index + 1 < bytes.count, bytes[index + 1] == 0x73, !isLetter(index + 2),
        !isDigit(index + 2)
      {
        index += 2
      } else if isLetter(index) {
        let start = index
        while isLetter(index) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        words.append(pronouns[word] ?? word)
      } else if isDigit(index) {
        while isDigit(index) { index += 1 }
        words.append("0")
      } else {
        index += 1
      }
    }
    return words
  }

  private static let pronouns = [
    "he": "they", "she": "they", "his": "their", "her": "their", "him": "them",
  ]
}
