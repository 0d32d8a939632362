import Extraction
import IEPModel

/// The smallest thing that a goal page says: a fact under its label, a heading that names or counts a goal, an
/// objective, or a paragraph without a label. Readers of lines, cards and tables all give atoms, in reading order.
struct GoalAtom: Sendable {
  enum Kind: Sendable, Hashable {
    /// "Goal 3", "Annual Goal # 1: Reading", "Social Skills": begins a goal.
    case heading
    /// What stands under a label.
    case fact(GoalRole)
    /// "Short-term objectives" over those that follow; `goal` where it names the goal that they serve.
    case objectivesHeading
    /// One objective, named as such.
    case objective
    /// A paragraph without a label.
    case text
    /// A value under a label that no goal page asks for.
    case unknown
    /// The words of the boxes that are ticked; empty where none is.
    case ticks
    /// Labels side by side that nobody answered.
    case unanswered
    /// A row of a table of goals begins.
    case row
    /// What a cell of the row above says further, behind the page's end.
    case rest(GoalRole)
  }

  var kind: Kind
  /// The goal's or objective's own number, as printed.
  var number: String?
  /// The area that a heading names.
  var area: String?
  var text: String
  var lines: [TextLine]
  var places: [Place]
  /// The number of the goal that the fact is about, where a table keyed by goals gives it.
  var goal: String?
  /// The area that the heading over the section's goals names.
  var areaOver: String?
  /// How well an objective is to be met, where the form asks for it apart.
  var criterion: String?
  /// A baseline under a label of the present level, which may be more than the baseline.
  var isPresentLevel = false
  /// The fact holds for all goals of the page.
  var isForAll = false

  init(
    _ kind: Kind, text: String = "", lines: [TextLine] = [], places: [Place] = [], number: String? = nil,
    area: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.lines = lines
    self.places = places
    self.number = number
    self.area = area
  }

  /// A heading over objectives, with the number of the goal that it names.
  init(objectivesOf goal: String?) {
    self.init(.objectivesHeading)
    self.goal = goal
  }

  /// Takes a line that goes on with the text.
  mutating func append(_ line: TextLine) {
    lines.append(line)
    text = Unwrapping.join([text, line.text])
    places.append(line.place)
  }

  init(paragraph: Paragraph) {
    self.init(.text, text: paragraph.text, lines: paragraph.lines, places: paragraph.places)
    // "1 Given ..." of a counted list reads as "1. Given ...".
    if paragraph.isCounted, let end = text.firstIndex(of: " ") { text.insert(".", at: end) }
  }
}
