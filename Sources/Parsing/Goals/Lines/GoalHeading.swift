import IEPModel

/// "GOAL 3", "Goal # 1: Reading", "Annual Goal #2 -", "Measurable Annual Goal A: By May ...".
struct GoalHeading: Sendable, Hashable {
  var number: String
  /// What stands behind the number: an area or the goal itself.
  var rest: String

  init?(_ text: String) {
    if let short = Self.abbreviated(text) {
      (number, rest) = short
      return
    }
    if let counted = Self.numberedArea(text) {
      (number, rest) = counted
      return
    }
    // Every line of a page is asked, and few speak of goals.
    guard Self.mayName(text) else { return nil }
    var words = text.blankSeparated
    // "6 GOAL # 2 Writing": the part of the form before it.
    if words.count > 2, Int(words[0]) != nil, Self.bare(words[1]) == "goal", words[2].hasPrefix("#") {
      words.removeFirst()
    }
    if let leading = Self.leadingNumber(words) {
      number = leading.number
      rest = leading.rest
      return
    }
    if let counted = Self.countedTitle(words) {
      (number, rest) = (counted, "")
      return
    }
    if let counted = Self.countedBehindTitle(words) {
      (number, rest) = counted
      return
    }
    if let counted = Self.countedAtEnd(words) {
      (number, rest) = (counted, "")
      return
    }
    guard let position = words.prefix(8).firstIndex(where: { Self.names.contains(Self.bare($0)) }) else { return nil }
    guard words[..<position].allSatisfy({ Self.lead.contains(Self.bare($0)) }) else { return nil }
    var index = position + 1
    if words[position].hasSuffix(":") { return nil }
    // "Annual Goal (including how progress will be measured) #2": what the form asks there is no word of the heading.
    if index < words.count, words[index].hasPrefix("("),
      let close = words[index...].prefix(16).firstIndex(where: { $0.hasSuffix(")") }),
      close + 1 < words.count, words[close + 1].hasPrefix("#")
    {
      index = close + 1
    }
    while index < words.count,
      // "Goal / Meta 2" of forms in two languages.
      ["#", "no", "number", "no.", "num", "page", "sheet", "statement", "-", "–", "/", "meta", "/meta"].contains(
        words[index].lowercased().trimmingCharacters(":"))
    { index += 1 }
    guard index < words.count else { return nil }
    let token = words[index].trimmingCharacters("#.:)(-–,;")
    guard Self.isNumber(token) else { return nil }
    number = token
    let marks =
      words[index].hasSuffix(":") || words[index].hasSuffix(".") || words[index].hasSuffix("-")
      || words[index].hasSuffix(")")
    rest = words[(index + 1)...].joined(separator: " ").trimmingCharacters(" :-–—.|,;·•")
    // Of a goal's own sentence the full stop is a part.
    if rest.contains(" will "), words.last?.hasSuffix(".") == true { rest += "." }
    // "Goal 3 of 5" counts the goal among its fellows.
    let counted = rest.split(separator: " ").map(String.init)
    if counted.count >= 2, counted[0].lowercased() == "of", Int(counted[1].trimmingCharacters(":.)-")) != nil {
      number = token
      // "Goal 3 of 5 goals": what is counted is no area.
      let named = counted.dropFirst(2).drop { Self.bare($0) == "goals" }
      rest = named.joined(separator: " ").trimmingCharacters(" :-–—.|·•")
      return
    }
    // "Goal A student ..." is a sentence, "Goal 3 of 5" a count.
    if !marks, let first = rest.split(separator: " ").first,
      ["of", "student", "is", "was", "and", "will"].contains(first.lowercased())
    {
      return nil
    }
    if token.count == 1, token.first?.isLetter == true, token != token.uppercased() { return nil }
    if rest.hasSuffix(".") == false, rest.split(separator: " ").count > 60 { return nil }
  }

  /// What may stand before "goal".
  private static let lead: Set<String> = [
    "annual", "measurable", "iep", "academic", "functional", "and", "or", "student", "the", "long", "term", "long-term",
    "learning", "yearly", "my", "our", "instructional", "educational", "priority",
  ]

  /// "G1 Reading", "G2: Self-care": the letter for the word, before an area.
  private static func abbreviated(_ text: String) -> (number: String, rest: String)? {
    guard text.utf8.first == UInt8(ascii: "G"), text.utf8.dropFirst().first.map({ $0 &- 0x30 < 10 }) ?? false,
      text.utf8.count < 60
    else { return nil }
    let words = text.blankSeparated
    let token = words[0].trimmingCharacters(".:)-–")
    guard isTag(token), words.count > 1,
      case let rest = words.dropFirst().joined(separator: " ").trimmingCharacters(" :-–—"),
      rest.first?.isUppercase == true, !rest.contains(where: { $0.isNumber || ",;|".contains($0) })
    else { return nil }
    return (token, rest)
  }

  /// "#2 Behavior. In all classes, Jo will ...": a number, an area, and the goal behind it.
  private static func numberedArea(_ text: String) -> (number: String, rest: String)? {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let words = text.blankSeparated
    let token = words[0].dropFirst().description
    guard (1...2).contains(token.utf8.count), isNumber(token), words.count > 4,
      let end = words.dropFirst().prefix(6).firstIndex(where: { $0.hasSuffix(".") }),
      end + 2 < words.count, words[1].first?.isUppercase == true, words[end + 1].first?.isUppercase == true,
      words[1...end].allSatisfy({ !$0.contains(where: \.isNumber) })
    else { return nil }
    return (token, words.dropFirst().joined(separator: " "))
  }

