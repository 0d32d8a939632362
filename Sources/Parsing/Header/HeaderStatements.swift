import Foundation
import IEPModel

/// What the first pages say of the plan without labels: letterheads, titles, sentences and running heads.
struct HeaderStatements: Sendable {
  let values: ValueReaders
  let vocabulary: StatementVocabulary

  struct Statement: Sendable {
    var role: HeaderRole
    var value: String
    var place: Place
    /// 0 to 1, below that of a labelled fact.
    var score: Double
  }

  private var dates: StatedDates { StatedDates(vocabulary: vocabulary, dates: values.dates) }
  private var names: StatedNames { StatedNames(vocabulary: vocabulary) }

  /// The lines of the section and of its heading that stand on the first page.
  private static func firstPage(of section: SectionBlocks) -> [TextLine] {
    var lines: [TextLine] = []
    func add(_ line: TextLine) { if line.page == 1 { lines.append(line) } }
    if let heading = section.headingLine { add(heading) }
    for block in section.blocks {
      switch block {
      case .line(let line): add(line)
      case .table(let table): for cell in table.cells { cell.lines.forEach(add) }
      }
    }
    return lines
  }

  /// - Parameters:
  ///   - sections: in the document's order; those after the first page say nothing of the whole plan.
  ///   - running: what every page repeats.
  func read(_ sections: [SectionBlocks], running: [TextLine]) -> [Statement] {
    var result: [Statement] = []
    let first = sections.map(Self.firstPage)
    let sizes = first.flatMap { $0.map(\.fontSize) }.sorted()
    let largest = sizes.last.flatMap { $0 > sizes[sizes.count / 2] * 1.4 ? $0 : nil } ?? .infinity
    for (section, lines) in zip(sections, first) where section.code != .goals && section.code != .progress {
      let isCover = section.code == .cover || section.headingLine == nil
      // The head of the page is the form's own, whatever section it seems to open.
      for line in lines {
        result += pieces(of: line, isTitle: isCover || line.box.y1 < 150, largest: largest)
      }
      if isCover {
        for (line, next) in zip(lines, lines.dropFirst()) where names.announcesName(line.text) {
          // "Individualized Education Program of" over the name.
          guard let name = names.whole(next.text) else { continue }
          result.append(Statement(role: .name, value: name, place: next.place, score: 0.46))
        }
      }
      let plain = lines.filter { !$0.words.contains(where: Ticks.isTick) }
      for paragraph in Self.whole(Paragraph.join(plain)) where paragraph.text.utf8.count < 1500 {
        result += sentences(paragraph.text, place: paragraph.place, isCover: isCover).filter {
          $0.role != .name || !Self.crossesColumns($0.value, paragraph.lines)
        }
      }
    }
    result += datesOfServices(sections)
    for line in running {
      result += pieces(of: line, isTitle: true).map(weakened)
      result += sentences(line.text, place: line.place, isCover: true).map(weakened)
    }
    return result
  }

  /// "Foxglove | UNDER" of two columns is no name.
  private static func crossesColumns(_ name: String, _ lines: [TextLine]) -> Bool {
    lines.contains { $0.text.contains(name) }
      && !lines.contains { line in line.chunks.contains { $0.text.contains(name) } }
  }

  /// "Beginning and ending dates of IEP services: from 11/3/2025 to 10/29/2026": the plan's dates, which a form may ask
  /// for nowhere but over its services.
  private func datesOfServices(_ sections: [SectionBlocks]) -> [Statement] {
    sections.filter { $0.code == .services }.flatMap { section in
      section.visualLines.flatMap { line -> [Statement] in
        let words = LabelTokens.words(line.text)
        guard let plan = words.firstIndex(of: "iep"),
          words[..<plan].contains("ending") || words[..<plan].contains("end"),
          case let said = dates.read(line.text), said.map(\.role) == [.startDate, .endDate]
        else { return [] }
        return said.map { Statement(role: $0.role, value: $0.date.description, place: line.place, score: 0.41) }
      }
    }
  }

  /// A sentence that breaks off with its line goes on in the next: letters have ragged edges.
  private static func whole(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var result: [Paragraph] = []
    for paragraph in paragraphs {
      if let last = result.last, let end = last.text.last, !".:!?".contains(end),
        last.text.split(separator: " ").count >= 8,
        last.lines.last?.chunks.count == 1, paragraph.lines[0].chunks.count == 1
      {
        result[result.count - 1].lines += paragraph.lines
      } else {
        result.append(paragraph)
      }
    }
    return result
  }

