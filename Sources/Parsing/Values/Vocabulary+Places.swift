import Foundation
public import IEPModel

/// Where services are given.
extension Vocabulary {
  /// The place that a cell names. What stands before a bracket outweighs what stands in it: "Speech room (pull-out)".
  public func locationCode(of text: String) -> LocationCode? {
    places.value(of: text, make: place)
  }

  /// The place that a text in a column of places most likely names, where no phrase is known in it. How a service is given,
  /// to whom and by whom may stand there too, and are no places.
  func likelyLocation(of text: String) -> LocationCode? {
    guard !isRole(text), grouping(of: text) == nil, delivery(of: text) == nil, !isPerson(text) else { return nil }
    return likeness.location(of: Self.withoutPast(text))
  }

  /// "OT space (former art closet)": without what the room was.
  static func withoutPast(_ text: String) -> String {
    let (head, remark) = bracketed(text)
    guard let first = remark?.dropFirst().prefix(while: \.isLetter).lowercased() else { return text }
    return ["former", "formerly", "old", "previously"].contains(first) ? head.trimmingBlanks : text
  }

  private func place(of printed: String) -> LocationCode? {
    guard !isRole(printed) else { return nil }
    let text = Self.withoutPast(printed)
    let (head, remark) = Self.bracketed(text)
    if let remark, let best = locations.best(in: head), !best.isWeak {
      // "On the State School's campus (separate school)": the brackets say what kind of place it is.
      let told = locations.best(in: remark.trimmingCharacters("() "))
      let isExplained = best.coverage < 0.99 && told?.coverage ?? 0 > 0.99 && told?.code == .separateSchool
      return isExplained ? .separateSchool : best.code
    }
    // "Community: downtown and bus stops"
    if let colon = text.range(of: ": "), let kind = locations.best(in: String(text[..<colon.lowerBound])),
      !kind.isWeak, kind.coverage > 0.99, kind.code != .other
    {
      return kind.code
    }
    if remark == nil, let code = severalPlaces(text) { return code }
    if let code = beside(text) { return code }
    let whole = locations.best(in: text)
    if whole?.code == .generalEducation, leavesClass(text) { return .specialEducation }
    // "SpEd math class"
    if whole?.code == .generalEducation, whole?.coverage ?? 0 < 0.99,
      rooms.code(of: head, services: services) == .specialEducation
    {
      return .specialEducation
    }
    // "English and business classes"
    if whole?.code == .community, whole?.coverage ?? 0 < 0.99,
      rooms.code(of: head, services: services) == .generalEducation
    {
      return .generalEducation
    }
    // "Summer site, resource room": the room at the site.
    if whole?.code == .other, let comma = text.range(of: ", "),
      let room = locations.best(in: String(text[comma.upperBound...])), !room.isWeak, room.coverage > 0.99
    {
      return room.code
    }
    if let whole, !whole.isWeak {
      // A school that the students live at.
      return whole.code == .separateSchool && Terms(text).tokens.contains { $0.word == "residential" }
        ? .residential : whole.code
    }
    if SchoolName.isAll(of: text) { return .schoolWide }
    // "MDS room", "AS Classroom (Autistic Support)"
    return rooms.code(of: head, services: services) ?? remark.flatMap { remark in
      rooms.code(of: head, told: remark, services: services) ?? rooms.code(of: remark, services: services)
    }
      ?? whole?.code
  }

  /// "OT closet by gym", "Speech room next to the library": the place, before another that it is near to.
  private func beside(_ text: String) -> LocationCode? {
    let cut = Self.nearness.lazy.compactMap { text.range(of: $0, options: .caseInsensitive) }.first
    guard let cut, case let head = String(text[..<cut.lowerBound]), head.split(separator: " ").count >= 2 else {
      return nil
    }
    return rooms.code(of: head, services: services)
      ?? locations.best(in: head).flatMap { $0.isWeak || $0.coverage < 0.5 ? nil : $0.code }
  }

  private static let nearness = [
    " next to ", " near ", " by the ", " by ", " beside ", " across from ", " behind ", " off the ", " outside the ",
  ]

