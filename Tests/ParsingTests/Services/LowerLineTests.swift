import IEPModel
import Testing

@testable import Parsing

/// Rows whose second line is one box behind the service's name.
@Suite struct LowerLineTests {
  private func candidates(_ rows: [[String?]]) throws -> [ServiceCandidate] {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let table = ServiceTableShape.settled(Grid.table(rows), under: [], reader: tables)
    guard tables.recognizer.isServiceTable(table) else { return [] }
    return tables.read(table, context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  private let rows: [[String?]] = [
    ["Counseling", "4/9/2027", "4/8/2028", "20 min", "3x/week", "Therapy room"],
    ["^", "Provided by: School counselor Comments: individual", nil, nil, nil, nil],
    ["Reading instruction", "4/9/2027", "4/8/2028", "45 min", "2x/week", "Resource room"],
    ["^", "Provided by: Special education teacher", nil, nil, nil, nil],
  ]

  @Test func whatTheLowerLineSaysStandsInColumnsOfItsOwn() throws {
    let found = try candidates(
      [
        ["Service", "Start", "End", "Length", "Frequency", "Location"], ["^", "Staff", nil, nil, nil, nil],
      ] + rows)
    #expect(found.map { $0.text(.service) } == ["Counseling", "Reading instruction"])
    #expect(found.map { $0.text(.location) } == ["Therapy room", "Resource room"])
    #expect(found.map { $0.text(.provider) } == ["School counselor", "Special education teacher"])
    #expect(found.map { $0.text(.end) } == ["4/8/2028", "4/8/2028"])
    #expect(found.first?.text(.grouping) == "individual")
  }

  @Test func aBareLowerLineIsWhatTheLabelsSecondLineAsksFor() throws {
    let found = try candidates([
      ["Service", "Start", "End", "Length", "Frequency", "Location"], ["^", "Staff", nil, nil, nil, nil],
      ["Counseling", "4/9/2027", "4/8/2028", "20 min", "3x/week", "Therapy room"],
      ["^", "School counselor", nil, nil, nil, nil],
    ])
    #expect(found.map { $0.text(.provider) } == ["School counselor"])
  }

  @Test func thePagesEndMayCutTheLabels() throws {
    let found = try candidates([["^", "Staff", nil, nil, nil, nil]] + rows)
    #expect(found.map { $0.text(.service) } == ["Counseling", "Reading instruction"])
    #expect(found.map { $0.text(.provider) } == ["School counselor", "Special education teacher"])
  }

  @Test func specialEducationBesideDaysAndAPlaceIsGivenThere() throws {
    let found = try candidates([
      ["Speech and Language Services", "4/9/2027", "4/8/2028", "30 minutes", "2 times per week", "Therapy room"],
      ["Special Education Instruction", "4/9/2027", "4/8/2028", "30 minutes", "3 times per week", "Resource room"],
    ])
    #expect(found.count == 2)
  }

  @Test func aHeadingAcrossIsNoLowerLine() throws {
    let readers = try Readers.embedded()
    let table = Grid.table([
      ["Service", "Start", "End", "Amount"], ["Related services", nil, nil, nil],
      ["Counseling", "4/9/2027", "4/8/2028", "20 minutes weekly"],
    ])
    #expect(LowerLines(labels: readers.labels.service).folded(table, header: 0..<1) == nil)
  }
}
