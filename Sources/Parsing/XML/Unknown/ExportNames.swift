import IEPModel
import Seeds

/// The names that exports give to facts of a student and a plan, beside those that forms print:
/// `seeds/vocabulary/export-names.yaml`.
struct ExportNames: Sendable {
  typealias Fact = ExportPlans.Fact

  private let words: Words
  private let first: [Rule]
  private let named: [Rule]
  private let loose: [Rule]
  private let kindCodes: [String: IEPKind]
  private let labels: LabelTable<HeaderRole>

  /// - Parameter labels: the labels that forms print for the same facts.
  init(seeds: SeedStore, labels: LabelTable<HeaderRole>) throws(SeedError) {
    let file = "vocabulary/export-names.yaml"
    let entries = try SeedYAML.decode(Entries.self, from: file, in: seeds)
    words = Words(entries)
    first = try entries.first.map { entry throws(SeedError) in try Rule(entry, file: file) }
    named = try entries.named.map { entry throws(SeedError) in try Rule(entry, file: file) }
    loose = try entries.loose.map { entry throws(SeedError) in try Rule(entry, file: file) }
    var codes: [String: IEPKind] = [:]
    for (key, list) in entries.kinds {
      guard let kind = IEPKind(rawValue: key) else { throw SeedError(file: file, reason: "knows no kind '\(key)'") }
      for code in list { codes[code] = kind }
    }
    kindCodes = codes
    self.labels = labels
  }

  /// What a name asks for.
  /// - Parameters:
  ///   - name: the field's name in words.
  ///   - owner: the name of the node around it, in words: `<Student ID="...">` is the student's identifier, and
  ///     `<Birth><Date>` a date of birth.
  func fact(_ name: String, in owner: String) -> Fact? {
    if let direct = direct(name, in: owner) { return direct }
    let around = LabelTokens.of(owner)
    guard !around.isEmpty else { return nil }
    if let organization = organization(Set(around), naming: Set(LabelTokens.of(name))) { return organization }
    return around.count <= 6 ? direct(owner + " " + name, in: "") : nil
  }

  private func direct(_ name: String, in owner: String) -> Fact? {
    let tokens = LabelTokens.of(name)
    let said = Set(tokens)
    let around = Set(LabelTokens.of(owner))
    let isPerson = !around.isDisjoint(with: words.people) || !said.isDisjoint(with: words.people)
    let isPlan = !around.isDisjoint(with: words.plan) || !said.isDisjoint(with: ["iep", "plan"])
    func rule(_ rules: [Rule]) -> Fact? {
      let bare = said.subtracting(words.people).subtracting(words.silent)
      return rules.first { $0.fits(said, bare: bare, isPerson: isPerson, isPlan: isPlan) }?.fact
    }
    if let fact = rule(first) { return fact }
    guard said.isDisjoint(with: words.foreign), !isElsewhere(said, around) else { return nil }
    if let fact = rule(named) { return fact }
    for role in labels.exact(name) where isPossible(role, said, around, isPlan: isPlan) {
      if let fact = Fact(rawValue: role.rawValue) { return fact }
    }
    return rule(loose)
  }

  private static let personal: Set<String> = [
    "name", "id", "identifier", "number", "code", "first", "last", "middle", "given", "surname", "family", "birth",
    "dob",
  ]

  /// A name, number or birth date in a node that is somebody else's.
  private func isElsewhere(_ said: Set<String>, _ around: Set<String>) -> Bool {
    !around.isDisjoint(with: words.elsewhere) && !said.isDisjoint(with: Self.personal)
      && said.isDisjoint(with: words.people.union(words.school).union(words.district))
  }

  /// Labels of forms that ask for a student's or plan's fact only beside a word that says so.
  private func isPossible(_ role: HeaderRole, _ said: Set<String>, _ around: Set<String>, isPlan: Bool) -> Bool {
    let isPerson = !around.isDisjoint(with: words.people)
    return switch role {
    case .name: said != ["name"] || isPerson
    case .studentId: said != ["id"] || isPerson
    case .meetingDate: said != ["date"] || isPlan
    case .kind: isPlan || !said.isDisjoint(with: ["iep", "meeting"])
    case .startDate, .endDate: said.contains("iep") || said.contains("plan")
    case .other: false
    default: true
    }
  }

  /// `<LEA><Name>` and `<District name="...">`.
  private func organization(_ around: Set<String>, naming said: Set<String>) -> Fact? {
    guard said.subtracting(around).isSubset(of: words.naming), around.isDisjoint(with: words.foreign) else {
      return nil
    }
    let rest = around.subtracting(words.organization)
    if !rest.isEmpty || around.isSuperset(of: ["education", "organization"]) {
      if rest.isSubset(of: words.district.union(words.school)), !rest.isDisjoint(with: words.district) {
        return .district
      }
      if rest.isSubset(of: words.school) && !rest.isEmpty { return .school }
      if rest.isSubset(of: ["agency"]) { return .district }
    }
    return nil
  }

