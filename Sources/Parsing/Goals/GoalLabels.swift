import Extraction
import IEPModel

/// What the labels of a goal page ask for.
struct GoalLabels: Sendable {
  let labels: LabelTable<GoalRole>
  let values: ValueReaders

  enum Meaning: Sendable, Hashable {
    case role(GoalRole, number: String?)
    /// "Objective 2", "Benchmark #1": its own number, if any.
    case objective(number: String?)
    /// "Goal 3 - Reading".
    case heading(number: String, rest: String)
  }

  /// What a text is as a label and nothing else; `nil` where it is no label.
  /// - Parameter isLead: the text leads a row, as labels do.
  func meaning(of text: String, isLead: Bool = false) -> Meaning? {
    let bare = text.trimmingColon
    guard !bare.isEmpty, bare.utf8.count <= 160 else { return nil }
    if let objective = Self.objective(bare) { return objective }
    if let heading = GoalHeading(bare), heading.rest.split(separator: " ").count <= 6,
      // "Goal 3: Jo will work on coping." is a goal, if a short one.
      !(heading.rest.contains(" will ") && bare.hasSuffix("."))
    {
      return .heading(number: heading.number, rest: heading.rest)
    }
    if let match = exact(bare) { return .role(match, number: nil) }
    if Self.leadsToGoal(text) { return .role(.text, number: nil) }
    if GoalJoinedLabel.second(bare, labels: labels) != nil { return .role(.area, number: nil) }
    // "Area 2": the areas are counted.
    let words = bare.split(separator: " ").map(String.init)
    if words.count == 2, Int(words[1]) != nil, exact(words[0]) == .area { return .role(.area, number: nil) }
    // "Measurable Annual Goal (linked to present levels) # 1"
    if let (head, number) = Self.trailingNumber(bare),
      let match = labels.matches(head).first(where: { $0.role == .text && $0.score >= 0.6 })
    {
      return .role(match.role, number: number)
    }
    guard let match = labels.matches(bare).first, !bare.hasSuffix(".") else { return nil }
    let isMarked = text.trimmingBlanks.hasSuffix(":")
    return match.score >= (isMarked || isLead ? 0.6 : 0.8) && bare.split(separator: " ").count <= 16
      ? .role(match.role, number: nil) : nil
  }