  /// A name and no sentence.
  static func isName(_ text: String) -> Bool { text.split(separator: " ").count <= 9 && !text.hasSuffix(".") }

  private func weakened(_ statement: Statement) -> Statement {
    var statement = statement
    statement.score -= 0.03
    return statement
  }

  /// A line's parts that are a name or a title and nothing else: "Harrow Lake School · Harrow Lake School District 88".
  ///
  /// - Parameter largest: the largest type of the page, in points; none where nothing stands out.
  private func pieces(of line: TextLine, isTitle: Bool, largest: Double = .infinity) -> [Statement] {
    var result: [Statement] = []
    func say(_ role: HeaderRole, _ value: String, _ score: Double) {
      result.append(Statement(role: role, value: value, place: line.place, score: score))
    }
    if let name = StatedNames.inParts(line.chunks.map(\.text)) { say(.name, name, 0.8) }
    let parts = Self.parts(of: line)
    // "Mateo Quiroga | Alder Valley School District 12": whose page it is stands before where.
    if isTitle, parts.count >= 2, let name = names.whole(parts[0]),
      names.district(parts[1]) ?? names.school(parts[1]) != nil
    {
      say(.name, name, 0.44)
    }
    // "Prairie Rose Schools | Mateo Quiroga | Student number 8830": the name beside the student's number.
    if isTitle, let index = parts.indices.dropFirst().first(where: { studentNumber(in: parts[$0]) != nil }),
      let name = names.whole(parts[index - 1]), names.school(name) == nil, title(name) == nil
    {
      say(.name, name, 0.44)
    }
    // "IEP — Jo Ann Doe": behind the plan's own title stands whose it is.
    if isTitle, parts.count == 2, StatedNames.isTitle(parts[0][...]), let name = names.whole(parts[1]),
      title(name) == nil, !endsInCode(name)
    {
      say(.name, name, 0.43)
    }
    // A name in the largest type of the page is the title of whose plan it is.
    if isTitle, line.chunks.count == 1, line.fontSize >= largest, let name = names.whole(line.text) {
      say(.name, name, 0.42)
    }
    // "Prairie Rose Cooperative District | Willow Creek Academy": beside a school the word alone names a district.
    if isTitle, parts.count == 2, let school = parts.first(where: { names.school($0) != nil }),
      let other = parts.first(where: { $0 != school }), names.district(other) == nil, names.isDistrict(other)
    {
      say(.district, other, 0.43)
    }
    for text in parts {
      if let district = names.district(text) {
        say(.district, district, 0.45)
        // A charter school is its own district.
        if isTitle, district.lowercased().hasSuffix("charter school") { say(.school, district, 0.4) }
      } else if isTitle, let school = names.school(text) {
        say(.school, school, 0.43)
      } else if isTitle, let name = names.leading(text) {
        say(.name, name, 0.44)
      }
      if isTitle, !line.words.contains(where: Ticks.isTick), let kind = title(text) { say(.kind, kind, 0.44) }
    }
    // "8/22/2025 (annual)", "(yearly meeting)"
    if isTitle, let open = line.text.firstIndex(of: "("), let close = line.text[open...].firstIndex(of: ")"),
      let kind = title(String(line.text[open...close]))
    {
      say(.kind, kind, 0.43)
    }
    return result
  }

  /// The pieces between bullets, bars, dashes and wide gaps, those of lines that a logo joined apart.
  private static func parts(of line: TextLine) -> [String] {
    let rows = Chunking.lines(of: line.words, page: line.page)
    return rows.flatMap(\.chunks).flatMap { chunk -> [String] in
      var parts = [chunk.text]
      for mark in ["•", "·", "|", " - ", " -- ", " – ", " — ", "***"] where chunk.text.contains(mark) {
        parts = parts.flatMap { $0.components(separatedBy: mark) }
      }
      return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
    }
  }

  /// "Individualized Education Program: Annual Review", "Reevaluation", "(annual)": a title that names the kind of plan.
  private func title(_ text: String) -> String? {
    let words = LabelTokens.words(text)
    guard (1...9).contains(words.count), !text.contains("☐"), !text.contains("☒"),
      Set(["goals", "goal", "date", "due", "section", "sections"]).isDisjoint(with: words),
      values.dates.dates(in: text).isEmpty || words[0].hasPrefix("amend"),
      let kind = values.vocabulary.iepKind(of: text), kind != .other
    else { return nil }
    let names: Set<String> = ["iep", "program", "plan", "individualized", "individual", "review", "meeting"]
    return !names.isDisjoint(with: words) || words.count <= 3 ? text : nil
  }

