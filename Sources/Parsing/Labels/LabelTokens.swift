import IEPModel

/// The words of a label in a comparable form: small letters, no punctuation, "(s)" and "'s" apart, "#" and "%" kept
/// as words since they carry meaning ("Goal #", "% of time").
enum LabelTokens {
  /// The words of a text in small letters, nothing folded.
  static func words(_ text: String) -> [String] { text.lowercasedWords }

  /// Several tables ask for the words of each label.
  static func of(_ text: String) -> [String] {
    known.value(of: text, make: read)
  }

  private static let known = Memo<[String]>(longest: longestValueKept)

  /// Nothing is remembered of a text that is asked for once.
  fileprivate static func read(_ text: String) -> [String] {
    var tokens: [String] = []
    tokens.reserveCapacity(text.utf8.count / 6 + 1)
    var current: [UInt8] = []
    current.reserveCapacity(16)
    /// Letters and digits of the open word.
    var length = 0
    func flush() {
      if !current.isEmpty { tokens.append(String(decoding: current, as: UTF8.self)) }
      current.removeAll(keepingCapacity: true)
      length = 0
    }
    for scalar in text.unicodeScalars {
      if scalar.isLetter || ("0"..."9").contains(scalar) {
        if scalar.value < 0x80 {
          let isCapital = scalar.value &- 0x41 < 26
          current.append(UInt8(isCapital ? scalar.value | 0x20 : scalar.value))
        } else {
          current += Array(scalar.lowered.utf8)
        }
        length += 1
      } else if scalar == "." && length == 1 {
        continue  // "D.O.B." is one word
      } else {
        flush()
        if scalar == "%" { tokens.append("percent") }
        if scalar == "#" { tokens.append("number") }
      }
    }
    flush()
    // "Min - Max" of a range are no minutes.
    if let top = tokens.firstIndex(of: "max") ?? tokens.firstIndex(of: "maximum"), top > 0,
      ["min", "minimum"].contains(tokens[top - 1])
    {
      tokens.removeSubrange((top - 1)...top)
    }
    // "Date of birth (mm/dd/yy)": how to write it is no part of what is asked for.
    if tokens.count > 3, zip(tokens.suffix(3), dateParts).allSatisfy({ $1.contains($0) }) { tokens.removeLast(3) }
    // "Student's name (Last, First, Middle)": the order is none either.
    if tokens.last.map(nameParts.contains) == true,
      let order = nameOrders.first(where: { tokens.count > $0.count && tokens.suffix($0.count).elementsEqual($0) })
    {
      tokens.removeLast(order.count)
    }
    var folded: [String] = []
    folded.reserveCapacity(tokens.count)
    for token in tokens { if let word = self.folded(token) { folded.append(word) } }
    return folded
  }

  private static let nameOrders = [
    ["last", "first", "middle"], ["last", "first", "mi"], ["first", "middle", "last"], ["first", "mi", "last"],
    ["last", "first"], ["first", "last"],
  ]

  private static let nameParts = Set(nameOrders.flatMap { $0 })

  /// What stands for the parts of a date in a pattern, in their order.
  private static let dateParts: [Set<String>] = [
    ["mm", "m", "month"], ["dd", "d", "day"], ["yyyy", "yy", "y", "year"],
  ]

  /// Words that are written in several ways, each with the one that stands for all; none for small words.
  private static let spellings: [String: String?] = {
    var spellings: [String: String?] = [:]
    for word in ["s", "ies", "the", "a", "an", "is", "be", "will", "student's", "this", "of", "for", "es", "and"] {
      spellings[word] = .some(nil)
    }
    let same = [
      "number": ["no", "num", "nos", "numbers"], "minutes": ["mins", "min", "minute", "minutes"],
      "hours": ["hrs", "hr", "hour", "hours"], "week": ["wk", "wks", "weekly"], "frequency": ["freq"],
      "percent": ["percentage", "pct", "pcnt"],
      "student": ["scholar", "scholars", "stu", "stud"], "school": ["sch"], "district": ["dist"], "meeting": ["mtg"],
      "measured": ["meas"], "evaluation": ["eval", "evals"], "eligibility": ["elig"], "performance": ["perf"],
      "responsible": ["resp"],
    ]
    for (word, others) in same { for other in others { spellings[other] = word } }
    return spellings
  }()

  /// Plural and small words do not part two labels.
  private static func folded(_ token: String) -> String? {
    if token.utf8.count <= 10, let known = spellings[token] { return known }
    return token.utf8.count > 3 && token.endsAsPlural ? String(token.dropLast()) : token
  }
}

/// Phrases of words with a value each; finds the longest one that a text begins with, is, or holds.
struct PhraseTable<Value: Sendable & Hashable>: Sendable {
  private var values: [[String]: [Value]] = [:]
  private(set) var longest = 0
  /// How many words the phrases have that begin with each word, the longest first.
  private var lengths: [String: [Int]] = [:]

  mutating func insert(_ phrase: String, _ value: Value) {
    let tokens = LabelTokens.read(phrase)
    guard !tokens.isEmpty else { return }
    longest = max(longest, tokens.count)
    let known = lengths[tokens[0]] ?? []
    if !known.contains(tokens.count) { lengths[tokens[0]] = (known + [tokens.count]).sorted(by: >) }
    if values[tokens]?.contains(value) != true { values[tokens, default: []].append(value) }
  }

  /// Every single word of the phrases.
  var words: Set<String> { values.keys.reduce(into: []) { $0.formUnion($1) } }

  /// The values of exactly these words.
  func values(of tokens: [String]) -> [Value] {
    guard let first = tokens.first, tokens.count <= longest, lengths[first]?.contains(tokens.count) == true else {
      return []
    }
    return values[tokens] ?? []
  }

  /// The longest phrase that begins at `start`, with its length in words.
  func longestMatch(in tokens: [String], at start: Int) -> (values: [Value], count: Int)? {
    guard start < tokens.count, let lengths = lengths[tokens[start]] else { return nil }
    for count in lengths where count <= tokens.count - start {
      if let found = values[Array(tokens[start..<(start + count)])] { return (found, count) }
    }
    return nil
  }
}
