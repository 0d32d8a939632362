import IEPModel
import Testing

@testable import Parsing

/// Tables of services that a page's end parts.
@Suite struct TableOverPagesTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private var reader: ServiceTableReader { ServiceTableReader(labels: readers.labels, values: readers.values) }

  private static let records: [[String?]] = [
    ["Service", "Physical Therapy", "Counseling"], ["Provider", "Physical Therapist", "School Counselor"],
    ["Frequency", "20 minutes weekly", "15 minutes monthly"], ["Location", "Gym", "Office"],
  ]

  @Test func recordsInColumnsGoOnOnTheNextPage() throws {
    let rest: [[String?]] = [["Start Date", "4/9/2027", "4/9/2027"], ["End Date", "4/8/2028", "12/20/2027"]]
    let whole = try #require(
      ServiceTableShape.continued(
        Grid.table(Self.records), by: .table(Grid.table(rest, page: 2)), under: [], reader: reader))
    let table = ServiceTableShape.settled(whole, under: [], reader: reader)
    let found = reader.read(table, context: ServiceContext(), continuing: nil)?.candidates ?? []
    #expect(found.map { $0.text(.service) } == ["Physical Therapy", "Counseling"])
    #expect(found.map { $0.text(.end) } == ["4/8/2028", "12/20/2027"])
  }

  @Test func aRowWithABoxToTickIsNoRestOfTheRowAbove() throws {
    let head: [String?] = ["", "Service", "Minutes", "Per", "Location", "From", "To"]
    func table(_ rows: [[String?]], page: Int) -> Table { Grid.table([head] + rows, page: page) }
    let first = table([["☒", "Counseling", "15", "month", "Office", "4/9/2027", "12/20/2027"]], page: 1)
    let signature = try #require(reader.read(first, context: ServiceContext(), continuing: nil)?.signature)
    let next = table(
      [
        ["☐", "Adult assistance", "", "☐ day ☐ week", "", "", ""],
        ["☒", "Special transportation", "20", "☒ day ☐ week", "Bus", "4/9/2027", "12/20/2027"],
      ], page: 2)
    let found = try #require(reader.read(next, context: ServiceContext(), continuing: signature))
    #expect(!found.continuesRow)
  }

  @Test func aTableThatNamesServicesItselfGoesOnWithNothing() {
    #expect(
      ServiceTableShape.continued(
        Grid.table(Self.records), by: .table(Grid.table(Self.records, page: 2)), under: [], reader: reader) == nil)
  }

  @Test func aHeaderAtAPagesEndGoesOverItsOnlyRow() throws {
    let head: [String?] = ["Subject", "Minutes", "Sessions", "Per", "Gen Ed", "Sp Ed", "Position responsible"]
    let signature = try #require(
      reader.headerAlone(Grid.table([head], page: 1), context: ServiceContext()))
    let next = Grid.table([["Reading support", "20", "4", "week", "X", "", "Special Education Teacher"]], page: 2)
    #expect(signature.isAnswered(by: next))
    let found = reader.read(next, context: ServiceContext(), continuing: signature)?.candidates ?? []
    #expect(found.map { $0.text(.service) } == ["Reading support"])
    #expect(found.map { $0.text(.location) } == ["Gen Ed"])
  }

  @Test func labelsAnswerNoHeader() throws {
    let head: [String?] = ["Service", "Minutes", "Times", "Per"]
    let signature = try #require(
      reader.headerAlone(Grid.table([head], page: 1), context: ServiceContext()))
    #expect(!signature.isAnswered(by: Grid.table([head], page: 2)))
  }

  @Test func bandsAtAPagesHeadAreNoLabels() throws {
    let widths = [150.0, 90, 90, 150]
    var first = Sheet(page: 1)
    first.heading("Services")
    first.table(
      [
        ["Type of Service", "Session", "Frequency", "Dates"], ["Consultation - indirect services", nil, nil, nil],
        ["Physical Therapy", "30 minutes", "1 per day", "4/9/2027 - 4/8/2028"],
      ], widths: widths, bold: true)
    var second = Sheet(page: 2)
    second.table(
      [
        ["Inside the General Education Class (direct)", nil, nil, nil], ["", "", "", ""],
        ["Services in the Special Education Classroom", nil, nil, nil],
        ["School Counseling", "40 minutes", "1 per day", "4/9/2027 - 4/8/2028"],
        ["School Health Services", "15 minutes", "5 per week", "4/9/2027 - 4/8/2028"],
        ["Services for Visual Impairment", "15 minutes", "2 per month", "4/9/2027 - 4/8/2028"],
      ], widths: widths)
    let services = try Readers.embedded().parser.parse([first, second]).services
    #expect(services.map(\.service.code) == [.physicalTherapy, .counseling, .nursing, .vision])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [150, 200, 75, Rational(15, 2)])
  }

  @Test func aSumPartedFurtherLeavesTheColumnsOfTheRows() throws {
    let first = Grid.table([
      ["Service", "Frequency", "Location", "Dates", nil],
      ["Physical Therapy", "20 minutes weekly", "Gym", "4/9/2027 - 4/8/2028", nil],
    ])
    var head = first
    // The page before has no box for figures of sums.
    head.columnCount = 4
    for index in head.cells.indices { head.cells[index].columnSpan = 1 }
    let signature = try #require(reader.read(head, context: ServiceContext(), continuing: nil)?.signature)
    let rest = Grid.table(
      [
        ["Counseling", "15 minutes monthly", "Office", "4/9/2027 - 12/20/2027", nil],
        ["Total minutes", nil, nil, nil, "35"],
      ], page: 2)
    let found = reader.read(rest, context: ServiceContext(), continuing: signature)?.candidates ?? []
    #expect(found.map { $0.text(.service) } == ["Counseling"])
    // The labels are those of the page before.
    #expect(found.map { $0.part(.dates)?.label } == ["Dates"])
    #expect(found.map { $0.text(.dates) } == ["4/9/2027 - 12/20/2027"])
  }

  @Test func aHeaderAtAPagesEndStandsOverRowsThatItsOwnRepeatsPart() throws {
    let head: [String?] = ["Area of Service", "Starting", "End Date", "Provider", "Minutes", "Sessions", "Period"]
    func row(_ name: String, _ person: String) -> [String?] {
      [name, "1/23/2026", "1/22/2027", person, "60", "2", "Weekly"]
    }
    let first = Grid.table([head])
    let signature = try #require(reader.headerAlone(first, context: ServiceContext()))
    let next = Grid.table(
      [row("OT Services", "OTR/L"), row("Speech", "SLP"), head, row("Vision Services", "TVI")], page: 2)
    #expect(signature.isAnswered(by: next))
    let found = try #require(reader.read(next, context: ServiceContext(), continuing: signature))
    #expect(found.candidates.map { $0.text(.service) } == ["OT Services", "Speech", "Vision Services"])
  }
}
