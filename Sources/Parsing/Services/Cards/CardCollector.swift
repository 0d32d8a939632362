import Extraction
import IEPModel

/// Takes the items of a section one by one: facts go on the card that is open, and a line names the next card, goes on
/// the open one, or heads a group of them.
struct CardCollector {
  let values: ValueReaders
  let titles: CardTitles
  let boxes: CardBoxes
  let factRoles: CardFactRole
  /// What holds for the cards that follow.
  var context: ServiceContext
  /// The cards that are closed.
  private(set) var candidates: [ServiceCandidate] = []
  var card = OpenCard()
  /// What the first card asks for first, as all others then do.
  private(set) var opening: ServiceRole?
  /// A line that names the service of the card whose facts come next.
  var title: TextLine?
  /// The line right above a card that does not ask for its service: its name, though no vocabulary has it.
  var above: TextLine?

  /// The line that headed the group of the cards that follow.
  var group: TextLine?

  /// The kind that the first label of a card said: "Type of service: Related services". Cards below that do not ask for
  /// it go on under it.
  private var kind: ServiceCandidate.Part?

  /// - Parameter heading: the section's, which may be the name of its first card's service.
  init(labels: LabelVocabulary, values: ValueReaders, under heading: TextLine?, context: ServiceContext) {
    self.values = values
    titles = CardTitles(labels: labels, values: values)
    boxes = CardBoxes(values: values)
    factRoles = CardFactRole(labels: labels, values: values)
    self.context = context
    if let heading, titles.namesService(heading.text) { title = heading }
  }

  /// Ends the open card.
  mutating func close() {
    guard var candidate = card.close(in: context) else { return }
    // Boxes over a card's labels are its own.
    if let first = candidate.parts.first, first.role == .category, !first.label.isEmpty {
      kind = CellReading.isBlank(first.text) ? nil : first
    } else if let kind, candidate.parts.first?.role == .service,
      !candidate.parts.contains(where: { $0.role == .category })
    {
      candidate.parts.append(kind)
    }
    candidates.append(candidate)
    opening = opening ?? candidate.parts.first?.role
  }

  /// Ends the open card before a line that may name the next one.
  mutating func close(before title: TextLine?) {
    close()
    self.title = title
  }
}
