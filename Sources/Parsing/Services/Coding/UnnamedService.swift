import IEPModel

/// "Direct therapy", "Teacher consultation", "Individual sessions": a name that says how a service is given and not which
/// one. The heading over the line tells, or whoever gives it.
enum UnnamedService {
  /// What such a name is made of.
  private static let words: Set<String> = [
    "direct", "indirect", "therapy", "therapies", "service", "services", "session", "sessions", "treatment",
    "individual",
    "group", "small", "consultation", "consult", "consultative", "collaboration", "teacher", "staff", "team", "with",
    "to",
    "and", "the", "monitoring", "student", "classroom", "class", "in", "push", "pull", "out", "time", "1", "support",
  ]

  /// - Parameter candidate: with a name that the vocabulary does not know.
  static func code(of candidate: ServiceCandidate, vocabulary: Vocabulary) -> ServiceCode? {
    guard let name = candidate.text(.service), case let told = LabelTokens.words(name), !told.isEmpty,
      told.allSatisfy(words.contains)
    else { return nil }
    return candidate.context.service.flatMap(vocabulary.serviceCode)
      ?? candidate.text(.provider).flatMap(vocabulary.providerCode).flatMap(\.serviceName).flatMap(
        vocabulary.serviceCode)
  }
}