  /// What a line asks for that begins with a label: "Baseline: 3 of 10", "Area of need 2: Language".
  static func role(asked text: String, labels: LabelTable<GoalRole>) -> GoalRole? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    var words = text[..<colon].split(separator: " ")
    if words.count > 1, let last = words.last, Int(last) != nil { words.removeLast() }
    let label = words.joined(separator: " ")
    // "Measurable annual goal related to the student's needs:", alone on its line.
    let role =
      labels.exact(label).first
      ?? (text.hasSuffix(":") ? labels.matches(label).first { $0.score >= 0.69 }?.role : nil)
    return role == .area && tellsOfNeed(label, text) ? nil : role
  }

  /// "Needs: To read longer words." is a sentence of the present level, and names no area.
  private static func tellsOfNeed(_ label: String, _ value: String) -> Bool {
    value.hasSuffix(".") && LabelTokens.of(label) == ["need"]
  }

  /// "Area: Reading" behind a goal's number: the area without its label.
  func area(_ rest: String) -> String {
    // "Goal 2.1 Revised" says what became of the goal.
    let states: Set<String> = [
      "revised", "new", "continued", "unchanged", "added", "ongoing", "amended", "current", "draft",
    ]
    let named = rest.split(separator: " ").filter { !states.contains($0.lowercased().trimmingCharacters("(),.")) }
    if named.count < rest.split(separator: " ").count { return area(named.joined(separator: " ")) }
    // A single letter counts the form's pages.
    if rest.utf8.count == 1, rest.first?.isLetter == true { return "" }
    if rest.hasPrefix("["), rest.hasSuffix("]") { return String(rest.dropFirst().dropLast()) }
    if rest.hasPrefix("("), rest.hasSuffix(")") { return area(String(rest.dropFirst().dropLast())) }
    guard let colon = rest.firstIndex(of: ":"),
      let role = labels.matches(String(rest[..<colon])).first(where: { $0.score >= 0.6 })?.role
    else { return rest }
    let value = String(rest[rest.index(after: colon)...]).trimmingBlanks
    let asksForArea = labels.matches(String(rest[..<colon])).contains { $0.role == .area && $0.score >= 0.6 }
    // "Goal 1 Target date: 9/9/2026", "Goal 2 Needs addressed: 1, 3" say something else of the goal.
    let isArea = asksForArea && !Self.isCounts(value)
    return isArea || role == .text ? value : ""
  }

  /// "1", "2, 3": the numbers of goals or needs, not the name of an area.
  private static func isCounts(_ value: String) -> Bool {
    let parts = value.split { ",;& ".contains($0) }
    return !parts.isEmpty && parts.allSatisfy { $0.first?.isNumber == true && GoalHeading.isCount(String($0)) }
  }

  /// "By the IEP end date, the student will:", "This year Jo will": the beginning of the goal's sentence, as its label.
  private static func leadsToGoal(_ label: String) -> Bool {
    let words = LabelTokens.words(label)
    guard (3...14).contains(words.count), words.last == "will" else { return false }
    return ["student", "child", "learner", "pupil", "i"].contains(words[words.count - 2])
  }

  private func exact(_ text: String) -> GoalRole? {
    let roles = labels.exact(text)
    return roles.first { $0 == .text } ?? roles.first
  }

  /// The role of a label for the value that stands under it: "Goal" over "3" is its number, over a sentence its text.
  func role(of label: String, value: String) -> (role: GoalRole, score: Double)? {
    let words = value.split(separator: " ").count
    if Self.leadsToGoal(label), words >= 4 { return (.text, 1) }
    let scored = labels.matches(label).filter { $0.score >= 0.55 }.map { match -> (role: GoalRole, score: Double) in
      var score = match.score
      switch match.role {
      case .number:
        score *= GoalHeading("Goal " + value) == nil ? 0.1 : (words <= 2 ? 1.1 : (words < 7 ? 0.7 : 0.1))
      case .text:
        // "Student visit to high school" begins with a word of such labels; what is planned there is no goal.
        let isSure =
          match.score >= 0.7 || GoalParagraph.looksLikeGoal(value) || GoalSentences.isMeasuredStatement(value)
        score *= words >= 4 && isSure && !GoalParagraph.tellsOfProgress(value) ? 1.05 : 0.1
      case .targetDate, .startDate:
        // "October 19, 2026. Parents will be told ...": the date leads what is said of it.
        let isDate =
          values.dates.date(value, near: nil) != nil || values.dates.dates(in: value).first?.range.lowerBound == 0
        score *= isDate ? 1.1 : 0.2
      // "Criterion date" over a date asks when the criterion is to be met.
      case .criterion where LabelTokens.of(label).contains("date") && values.dates.date(value, near: nil) != nil:
        return (.targetDate, score)
      case .area where Self.isCounts(value): score *= 0.1
      case .area: score *= words <= 12 && !(words > 2 && Self.tellsOfNeed(label, value)) ? 1 : 0.4
      default: break
      }
      return (match.role, score)
    }
    let best = scored.max { ($0.score, $1.role.rawValue) < ($1.score, $0.role.rawValue) }
    if let best, best.score >= 0.5 { return best }
    // "Goal: Decoding" names an area.
    let asksForGoal = labels.matches(label).contains { ($0.role == .text || $0.role == .number) && $0.score >= 0.9 }
    // "Measurable Annual Goal: #2" counts it.
    if asksForGoal, value.contains(where: \.isNumber), GoalHeading.isCount(value) { return (.number, 0.8) }
    return asksForGoal && words <= 5 && values.vocabulary.goalAreaCode(of: value) != nil ? (.area, 0.8) : nil
  }

  /// A date under a label of the form's own is when the goal is to be met, unless the label speaks of something else.
  func dateRole(of label: String, value: String) -> (role: GoalRole, score: Double)? {
    let words = Set(LabelTokens.of(label))
    let others: Set<String> = [
      "start", "begin", "beginning", "initiated", "initiation", "report", "reported", "progress", "baseline", "birth",
      "birthdate", "dob",
      "meeting", "written", "created", "today", "evaluation", "assessed", "from", "signature", "reviewed", "iep",
      "consent", "conference",
    ]
    guard value.utf8.count <= 30, words.count <= 6, words.isDisjoint(with: others),
      values.dates.date(value, near: nil) != nil
    else { return nil }
    return (.targetDate, 0.6)
  }

  /// "Objective 1.2. Jo will ...", "Benchmark 2 Jo will ...": an objective that says what it is, before its sentence.
  func namedObjective(_ text: String) -> (number: String, text: String)? {
    let words = text.split(separator: " ", maxSplits: 4).map(String.init)
    let marked = words.prefix(4).firstIndex { $0.hasSuffix(".") || $0.hasSuffix(":") }
    // Without a mark its number ends the name.
    let counted = words.prefix(4).firstIndex { $0.trimmingCharacters("#").first?.isNumber == true }
    guard let end = marked ?? counted, end >= 1,
      case .objective(let number?) = meaning(of: words[...end].joined(separator: " ").trimmingCharacters(".:")),
      case let rest = words[(end + 1)...].joined(separator: " "), rest.first?.isUppercase == true,
      GoalParagraph.isObjective(rest) || GoalParagraph.isShortStep(rest) && labels.matches(rest).isEmpty
    else { return nil }
    return (number, rest)
  }

  /// "Short-Term Objectives", "Benchmarks / Short-Term Instructional Objectives": a heading over objectives.
  func isObjectivesHeading(_ text: String) -> Bool {
    // "step from a coping card and rejoin the lesson": a sentence's second line.
    guard text.utf8.count < 110, !text.lowercased().contains(" will "),
      text.first?.isLowercase != true || labels.exact(text.trimmingColon).contains(.objectives)
    else { return false }
    return labels.matches(text.trimmingColon).contains { $0.role == .objectives && $0.score >= 0.6 }
  }

  /// "Objective 2", "Benchmark #1", "STO 1a", "No. 1.1".
  private static func objective(_ text: String) -> Meaning? {
    // Few labels end in a number: the last word is looked at first.
    func token(_ part: Substring) -> String { part.lowercased().trimmingCharacters(".") }
    let scalars = text.unicodeScalars
    guard let end = scalars.lastIndex(where: isTokens) else { return nil }
    let start = scalars[..<end].lastIndex { !isTokens($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    let last = token(text[start...end])
    guard isObjectiveNumber(last.trimmingCharacters("#")) else { return nil }
    let tokens = scalars.split { !isTokens($0) }.map { token(Substring($0)) }
    let words = tokens.dropLast()
    guard (1...5).contains(words.count) else { return nil }
    if words.contains(where: names.contains), words.allSatisfy({ names.contains($0) || lead.contains($0) }) {
      return .objective(number: last.trimmingCharacters("#"))
    }
    // A number with a point or a letter counts the parts of a goal.
    if words.allSatisfy({ $0 == "no" || $0 == "#" }), last.contains(".") { return .objective(number: last) }
    return nil
  }

  private static let names: Set<String> = [
    "objective", "benchmark", "sto", "step", "milestone", "obj", "bm", "stos", "stio", "stios",
  ]
  private static let lead: Set<String> = [
    "short", "term", "instructional", "intermediate", "measurable", "or", "and", "number", "no", "#", "b",
  ]

  /// Of a word or a number, not of what stands between them.
  private static func isTokens(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || ("0"..."9").contains(scalar) || scalar == "." || scalar == "#"
  }

  private static func isObjectiveNumber(_ token: String) -> Bool {
    guard (1...5).contains(token.utf8.count), let first = token.first else { return false }
    if token.utf8.count == 1 { return first.isNumber || first.isLetter }
    return first.isNumber && token.allSatisfy { $0.isNumber || $0 == "." || ($0.isLetter && $0.isASCII) }
  }

  /// "# 1 Area of need", "2. Annual goal": the goal's number before a label.
  func leadingNumber(_ label: String) -> (number: String, label: String)? {
    let words = label.split(separator: " ").map(String.init)
    guard words.count >= 2, let first = words.first else { return nil }
    let isMark = first == "#" || first.lowercased() == "no."
    let token = isMark ? words[1] : first
    let number = token.trimmingCharacters("#.):")
    guard (1...3).contains(number.utf8.count), number.first?.isNumber == true, isMark || token != number else {
      return nil
    }
    let rest = words[(isMark ? 2 : 1)...].joined(separator: " ")
    guard !rest.isEmpty, meaning(of: rest) != nil else { return nil }
    return (number, rest)
  }

  private static func trailingNumber(_ text: String) -> (head: String, number: String)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, let last = words.last else { return nil }
    let token = last.trimmingCharacters("#:.")
    guard (1...3).contains(token.utf8.count), token.first?.isNumber == true else { return nil }
    let mark = words[words.count - 2].lowercased()
    guard last.hasPrefix("#") || ["#", "no.", "no", "number"].contains(mark) else { return nil }
    let count = last.hasPrefix("#") ? words.count - 1 : words.count - 2
    return (words[..<count].joined(separator: " "), token)
  }
}
