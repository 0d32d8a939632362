import IEPModel
import Testing

@testable import Parsing

/// Tables that a form draws in one frame: the labels again with another kind of services, and a table of other things
/// among the rows.
@Suite struct FramedTableTests {
  private static let labels: [String?] = [
    "Goals", "Given By", "Place", "Start Date", "End Date", "Minutes", "How Often",
  ]

  @Test func aTableWithColumnsOfItsOwnIsCutOutOfTheFrame() throws {
    let readers = try Readers.embedded()
    let printed = Grid.table([
      ["Special Education Services"] + Self.labels,
      ["Reading", "1", "Special education teacher", "Resource room", "9/8/26", "6/4/27", "40", "4 times a week"],
      ["Related Services"] + Self.labels,
      ["Speech therapy", "2", "SLP", "Speech room", "9/8/26", "6/4/27", "30", "2 times a week"],
      ["MODIFICATIONS", nil, nil, nil, nil, "Start Date", "End Date", "Place"],
      ["Fewer problems", nil, nil, nil, nil, "9/8/26", "6/4/27", "Math"],
      ["Support for School Personnel"] + Self.labels,
      ["OT consultation to teachers", "2", "OT", "Classroom", "9/8/26", "6/4/27", "20", "1 time a month"],
    ])
    let parts = FramedTables(labels: readers.labels.service).parts(of: printed)
    #expect(parts.map(\.rowCount) == [4, 2, 2])
    #expect(parts.map(\.columnCount) == [8, 4, 8])
  }

  @Test func labelsOverOtherColumnsAreNoTableOfTheirOwnWithoutRows() throws {
    let readers = try Readers.embedded()
    let printed = Grid.table([
      ["Service", "Provider", "Location", "Start Date", "End Date", "Minutes"],
      ["Reading", "Teacher", "Resource room", "9/8/26", "6/4/27", "40 daily"],
      ["Transportation", nil, nil, "Start Date", "End Date", "Location"],
    ])
    #expect(FramedTables(labels: readers.labels.service).parts(of: printed).count == 1)
  }

  @Test func rowsBelowTheLabelsAgainStandInTheColumnsOfTheFirst() throws {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let printed = Grid.table([
      ["Special Instruction", "Amount and Fre\nquency", "Location", nil, "Start Date", nil, "End Date", "Provider"],
      ["Reading", "40 min daily", "Resource room", nil, "9/8/26", nil, "6/4/27", "Special education teacher"],
      ["Related Services", "Amount and Frequency", nil, "Location", nil, "Start Date", "End Date", "Provider"],
      ["Speech therapy", "30 min weekly", nil, "Speech room", nil, "9/9/26", "6/3/27", "SLP"],
    ])
    let found = tables.read(
      ServiceTableShape.settled(printed, under: [], reader: tables), context: ServiceContext(), continuing: nil)
    #expect(found?.candidates.map { $0.text(.location) } == ["Resource room", "Speech room"])
    #expect(found?.candidates.map { $0.text(.start) } == ["9/8/26", "9/9/26"])
    #expect(found?.candidates.map { $0.text(.end) } == ["6/4/27", "6/3/27"])
  }

  @Test func aColumnBeforeTheNamesSaysTheKindOfSomeRows() throws {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let found = tables.read(
      Grid.table([
        ["Option", "Service", "Minutes per Week", "Start Date", "End Date", "Provider"],
        ["Team teaching", "Social Studies", "200", "9/8/26", "6/4/27", "Special education teacher"],
        ["Related services", "Speech therapy", "60", "9/8/26", "6/4/27", "SLP"],
      ]), context: ServiceContext().under("Special Education", vocabulary: readers.vocabulary), continuing: nil)
    let lines = found?.candidates.flatMap { ServiceAssembler(values: readers.values, near: nil).lines(of: $0) } ?? []
    #expect(lines.map(\.line.category) == [.specialEducation, .relatedService])
  }

  @Test func amongAidsWhatNobodyGivesIsNoService() throws {
    var sheet = Sheet()
    sheet.heading("Service Summary")
    sheet.table(
      [
        ["Related Services", "Amount/Frequency", "Location", "Start Date", "End Date", "Provider"],
        ["Speech therapy", "30 min weekly", "Speech room", "9/8/26", "6/4/27", "SLP"],
        ["Supplementary Aids", "Amount/Frequency", "Location", "Start Date", "End Date", "Provider"],
        ["Walks in the hall", "5 min, twice daily", "All classes", "9/8/26", "6/4/27", "District"],
        ["Paraprofessional", "60 min daily", "Lunch", "9/8/26", "6/4/27", "Instructional assistant"],
      ], widths: [110, 90, 80, 70, 70, 90])
    let found = try Readers.embedded().parser.parse([sheet]).services
    #expect(found.map(\.service.code) == [.speechLanguage, .paraprofessional])
  }

  @Test func aRoomForSmallGroupsIsNoGroup() throws {
    let readers = try Readers.embedded()
    let tables = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let found = tables.read(
      Grid.table([
        ["Service", "Location", "Minutes per Week", "Start Date", "End Date"],
        ["Reading", "Small group room B", "60", "9/8/26", "6/4/27"],
        ["Writing", "Resource room (small group)", "60", "9/8/26", "6/4/27"],
      ]), context: ServiceContext(), continuing: nil)
    let lines = found?.candidates.flatMap { ServiceAssembler(values: readers.values, near: nil).lines(of: $0) } ?? []
    #expect(lines.map(\.line.grouping) == [nil, .group])
  }

  @Test func aLineOfACalculationIsCounted() throws {
    let readers = try Readers.embedded()
    let items = TableFacts(reader: FactReader(labels: readers.labels)).items(
      of: Grid.table([
        ["1. Total school minutes per week", "1,800"], ["2. Minutes away from class each week", "180"],
      ]))
    let facts = items.compactMap { item -> [String]? in
      if case .fact(let fact) = item { [fact.label, fact.value] } else { nil }
    }
    #expect(facts.contains(["Total school minutes per week", "1,800"]))
  }
}
