import IEPModel

/// The words that the report has for codes. Calm, short, and the same everywhere.
enum ReportWords {
  static func title(_ label: GoalClassification.Label) -> String {
    switch label {
    case .educational: "Educational"
    case .mixed: "Mixed"
    case .clinical: "Clinical"
    case .insufficient: "Not enough to tell"
    case .exempt: "Exempt"
    }
  }

  static func meaning(_ label: GoalClassification.Label) -> String {
    switch label {
    case .educational: "what is measured is participation or learning at school"
    case .mixed: "school participation and clinical wording stand side by side; a person should look"
    case .clinical: "what is measured is a body function or a clinic task"
    case .insufficient: "the goal says too little to tell"
    case .exempt: "the educational model does not speak about goals of this kind"
    }
  }

  static func title(_ label: ServiceClassification.Label) -> String {
    switch label {
    case .natural: "Natural setting"
    case .therapySetting: "Therapy setting"
    case .unclear: "Setting unclear"
    case .exempt: "Exempt"
    }
  }

  static func title(_ severity: Severity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .info: "Note"
    }
  }

  static func title(_ status: InputStatus) -> String {
    switch status {
    case .read: "Read"
    case .partial: "Read in part"
    case .failed: "Failed"
    case .needsPassword: "Needs a password"
    case .notAnIEP: "Not an IEP"
    case .skipped: "Skipped"
    }
  }

  /// `Not an IEP` within a line: `not an IEP`.
  static func inSentence(_ title: String) -> String { title.prefix(1).lowercased() + title.dropFirst() }

  /// What stands beside a goal's label, in a reader's words.
  static func modifier(_ code: String) -> String {
    switch code {
    case "purpose-clause": "school is its purpose, not its act"
    case "via-objectives": "judged by its objectives"
    case "guard-fired": "a clinical word was read in another sense"
    case "negation": "a place or person is named as absent"
    case "clinical-means": "clinical words stand in its means alone"
    case "by-likeness": "left open by the criteria; goals worded alike are labelled so"
    default: words(code).lowercased()
    }
  }

  /// `occupational-therapy` as `Occupational therapy`.
  static func words(_ code: String) -> String {
    let spaced = code.split(separator: "-").joined(separator: " ")
    return spaced.prefix(1).uppercased() + spaced.dropFirst()
  }

  static func amount(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }

  /// `page 4`, `line 120`; empty where the place is not known.
  static func place(_ places: [Place]) -> String {
    var pages: [Int] = []
    for place in places { if let page = place.page, !pages.contains(page) { pages.append(page) } }
    if !pages.isEmpty {
      let shown = pages.sorted().map(String.init).joined(separator: ", ")
      return pages.count == 1 ? "page \(shown)" : "pages \(shown)"
    }
    return places.lazy.compactMap(\.line).first.map { "line \($0)" } ?? ""
  }
}
