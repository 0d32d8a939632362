import Foundation
import IEPModel

/// Who and where, in running text: names behind the words that announce them, schools and districts by how their names
/// end.
struct StatedNames: Sendable {
  let vocabulary: StatementVocabulary

  /// "To the parents of Thaddeus Brightwater", "IEP for Silas Thorndike (State Student ID ...)".
  func student(in text: String) -> String? {
    let lowered = text.lowercased()
    for lead in vocabulary.name {
      var from = lowered.startIndex
      while let range = lowered[from...].range(of: lead) {
        from = range.upperBound
        let startsWord =
          range.lowerBound == lowered.startIndex || !lowered[lowered.index(before: range.lowerBound)].isLetter
        guard startsWord, range.upperBound < lowered.endIndex,
          !lowered[range.upperBound].isLetter || lead.hasSuffix(" ")
        else { continue }
        let offset = lowered.distance(from: lowered.startIndex, to: range.upperBound)
        if let name = name(at: String(text.dropFirst(offset))), isAnnounced(lead, name) { return name }
      }
    }
    return nil
  }

  /// "Individualized Education Program of", "Education plan for": a title whose last words call for a name.
  func announcesName(_ text: String) -> Bool {
    let lowered = text.lowercased().trimmingBlanks
    return text.split(separator: " ").count <= 8
      && vocabulary.name.contains { lead in
        (lead.hasSuffix(" of") || lead.hasSuffix(" for")) && (lowered == lead || lowered.hasSuffix(" " + lead))
      }
  }

  /// "Emeka Sandoval is a kindergarten student", "Delaney R. Okonjo (UIC 8841093367), born August 22, 2013",
  /// "Quincy Abernathy-Lareau - Grade 8 - DOB 07.21.2012": a text that begins with a name and goes on with what a
  /// student has.
  func leading(_ text: String) -> String? {
    guard let name = name(at: text), name.split(separator: " ").count >= 2, !endsAsPlace(name) else { return nil }
    let rest = LabelTokens.words(String(text.dropFirst(name.count)))
    // "Harbor Point School student handbook"
    if let next = rest.first, ["school", "schools", "district", "county", "public"].contains(next) { return nil }
    let says: Set<String> = ["born", "grade", "dob", "kindergarten", "student", "id", "uic", "ssid", "iep"]
    return rest.prefix(6).contains(where: says.contains) ? name : nil
  }

  /// A piece of a line that is a person's name and nothing else.
  func whole(_ text: String) -> String? {
    guard let name = name(at: text), name == text, !endsAsPlace(name) else { return nil }
    return name
  }

  /// A line, or a piece of one, that is the name of a school and nothing else.
  func school(_ labelled: String) -> String? {
    // "School Tygart Summit High": the label stands before the name.
    let text = labelled.hasPrefix("School ") ? String(labelled.dropFirst(7)) : labelled
    let words = LabelTokens.words(text)
    guard (2...8).contains(words.count), let last = words.last, Self.isCapitalised(text), !text.contains(":") else {
      return nil
    }
    let isNamed =
      vocabulary.school.contains(last)
      || vocabulary.school.contains(text.split(separator: " ").last?.lowercased() ?? "")
    return isNamed && district(text) == nil ? text : nil
  }

  /// A line, or a piece of one, that is the name of a district and nothing else.
  func district(_ text: String) -> String? {
    // "Independent School District 2917, Lac Brule": a number, and the town behind it.
    if let comma = text.firstIndex(of: ","), text[..<comma].contains(where: \.isNumber), text.utf8.count < 80,
      Self.isCapitalised(text), district(String(text[..<comma])) != nil
    {
      return text
    }
    // "IEP — Unified District 12 of Gull Lake": the title before it.
    for mark in [" — ", " – ", " - "] {
      if let range = text.range(of: mark), Self.isTitle(text[..<range.lowerBound]) {
        return district(String(text[range.upperBound...]))
      }
    }
    guard text.first?.isLetter == true, !text.contains(":"), Self.isCapitalised(text) else { return nil }
    // "Bluff Creek School District 8-RJ", "Elk Divide RE-2": a state counts its districts.
    if let last = text.split(separator: " ").last, Self.countsDistricts(last) {
      let own = String(text.dropLast(last.count)).trimmingBlanks
      if district(own) != nil || last.hasPrefix("R") || last.first?.isNumber == true && !last.contains("-"),
        (2...5).contains(own.split(separator: " ").count)
      {
        return text
      }
    }
    if let own = Self.withoutPlanArea(text) { return district(own) }
    let words = LabelTokens.words(text)
    // "Pemi Notch School District SAU 97": the union of districts that it belongs to is not its name.
    if words.count >= 5, let number = words.last, number.allSatisfy(\.isNumber),
      Self.unions.contains(words[words.count - 2]),
      case let own = text.split(separator: " ").dropLast(2).joined(separator: " "), district(own) == own
    {
      return own
    }
    guard (2...9).contains(words.count) else { return nil }
    // "Sawtooth Mesa School District RE-6", "Elk Creek CUSD 308": a number may follow.
    let named = Array(
      words.reversed().drop { $0.contains(where: \.isNumber) || Self.behindDistrict.contains($0) }.reversed())
    let endings = vocabulary.district.contains { named.count > $0.count && named.suffix($0.count) == $0[...] }
    // "Citywide Programs District 78"
    let isCounted = named.count < words.count && named.count >= 2 && named.last == "district"
    // "District of Service", "District of Residence" ask for a name.
    let leads =
      !["service", "residence", "attendance", "liability"].contains(words[words.count - 1])
      && vocabulary.districtLead.contains { words.count > $0.count && words.prefix($0.count) == $0[...] }
    // "Unified District 12 of Gull Lake Township"
    let ofTown = words.firstIndex(of: "district").map { at in
      at + 3 < words.count && words[at + 1].allSatisfy(\.isNumber) && words[at + 2] == "of"
    }
    return endings || isCounted || leads || ofTown == true || Self.isOfTown(words) ? text : nil
  }

