import IEPModel

/// Whether words in a sentence are a person who gives services.
enum SentencePerson {
  /// "The occupational therapist", "the teacher of the visually impaired": a person, not the name of what they do.
  static func isWho(_ text: String, vocabulary: Vocabulary) -> Bool {
    let people: Set<String> = [
      "teacher", "specialist", "instructor", "therapist", "counselor", "psychologist", "nurse",
    ]
    return vocabulary.isPerson(text)
      && (vocabulary.personNamed(in: text, besides: "") != nil && text.utf8.count > 5
        || !people.isDisjoint(with: LabelTokens.words(text)))
  }

  /// A person and nothing else, or words for one that end in what people are: "life skills teacher".
  static func isNamed(_ subject: String, vocabulary: Vocabulary) -> Bool {
    vocabulary.isPerson(subject)
      // "SLPA (supervised by our SLP)": the brackets tell more of the person.
      || subject.firstIndex(of: "(").map { vocabulary.isPerson(String(subject[..<$0]).trimmingBlanks) } ?? false
      || vocabulary.providerCode(of: subject) != nil
        && LabelTokens.words(subject).last.map(Vocabulary.people.contains) ?? false
  }
}
