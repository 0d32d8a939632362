import IEPModel

/// Gathers a goal's parts in the order of the pages and closes it where the next one begins.
struct GoalBuilder {
  struct Draft {
    var number: String?
    var area: String?
    var text = ""
    var textPlaces: [Place] = []
    /// What the form asks for apart from the behaviour: "Given ...".
    var condition: String?
    var baseline: String?
    var criterion: String?
    var method: String?
    var schedule: String?
    var responsible: String?
    var targetDate: String?
    var objectives: [Objective] = []
    var places: [Place] = []
    /// 0 to 1.
    var certainty = 1.0
    /// The goal is an item of a numbered list.
    var isListed = false

    var isEmpty: Bool { text.isEmpty }

    /// A goal that the form takes in pieces (condition, behaviour, criterion) as one text in their usual order.
    var whole: Draft {
      guard let condition, !text.isEmpty else { return self }
      var draft = self
      let lead = condition.trimmingCharacters(" ,.;")
      let behavior = criterion == nil ? text : text.trimmingCharacters(" ,.;")
      draft.text = lead + ", " + behavior
      if let criterion, !text.contains(criterion) { draft.text += " " + criterion }
      return draft
    }
  }

  private(set) var goals: [Draft] = []
  private(set) var current: Draft?
  /// The label whose value stands in the paragraphs that follow.
  var awaits: GoalRole?
  /// Lines that follow are objectives.
  var takesObjectives = false

  mutating func begin(number: String? = nil, area: String? = nil) {
    close()
    var draft = Draft()
    draft.number = number
    draft.area = area
    current = draft
  }

  mutating func close() {
    if let current, !current.isEmpty { goals.append(current.whole) }
    current = nil
    awaits = nil
    takesObjectives = false
  }

  var hasText: Bool { !(current?.text.isEmpty ?? true) }
  var hasArea: Bool { current?.area != nil }
  var hasNumber: Bool { current?.number != nil }

  mutating func update(_ change: (inout Draft) -> Void) {
    if current == nil { current = Draft() }
    if var draft = current {
      change(&draft)
      current = draft
    }
  }

  mutating func setText(_ text: String, places: [Place]) {
    if hasText { begin() }
    update {
      $0.text = text
      $0.textPlaces = places
    }
  }

  mutating func appendText(_ text: String, place: Place) {
    update {
      if let last = $0.objectives.indices.last {
        $0.objectives[last].text = Unwrapping.join([$0.objectives[last].text, text])
      } else {
        $0.text = Unwrapping.join([$0.text, text])
        $0.textPlaces.append(place)
      }
    }
  }

  mutating func addObjective(_ paragraph: Paragraph) {
    let text = paragraph.text
    let split = RowMarks.split(text)
    var objective = Objective(text: split?.rest ?? text)
    if let mark = split?.mark.trimmingCharacters("().:"),
      mark.first?.isNumber == true || (mark.count == 1 && mark.first?.isLetter == true && mark != "o")
    {
      objective.number = mark
    }
    objective.provenance = paragraph.places
    update { $0.objectives.append(objective) }
  }
}
