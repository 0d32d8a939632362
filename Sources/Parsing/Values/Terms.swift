import IEPModel
import Seeds

/// The words of a value in a comparable form, each with the range of Unicode scalars it came from.
struct Terms: Sendable {
  struct Token: Sendable, Hashable {
    /// Small letters, plural folded.
    var word: String
    /// As written.
    var raw: String
    /// Offsets in Unicode scalars.
    var range: Range<Int>
  }

  let tokens: [Token]

  /// Several vocabularies ask for the words of each value.
  init(_ text: String) {
    tokens = Self.known.value(of: text, make: Self.read)
  }

  /// The words of a text that is asked for once, as the phrases of a vocabulary are.
  init(once text: String) { tokens = Self.read(text) }

  /// Where some tokens stand in the text, in Unicode scalars.
  func range(of tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  private static let known = Memo<[Token]>(longest: longestValueKept)

  private static func read(_ text: String) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.utf8.count / 6 + 1)
    var raw: [UInt8] = []
    raw.reserveCapacity(16)
    var start = 0
    /// Scalars of the open word.
    var length = 0
    func flush(at end: Int) {
      guard !raw.isEmpty else { return }
      let written = String(decoding: raw, as: UTF8.self)
      tokens.append(Token(word: Terms.folded(written.lowercased()), raw: written, range: start..<end))
      raw.removeAll(keepingCapacity: true)
      length = 0
    }
    // The two scalars before, for "O.T.".
    var (before, last): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    var index = 0
    for scalar in text.unicodeScalars {
      if scalar.isLetter || ("0"..."9").contains(scalar) {
        if raw.isEmpty { start = index }
        if scalar.value < 0x80 { raw.append(UInt8(scalar.value)) } else { raw += Array(String(scalar).utf8) }
        length += 1
      } else if scalar == ".", length == 1 || (before == "." && !raw.isEmpty) {
        // "O.T." is one word.
      } else if scalar == "'" || scalar == "’" {
        // So is "student's".
      } else {
        flush(at: index)
        if scalar == "&" { tokens.append(Token(word: "and", raw: "&", range: index..<(index + 1))) }
      }
      (before, last) = (last, scalar)
      index += 1
    }
    flush(at: index)
    return tokens
  }

  static func folded(_ word: String) -> String {
    word.utf8.count > 4 && word.endsAsPlural ? String(word.dropLast()) : word
  }
}

extension String {
  /// Whether a word in small letters ends in an "s" that a plural may have: not as "class", "bus" and "analysis" do.
  var endsAsPlural: Bool {
    guard utf8.last == UInt8(ascii: "s") else { return false }
    switch utf8.dropLast().last {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return false
    default: return true
    }
  }
}

/// Shortened words and the words they stand for, of `seeds/vocabulary/word-forms.yaml`.
struct WordForms: Sendable {
  private var wholes: [String: String] = [:]

  init(seeds: SeedStore) throws(SeedError) {
    let file = "vocabulary/word-forms.yaml"
    for (whole, forms) in try SeedYAML.lists(of: file, in: seeds) {
      for form in forms { wholes[Terms.folded(form)] = Terms.folded(whole) }
    }
  }

  func whole(_ word: String) -> String { wholes[word] ?? word }
}

/// The phrases of a vocabulary file, each with its code.
struct TermTable<Code: RawRepresentable & Hashable & Sendable & CaseIterable>: Sendable where Code.RawValue == String {
  private enum Kind: Int, Sendable { case weak = 0, abbreviation, phrase }

  private struct Node: Sendable {
    var children: [String: Int] = [:]
    var value: (code: Code, kind: Kind, raw: String)?
  }

  private var nodes: [Node] = [Node()]
  /// As the file has them, in its order.
  private(set) var phrases: [(name: String, code: Code)] = []
  private let forms: WordForms
  /// Words that tell by themselves what a name is that ends in them, whatever stands before.
  private var heads: [String: Code] = [:]
  private var spelling = Spelling(words: [])
  private let known = Memo<Best?>()
  private let meant = Memo<String?>()

  init(file: String, seeds: SeedStore, forms: WordForms) throws(SeedError) {
    self.forms = forms
    for (key, lists) in try SeedYAML.groups(of: file, in: seeds).sorted(by: { $0.key < $1.key }) {
      guard let code = Code(rawValue: key) else { throw SeedError(file: file, reason: "knows no code '\(key)'") }
      for head in lists["heads"] ?? [] { heads[forms.whole(Terms.folded(head))] = code }
      for phrase in lists["weak"] ?? [] { insert(phrase, code, .weak) }
      for phrase in lists["phrases"] ?? [] { insert(phrase, code, .phrase) }
      for phrase in lists["abbreviations"] ?? [] { insert(phrase, code, .abbreviation) }
    }
    spelling = Spelling(words: words)
  }