  /// "G3": a letter for "goal", and its number.
  static func isTag(_ word: String) -> Bool {
    word.first == "G" && (2...3).contains(word.utf8.count) && word.dropFirst().allSatisfy(\.isNumber)
  }

  /// "# 1 MEASURABLE ANNUAL GOAL: ...", "#2 Annual Goal".
  private static func leadingNumber(_ words: [String]) -> (number: String, rest: String)? {
    guard let first = words.first, first.hasPrefix("#") else { return nil }
    var index = 1
    var token = String(first.dropFirst())
    if token.isEmpty, words.count > 1 { (token, index) = (words[1], 2) }
    token = token.trimmingCharacters(".:)")
    guard isNumber(token), let goal = words[index...].prefix(4).firstIndex(where: { bare($0) == "goal" }) else {
      return nil
    }
    return (token, words[(goal + 1)...].joined(separator: " ").trimmingCharacters(" :-–—."))
  }

  /// "2. Annual Goal": the title of each goal with its number before it.
  private static func countedTitle(_ words: [String]) -> String? {
    guard (2...5).contains(words.count), let first = words.first, first.hasSuffix(".") || first.hasSuffix(")"),
      case let token = first.trimmingCharacters(".)("), (1...2).contains(token.utf8.count),
      token.allSatisfy(\.isNumber), words.last.map(bare) == "goal",
      words.dropFirst().dropLast().allSatisfy({ lead.contains(bare($0)) })
    else { return nil }
    return token
  }

  /// "ANNUAL GOAL PAGE GOAL # 1", "Measurable Annual Goals - Goal 2": a title of goals that ends with the goal's number.
  private static func countedAtEnd(_ words: [String]) -> String? {
    guard let position = words.lastIndex(where: { bare($0) == "goal" }), position >= 2, words.count <= 10,
      case let tail = words[(position + 1)...].drop(while: { $0 == "#" }), tail.count == 1,
      let number = tail.first?.trimmingCharacters("#:."), isNumber(number),
      case let title = words[..<position].map(bare).filter({ $0.contains(where: \.isLetter) }),
      title.contains(where: { $0.hasPrefix("goal") }),
      title.allSatisfy({ lead.contains($0) || titleWords.contains($0) })
    else { return nil }
    return number
  }

  private static let titleWords: Set<String> = [
    "goal", "goals", "page", "sheet", "form", "section", "objectives", "benchmarks", "statement", "statements",
  ]

  /// Whether a text is the title of a goal's page and counts the goal.
  static func isPageTitle(_ text: String) -> Bool {
    mayName(text) && countedBehindTitle(text.blankSeparated) != nil
  }

  /// "PRESENT LEVEL, GOAL AND OBJECTIVES Goal 2 of 5": the title of a goal's page, which counts it among its fellows.
  private static func countedBehindTitle(_ words: [String]) -> (number: String, rest: String)? {
    guard let position = words.prefix(10).lastIndex(where: { bare($0) == "goal" }), position >= 2,
      position + 3 < words.count, words[position + 2].lowercased() == "of",
      Int(words[position + 3].trimmingCharacters(":.)-,")) != nil,
      case let number = words[position + 1].trimmingCharacters("#"), isNumber(number),
      words[..<position].allSatisfy({ $0.first?.isLowercase != true || ["and", "of", "the", "or"].contains($0) }),
      // "PRESENT PERFORMANCE ON THIS GOAL" over "5 of 10": the label speaks of a goal, and the count is its answer.
      !speakingOf.contains(bare(words[position - 1]))
    else { return nil }
    return (number, words[(position + 4)...].joined(separator: " ").trimmingCharacters(" :-–—.|·•"))
  }

  /// What makes the goal before it the one that a label asks something about.
  private static let speakingOf: Set<String> = [
    "this", "that", "the", "each", "on", "of", "toward", "towards", "for", "to", "in",
  ]

  /// What forms call a goal.
  private static let names: Set<String> = ["goal", "outcome"]

  /// Whether such a word stands in the text, in capitals or not.
  private static func mayName(_ text: String) -> Bool {
    text.contains(inAnyCase: "goal") || text.contains(inAnyCase: "outcome")
  }

  private static func bare(_ word: String) -> String { word.lowercased().trimmingCharacters(":#.,*†") }

  /// "3", "2.1", "A.1", "IV": a text that is nothing but a goal's or an objective's number.
  static func isCount(_ text: String) -> Bool {
    let parts = text.trimmingCharacters(":)(# .").split(separator: ".", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && parts.allSatisfy { isNumber(String($0)) }
  }

  private static func isNumber(_ token: String) -> Bool {
    guard (1...5).contains(token.utf8.count), let first = token.first else { return false }
    if token.utf8.count == 1 { return first.isNumber || (first.isLetter && first.isASCII) }
    let roman = token.allSatisfy { "IVX".contains($0) }
    // "R-1", "SL-2": an area's letters and a number.
    let parts = token.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, (1...3).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[0].allSatisfy({ $0.isUppercase && $0.isASCII }), parts[1].allSatisfy(\.isNumber)
    {
      return true
    }
    let lettered =
      first.isUppercase && first.isASCII && token.utf8.count <= 3 && token.dropFirst().allSatisfy(\.isNumber)
    return roman || lettered
      || (first.isNumber && token.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" || ($0.isLetter && $0.isASCII) })
  }
}
