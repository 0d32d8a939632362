import IEPModel

/// One line of services as a reader understood it, before it is coded.
struct ServiceCandidate: Sendable {
  struct Part: Sendable {
    var role: ServiceRole
    /// The label or the column's header.
    var label: String
    var text: String
    var place: Place
    /// 0 to 1: how surely the part is what its role says.
    var certainty: Double

    init(role: ServiceRole, label: String, text: String, place: Place, certainty: Double) {
      (self.role, self.label, self.text, self.place, self.certainty) = (role, label, text, place, certainty)
    }

    /// What a text says by itself, or right behind its label, wherever it stands.
    static func told(_ role: ServiceRole, label: String = "", _ text: String, at place: Place) -> Part {
      Part(role: role, label: label, text: text, place: place, certainty: 0.9)
    }

    /// What some lines of a cell say.
    init(role: ServiceRole, label: String, lines: [TextLine], certainty: Double) {
      self.init(
        role: role, label: label, text: Unwrapping.text(of: lines), place: Paragraph(lines: lines).place,
        certainty: certainty)
    }
  }

  var parts: [Part]
  var context: ServiceContext
  /// The roles for which the form has a column or a label.
  var asked: Set<ServiceRole>
  /// What lies behind a line that came from a sentence.
  var sentenceDose: Dose?
  /// The share of its fellows (rows of the table, cards of the section) whose service is known: 0 to 1.
  var company = 1.0
  /// What its reader saw that speaks against a line of it.
  var doubts: Set<LineDoubt> = []

  func part(_ role: ServiceRole) -> Part? { parts.first { $0.role == role && !$0.text.isEmpty } }
  func text(_ role: ServiceRole) -> String? { part(role)?.text }

  /// Nothing in it names its service, and the form has no column or label for that.
  var lacksName: Bool { !asked.contains(.service) && part(.service) == nil }

  /// With a name that is printed outside of it, where it lacks one.
  func named(as name: TextLine?) -> ServiceCandidate {
    guard lacksName, let name else { return self }
    var copy = self
    copy.parts.append(Part(role: .service, label: "", text: name.text, place: name.place, certainty: 0.95))
    return copy
  }

  /// The goals that it names come beside the one under whose title it stands: "Also for goal: 4".
  var addsGoals = false

  /// Its sentence stands behind a label for services: "Related service: Vision services for 30 minutes ...".
  var isLabelled = false

  /// What it says anything of.
  var roles: Set<ServiceRole> { Set(parts.filter { !$0.text.isEmpty }.map(\.role)) }

  /// It says when the service holds, or the form says so for all, and where or by whom it is given.
  var isWhole: Bool {
    let roles = roles
    let isDated = isLabelled && context.datesGoOn && context.start != nil
    return (isDated || !roles.isDisjoint(with: [.start, .end, .dates]))
      && !roles.isDisjoint(with: [.location, .provider])
  }

  var saysWhereAndWho: Bool { roles.isSuperset(of: [.location, .provider]) }

  /// Everything that stands in it, for diagnostics.
  var wholeText: String { parts.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ") }
  var places: [Place] { parts.filter { !$0.text.isEmpty }.map(\.place) }

  /// Whatever its name, its heading or its own kind says that it takes the student to school: "Lift-equipped bus".
  func isRide(by vocabulary: Vocabulary) -> Bool {
    let kind = text(.category).flatMap { vocabulary.category(ofHeading: $0) } ?? context.category
    return kind == .transportation && !(text(.service).map(CellReading.isBlank) ?? true)
  }

  /// Takes the texts of a row that goes on this one.
  mutating func append(_ other: ServiceCandidate) {
    doubts.formUnion(other.doubts)
    for part in other.parts where !part.text.isEmpty {
      if let index = parts.firstIndex(where: { $0.role == part.role }) {
        parts[index].text = Unwrapping.join([parts[index].text, part.text])
        if parts[index].place.page == part.place.page, let a = parts[index].place.box, let b = part.place.box {
          parts[index].place.box = a.union(b)
        }
      } else {
        parts.append(part)
      }
    }
  }
}

extension [ServiceCandidate] {
  /// Notes in each how many of them name a service that is known.
  /// - Parameter key: what the form's codes stand for.
  mutating func noteCompany(by values: ValueReaders, key: CodeKey = CodeKey([])) {
    let known = self.count {
      $0.isRide(by: values.vocabulary)
        || $0.spelledOut(by: key, values: values).text(.service).flatMap(values.vocabulary.serviceCode) != nil
    }
    for index in indices { self[index].company = Double(known) / Double(count) }
  }
}