  init(phrases: [Code: [String]], forms: WordForms) {
    self.forms = forms
    for (code, list) in phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for phrase in list { insert(phrase, code, .phrase) }
    }
    spelling = Spelling(words: words)
  }

  private mutating func insert(_ phrase: String, _ code: Code, _ kind: Kind) {
    phrases.append((phrase, code))
    var node = 0
    for token in Terms(once: phrase).tokens {
      let word = forms.whole(token.word)
      if let next = nodes[node].children[word] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[word] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if let old = nodes[node].value, old.kind.rawValue >= kind.rawValue {
      // "IND" and "Ind": both are written.
      if old.kind == kind, old.code == code { nodes[node].value?.raw += " " + phrase }
      return
    }
    nodes[node].value = (code, kind, phrase)
  }

  /// Every single word of the phrases.
  var words: Set<String> { nodes.reduce(into: []) { $0.formUnion($1.children.keys) } }

  struct Match: Sendable {
    var code: Code
    /// Positions in the tokens.
    var tokens: Range<Int>
    var isWeak: Bool
    var isAbbreviation: Bool
  }

  /// The phrases in a text, longest first at each place, none overlapping.
  /// - Parameter isCell: the text is a whole cell, in which an abbreviation may be written in any case.
  func matches(in terms: Terms, isCell: Bool) -> [Match] {
    matches(of: terms.tokens.map { forms.whole($0.word) }, in: terms.tokens, isCell: isCell)
  }

  private func matches(of words: [String], in tokens: [Terms.Token], isCell: Bool) -> [Match] {
    var result: [Match] = []
    var start = 0
    while start < tokens.count {
      var node = 0
      var best: Match?
      var index = start
      while index < tokens.count, let next = nodes[node].children[words[index]] {
        node = next
        index += 1
        guard let value = nodes[node].value else { continue }
        if value.kind == .abbreviation {
          let isWritten = tokens[start..<index].allSatisfy {
            $0.raw == $0.raw.uppercased() || value.raw.contains($0.raw)
          }
          let isAlone = isCell && start == 0 && tokens.count <= index + 2
          guard isWritten || isAlone else { continue }
        }
        best = Match(
          code: value.code, tokens: start..<index, isWeak: value.kind == .weak,
          isAbbreviation: value.kind == .abbreviation)
      }
      if let best {
        result.append(best)
        start = best.tokens.upperBound
      } else {
        start += 1
      }
    }
    return result
  }

  /// The phrases in a cell; where there are none but weak ones, those that were meant before slips of the keyboard.
  func matches(inCell terms: Terms) -> [Match] {
    let words = terms.tokens.map { forms.whole($0.word) }
    let found = matches(of: words, in: terms.tokens, isCell: true)
    guard found.allSatisfy(\.isWeak), let right = corrected(words) else { return found }
    let meant = matches(of: right, in: terms.tokens, isCell: true)
    return found.isEmpty || meant.contains { !$0.isWeak } ? meant : found
  }

  /// The words of a short text with slips of the keyboard undone; `nil` where there are none.
  private func corrected(_ words: [String]) -> [String]? {
    guard words.count <= 8 else { return nil }
    let right = words.map { meant.value(of: $0, make: spelling.intended) ?? $0 }
    return right == words ? nil : right
  }

  /// The best reading of a whole cell: strong before weak, then the longest phrase, then the first.
  func best(in text: String) -> (code: Code, coverage: Double, isWeak: Bool)? {
    guard text.utf8.count < 400 else { return nil }
    let best = known.value(of: text, make: whole)
    return best.map { ($0.code, $0.coverage, $0.isWeak) }
  }

  /// Whether a text is phrases of one meaning and nothing else.
  func covers(_ text: String) -> Bool { best(in: text).map { $0.coverage > 0.99 } ?? false }

  private struct Best: Sendable {
    var code: Code
    var coverage: Double
    var isWeak: Bool
  }

  private func whole(_ text: String) -> Best? {
    let terms = Terms(text)
    let found = matches(inCell: terms)
    let best = found.min { a, b in
      if a.isWeak != b.isWeak { return b.isWeak }
      if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
      return a.tokens.lowerBound < b.tokens.lowerBound
    }
    guard let best else { return nil }
    return Best(
      code: head(of: text, terms) ?? best.code,
      coverage: Double(best.tokens.count) / Double(max(terms.tokens.count, 1)), isWeak: best.isWeak)
  }

  /// "Braille and tactile transcription aide" is an aide; "Lift bus with aide" is none.
  private func head(of text: String, _ terms: Terms) -> Code? {
    if let code = headBeforePlace(of: text) { return code }
    // "Braille transcribing/aide time": what follows the aide says nothing more.
    let isTime = terms.tokens.last.map { ["time", "support"].contains($0.word) } ?? false
    guard let last = isTime ? terms.tokens.dropLast().last : terms.tokens.last,
      let code = heads[forms.whole(last.word)], terms.tokens.count <= 7,
      !text.contains(","), !terms.tokens.contains(where: { ["with", "w", "by", "to", "for"].contains($0.word) })
    else { return nil }
    return code
  }

  /// "Para in CTE and PE", "Paraprofessional - behavior support": who it is, and behind that only where or with what.
  private func headBeforePlace(of text: String) -> Code? {
    guard !heads.isEmpty else { return nil }
    let words = text.split(separator: " ")
    guard let end = words.firstIndex(where: { ["in", "at", "during", "on", "-", "–", "—"].contains($0.lowercased()) }),
      (1...3).contains(end), end + 1 < words.count
    else { return nil }
    let lead = Terms(words[..<end].joined(separator: " ")).tokens
    guard let last = lead.last, !lead.contains(where: { ["with", "of", "for", "to", "training"].contains($0.word) })
    else { return nil }
    return heads[forms.whole(last.word)]
  }
}
