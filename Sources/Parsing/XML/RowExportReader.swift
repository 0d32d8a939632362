import Extraction
import IEPModel

/// Exports with one row a service line: columns are typed by their names and by their values, as a table's on a page.
struct RowExportReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  func documents(_ rows: [(element: XMLElement, around: [XMLElement])], source: Source) -> [IEPDocument] {
    let table = rows.map { row in cells(row.element, row.around) }
    var names: [String] = []
    for row in table { for cell in row where !names.contains(cell.name) { names.append(cell.name) } }
    let headerRoles = roles(names, table)
    let serviceNames = names.filter { headerRoles[$0] == nil }
    let readings = serviceNames.map { name in
      table.prefix(60).compactMap { row in row.first { $0.name == name }.map { values.read($0.text) } }
    }
    let columns = ColumnTyping(labels: labels.service).columns(
      headers: serviceNames.map(NameWords.split), values: readings)

    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for (index, row) in table.enumerated() {
      let key = ["studentId", "name", "first", "last", "dateOfBirth"].compactMap { role in
        row.first { headerRoles[$0.name] == role }?.text
      }
      let id = key.first ?? "?"
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(index)
    }
    let asked = Set(columns.compactMap(\.role))
    return order.enumerated().map { position, id in
      var source = source
      source.record = position + 1
      var document = IEPDocument(documentId: source.documentId, source: source)
      let indices = groups[id] ?? []
      func fact(_ role: String) -> Cell? {
        for index in indices {
          if let cell = table[index].first(where: { headerRoles[$0.name] == role }) { return cell }
        }
        return nil
      }
      fill(&document, fact)
      let assembler = ServiceAssembler(values: values, near: document.iep.startDate)
      for index in indices {
        let parts = zip(serviceNames, columns).compactMap { name, column -> ServiceCandidate.Part? in
          guard let role = column.role, let cell = table[index].first(where: { $0.name == name }), !cell.text.isEmpty
          else { return nil }
          return ServiceCandidate.Part(
            role: role, label: NameWords.split(name), text: cell.text, place: cell.place, certainty: column.certainty)
        }
        guard !parts.isEmpty else { continue }
        for assembled in assembler.lines(of: ServiceCandidate(parts: parts, context: ServiceContext(), asked: asked)) {
          var line = assembled.line
          line.id = "svc-\(document.services.count + 1)"
          line.provenance = parts.map(\.place)
          document.services.append(line)
        }
      }
      return document
    }
  }

  private struct Cell {
    var name: String
    var text: String
    var place: Place
  }

  /// The row's attributes and child elements, and the attributes of the groups around it.
  private func cells(_ row: XMLElement, _ around: [XMLElement]) -> [Cell] {
    let path = "/" + (around.map(\.name) + [row.name]).joined(separator: "/")
    var result: [Cell] = []
    for group in around.dropFirst() {
      for (name, value) in group.attributes where !value.isEmpty {
        result.append(
          Cell(
            name: name, text: value, place: Place(xpath: "\(path)/ancestor::\(group.name)/@\(name)", line: group.line)))
      }
    }
    for (name, value) in row.attributes where !value.isEmpty {
      result.append(Cell(name: name, text: value, place: Place(xpath: "\(path)/@\(name)", line: row.line)))
    }
    for child in row.children where !child.text.isEmpty {
      result.append(
        Cell(name: child.name, text: child.text, place: Place(xpath: "\(path)/\(child.name)", line: child.line)))
    }
    return result
  }

  /// Which columns are facts of the student or the plan.
  private func roles(_ names: [String], _ table: [[Cell]]) -> [String: String] {
    var result: [String: String] = [:]
    for name in names {
      let words = NameWords.split(name)
      let tokens = LabelTokens.of(words)
      if tokens == ["last", "name"] || tokens == ["student", "last", "name"] || tokens == ["lastname"] {
        result[name] = "last"
      } else if tokens == ["first", "name"] || tokens == ["student", "first", "name"] || tokens == ["firstname"] {
        result[name] = "first"
      } else if tokens.first == "iep", tokens.contains("start") || tokens.contains("begin") {
        result[name] = "startDate"
      } else if tokens.first == "iep", tokens.contains("end") {
        result[name] = "endDate"
      } else {
        let exact = labels.header.exact(words)
        for role in [HeaderRole.name, .studentId, .dateOfBirth, .grade, .school, .district, .disability, .meetingDate]
        where exact.contains(role) {
          if role == .school && exact.contains(.district) { continue }
          result[name] = role.rawValue
          break
        }
      }
    }
    return result
  }

  private func fill(_ document: inout IEPDocument, _ fact: (String) -> Cell?) {
    var student: [Place] = []
    var plan: [Place] = []
    func take(_ role: String) -> String? {
      guard let cell = fact(role) else { return nil }
      student.append(cell.place.of(role == "first" || role == "last" ? "name" : role))
      return cell.text
    }
    if let name = take("name") {
      document.student.name = name
    } else {
      let parts = [take("first"), take("last")].compactMap { $0 }
      if !parts.isEmpty { document.student.name = parts.joined(separator: " ") }
    }
    document.student.studentId = take("studentId")
    document.student.dateOfBirth = take("dateOfBirth").flatMap {
      values.dates.date($0, near: CalendarDate(year: 2014, month: 1, day: 1))
    }
    document.student.grade = take("grade").flatMap(Grade.normalised)
    document.student.school = take("school")
    document.student.district = take("district")
    if let text = take("disability") {
      document.student.disabilities = [Coded(code: values.vocabulary.disabilityCode(of: text), text: text)]
    }
    func date(_ role: String) -> CalendarDate? {
      guard let cell = fact(role), let date = values.dates.date(cell.text, near: nil) else { return nil }
      plan.append(cell.place.of(role))
      return date
    }
    document.iep.startDate = date("startDate")
    document.iep.endDate = date("endDate")
    document.iep.meetingDate = date("meetingDate")
    document.student.provenance = student
    document.iep.provenance = plan
  }
}

/// "ServiceName", "start_date", "IEP_x0020_Start" to words.
enum NameWords {
  /// What form designers and databases put before and behind a name: the kind of box, "custom".
  private static let prefixes: Set<String> = [
    "txt", "ddl", "dt", "dte", "num", "rpt", "gp", "grp", "chk", "cbo", "cmb", "fld", "sf", "tbl", "str", "int", "lst",
    "rtf", "rt", "opt", "rdo", "lbl", "dd", "cb", "tb", "col", "ows",
  ]

  private static func withoutMarks(_ name: String) -> String {
    var name = name[...]
    if name.hasSuffix("__c") { name = name.dropLast(3) }
    if name.hasPrefix("ows_") { name = name.dropFirst(4) }
    let lower = name.prefix { $0.isLowercase }
    guard prefixes.contains(String(lower)), let next = name.dropFirst(lower.count).first, next.isUppercase else {
      return String(name)
    }
    return String(name.dropFirst(lower.count))
  }

  static func split(_ name: String) -> String {
    var result = ""
    let scalars = Array(withoutMarks(EscapedNames.decoded(name)).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_" || scalar == "-" || scalar == "." || scalar == "/" { result += " "; continue }
      let isUpper = scalar.properties.isUppercase
      if isUpper, index > 0,
        scalars[index - 1].properties.isLowercase
          || (index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
            && scalars[index - 1].properties.isUppercase)
      {
        result += " "
      }
      result.unicodeScalars.append(scalar)
    }
    let parted = result.contains(" ") ? result : CompoundNames.parted(result) ?? result
    return parted.split(separator: " ").map { CompoundNames.whole($0) }.joined(separator: " ")
  }
}