  /// "Outside GE", "Not in general education", "Away from regular classes": the place is what it is not. A text that
  /// names the class as a place too ("Inside and outside GE") does not leave it.
  private func leavesClass(_ text: String) -> Bool {
    let terms = Terms(text)
    let classes = locations.matches(inCell: terms).filter { $0.code == .generalEducation }
    return !classes.isEmpty
      && classes.allSatisfy { found in
        let before = terms.tokens[..<found.tokens.lowerBound].map(\.word)
        return !before.contains("inside") && !before.starts(with: ["in", "and"])
          && before.reversed().prefix { Self.leaving.contains($0) || Self.betweenLeavingAndClass.contains($0) }
            .contains { Self.leaving.contains($0) }
      }
  }

  private static let leaving: Set = ["outside", "out", "away", "apart", "removed", "not"]
  private static let betweenLeavingAndClass: Set = ["of", "from", "in", "the", "a", "any", "all", "within"]

  /// What stands before the first bracket, and what in and behind it.
  private static func bracketed(_ text: String) -> (head: String, remark: String?) {
    guard let bracket = text.firstIndex(of: "("), bracket > text.startIndex else { return (text, nil) }
    return (String(text[..<bracket]), String(text[bracket...]))
  }

  /// "Health office and classroom": places about the school, of which not all are classes, are the school.
  private func severalPlaces(_ text: String) -> LocationCode? {
    if let code = listedPlaces(text) { return code }
    guard text.contains(" and ") else { return nil }
    let halves = text.components(separatedBy: " and ")
    // "Bus - to and from school" is one place.
    guard halves.count == 2, !halves[0].hasSuffix(" to"), let first = locations.best(in: halves[0]),
      let second = locations.best(in: halves[1]),
      first.code != second.code
    else { return nil }
    let codes: Set<LocationCode> = [first.code, second.code]
    let isOfSchool = codes.isSubset(of: [.generalEducation, .schoolWide, .other, .bus])
    // "Regular class and lunch" is the class, with what belongs to its day.
    return isOfSchool && !(first.code == .generalEducation && !first.isWeak) ? .schoolWide : nil
  }

  /// "Hallways, playground, music room": places about the school, most of which are no classes.
  private func listedPlaces(_ text: String) -> LocationCode? {
    guard text.contains(", ") || text.contains(" and ") else { return nil }
    let names = text.replacingAll(" and ", with: ", ").components(separatedBy: ", ").map(\.trimmingBlanks)
      .filter { !$0.isEmpty }
    guard names.count >= 3 else { return nil }
    let codes = names.compactMap { locations.best(in: $0)?.code }
    let wide = codes.filter { $0 == .schoolWide }.count
    return codes.count == names.count && wide * 2 > names.count
      && Set(codes).isSubset(of: [.schoolWide, .generalEducation, .other, .bus]) ? .schoolWide : nil
  }

  /// The one place that a sentence names in two words or more; `nil` where it names several of different kinds.
  func onlyPlace(in sentence: String) -> String? {
    let terms = Terms(sentence)
    let scalars = Array(sentence.unicodeScalars)
    let found = locations.matches(in: terms, isCell: false).filter { !$0.isWeak && $0.tokens.count >= 2 }
    guard let first = found.first, Set(found.map(\.code)).count == 1,
      // "Every school day" is when.
      !terms.tokens[first.tokens].contains(where: { ["day", "week", "year"].contains($0.word) })
    else { return nil }
    return String(scalars: scalars[terms.range(of: first.tokens)])
  }

  /// Whether a text is a place and nothing else: "Resource room" is, though a service bears the name too.
  func isPlace(_ text: String) -> Bool { locations.best(in: text).map { $0.coverage > 0.99 && !$0.isWeak } ?? false }

  /// Whether a text names places and holds no other words than these.
  /// - Parameter joints: in small letters, plural folded.
  func saysPlacesOnly(_ text: String, besides joints: Set<String>) -> Bool {
    let terms = Terms(text)
    let places = locations.matches(inCell: terms).filter { !$0.isWeak }
    return !places.isEmpty
      && terms.tokens.indices.allSatisfy { index in
        joints.contains(terms.tokens[index].word) || places.contains { $0.tokens.contains(index) }
      }
  }

  /// "Special Education Teacher" in a column of places: who, not where.
  private func isRole(_ text: String) -> Bool {
    guard let last = Terms(text).tokens.last?.word else { return false }
    return Self.people.contains(last) && isPerson(text)
  }
}
