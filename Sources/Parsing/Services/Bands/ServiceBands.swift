import Extraction
import Foundation
import IEPModel

/// Rows of a services table that are no service: headings over the rows that follow, remarks on the row above, the goal
/// that the rows below serve.
struct ServiceBands: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// The text of a row that is a heading over those that follow: one cell filled, across columns or alone.
  func band(of table: Table, row: Int) -> Cell? {
    let filled = table.row(row).filter { !$0.isEmpty && $0.row == row }
    guard filled.count == 1, let only = filled.first else { return nil }
    if table.row(row).contains(where: { $0.row < row && !$0.isEmpty }) { return nil }
    if only.columnSpan * 2 > table.columnCount { return only }
    guard only.column == 0 else { return nil }
    // Too short to cross the columns of a table without rules.
    if table.kind == .aligned, remark(only) != nil { return only }
    let isHeading = values.vocabulary.category(ofHeading: only.text) != nil
    // "Related Services" at a table's foot is the heading of the next one.
    if isHeading, row == table.rowCount - 1, row > 0, values.vocabulary.serviceCode(of: only.text) == nil {
      return only
    }
    return isHeading && (only.isBold || only.text == only.text.uppercased() || only.text.hasSuffix(":")) ? only : nil
  }

  /// The group that a row names in place of the header's first label, where it repeats the header: "Related Services |
  /// Minutes per week" below "Special Education | Minutes per week". Empty where it repeats the whole.
  func group(repeating header: [String], in row: [String]) -> String? {
    let same = zip(row, header).map { !$0.0.isEmpty && LabelTokens.of($0.0) == LabelTokens.of($0.1) }
    let others = row.dropFirst().filter { !$0.isEmpty }.count
    let again = same.dropFirst().filter { $0 }.count
    guard same.filter({ $0 }).count >= 2 || again >= 1 && again == others else { return nil }
    guard let group = row.first, same.first == false else { return "" }
    let isGroup =
      values.vocabulary.category(ofHeading: group) != nil || values.vocabulary.locationCode(of: group) != nil
    return isGroup ? group : ""
  }

  /// The amount and the dates of the service above, where a row across the columns says them: "40 minutes, 5 times per
  /// week, starting September 9, 2026 and ending September 3, 2027".
  func amount(_ band: Cell) -> [ServiceCandidate.Part] {
    let text = band.text
    guard text.utf8.count < 140, text.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return [] }
    let dates = values.dates.dates(in: text, near: nil)
    let amount = values.dates.removed(from: text)
    let reading = values.read(Clauses.split(amount).filter { !$0.isEmpty }.prefix(2).joined(separator: ", "))
    guard reading.hasPeriod, reading.hasMinutes || dates.count == 2, reading.service == nil else { return [] }
    let place = band.place
    return [.told(.dose, reading.text, at: place)]
      + (dates.count == 2 ? [.told(.dates, "\(dates[0].date) - \(dates[1].date)", at: place)] : [])
  }

  /// What a row across the columns says further of the service above it. Empty where it says less than two things, or one
  /// of them is not known.
  func facts(_ band: Cell) -> [ServiceCandidate.Part] { LabelledCell(labels: labels, values: values).parts(of: band) }

  /// A fact that a row across the columns gives of the service above it, or of all rows below.
  func remark(_ band: Cell) -> ServiceCandidate.Part? { remark(band.text, place: band.place) }

  private func remark(_ text: String, place: Place) -> ServiceCandidate.Part? {
    if values.dates.span(text) != nil { return .told(.dates, label: "dates", text, at: place) }
    if let person = Self.person(text), values.vocabulary.providerCode(of: person) != nil {
      return .told(.provider, label: "provided by", person, at: place)
    }
    let halves = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
    let roles: Set<ServiceRole> = [.provider, .location, .dates, .grouping, .delivery, .goals]
    guard halves.count == 2, let role = labels.service.exact(halves[0]).first(where: roles.contains),
      values.read(halves[1]).support(role) >= 0.35
    else { return nil }
    return .told(role, label: halves[0], halves[1], at: place)
  }

  /// "Provided by COTA, supervised by OTR/L": who it is.
  static func person(_ text: String) -> String? {
    guard text.utf8.count < 80, text.contains(" by"),
      case let words = text.split(separator: " ", maxSplits: 2).map(String.init),
      words.count == 3, words[1].lowercased().trimmingColon == "by",
      ["provided", "given", "delivered", "taught", "implemented"].contains(words[0].lowercased())
    else { return nil }
    return words[2]
  }

  /// "Provider: COTA Individual": behind who gives the service stands to how many.
  func grouping(behind remark: ServiceCandidate.Part) -> ServiceCandidate.Part? {
    guard remark.role == .provider, let blank = remark.text.lastIndex(of: " "),
      case let person = String(remark.text[..<blank]), case let last = String(remark.text[blank...].dropFirst()),
      values.vocabulary.isGrouping(last), values.vocabulary.providerCode(of: person) != nil
    else { return nil }
    var part = remark
    (part.role, part.text) = (.grouping, last)
    return part
  }

  /// What a row across the columns asks for, where it gives the answer too: "Place" of "Place: Therapy room".
  func label(of band: Cell) -> String? {
    guard let fact = remark(band), !fact.label.isEmpty else { return nil }
    return fact.label.lowercased()
  }

  /// The labels of rows across the columns that head the rows below them rather than say more of the row above: one of
  /// them stands over all rows, with nothing but other headings above it, or right over the header that comes again.
  func headings(of table: Table, from first: Int, under header: [String]) -> Set<String> {
    var result: Set<String> = []
    let first = (first..<table.rowCount).first { band(of: table, row: $0) == nil } ?? first
    for row in 0..<table.rowCount {
      guard let band = band(of: table, row: row), let label = label(of: band) else { continue }
      let below =
        row + 1 < table.rowCount ? header.indices.map { table.cell(row: row + 1, column: $0)?.text ?? "" } : []
      if row <= first || !below.isEmpty && group(repeating: header, in: below) != nil { result.insert(label) }
    }
    return result
  }

  /// The context of the rows below "Related Services - Location: OT room": their group, and a fact of all of them.
  func groupedContext(_ context: ServiceContext, under band: Cell) -> ServiceContext? {
    guard let colon = band.text.firstIndex(of: ":"),
      let dash = [" - ", " – ", " — ", " | ", " · "].lazy.compactMap({
        band.text[..<colon].range(of: $0, options: .backwards)
      }).first,
      case let group = String(band.text[..<dash.lowerBound]),
      values.vocabulary.category(ofHeading: group) != nil || group.namesExtendedYear,
      let fact = remark(String(band.text[dash.upperBound...]), place: band.place)
    else { return nil }
    return self.context(context.under(group, vocabulary: values.vocabulary, isBand: true), with: fact)
  }

  /// The context of the rows below a heading that is a label with its answer; `nil` where it says nothing of them all.
  func context(_ context: ServiceContext, under band: Cell) -> ServiceContext? {
    remark(band).flatMap { self.context(context, with: $0) }
  }

  private func context(_ context: ServiceContext, with fact: ServiceCandidate.Part) -> ServiceContext? {
    var below = context
    let vocabulary = values.vocabulary
    switch fact.role {
    case .location:
      guard let code = vocabulary.locationCode(of: fact.text) else { return nil }
      below.location = Coded(code: code, text: fact.text)
    case .provider:
      guard let code = vocabulary.providerCode(of: fact.text) else { return nil }
      below.provider = Coded(code: code, text: fact.text)
    case .delivery:
      guard let delivery = vocabulary.delivery(of: fact.text) else { return nil }
      below.delivery = delivery
    case .dates:
      guard let span = values.dates.span(fact.text) else { return nil }
      (below.start, below.end, below.datesFillBlanks) = (span.start, span.end, true)
    default: return nil
    }
    return below
  }

  /// The number of a goal that a row holds across the columns, over the services for it.
  func goalAcross(_ table: Table, row: Int, columns: Int) -> String? {
    let filled = table.cells(startingIn: row).filter { !$0.isEmpty }
    guard filled.count == 2, filled[0].columnSpan == 1, filled[1].columnSpan * 3 >= columns * 2,
      filled[1].text.utf8.count > 60, Int(filled[0].text.trimmingBlanks).map({ (1...40).contains($0) }) ?? false
    else { return nil }
    return filled[0].text.trimmingBlanks
  }
}