  /// "Union High School District of Portage Flats": the kind of district before the town.
  private static func isOfTown(_ words: [String]) -> Bool {
    guard let of = words.firstIndex(of: "of"), of >= 2, of + 1 < words.count, words[of - 1] == "district",
      words[of - 2] == "school" || words[of - 2] == "schools"
    else { return false }
    let kinds: Set<String> = [
      "union", "high", "unified", "joint", "consolidated", "community", "area", "central", "elementary", "common",
      "independent", "regional", "local", "public", "reorganized", "cooperative", "school", "schools", "district",
    ]
    return words[..<of].allSatisfy(kinds.contains)
      && !["service", "residence", "attendance", "liability"].contains(words[words.count - 1])
  }

  /// "Cedar Flats Unified / SELPA": the area that plans for several districts, named behind one of them.
  private static func withoutPlanArea(_ text: String) -> String? {
    guard let slash = text.range(of: " / ", options: .backwards),
      unions.union(["selpa", "coop", "cooperative"]).contains(text[slash.upperBound...].lowercased())
    else { return nil }
    return String(text[..<slash.lowerBound])
  }

  /// "IEP", "Individualized Education Program".
  static func isTitle(_ text: Substring) -> Bool {
    let words = LabelTokens.words(String(text))
    return ["iep", "ieps", "program", "plan"].contains(words.last) && words.count <= 4
  }

  /// "Prairie Rose Cooperative District": a name that ends in the word itself, whatever kind of district it is.
  func isDistrict(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return (2...6).contains(words.count) && words.last == "district" && Self.isCapitalised(text)
      && !text.contains(where: { $0.isNumber || $0 == ":" })
  }

