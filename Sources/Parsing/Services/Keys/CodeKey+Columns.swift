import Extraction
import IEPModel

/// Codes spelled out, by what the other codes of their column stand for.
extension CodeKey {
  private static let columnRoles: [ServiceRole] = [
    .provider, .location, .delivery, .grouping, .service, .category, .extendedSchoolYear,
  ]

  /// A column's cells with their codes spelled out, as far as the codes of the column are of one kind: places, people,
  /// ways of giving a service.
  /// - Parameters:
  ///   - header: the column's; only one that asks how often may hold figures that stand for periods.
  ///   - headers: those of the whole table.
  func spelledOut(
    column texts: [String], under header: String = "", among headers: [String] = [], vocabulary: Vocabulary
  ) -> [String] {
    guard !isEmpty else { return texts }
    if isCounted(texts, under: header, among: headers) { return texts }
    if Self.asksHowOften(header) {
      let spelled = texts.map { text in meaning(of: text, where: DoseGrammar.isPeriod) ?? text }
      if spelled != texts { return spelled }
    }
    if let spelled = figures.spelledOut(texts, under: header) { return spelled }
    let filled = texts.filter { !CellReading.isBlank($0) }
    // "Direct (D) Indirect (I)" over "D": the header is the key.
    if vocabulary.delivery(of: header) != nil, filled.allSatisfy({ vocabulary.delivery(of: $0) != nil }) {
      return texts
    }
    // Of equal counts the first of these holds.
    let counted = Self.columnRoles.map { role in
      (
        role: role,
        count: filled.count { text in
          meaning(of: text) { vocabulary.understands($0, as: role) } != nil
            // "Group" beside "Consultation with staff": such a column holds both.
            || role == .delivery
              && (meaning(ofJoined: text, vocabulary) ?? meaning(of: text) { vocabulary.understands($0, as: .grouping) })
                != nil
        }
      )
    }
    guard let most = counted.map(\.count).max(), most > 0, most * 2 >= filled.count,
      let role = counted.first(where: { $0.count == most })?.role
    else { return texts }
    return texts.map {
      meaning(of: $0) { vocabulary.understands($0, as: role) } ?? meaning(ofJoined: $0, vocabulary) ?? $0
    }
  }

  /// "D-G": how and with whom a service is given, each by its code.
  func meaning(ofJoined text: String, _ vocabulary: Vocabulary) -> String? {
    let codes = text.split { "-–/, +".contains($0) }.map(String.init)
    guard codes.count == 2 else { return nil }
    let words = codes.compactMap { code in
      meaning(of: code) { vocabulary.understands($0, as: .delivery) || vocabulary.understands($0, as: .grouping) }
    }
    guard words.count == 2, words.contains(where: { vocabulary.understands($0, as: .delivery) }),
      words.contains(where: { vocabulary.understands($0, as: .grouping) })
    else { return nil }
    return words.joined(separator: ", ")
  }

  /// Bare figures, where the key to figures is that of another column.
  func isCounted(_ texts: [String], under header: String, among headers: [String]) -> Bool {
    texts.allSatisfy { CellReading.isBlank($0) || Rational(parsing: $0) != nil }
      && figures.isOfAnother(than: header, among: headers)
  }

  /// "Frequency", "Per", "Period".
  static func asksHowOften(_ label: String) -> Bool {
    !Set(LabelTokens.of(label)).isDisjoint(with: ["frequency", "per", "period"])
  }
}

extension Vocabulary {
  /// Whether the words name something that a column of the role holds: a place, a person, a service.
  func understands(_ words: String, as role: ServiceRole) -> Bool {
    switch role {
    case .location: locationCode(of: words) != nil
    case .provider: providerCode(of: words) != nil
    case .grouping: grouping(of: words) != nil
    case .delivery: delivery(of: words) != nil
    // "OT occupational therapist" among the staff: no other name of the service "OT".
    // ... but what an aide gives is called by no other name.
    case .service:
      serviceCode(of: words).map { $0 == .paraprofessional || personNamed(in: words, besides: "") == nil } ?? false
    case .category: category(ofHeading: words) != nil
    case .extendedSchoolYear: words.namesExtendedYear || words.contains(inAnyCase: "regular")
    default: false
    }
  }
}
