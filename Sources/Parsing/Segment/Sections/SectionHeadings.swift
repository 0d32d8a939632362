import Extraction
import IEPModel

/// Which lines and rows are headings of sections.
extension Segmenter {
  /// A heading is set off from the text: capitals, bold, larger, or numbered; short; and its words name a section.
  func headingCode(_ printed: TextLine, next: Block?, bodySize: Double) -> SectionCode? {
    let line = Self.withoutRemark(printed)
    guard line.chunks.count <= 2, line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }) else { return nil }
    let text = line.text
    let isCapitals = text.isCapitals
    guard !text.hasSuffix(":") || line.isBold || isCapitals, !Self.isItem(text) else { return nil }
    var emphasis = 0.0
    if isCapitals, text.unicodeScalars.lazy.filter(\.isLetter).prefix(3).count > 2 { emphasis += 0.5 }
    if line.isBold { emphasis += 0.4 }
    if line.fontSize > bodySize * 1.12 { emphasis += 0.5 }
    let first = text.prefix { $0 != " " }
    if !first.isEmpty, first.count <= 6,
      first.hasSuffix(".") || first.allSatisfy({ $0.isNumber || "IVX".contains($0) })
    {
      emphasis += 0.2
    }
    // Every long word with a capital, right above a table.
    if case .table(let table) = next, table.page == line.page, line.chunks.count == 1, !text.hasSuffix(":") {
      let long = text.split { !$0.isLetter }.filter { $0.count > 4 }
      if long.count >= 2, long.allSatisfy({ $0.first?.isUppercase == true }) { emphasis += 0.5 }
    }
    if Self.isUnderlined(line, above: next, bodySize: bodySize) { emphasis += 0.4 }
    if text.hasSuffix(".") || text.hasSuffix(",") || text.hasSuffix(";") { emphasis -= 0.5 }
    // "DISTRICT OF SERVICE" over a name in larger type: a label, set smaller than what answers it.
    if isCapitals, case .line(let below) = next, below.page == line.page, below.fontSize > line.fontSize + 0.4,
      line.fontSize < bodySize, line.words.count <= 4, below.words.count <= 4, !below.text.isCapitals,
      below.box.y0 - line.box.y1 < line.height * 0.6
    {
      emphasis -= 0.6
    }
    // "RELATED SERVICE" in the small type of the labels right below it, under the name of a card: its kind.
    if isCapitals, line.fontSize < bodySize - 0.9, case .line(let below) = next, below.page == line.page,
      below.text.isCapitals, abs(below.fontSize - line.fontSize) < 0.3,
      below.box.y0 - line.box.y1 < line.height * 0.6
    {
      emphasis -= 0.6
    }
    if Self.isTagged(line) { emphasis -= 0.6 }
    guard emphasis >= 0.4, let (code, score) = sections.section(of: text), score + emphasis >= 1.15
    else { return nil }
    if namesAgency(text) { return nil }
    // The title of the document is no section of it: "Individualized Education Program and Progress Record".
    let isTitle = LabelTokens.words(text).contains("iep") || text.lowercased().contains("individualized education")
    return code == .progress && isTitle ? nil : code
  }

  /// A rule parts the line from the text below it, which is set smaller: a heading, whatever its font is called.
  private static func isUnderlined(_ line: TextLine, above next: Block?, bodySize: Double) -> Bool {
    guard case .line(let below) = next, below.page == line.page, below.isBelowRule,
      line.chunks.count == 1, line.fontSize > bodySize + 0.4, line.text.first?.isUppercase == true,
      !line.text.contains(":")
    else { return false }
    return below.box.y0 - line.box.y1 < line.height * 2
  }

  /// "1. Specially designed instruction in reading. To be provided in the": an item of a list, and what its sentences say.
  private static func isItem(_ text: String) -> Bool {
    guard let split = RowMarks.split(text), let stop = split.rest.range(of: ". "), split.rest.utf8.count > 60 else {
      return false
    }
    return split.rest[stop.upperBound...].first?.isUppercase == true && split.rest[stop.upperBound...].contains(" ")
  }

  /// "Tri-County Special Services Cooperative": who keeps the record, at the head of its first page.
  private func namesAgency(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return words.count >= 3 && words.last.map(Self.agencies.contains) == true && !isNumbered(text)
      && Set(words).isDisjoint(with: ["by", "to", "from", "the", "for", "in", "of"])
      && text.split(separator: " ").allSatisfy { $0.first?.isUppercase == true || $0.first?.isLetter == false }
  }

  private static let agencies: Set = [
    "cooperative", "coop", "district", "schools", "board", "county", "agency", "department", "consortium",
    "collaborative", "authority", "unit", "corporation", "union",
  ]

  /// "Related Service Speech" with its first words in smaller type: the kind of a card before its title.
  private static func isTagged(_ line: TextLine) -> Bool {
    guard let title = line.words.last else { return false }
    let tag = line.words.prefix { $0.fontSize < title.fontSize - 0.9 }
    return !tag.isEmpty
      && tag.allSatisfy { $0.text.contains(where: \.isLetter) && !$0.text.contains(where: \.isNumber) }
      && line.words.dropFirst(tag.count).allSatisfy { $0.fontSize > title.fontSize - 0.3 }
  }

  /// "Services" alone at the head of a page, as a spreadsheet prints the name of its sheet: plain, but nothing else.
  func titleOfPage(_ line: TextLine, behind block: Block?) -> SectionCode? {
    guard block?.page != line.page, line.chunks.count == 1, line.words.count <= 3,
      line.words.allSatisfy({ $0.field == nil }),
      !line.text.hasSuffix(":"), line.text.first?.isUppercase == true,
      let (code, score) = sections.section(of: line.text), score > 0.99
    else { return nil }
    return code
  }

  /// "ACCOMMODATIONS - including those on field trips", "GOALS - Include academic goals": a heading and what is said of it
  /// or asked there.
  static func withoutRemark(_ line: TextLine) -> TextLine {
    // "TRANSITION PLAN (ages 14 and over)"
    if let open = line.words.firstIndex(where: { $0.text.hasPrefix("(") }), open > 0,
      !line.words[open - 1].text.hasSuffix(":"), line.words.last?.text.hasSuffix(")") == true,
      line.words.count - open >= 3,
      line.words[open].text.dropFirst().first?.isLowercase == true
    {
      return TextLine(page: line.page, words: Array(line.words[..<open]))
    }
    guard let dash = line.words.firstIndex(where: { isDash($0.text) }), dash > 0,
      dash + 1 < line.words.count, case let next = line.words[dash + 1].text,
      next.first?.isLowercase == true || FormQuestion.opensInstruction(next[...])
    else { return line }
    return TextLine(page: line.page, words: Array(line.words[..<dash]))
  }

  /// "MEASURABLE ANNUAL GOALS (objectives only for the alternate assessment)": the heading in capitals without what the
  /// form explains in small letters behind it.
  private static func withoutRemark(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.range(of: " ("), text[open.upperBound...].first?.isLowercase == true,
      case let heading = String(text[..<open.lowerBound]), heading.isCapitals,
      text[open.upperBound...].split(separator: " ").count >= 4
    else { return text }
    return heading
  }

  private static func isDash(_ text: String) -> Bool {
    text.utf8.count <= 3 && (text == "-" || text == "–" || text == "—")
  }

  /// A row of one cell across the whole table, or of one before blanks over labels of its own, whose words are a section's
  /// heading.
  /// - Parameter current: the section that the table stands in.
  func bandCode(_ cell: Cell, in table: Table, within current: SectionCode) -> SectionCode? {
    // "Services for this goal" are a part of that goal.
    let opensLabels = TableCutter.opensLabels(below: cell, in: table) { labelFit($0) >= 0.8 }
    let hasLabels = opensLabels && (current != .goals || !cell.text.contains(inAnyCase: "goal"))
    // "Services (X = setting, RR resource room)"
    let text =
      hasLabels ? cell.text.prefix { $0 != "(" }.description.trimmingBlanks : Self.withoutRemark(cell.text)
    guard cell.lines.count <= 2, table.row(cell.row).count == 1 || cell.column == 0 && opensLabels,
      let (code, score) = sections.section(of: text)
    else { return nil }
    // "Present level: 3 of 10 cases." is a fact.
    if let line = cell.lines.first, asksOfGoal(line) != nil, let colon = text.range(of: ": "),
      !String(text[colon.upperBound...]).isCapitals
    {
      return nil
    }
    let isLoud = text == text.uppercased() || cell.isBold || hasLabels && code != current
    // "Related services" across a services table is a group of its rows, not a new section.
    // "C. Special education and related services" over the labels of the first such table opens one.
    let listing: Set<SectionCode> = [.services, .accommodations, .esy]
    // "SERVICES - MINUTES PER WEEK" over labels unlike those above: there a part of the words is enough.
    let opensTable =
      code != current && isLoud && (hasLabels || TableCutter.opensOtherColumns(below: cell, in: table))
    // "III. SERVICES" below the rows of goals, or the band of a worksheet whose rows all have the columns of its grid.
    let opensPart = opensTable || !listing.contains(current) && isLoud && hasCount(text)
    let isGroup =
      listing.contains(code) && (cell.row > 0 || listing.contains(current) && (code == current || !hasCount(text)))
      && !opensPart
    return isLoud && score >= (opensTable ? 0.4 : 0.75) && !(isGroup && table.columnCount > 2) ? code : nil
  }

  /// "E. Accommodations", "5. Services", "IV. Placement".
  private func hasCount(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first, first.hasSuffix(".") || first.hasSuffix(")") else {
      return false
    }
    return first.utf8.count == 2 || isNumbered(text)
  }

  func isNumbered(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first else { return false }
    return first.contains(where: \.isNumber)
      || (first.hasSuffix(".") && first.count <= 6 && first.dropLast().allSatisfy { "IVX".contains($0) })
  }

  /// A heading of two lines: the second right under the first, set alike, and the first ran on to the right.
  func goesOn(_ heading: TextLine, _ line: TextLine) -> Bool {
    heading.page == line.page && line.box.y0 - heading.box.y1 < heading.height * 0.6 && heading.isBold == line.isBold
      && abs(heading.fontSize - line.fontSize) < 0.3 && heading.chunks.count == 1 && line.chunks.count == 1
      && heading.words.count >= 4 && line.words.count <= 6 && !isNumbered(line.text) && GoalHeading(line.text) == nil
      && (heading.isBold || heading.text == heading.text.uppercased())
      && (heading.text == heading.text.uppercased()) == (line.text == line.text.uppercased())
      && heading.box.width > line.box.width * 1.2
  }
}