  private func sentences(_ text: String, place: Place, isCover: Bool) -> [Statement] {
    var result: [Statement] = []
    func say(_ role: HeaderRole, _ value: String, _ score: Double = 0.45) {
      result.append(Statement(role: role, value: value, place: place, score: score))
    }
    for (role, date) in dates.read(text) { say(role, date.description, isCover ? 0.45 : 0.41) }
    guard isCover else { return result }
    if let name = names.student(in: text) ?? names.leading(text) { say(.name, name) }
    if let number = studentNumber(in: text) { say(.studentId, number) }
    if let grade = Self.grade(in: text) { say(.grade, grade) }
    let places = names.places(in: text)
    if let school = places.school { say(.school, school) }
    if let district = places.district { say(.district, district, 0.44) }
    if let kind = kind(in: text) { say(.kind, kind, 0.42) }
    return result
  }

  /// "student number 8830", "(UIC 8841093367)", "Student no. 2009-1187".
  private func studentNumber(in text: String) -> String? {
    let parts = text.blankSeparated
    let words = parts.map { $0.lowercased().trimmingCharacters(".,:;()#") }
    for phrase in vocabulary.studentId {
      for start in words.indices where start + phrase.count < words.count {
        guard words[start..<(start + phrase.count)] == phrase[...] else { continue }
        let value = parts[start + phrase.count].trimmingCharacters(".,:;()#")
        let digits = value.filter(\.isNumber).count
        if digits >= 3, digits * 2 >= value.count, values.dates.date(value, near: nil) == nil { return value }
      }
    }
    // "XSIS # 990268153": a long number behind a mark and an abbreviation.
    for (index, part) in parts.enumerated() where part == "#" && index > 0 && index + 1 < parts.count {
      let lead = parts[index - 1]
      let value = parts[index + 1].trimmingCharacters(".,:;()")
      if (3...8).contains(lead.utf8.count), lead == lead.uppercased(), lead.allSatisfy(\.isLetter), value.count >= 5,
        value.allSatisfy(\.isNumber)
      {
        return value
      }
    }
    return nil
  }

  /// "who is in grade 10", "Grade 6", "is in third grade", "a kindergarten student".
  private static func grade(in text: String) -> String? {
    let words = LabelTokens.words(text)
    for (index, word) in words.enumerated() {
      if word == "grade" || word == "gr", index + 1 < words.count, let grade = Grade.normalised(words[index + 1]) {
        return grade
      }
      if word == "grade" || word == "grader", index > 0, let grade = Grade.normalised(words[index - 1] + " grade") {
        return grade
      }
      if word == "kindergarten", index + 1 < words.count, ["student", "class", "at"].contains(words[index + 1]) {
        return "K"
      }
    }
    return nil
  }

  /// Words that name a kind of plan.
  private static let kinds: Set<String> = [
    "initial", "annual", "yearly", "reevaluation", "amendment", "amended", "triennial", "transfer", "interim",
  ]

  /// "It was an annual review", "This is the initial Individualized Education Program for ...".
  private func kind(in text: String) -> String? {
    for sentence in text.components(separatedBy: ". ") {
      let words = LabelTokens.words(sentence)
      guard words.count <= 40,
        !Set(["iep", "program", "meeting", "review", "reevaluation", "plan"]).isDisjoint(with: words),
        !Set(["last", "previous", "prior", "due", "next", "old"]).intersection(words).isEmpty == false
      else { continue }
      for (index, word) in words.enumerated() where Self.kinds.contains(word) {
        let next = words[(index + 1)...].prefix(2).joined(separator: " ")
        let phrase = word + " " + next
        guard let kind = values.vocabulary.iepKind(of: phrase), kind != .other else { continue }
        let named = ["iep", "individualized", "meeting", "review", "program", "plan", "team"]
        let occasions: Set<String> = ["review", "over", "discuss", "follows", "following", "after"]
        if word == "reevaluation" && !occasions.isDisjoint(with: words[max(0, index - 4)..<index])
          || named.contains(where: next.hasPrefix)
        {
          return phrase
        }
      }
    }
    return nil
  }

  /// "Mill River R-IV", "Lakeside USD": a district's number or kind, in capitals behind a name that is not.
  private func endsInCode(_ name: String) -> Bool {
    let words = name.blankSeparated
    guard let last = words.last, words.count > 1 else { return false }
    return last.count > 1 && last.isCapitals && !words.dropLast().joined(separator: " ").isCapitals
  }
}
