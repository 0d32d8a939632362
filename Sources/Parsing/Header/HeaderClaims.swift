import Extraction
import Foundation
import IEPModel

/// What a label somewhere in the document claims for a fact of the header.
struct HeaderClaim {
  var role: HeaderRole
  var value: String
  var place: Place
  var score: Double
  var order: Int
}

/// All claims of a document; the best of each kind holds.
struct HeaderClaims {
  let labels: LabelVocabulary
  let values: ValueReaders
  let statements: StatementVocabulary
  private var all: [HeaderClaim] = []
  private var order = 0

  private var fits: HeaderFit { HeaderFit(labels: labels, values: values) }

  init(
    of sections: [(section: SectionBlocks, items: [SectionItem])], running: [TextLine], labels: LabelVocabulary,
    values: ValueReaders, statements: StatementVocabulary
  ) {
    (self.labels, self.values, self.statements) = (labels, values, statements)
    for (section, items) in sections {
      let weight = Self.weight(of: section.code)
      var above: Fact?
      for case .fact(let fact) in items {
        note(fact, in: section.code, weight: weight)
        if let above { note(fact, beside: above, weight: weight) }
        above = fact
      }
    }
    for case .fact(let fact) in LineFacts(reader: FactReader(labels: labels)).items(of: running) {
      note(fact, in: .cover, weight: 0.6)
    }

    let stated = HeaderStatements(values: values, vocabulary: statements)
    for statement in stated.read(sections.map(\.section), running: running) {
      order += 1
      all.append(
        HeaderClaim(
          role: statement.role, value: statement.value, place: statement.place, score: statement.score, order: order))
    }
  }

  /// The likeliest claim of a fact, of equal ones the first; `nil` where none is likely.
  func best(_ role: HeaderRole) -> HeaderClaim? { best { $0.role == role } }

  /// "Pinnacle County" in the field and "Pinnacle County Schools" in the letterhead.
  func longerDistrict(than short: String) -> String? {
    best { $0.role == .district && $0.value.hasPrefix(short + " ") }.flatMap {
      HeaderStatements.isName($0.value) ? $0.value : nil
    }
  }

  private func best(where suits: (HeaderClaim) -> Bool) -> HeaderClaim? {
    all.filter { suits($0) && $0.score >= 0.4 }.min { ($1.score, $0.order) < ($0.score, $1.order) }
  }

  /// "In effect 10/6/2025" over "to 10/5/2026": a span that begins on the label's line.
  private func whole(_ fact: Fact) -> Fact {
    guard let date = values.dates.dates(in: fact.label).last, date.range.upperBound == fact.label.unicodeScalars.count,
      let join = fact.value.split(separator: " ").first,
      ["to", "through", "thru", "until", "-", "–"].contains(join.lowercased())
    else { return fact }
    let scalars = Array(fact.label.unicodeScalars)
    var fact = fact
    fact.value = String(scalars: scalars[date.range.lowerBound...]) + " " + fact.value
    fact.label = String(scalars: scalars[..<date.range.lowerBound]).trimmingBlanks
    fact.lines = []
    return fact
  }

  private mutating func note(_ printed: Fact, in code: SectionCode, weight: Double) {
    let fact = whole(printed)
    order += 1
    var value = Ticks.value(of: fact).trimmingCharacters(" |•·")
    // "SCHOOL" over its name and further facts of it.
    let names = StatedNames(vocabulary: statements)
    if fact.lines.count > 1, let first = fact.lines.first?.text, names.school(first) ?? names.district(first) != nil,
      names.school(value) ?? names.district(value) == nil
    {
      value = first
    }
    // A label that is a phrase in full asks for nothing else: "Date of referral" is no meeting's, for all its "date of".
    let matches = labels.header.matches(fact.label)
    let least = matches.first.map { $0.score >= 0.99 ? 0.85 : 0.55 } ?? 0.55
    let asked = matches.filter { $0.score >= least }
    if asked.contains(where: { $0.role == .school }), !values.dates.dates(in: value).isEmpty,
      let school = names.schoolBefore(value)
    {
      value = school
    }
    if asked.contains(where: { $0.role == .school || $0.role == .district }) {
      value = StatedNames.withoutAddress(value)
    }
    // "20418 / 6130227794" under two names of the number.
    if asked.contains(where: { $0.role == .studentId }), case let numbers = value.components(separatedBy: " / "),
      numbers.count == 2, numbers.allSatisfy({ $0.utf8.count >= 4 && $0.allSatisfy(\.isNumber) })
    {
      value = numbers[0]
    }
    // "Stu: Penelope Strand ID# 9920473 DOB 7/8/16": labels without a colon end the name.
    if asked.contains(where: { $0.role == .name }), value.contains(where: \.isNumber), let name = names.leading(value) {
      value = name
    }
    let claimed = all.count
    for match in asked {
      // A name among those who attended is not the student's.
      let weight = match.role == .name && code == .participants ? 0.3 : weight
      // "Student's instructional language" asks for no name.
      if match.role == .name, !Self.ofStudents.isDisjoint(with: LabelTokens.words(fact.label)) { continue }
      // "District contact" asks for a person.
      if Self.namesOne(match.role), match.role != .name,
        !Self.ofPersons.isDisjoint(with: LabelTokens.words(fact.label))
      {
        continue
      }
      // "Agency: Workforce Commission, referral made": only a name of a district answers so wide a question.
      if match.role == .district, names.district(value) == nil,
        fact.lines.first.flatMap({ names.district($0.text) }) == nil,
        Self.ofDistricts.isDisjoint(with: LabelTokens.words(fact.label))
      {
        continue
      }
      // "District: MAP Growth" among tests is theirs.
      if code == .assessment, match.role == .district || match.role == .school { continue }
      // When ESY begins is not when the plan does.
      if code == .esy, match.role == .startDate || match.role == .endDate { continue }
      guard let fit = fits.fit(match.role, value, label: fact.label) else {
        // "STUDENT" over the name and further facts of the student.
        guard Self.namesOne(match.role), fact.lines.count > 1, let first = fact.lines.first?.text,
          let fit = fits.fit(match.role, first, label: fact.label)
        else { continue }
        all.append(
          HeaderClaim(
            role: match.role, value: first, place: fact.place, score: match.score * fit * weight * 0.9, order: order))
        continue
      }
      all.append(
        HeaderClaim(role: match.role, value: value, place: fact.place, score: match.score * fit * weight, order: order))
    }
    // "XTID: 4516447", "SIS ID Number: 604417": a number under an abbreviation of the state's own.
    if Self.isAbbreviation(fact.label) || Self.asksForNumber(fact.label),
      labels.header.matches(fact.label).first?.score ?? 0 < 0.55
        || all.dropFirst(claimed).allSatisfy({ $0.role == .district }),
      (4...14).contains(value.utf8.count), Self.isNumber(value)
    {
      all.append(HeaderClaim(role: .studentId, value: value, place: fact.place, score: 0.5 * weight, order: order))
    }
  }

