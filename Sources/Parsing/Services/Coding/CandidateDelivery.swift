import IEPModel

/// How a candidate's service is given, directly or not, and to how many at a time.
struct CandidateDelivery: Sendable {
  let values: ValueReaders

  /// - Parameter total: the column of minutes that the line stands for, where there are several.
  func delivery(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> Delivery? {
    let serviceText = candidate.text(.service) ?? ""
    let isRide = values.vocabulary.serviceCode(of: serviceText) == .transportation
    var delivery = candidate.text(.delivery).flatMap { values.vocabulary.delivery(of: $0) }
    // "A driver and a bus monitor ride along."
    if delivery == .indirect, isRide || candidate.context.category == .transportation, candidate.sentenceDose != nil {
      delivery = nil
    }
    if delivery == nil { delivery = coded(candidate.text(.delivery) ?? candidate.text(.grouping))?.delivery }
    if delivery == nil, let place = candidate.text(.location),
      !Set(LabelTokens.of(place)).isDisjoint(with: Self.ways)
    {
      // "D - Direct, special education classroom": a code of the setting that tells both.
      delivery = values.vocabulary.delivery(of: place)
    }
    if delivery == nil, let size = candidate.text(.grouping),
      !Set(LabelTokens.words(size)).isDisjoint(with: Self.ways) || values.vocabulary.grouping(of: size) == nil
    {
      // "Direct - group", "Con" below "Ind": a column that tells both.
      delivery = values.vocabulary.delivery(of: size)
    }
    if delivery == nil, let total {
      delivery =
        total.role == .directTotal
        ? .direct
        : (total.role == .indirectTotal
          ? values.vocabulary.delivery(of: total.label) ?? .indirect : values.vocabulary.delivery(of: total.label))
      // Beside a column of "indirect" time the others are direct; beside one of consultation they may be anything.
      let isBesideConsultation = candidate.parts.contains {
        $0.role == .indirectTotal && $0.label.contains(inAnyCase: "consult")
          && !$0.label.contains(inAnyCase: "indirect")
      }
      if delivery == nil, candidate.asked.contains(.indirectTotal), !isBesideConsultation { delivery = .direct }
    }
    if delivery == nil {
      let named =
        values.vocabulary.delivery(of: ServiceName.qualifiers(serviceText))
        ?? ServiceName.lead(serviceText).flatMap { Self.namesModel($0) ? nil : values.vocabulary.delivery(of: $0) }
      // "P.T., ind" is given to one student, not indirectly.
      let isGrouping =
        ServiceName.qualifier(serviceText).map { values.vocabulary.grouping(of: $0) == .individual } ?? false
      // "Special transportation with monitor" has somebody aboard.
      delivery = named == .indirect && (isGrouping || isRide) ? nil : named
    }
    return delivery ?? besideAmount(candidate) ?? consultation(in: candidate.text(.comment))
      ?? (Self.namesConsultation(serviceText) ? .consultation : nil) ?? candidate.context.delivery
  }

  /// "D, gr", "dir / ind": a word for how, however short, and one for with whom. In that place "in" is the head of
  /// "individual", as "ind" is, which alone could be "indirect".
  private func coded(_ text: String?) -> (delivery: Delivery, grouping: Grouping?)? {
    guard let text, text.utf8.count <= 24,
      case let pieces = text.split(whereSeparator: { ",;/+".contains($0) }).map({ String($0).trimmingBlanks }),
      pieces.count == 2, !pieces[1].isEmpty, let delivery = values.vocabulary.delivery(of: pieces[0]),
      values.vocabulary.isDelivery(pieces[0])
    else { return nil }
    let size = pieces[1].lowercased().trimmingCharacters(".")
    if size.utf8.count >= 2, "individual".hasPrefix(size) || "indv" == size { return (delivery, .individual) }
    if size.utf8.count >= 2, "group".hasPrefix(size) { return (delivery, .group) }
    return values.vocabulary.isGrouping(pieces[1]) ? (delivery, values.vocabulary.grouping(of: pieces[1])) : nil
  }

  /// Words of how a service is given that stand in columns of places and of groups too.
  private static let ways: Set<String> = ["direct", "indirect", "consult", "consultation", "consultative"]

  /// "30 min, 1 time/wk, direct", "15 min monthly, consult with teacher": how it is given, where no label asks for it.
  private func besideAmount(_ candidate: ServiceCandidate) -> Delivery? {
    guard !candidate.asked.contains(.delivery), candidate.sentenceDose == nil else { return nil }
    return candidate.parts.lazy.filter { $0.role.isDose && $0.text.utf8.count < 80 }.compactMap { part in
      let words = LabelTokens.words(part.text)
      let isTold = words.contains { word in
        ["direct", "indirect"].contains(word) || ["consult", "collaborat"].contains(where: word.hasPrefix)
      }
      return isTold ? values.vocabulary.delivery(of: part.text) : nil
    }.first
  }

  /// "Speech-language consultation on the tablet", "Consultation, special educator with class teacher".
  private static func namesConsultation(_ name: String) -> Bool {
    let words = LabelTokens.words(name)
    return words.contains { ["consultation", "consult", "consultative"].contains($0) } && !words.contains("direct")
  }

  /// "Pull-out resource: reading": where the class is held, of which the form says no more.
  private static func namesModel(_ lead: String) -> Bool {
    guard let first = LabelTokens.words(lead).first else { return false }
    return ["pull", "push", "pullout", "pushin"].contains(first)
  }

  /// "Algebra I", "English II": a course with its number, whatever the letter says elsewhere.
  private static func isNumbered(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count >= 2, let last = words.last, ["I", "II", "III", "IV"].contains(last) else { return false }
    return words.dropLast().last?.first?.isUppercase ?? false
  }

  /// "Consult w/ teachers": a note that begins so.
  private func consultation(in comment: String?) -> Delivery? {
    comment.flatMap { LabelTokens.words($0).first }.flatMap { $0.hasPrefix("consult") ? .consultation : nil }
  }

  /// - Parameter total: the column of minutes that the line stands for, where there are several.
  func grouping(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> Grouping? {
    let serviceText = candidate.text(.service) ?? ""
    let groupingText = candidate.text(.grouping)
    let delivery = candidate.part(.delivery).flatMap { Self.isLetterOfDelivery($0) ? nil : $0.text }
    let named =
      groupingText.flatMap { values.vocabulary.grouping(of: $0) ?? Self.groupOf($0) }
      ?? delivery.flatMap { groupingOfDelivery($0) }
      ?? coded(delivery ?? groupingText)?.grouping
      ?? [ServiceName.qualifier(serviceText), ServiceName.lastQualifier(serviceText)].lazy.compactMap { $0 }
      .compactMap { Self.isNumbered($0) ? nil : values.vocabulary.grouping(of: $0) }.first { $0 != .wholeClass }
    return named ?? total.flatMap { GroupColumns(values: values).size(of: $0, among: candidate.parts) }
      ?? (groupingText == nil
        ? groupingBeside(candidate) ?? grouping(inNote: candidate.text(.comment)) ?? Self.told(inName: serviceText)
        : nil)
  }

  /// "Individual counseling", "Group speech therapy", "Social skills group": the first word or the last says with whom.
  /// "Individual and group counseling" leaves it open.
  private static func told(inName name: String) -> Grouping? {
    let words = LabelTokens.words(name)
    // "One-to-one" of an aide is the name of the post.
    let isOne = words.prefix(3) == ["one", "to", "one"] || words.prefix(3) == ["one", "on", "one"]
    if isOne, Set(words).isDisjoint(with: ["aide", "para", "paraprofessional", "assistant", "paraeducator"]) {
      return .individual
    }
    // "Social skills group"
    if words.count >= 2, words.last == "group", !words.contains("individual") { return .group }
    guard words.count >= 2, !["and", "or"].contains(words[1]),
      words.dropFirst().contains(where: { ["counseling", "therapy", "sessions"].contains($0) })
    else { return nil }
    switch words[0] {
    case "individual": return .individual
    case "group": return .group
    default: return nil
    }
  }

  /// "K. Ostrander, SLP; small group. Goal 3": a note of which one clause says with how many.
  private func grouping(inNote note: String?) -> Grouping? {
    note.flatMap { note in
      note.split { ",;.".contains($0) }.lazy.map { String($0).trimmingBlanks }
        .filter { $0.split(separator: " ").count <= 4 }.compactMap(values.vocabulary.grouping)
        .first { $0 != .wholeClass }
    }
  }

  /// A group's size: one is individual, up to eight a group.
  private static func groupOf(_ text: String) -> Grouping? {
    // "1:4": so many students with one adult.
    let parts = text.split(separator: ":").map { Int(String($0).trimmingBlanks) }
    if parts.count == 2, parts[0] == 1, let students = parts[1], students > 0 { return groupOf("\(students)") }
    // "2 to 4", "3-5": so many at a time.
    if let ends = CellReading.range(text), 1 < ends.first, ends.first <= ends.last { return groupOf("\(ends.last)") }
    guard let size = Int(text.trimmingBlanks), size > 0 else { return nil }
    return size == 1 ? .individual : (size <= 8 ? .group : nil)
  }

  /// "In class" under the delivery names a place, not whom the service is given with; "12:1+1" and "5:1" are the most
  /// students that a class may have for each of its staff.
  private func groupingOfDelivery(_ text: String) -> Grouping? {
    if text.contains(":"), !text.contains(where: \.isLetter),
      text.first != "1" || text.dropFirst().first?.isNumber == true
    {
      return nil
    }
    let grouping = values.vocabulary.grouping(of: text)
    let words = LabelTokens.words(text)
    // "Co-taught class" says by how many teachers.
    let room = words.lastIndex { $0.hasPrefix("class") } ?? 0
    return grouping == .wholeClass && (words[..<room].contains("in") || words.contains("taught")) ? nil : grouping
  }

  /// "30 min, small group", "Resource room (1:1)": the grouping said beside the amount, the place or in a comment.
  private func groupingBeside(_ candidate: ServiceCandidate) -> Grouping? {
    for part in candidate.parts
    where part.role.isDose || part.role == .location || part.role == .comment
      // "Option: Small group" where others say "Related service".
      || part.role == .category && values.vocabulary.isGrouping(part.text)
    {
      // "I - Indirect services": not individual.
      if part.text.contains(inAnyCase: "indirect") || Self.isLetterOfDelivery(part)
        || part.role == .location && Self.namesRoom(part.text)
      {
        continue
      }
      let text = part.role.isDose ? Self.withoutCounts(part.text) : part.text
      // "Computer lab with class (indiv.)": the brackets behind the place say with whom.
      if part.role == .location, part.text.hasSuffix(")"), let open = part.text.lastIndex(of: "("),
        case let inside = String(part.text[part.text.index(after: open)...].dropLast()),
        values.vocabulary.isGrouping(inside), let grouping = values.vocabulary.grouping(of: inside)
      {
        return grouping
      }
      guard part.text.utf8.count < 80, let grouping = values.vocabulary.grouping(of: text), grouping != .wholeClass
      else { continue }
      return grouping
    }
    return nil
  }

  /// "I" under "Direct (D) Indirect (I)" says nothing of individuals.
  private static func isLetterOfDelivery(_ part: ServiceCandidate.Part) -> Bool {
    part.role == .delivery && part.text.utf8.count == 1 && part.label.contains(inAnyCase: "indirect")
  }

  /// "OT space / small group room": the name of a room, in which one student may be alone.
  static func namesRoom(_ place: String) -> Bool {
    let words = LabelTokens.words(place)
    let rooms: Set<String> = ["room", "rm", "rooms", "space", "office", "area"]
    return zip(words, words.dropFirst()).contains { $0 == "group" && rooms.contains($1) }
      && words.count { $0 == "group" } == 1
  }

  /// "2-3 sessions a week", "2 to 4 times": figures that count sessions or time are no size of a group.
  private static func withoutCounts(_ text: String) -> String {
    let words = LabelTokens.words(text)
    guard
      let range = words.indices.first(where: { index in
        let next = words[index...].dropFirst().drop { $0 == "to" || $0 == "or" }
        return Int(words[index]) != nil && next.first.flatMap { Int($0) } != nil
          && next.dropFirst().first.map(DoseWords.all.contains) ?? false
      })
    else { return text }
    return (words[..<range] + words[range...].drop { Int($0) != nil || $0 == "to" || $0 == "or" }).joined(
      separator: " ")
  }
}
