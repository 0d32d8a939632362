import Extraction
import IEPModel

/// The card that is being read: what was found of its service so far.
struct OpenCard: Sendable {
  private(set) var parts: [ServiceCandidate.Part] = []
  /// The roles for which the card has a label, a title or an amount of its own.
  private(set) var asked: Set<ServiceRole> = []
  var doubts: Set<LineDoubt> = []
  /// The line right above the card: its service's name, should no label of the card ask for it.
  var name: TextLine?

  var isEmpty: Bool { parts.isEmpty }
  var roles: Set<ServiceRole> { Set(parts.map(\.role)) }
  var hasDose: Bool { parts.contains(where: \.role.isDose) }
  /// Where its service is named.
  var namePlace: Place? { parts.first { $0.role == .service }?.place }
  func has(_ role: ServiceRole) -> Bool { parts.contains { $0.role == role } }

  /// A card names a service and says something of its amount, place or dates.
  var isCard: Bool {
    guard parts.contains(where: { $0.role == .service && !CellReading.isBlank($0.text) }) else { return false }
    let others = roles.subtracting([.service, .category, .comment, .goals])
    return others.count >= 2 && others.contains(where: \.isDose)
  }

  mutating func ask(for role: ServiceRole) { asked.insert(role) }

  mutating func add(
    _ role: ServiceRole, label: String = "", text: String, place: Place, certainty: Double = 0.85
  ) {
    parts.append(ServiceCandidate.Part(role: role, label: label, text: text, place: place, certainty: certainty))
  }

  mutating func add(_ more: [ServiceCandidate.Part]) { parts += more }

  /// A line above the card names its service.
  mutating func entitle(_ line: TextLine) {
    parts.insert(
      ServiceCandidate.Part(role: .service, label: "", text: line.text, place: line.place, certainty: 0.85), at: 0)
    doubts.insert(.cardTitle)
    ask(for: .service)
  }

  /// Goals below a card are those of its service.
  mutating func serve(_ goals: String, at place: Place) {
    guard let index = parts.firstIndex(where: { $0.role == .goals }) else {
      return add(.goals, text: goals, place: place)
    }
    if parts[index].label.isEmpty { parts[index].text += ", " + goals }
  }

  /// The service's name goes on in a line below.
  mutating func extendName(by line: TextLine) {
    guard let index = parts.firstIndex(where: { $0.role == .service }) else { return }
    parts[index].text = Unwrapping.join([parts[index].text, line.text])
  }

  /// "Service type: Transportation" over "Service: Bus with an aide" told the kind.
  /// - Parameter label: the one that asks for the service now.
  mutating func takeNameAsKind(under label: String, vocabulary: Vocabulary) {
    guard let told = parts.firstIndex(where: { $0.role == .service }), !parts[told].label.isEmpty,
      parts[told].label != label, !hasDose, !has(.category),
      vocabulary.category(ofHeading: parts[told].text) != nil
    else { return }
    parts[told].role = .category
  }

  /// What the card says, and an empty card in its stead.
  /// - Returns: `nil` where what was read is no card.
  mutating func close(in context: ServiceContext) -> ServiceCandidate? {
    defer { self = OpenCard() }
    if let name, !has(.service) { entitle(name) }
    guard isCard else { return nil }
    var candidate = ServiceCandidate(parts: parts, context: context, asked: asked)
    candidate.doubts = doubts
    return candidate
  }
}
