import Foundation
import IEPModel

/// Where a candidate's service is given: its own column, the setting that its column of minutes stands for, or what the
/// form says elsewhere.
struct CandidateLocation: Sendable {
  let values: ValueReaders

  func location(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> Coded<LocationCode>? {
    if let part = candidate.part(.location), !CellReading.isBlank(part.text) {
      // "(consult)" in a column of places: how it is given, and nowhere.
      if part.text.hasPrefix("("), part.text.hasSuffix(")"), candidate.context.location == nil,
        values.vocabulary.isDelivery(part.text.trimmingCharacters("()"))
      {
        return nil
      }
      if candidate.isRide(by: values.vocabulary), Self.isWay(part.text) { return Coded(code: .bus, text: part.text) }
      let said = explained(part.text) ?? values.vocabulary.locationCode(of: part.text) ?? Self.inOrOut(part)
      let code = said ?? (part.certainty < 0.5 ? nil : values.vocabulary.likelyLocation(of: part.text))
      if code == nil, let setting = setting(of: part.text, total: total, candidate) {
        return Coded(code: setting, text: part.text)
      }
      // "SE or RS: SE" under a heading for a setting: a column that is hardly one of places says none.
      if part.certainty < 0.5, let location = candidate.context.location { return location }
      // "☒ Other (list)" under a heading for a setting.
      if code == .other, LabelTokens.words(part.text).first == "other", part.text.utf8.count < 16,
        let location = candidate.context.location
      {
        return location
      }
      return Coded(code: code, text: part.text)
    }
    switch total?.role {
    case .generalEducationTotal: return total.map { Coded(code: .generalEducation, text: $0.label) }
    case .specialEducationTotal: return total.map { Coded(code: .specialEducation, text: $0.label) }
    case .settingTotal:
      if let named = total.flatMap({ AmountAndPlace($0.text, values: values) })?.place {
        return Coded(code: values.vocabulary.locationCode(of: named), text: named)
      }
      return total.map {
        setting(inHeader: $0.label) ?? Coded(code: values.vocabulary.likelyLocation(of: $0.label), text: $0.label)
      }
    case .directTotal, .indirectTotal:
      // "Direct minutes per week: Therapy room" over a column says where too.
      if let label = total?.label, !candidate.asked.contains(.location), let place = place(in: label) { return place }
    default: break
    }
    // "Counseling (Therapy room)" under "Other settings": the row's own word goes before the heading's.
    let named = candidate.asked.contains(.location) ? nil : placeBehindName(candidate)
    if let named, values.vocabulary.isPlace(named.text) { return named }
    if let place = candidate.parts.lazy.filter(\.role.isDose).compactMap({ filledBlank($0.text) }).first {
      return place
    }
    if let location = candidate.context.location { return location }
    guard !candidate.asked.contains(.location) else { return nil }
    if let amount = candidate.part(.dose), amount.text.utf8.count > 20,
      let place = (amount.text.utf8.count > 30 ? Clauses.location(in: amount.text, vocabulary: values.vocabulary) : nil)
        ?? pieceNamingPlace(amount.text),
      let code = values.vocabulary.locationCode(of: place)
    {
      // "45 minutes weekly in the resource room", "20 min, 2x/wk, 2nd grade room": the column of amounts says where.
      return Coded(code: code, text: place)
    }
    return named
  }

  /// "Rm 118", which tells nothing of itself, beside minutes in the column of one setting or the other: what room of it.
  private func setting(
    of text: String, total: ServiceCandidate.Part?, _ candidate: ServiceCandidate
  ) -> LocationCode? {
    let words = LabelTokens.of(text)
    guard (1...2).contains(words.count), ["room", "rm"].contains(words[0]) || words.count == 1,
      words[words.count - 1].contains(where: \.isNumber)
    else { return nil }
    switch total?.role {
    case .generalEducationTotal: return .generalEducation
    case .specialEducationTotal:
      let service = candidate.text(.service).flatMap { values.vocabulary.serviceCode(of: $0) }
      return service == .specializedInstruction ? .specialEducation : nil
    default: return nil
    }
  }

  /// "____ General education 150 Special education ____ Community": the place whose blank for minutes was filled in.
  private func filledBlank(_ amount: String) -> Coded<LocationCode>? {
    guard amount.contains("__") else { return nil }
    var places: [(isFilled: Bool, words: [String])] = []
    for word in amount.split(separator: " ").map({ $0.trimmingCharacters(in: CharacterSet(charactersIn: ";,")) }) {
      let isBlank = word.utf8.count >= 2 && word.allSatisfy { $0 == "_" }
      if isBlank || Rational(parsing: word) != nil {
        places.append((!isBlank, []))
      } else if !places.isEmpty {
        places[places.count - 1].words.append(word)
      }
    }
    let named = places.map { place in
      (place.isFilled, text: place.words.joined(separator: " "))
    }.compactMap { isFilled, text in
      // Behind the last place may stand the period of them all.
      values.vocabulary.locationCode(of: text).map { (isFilled: isFilled, place: Coded(code: $0, text: text)) }
    }
    let filled = named.filter(\.isFilled)
    return named.count >= 2 && filled.count == 1 ? filled[0].place : nil
  }

  /// The last piece between commas that is no amount and names a place.
  private func pieceNamingPlace(_ text: String) -> String? {
    text.components(separatedBy: ", ").dropFirst().map(\.trimmingBlanks).last { piece in
      values.vocabulary.locationCode(of: piece) != nil && !values.read(piece).isAmount
        && values.vocabulary.grouping(of: piece) == nil
    }
  }

  /// "The Harbor classroom (self-contained)": the brackets tell what setting the room of that name is.
  private func explained(_ printed: String) -> LocationCode? {
    let text = Vocabulary.withoutPast(printed)
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else { return nil }
    // "Special class (push-in)", "Room 12 special class (class of 9)" is the special class, however it is used.
    if values.vocabulary.locationCode(of: String(text[..<open]).trimmingBlanks) == .specialEducation {
      return .specialEducation
    }
    let code = values.vocabulary.locationCode(of: String(text[text.index(after: open)...].dropLast()))
    return code == .generalEducation || code == .specialEducation ? code : nil
  }

  /// "Therapy room", "Minutes per week provided in therapy room": the setting whose amounts stand in a column.
  func setting(inHeader header: String) -> Coded<LocationCode>? {
    if let code = values.vocabulary.locationCode(of: header) { return Coded(code: code, text: header) }
    // "Minutes in the therapy room", "Time by setting (minutes x sessions) Therapy area".
    guard let range = header.range(of: " in ", options: .backwards) ?? header.range(of: ") ", options: .backwards)
    else {
      return nil
    }
    let place = String(header[range.upperBound...])
    return values.vocabulary.locationCode(of: place).map { Coded(code: $0, text: place) }
  }

  private func placeBehindName(_ candidate: ServiceCandidate) -> Coded<LocationCode>? {
    guard let qualifier = ServiceName.qualifier(candidate.text(.service) ?? ""),
      let code = values.vocabulary.locationCode(of: qualifier)
    else { return nil }
    return Coded(code: code, text: qualifier)
  }

  private func place(in label: String) -> Coded<LocationCode>? {
    let words = Set(LabelTokens.words(label))
    guard !words.isDisjoint(with: ["room", "classroom", "class", "setting", "community", "home"]),
      words.isDisjoint(with: ["teacher", "staff", "with"]), let code = values.vocabulary.locationCode(of: label)
    else { return nil }
    return Coded(code: code, text: label)
  }

  /// "Home to school", "Between home and the training center": the way of a ride.
  private static func isWay(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return words.contains("home") && words.count >= 2
      && words.contains { ["to", "from", "between", "school"].contains($0) }
  }

  /// "Outside" under "Inside or outside general education".
  private static func inOrOut(_ part: ServiceCandidate.Part) -> LocationCode? {
    let header = Set(LabelTokens.of(part.label))
    guard !header.isDisjoint(with: ["gen", "general", "regular", "class", "classroom"]),
      let word = LabelTokens.of(part.text).first
    else { return nil }
    switch word {
    case "inside", "in", "yes": return .generalEducation
    case "outside", "out": return .specialEducation
    default: return nil
    }
  }
}
