import Seeds

/// A named list of words and phrases that mean one thing to the criteria: body functions, grasp patterns, school routines.
struct Concept: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable {
    /// A thing or an act; the ordinary case.
    case thing
    /// A verb: counts only where the sentence acts, not inside a noun ("a reading" against "reads").
    case verb
    /// Grammar: where a part of the goal begins.
    case mark
    /// A phrase that gives a word another sense ("range of a function"): it silences what stands inside it.
    case sense
  }

  /// What the list holds, in a sentence.
  var about: String
  var kind: Kind?
  /// A single word is found in every inflection, not in singular and plural alone. Verbs always are.
  var inflect: Bool?
  /// For senses: whose words inside the phrase they silence.
  var silences: Model?
  var words: [String] = []
  /// Terms of two parts, each first with each second: a field's compounds ("grip strength", "hand strength") are many
  /// and regular.
  var compounds: [Compound] = []

  /// Two lists whose every pair is a phrase.
  struct Compound: Sendable, Hashable {
    var first: [String]
    var then: [String]
  }

  enum Model: String, Sendable, Hashable { case clinical, educational }
}

/// All concepts, read from `seeds/lexicon`, with the trie that finds them.
struct Lexicon: Sendable {
  let names: [String]
  let concepts: [Concept]
  let vocabulary = Vocabulary()
  let trie: PhraseTrie
  /// Verbs of one word, in the form without plural: "transition" is one, "participation" only the name of one.
  let verbForms: WordSet
  private let index: [String: Int]

  /// - Throws: where a file is not in the shape of a lexicon, or a concept is named twice.
  init(_ seeds: SeedStore) throws(SeedError) {
    var names: [String] = []
    var concepts: [Concept] = []
    var index: [String: Int] = [:]
    for file in seeds.files(in: "lexicon") {
      for (name, concept) in try LexiconFile(file, in: seeds).concepts {
        guard index[name] == nil else { throw SeedError(file: file, reason: "names the concept \(name) a second time") }
        index[name] = names.count
        names.append(name)
        concepts.append(concept)
      }
    }
    var trie = PhraseTrie()
    let determiners = index["determiners"].map { concepts[$0].words } ?? []
    let vocabulary = self.vocabulary
    let skipped = Set(determiners.map { vocabulary.intern(Array($0.utf8)).stem })
    for word in skipped { trie.skip(word) }
    for word in index["fillers"].map({ concepts[$0].words }) ?? [] {
      trie.fill(vocabulary.intern(Array(word.utf8)).stem)
    }
    var verbForms = WordSet()
    func read(_ phrase: String) -> [Tokens.Token] {
      Tokens(phrase) { vocabulary.intern($0) }.all.filter { !skipped.contains($0.code) }
    }
    for (concept, entry) in concepts.enumerated() where names[concept] != "determiners" && names[concept] != "fillers" {
      func insert(_ words: [Tokens.Token]) {
        let isPlain = words.count == 1 && entry.kind != .verb && entry.inflect != true
        if words.count == 1, entry.kind == .verb { verbForms.insert(words[0].plain) }
        trie.insert(words.map { isPlain ? $0.plain : $0.code }, concept)
      }
      for phrase in entry.words { insert(read(phrase)) }
      // Pairs are ten times as many as their parts.
      for compound in entry.compounds {
        let then = compound.then.map(read)
        for first in compound.first.map(read) { for second in then { insert(first + second) } }
      }
    }
    self.names = names
    self.concepts = concepts
    self.index = index
    self.trie = trie
    self.verbForms = verbForms
  }

  /// The number of a concept by its name.
  subscript(name: String) -> Int? { index[name] }

  /// The stems of a concept that holds single words.
  func codes(of name: String) -> Set<Int32> {
    let words = self[name].map { concepts[$0].words } ?? []
    return Set(words.map { vocabulary.look(up: Array($0.utf8)).stem }).subtracting([Vocabulary.unknown])
  }

  func kind(_ concept: Int) -> Concept.Kind { concepts[concept].kind ?? .thing }
}