  /// "Student Wilhelmina Achterberg   No. 58-2094": a number asked for right behind the student's name is the student's.
  private mutating func note(_ fact: Fact, beside name: Fact, weight: Double) {
    guard [["no"], ["number"], ["num"]].contains(LabelTokens.words(fact.label)),
      labels.header.exact(name.label).contains(.name), HeaderStatements.isName(name.value),
      fact.labelPlace.page == name.labelPlace.page, let box = fact.labelPlace.box, let line = name.labelPlace.box,
      line.y0 < box.midY, box.midY < line.y1,
      fact.value.split(separator: " ").count == 1, fact.value.utf8.count >= 4,
      fact.value.count(where: \.isNumber) * 2 >= fact.value.count, values.read(fact.value).date == nil
    else { return }
    all.append(HeaderClaim(role: .studentId, value: fact.value, place: fact.place, score: 0.5 * weight, order: order))
  }

  /// "4516447", "SC-33018", "MC-PS-0417": figures, with letters in front at most.
  private static func isNumber(_ value: String) -> Bool {
    let parts = value.split(separator: "-")
    guard let figures = parts.last?.drop(while: { $0.isLetter && $0.isUppercase && $0.isASCII }) else { return false }
    return figures.count >= 4 && figures.count * 5 >= value.count * 2 && figures.allSatisfy(\.isNumber)
      && parts.dropLast().allSatisfy { part in
        part.allSatisfy { $0.isLetter && $0.isUppercase && $0.isASCII } || part.allSatisfy(\.isNumber)
      }
  }

  /// "XTID", "XID #", "XSIS#".
  private static func isAbbreviation(_ label: String) -> Bool {
    let bare = label.trimmingCharacters("#:. ").replacingAll(" ID", with: "").replacingAll(" No", with: "")
    return (2...8).contains(bare.utf8.count) && bare == bare.uppercased() && bare.allSatisfy(\.isLetter)
  }

  /// "SIS ID Number", "Secure ID", "District Student No.": the number of a student by whatever system.
  private static func asksForNumber(_ label: String) -> Bool {
    let words = LabelTokens.words(label)
    guard (2...6).contains(words.count), words.contains("id"),
      ["id", "number", "no", "num"].contains(words[words.count - 1])
    else { return false }
    let others: Set<String> = [
      "phone", "telephone", "fax", "zip", "page", "goal", "room", "case", "medicaid", "license", "provider", "bus",
      "route",
      "address", "account", "parent", "guardian", "teacher", "staff", "building", "school", "form", "service", "cell",
      "insurance",
    ]
    return others.isDisjoint(with: words)
  }

  private static let ofPersons: Set<String> = [
    "contact", "representative", "phone", "telephone", "address", "administrator", "official", "superintendent",
    "director", "nurse", "counselor", "psychologist", "staff", "year", "week", "day", "hours", "calendar", "cycle",
    "email",
    "type", "setting",
  ]

  private static let ofStudents: Set<String> = [
    "language", "lang", "race", "ethnicity", "gender", "sex", "address", "phone", "age", "strengths", "interests",
    "concerns", "mode", "status", "preferred",
  ]

  private static let ofDistricts: Set<String> = [
    "district", "districts", "lea", "division", "corporation", "parish", "county", "isd", "usd", "cusd", "sau",
    "system",
    "local", "resident", "serving", "home",
  ]

  private static func namesOne(_ role: HeaderRole) -> Bool { role == .name || role == .school || role == .district }

  private static func weight(of code: SectionCode) -> Double {
    switch code {
    case .cover: 1
    case .lre, .services, .esy: 0.85
    case .other, .presentLevels, .participants: 0.7
    default: 0.55
    }
  }
}