  /// "8-RJ", "RE-2", "RE-1J", "C-2": a number with the letters of a kind of district.
  private static func countsDistricts(_ word: Substring) -> Bool {
    // "49R", "12J", "24JT"
    if (2...5).contains(word.utf8.count), case let letters = word.drop(while: \.isNumber), letters.count < word.count,
      ["J", "R", "RJ", "JT", "JR"].contains(letters)
    {
      return true
    }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, word.utf8.count <= 6, parts.allSatisfy({ (1...3).contains($0.count) }),
      word.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "-" })
    else { return false }
    return parts.contains { $0.allSatisfy(\.isLetter) } && parts.contains { $0.contains(where: \.isNumber) }
  }

  /// What several districts share an office of.
  private static let unions: Set<String> = ["sau", "su", "rsu", "aos", "boces", "esu", "iu", "esd", "esc", "resa"]

  /// What may count a district behind its name: "District Two", "RE-6".
  private static let behindDistrict: Set<String> = [
    "re", "r", "no", "c", "one", "two", "three", "four", "five", "six", "seven",
  ]

  /// "Caprock Middle School Duration of services from 9/22/2025": the school before what else stands on its line.
  func schoolBefore(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    let end = words.indices.first { index in
      index > 0 && index + 1 < words.count && vocabulary.school.contains(words[index].lowercased())
        && words[index + 1].first?.isUppercase == true && !vocabulary.school.contains(words[index + 1].lowercased())
    }
    return end.flatMap { school(words[...$0].joined(separator: " ")) }
  }

  /// "who is in grade 10 at Pinnacle Gap High School in the Pinnacle Gap School District": the names within a sentence.
  func places(in sentence: String) -> (school: String?, district: String?) {
    let words = sentence.split(separator: " ").map(String.init)
    var found: (school: String?, district: String?) = (nil, nil)
    for (index, word) in words.enumerated()
    where ["at", "attends", "attending", "the", "is", "of", "unit,", "school,"].contains(word.lowercased())
      || word.hasSuffix(",")
    {
      guard index + 1 < words.count else { continue }
      for end in stride(from: min(words.count, index + 9), to: index + 2, by: -1) {
        let text = words[(index + 1)..<end].joined(separator: " ").trimmingCharacters(".,;)")
        if text.contains(",") || text.contains(". ") { continue }
        if found.district == nil, let name = district(text) {
          found.district = name
          break
        }
        if found.school == nil, ["at", "attends", "attending"].contains(word.lowercased()) || word.hasSuffix(","),
          let name = school(text)
        {
          found.school = name
          break
        }
      }
    }
    return found
  }

  // MARK: Names

  /// "Name: First: Dalton | Middle: | Last: Hutchens": a name whose parts a form asks for by themselves.
  static func inParts(_ columns: [String]) -> String? {
    func part(_ label: String) -> String? {
      for column in columns {
        let words = column.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(where: { $0.lowercased() == label + ":" || $0.lowercased() == label }) else {
          continue
        }
        var rest = words[(index + 1)...]
        if words[index].last != ":" {
          guard rest.first?.lowercased() == "name:" else { continue }
          rest = rest.dropFirst()
        }
        guard (0...3).contains(rest.count), rest.allSatisfy({ $0.first?.isUppercase == true && !$0.hasSuffix(":") })
        else {
          continue
        }
        return rest.joined(separator: " ")
      }
      return nil
    }
    guard columns.contains(where: { $0.contains(inAnyCase: "first") }), let first = part("first"),
      let last = part("last"), !first.isEmpty, !last.isEmpty
    else { return nil }
    return [first, part("middle") ?? "", last].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The run of name words that a text begins with.
  private func name(at text: String) -> String? {
    var words: [String] = []
    for part in text.split(separator: " ").prefix(6).map(String.init) {
      let bare = part.trimmingCharacters(",;.():#")
      let isInitial = bare.count == 1 && bare == bare.uppercased()
      let letters = bare.unicodeScalars.filter { $0.isLetter }
      guard let first = bare.unicodeScalars.first, first.isLetter, bare.first?.isUppercase == true,
        isInitial || letters.count >= 2, !bare.contains(where: \.isNumber), !bare.contains("/"),
        !Self.strangers.contains(bare.lowercased())
      else { break }
      if part.first == "(" { break }
      words.append(isInitial && part.hasSuffix(".") ? part : part.trimmingCharacters("();:"))
      // "Thibodeaux, Andre J": a comma behind the family name, otherwise behind the whole one.
      if part.hasSuffix(",") {
        let follow = text.split(separator: " ").dropFirst(words.count).prefix(2)
        guard words.count == 1, let next = follow.first?.first, next.isUppercase else { break }
      }
      if part.hasSuffix(".") && !isInitial || part.hasSuffix(")") || part.hasSuffix(";") || part.hasSuffix(":") {
        break
      }
    }
    guard (2...5).contains(words.count) else { return nil }
    return words.joined(separator: " ").trimmingCharacters(",;:()")
  }

  /// Words that stand in titles and labels and in no student's name.
  private static let strangers: Set<String> = [
    "iep", "individualized", "individual", "education", "educational", "program", "plan", "student", "page", "grade",
    "date", "school", "district", "special", "services", "service", "meeting", "the", "id", "dob", "annual", "team",
    "state", "form", "confidential", "birth", "born", "name", "number", "public", "schools", "county", "office",
    "department", "information", "goals", "goal", "report", "review", "notice", "parent", "parents", "offer", "fape",
    "summary", "part", "section", "gender", "case", "manager", "strengths", "present", "levels", "current", "general",
    "performance", "will", "pupil", "child", "learner", "teacher", "gr", "type", "initial", "amendment", "reevaluation",
    "dates", "eligibility", "disability", "elig", "attending", "ssid", "sasid", "no", "local", "legal", "last", "first",
  ]

  private func isAnnounced(_ lead: String, _ name: String) -> Bool {
    !endsAsPlace(name) && (lead.count > 7 || lead.hasSuffix(":") || name.split(separator: " ").count <= 4)
  }

  private func endsAsPlace(_ name: String) -> Bool {
    guard let last = LabelTokens.words(name).last else { return true }
    return vocabulary.school.contains(last) || district(name) != nil
  }

  private static func isCapitalised(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      word.first.map { $0.isUppercase || $0.isNumber || !$0.isLetter } ?? false
        || ["of", "the", "and", "for", "del", "de", "la", "aux", "at"].contains(word.lowercased())
    }
  }
}
