import IEPModel
import Testing

@testable import Parsing

/// Tables of services that are known by their rows, and those that only look like one.
@Suite struct ServiceRowTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func reader(key: [String] = []) -> ServiceTableReader {
    ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey(key))
  }

  private func candidates(_ rows: [[String?]], key: [String] = []) -> [ServiceCandidate] {
    reader(key: key).read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  private static let rows: [[String?]] = [
    ["Physical Therapy", "20 minutes weekly", "Gym", "4/9/2027"],
    ["Counseling", "15 minutes monthly", "Office", "4/9/2027"],
    ["Nursing", "10 minutes daily", "Clinic", "4/9/2027"],
  ]

  @Test func rowsThatStateServicesNeedNoHeader() {
    #expect(reader().recognizer.isServiceTable(Grid.table(Self.rows)))
    let found = candidates(Self.rows)
    #expect(found.map { $0.text(.service) } == ["Physical Therapy", "Counseling", "Nursing"])
    #expect(found.map { $0.text(.dose) } == Self.rows.map(\.[1]))
    #expect(found.map { $0.text(.start) } == ["4/9/2027", "4/9/2027", "4/9/2027"])
  }

  @Test func rowsThatStateServicesNeedNoTellingHeader() {
    let header: [String?] = ["What we will do", "How much", "In which room", "As of"]
    #expect(reader().recognizer.isServiceTable(Grid.table([header] + Self.rows)))
    let services = candidates([header] + Self.rows).compactMap { $0.text(.service) }
    #expect(services.suffix(3) == ["Physical Therapy", "Counseling", "Nursing"])
  }

  @Test func labelsBesideValuesAreCards() {
    #expect(
      !reader().recognizer.isServiceTable(
        Grid.table([
          ["Service: Physical Therapy", "Amount: 20 minutes weekly", "Location: Gym"],
          ["Service: Counseling", "Amount: 15 minutes monthly", "Location: Office"],
        ])))
    #expect(
      !reader().recognizer.isServiceTable(
        Grid.table([
          ["Service", "Physical Therapy", "Provider", "PT"], ["Amount", "20 minutes weekly", "Location", "Gym"],
          ["Start Date", "4/9/2027", "End Date", "4/8/2028"],
        ])))
  }

  @Test func accommodationsAreNoServices() {
    #expect(
      !reader().recognizer.isServiceTable(
        Grid.table([
          ["Seat near the board", "All classes", "Teacher"], ["Extra time on tests", "All tests", "Teacher"],
          ["Breaks", "As needed", "Classroom"],
        ])))
  }

  @Test func aBandThatNamesTheServiceIsTheRowsService() {
    let found = candidates([
      ["Amount", "Location", "Start Date", "End Date"],
      ["Physical Therapy (consultation)", nil, nil, nil], ["20 minutes weekly", "Gym", "4/9/2027", "4/8/2028"],
      ["Counseling", nil, nil, nil], ["15 minutes monthly", "Office", "4/9/2027", "4/8/2028"],
    ])
    #expect(found.map { $0.text(.service) } == ["Physical Therapy (consultation)", "Counseling"])
    #expect(found.map(\.context.delivery) == [.consultation, nil])
    #expect(found.map { $0.text(.location) } == ["Gym", "Office"])
  }

  @Test func aBandOverNamedRowsIsTheirCategory() {
    let found = candidates([
      ["Service", "Amount", "Location", "Start Date"], ["RELATED SERVICES", nil, nil, nil],
      ["Counseling", "15 minutes monthly", "Office", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.service) } == ["Counseling"])
    #expect(found.first?.context.category == .relatedService)
  }

  @Test func aPersonUnderTheServiceIsItsProvider() {
    let found = candidates([
      ["Service / Provider", "Amount", "Location", "Start Date"],
      ["Speech-language therapy\nSLP", "20 minutes weekly", "Speech room", "4/9/2027"],
      ["Occupational therapy\nCOTA supervised by OT", "15 minutes weekly", "Classroom", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.service) } == ["Speech-language therapy", "Occupational therapy"])
    #expect(found.map { $0.text(.provider) } == ["SLP", "COTA supervised by OT"])
  }

  @Test func aServiceThatWrapsHasNoPersonUnderIt() {
    let cell = Grid.table([["Specially designed\ninstruction in reading"]]).cells[0]
    #expect(ServiceAndProvider(cell, values: readers.values) == nil)
  }

  @Test func aTableOfOneRowBelowSaysMoreOfTheServiceAbove() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (service, amount, person) in [
        ("Physical Therapy", "20 min weekly", "PT"), ("Counseling", "15 min monthly", "Counselor"),
      ] {
        sheet.table([["Service", "Amount", "Location"], [service, amount, "Classroom"]], widths: [180, 140, 140])
        sheet.table(
          [["Provider", "Start Date", "End Date"], [person, "4/9/2027", "4/8/2028"]], widths: [150, 150, 160])
      }
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy, .counseling])
    #expect(document.services.map { $0.provider?.code } == [.pt, .counselor])
    #expect(document.services.map(\.endDate) == [CalendarDate(iso: "2028-04-08"), CalendarDate(iso: "2028-04-08")])
  }

  @Test func datesSaidOnceHoldForEveryLine() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("All services begin 4/9/2027 and end 4/8/2028 unless otherwise noted.")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date", "End Date"],
          ["Physical Therapy", "20 min weekly", "Gym", "", ""],
          ["Counseling", "15 min monthly", "Office", "9/1/2027", "12/20/2027"],
        ], widths: [130, 110, 90, 80, 80])
    }
    #expect(document.services.map { $0.startDate?.description } == ["2027-04-09", "2027-09-01"])
    #expect(document.services.map { $0.endDate?.description } == ["2028-04-08", "2027-12-20"])
  }

  @Test func blankDatesStayBlankWhereTheHeadingOnlyNamesASpan() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("Dates: 4/9/2027 to 4/8/2028")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date", "End Date"],
          ["Physical Therapy", "20 min weekly", "Gym", "", ""],
        ], widths: [130, 110, 90, 80, 80])
    }
    #expect(document.services.count == 1)
    #expect(document.services.first?.startDate == nil)
  }
}
