import IEPModel
import Testing

@testable import Parsing

/// Records of two rows, and rows that say that nothing is given.
@Suite struct TwoRowRecordTests {
  private func candidates(_ rows: [[String?]]) throws -> [ServiceCandidate] {
    let readers = try Readers.embedded()
    return ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
      .read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  @Test func recordsOfTwoRowsMayHaveTheSameColumns() throws {
    let reader = try Readers.embedded()
    let tables = ServiceTableReader(labels: reader.labels, values: reader.values, key: CodeKey([]))
    let printed = Grid.table([
      ["Service", "Provider", "Start Date"], ["Amount", "Location", "End Date"],
      ["Nursing Services", "School nurse", "4/9/2027"], ["15 minutes weekly", "Clinic", "4/8/2028"],
      ["Counseling", "School counselor", "4/12/2027"], ["20 minutes weekly", "Office", "4/7/2028"],
    ])
    let found = tables.read(
      ServiceTableShape.settled(printed, under: [], reader: tables), context: ServiceContext(), continuing: nil)
    #expect(found?.candidates.map { $0.text(.service) } == ["Nursing Services", "Counseling"])
    #expect(found?.candidates.map { $0.text(.location) } == ["Clinic", "Office"])
    #expect(found?.candidates.map { $0.text(.end) } == ["4/8/2028", "4/7/2028"])
  }

  @Test func aHeaderThatCountsTheServicesStandsOverOneInEachColumn() throws {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let printed = Grid.table([
      ["Fact", "Service 1", "Service 2"], ["Service", "Nursing Services", "Counseling"],
      ["Minutes per session", "15", "30"], ["Sessions", "2", "1"], ["Per", "week", "month"],
      ["Location", "Clinic", "Office"], ["Start Date", "4/9/2027", "4/12/2027"],
    ])
    let found = tables.read(
      ServiceTableShape.settled(printed, under: [], reader: tables), context: ServiceContext(), continuing: nil)
    #expect(found?.candidates.map { $0.text(.service) } == ["Nursing Services", "Counseling"])
    #expect(found?.candidates.map { $0.text(.period) } == ["week", "month"])
  }

  @Test func rowsThatFitTheFirstLabelsStaySingle() throws {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let printed = Grid.table([
      ["Service", "Provider", "Start Date"], ["Amount", "Location", "End Date"],
      ["Nursing Services", "School nurse", "4/9/2027"], ["Counseling", "School counselor", "4/12/2027"],
    ])
    #expect(ServiceTableShape.settled(printed, under: [], reader: tables).rowCount == 4)
  }

  @Test func aRowWhoseAmountIsDeniedIsNotGiven() throws {
    let found = try candidates([
      ["Type", "Service", "Amount", "Location", "Start", "End"],
      ["Related", "Counseling", "20 minutes weekly", "Office", "4/9/2027", "4/8/2028"],
      ["Related", "PT", "N/A", "", "", ""], ["Related", "Nursing", "None", "N/A", "", ""],
    ])
    #expect(found.map { $0.text(.service) } == ["Counseling"])
  }

  @Test func columnsOfMinutesMaySayWhereTheyAreGiven() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          [
            "Service", "Direct minutes per week:\nTherapy room", "Indirect minutes\nper week", "Start Date", "End Date",
          ],
          ["Speech Therapy", "40", "", "4/9/2027", "4/8/2028"], ["Nursing", "20", "", "4/9/2027", "4/8/2028"],
        ], widths: [110, 130, 100, 75, 75])
    }.services
    #expect(services.map(\.delivery) == [.direct, .direct])
    #expect(services.map(\.location?.code) == [.therapyRoom, .therapyRoom])
  }
}