  /// The kind of an IEP that a code alone stands for.
  func kind(ofCode code: String) -> IEPKind? { kindCodes[code.uppercased()] }

  /// Whether a box is ticked; `nil` where the value is none of a box.
  func tick(_ value: String) -> Bool? {
    let lowered = value.lowercased()
    return words.ticked.contains(lowered) ? true : words.empty.contains(lowered) ? false : nil
  }

  /// The words of a box's name that say what is chosen with it: "iep type annual" chooses "annual".
  /// - Returns: `nil` where the name says of nothing that it is a choice.
  func choice(_ name: String, in owner: String) -> String? {
    let tokens = LabelTokens.words(name)
    let isChoice = (tokens + LabelTokens.of(owner)).contains { words.choices.contains($0) || $0 == "iep" }
    let rest = tokens.filter { !words.choices.contains($0) && !words.people.contains($0) && $0 != "iep" }
    return isChoice && !rest.isEmpty ? rest.joined(separator: " ") : nil
  }

  /// How telling a field is as the student's number: the local one before the state's, either before a row's key.
  func rank(ofStudentId name: String, in owner: String) -> Int {
    let said = Set(LabelTokens.of(name))
    if !said.isDisjoint(with: ["key", "ref", "refid", "pk", "guid", "uuid", "oid", "uid"]) { return 0 }
    if said == ["id"] { return 2 }
    if said.contains("local") || said.contains("sis") { return 6 }
    if said.contains("district") {
      // A row may carry the district's number; among a student's numbers it is the student's.
      let around = Set(LabelTokens.of(owner))
      return !said.isDisjoint(with: words.people)
        || !around.isDisjoint(with: words.people.union(["id", "ids", "identifier"]))
        || said.contains("number") ? 5 : 1
    }
    return said.contains("state") || said.contains("ssid") || said.contains("unique") ? 3 : 4
  }
}

extension ExportNames {
  /// The file's lists, each word as labels have it.
  private struct Words: Sendable {
    var people, plan, silent, foreign, elsewhere, school, district, organization, naming: Set<String>
    var ticked, empty, choices: Set<String>

    init(_ entries: Entries) {
      func folded(_ list: [String]) -> Set<String> { Set(list.flatMap { LabelTokens.of($0) }) }
      people = folded(entries.people)
      plan = folded(entries.plan)
      silent = folded(entries.silent)
      foreign = folded(entries.foreign)
      elsewhere = folded(entries.elsewhere)
      school = folded(entries.school)
      district = folded(entries.district)
      organization = folded(entries.organization)
      naming = folded(entries.`self`)
      ticked = Set(entries.ticked)
      empty = Set(entries.empty)
      choices = Set(entries.choices)
    }
  }

  private struct Entries: Decodable {
    var people, plan, silent, foreign, elsewhere, school, district, organization, `self`: [String]
    var first, named, loose: [Rule.Entry]
    var kinds: [String: [String]]
    var ticked, empty, choices: [String]
  }

  /// A rule of the file: which words a name has to be.
  private struct Rule: Sendable {
    struct Entry: Decodable {
      var fact: String
      var `is`: [[String]]?
      var has: [[String]]?
      var only: [String]?
      var not: [String]?
      var `in`: String?
      var apart: [String]?

      enum CodingKeys: String, CodingKey {
        case fact, `is`, has, only, not, `in`
        case apart = "apart-from"
      }
    }

    let fact: Fact
    private let wholes: Set<Set<String>>
    private let parts: [Set<String>]
    private let only: Set<String>?
    private let not: Set<String>
    private let apart: Set<String>
    private let place: String?

    init(_ entry: Entry, file: String) throws(SeedError) {
      guard let fact = Fact(rawValue: entry.fact) else {
        throw SeedError(file: file, reason: "knows no fact '\(entry.fact)'")
      }
      func folded(_ list: [String]) -> Set<String> { Set(list.flatMap { LabelTokens.of($0) }) }
      self.fact = fact
      wholes = Set((entry.is ?? []).map(folded))
      parts = (entry.has ?? []).map(folded)
      only = entry.only.map(folded)
      not = folded(entry.not ?? [])
      apart = folded(entry.apart ?? [])
      place = entry.in
    }

    /// - Parameters:
    ///   - said: the name's words.
    ///   - bare: those of them that do not only say whose it is.
    func fits(_ said: Set<String>, bare: Set<String>, isPerson: Bool, isPlan: Bool) -> Bool {
      if place == "plan", !isPlan { return false }
      if place == "person", !isPerson { return false }
      if !wholes.isEmpty {
        if wholes.contains(bare) && (!bare.isEmpty || said != ["person"] && !said.isEmpty) { return true }
        if !apart.isEmpty, wholes.contains(bare.subtracting(apart)), bare != bare.intersection(apart) { return true }
      }
      guard parts.contains(where: { $0.isSubset(of: said) }), said.isDisjoint(with: not) else { return false }
      guard let only else { return true }
      return parts.contains { $0.isSubset(of: said) && said.subtracting($0).isSubset(of: only) }
    }
  }
}
