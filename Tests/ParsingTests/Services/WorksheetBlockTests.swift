import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Worksheets whose one grid holds a block a discipline: its heading with dates, its services, the goals worked on there.
@Suite struct WorksheetBlockTests {
  private static let widths = [90.0, 60, 60, 40, 50, 60, 100, 50]
  private static let labels: [String?] = [
    "Setting", "Model", "# sessions", "Min.", "Per", "Grouping", "Staff", "Goals",
  ]
  private static let goalLabels: [String?] = ["Goals worked on here", "Goal", nil, nil, nil, "Baseline", "Data", "Due"]

  private static func heading(_ name: String) -> [String?] {
    [name, nil, "Services begin 9/4/2027 and end 9/3/2028", nil, nil, nil, nil, nil]
  }

  private static let blocks: [[String?]] = [
    heading("SPECIAL EDUCATION: CLASS"),
    ["What", "Setting", "# sessions", "Min.", "Per", "Grouping", "Staff", "Goals"],
    ["SDI math", "Resource room", "3", "50", "week", "Group", "SpEd teacher", "1"],
    goalLabels,
    ["1. Mathematics", "Ana will add fractions\nin 4 of 5 samples.", nil, nil, nil, "1 of 5", "Classwork", "9/3/2028"],
    ["", "", "", "", "", "", "", ""],
    heading("RELATED SERVICE: PHYSICAL THERAPY"),
    labels,
    ["Gym", "Direct", "2", "25", "week", "1:1", "PTA w/ PT supervision", "2"],
    ["Homeroom", "Consult", "1", "20", "month", "", "PT", "2"],
    goalLabels,
    [
      "2. Gross motor", "Ana will climb a flight of\nsteps in 8 of 10 trials.", nil, nil, nil, "2 of 10", "Log",
      "9/3/2028",
    ],
  ]

  @Test func eachBlockHasItsDatesNameAndGoals() throws {
    let found = try plan { sheet in
      sheet.heading("Services and goals")
      sheet.table(Self.blocks, widths: Self.widths, x: 30)
    }
    let lines = found.services
    #expect(lines.map(\.service.code) == [.specializedInstruction, .physicalTherapy, .physicalTherapy])
    #expect(lines.map(\.category) == [.specialEducation, .relatedService, .relatedService])
    #expect(lines.map { $0.startDate?.description } == Array(repeating: "2027-09-04", count: 3))
    #expect(lines.map { $0.endDate?.description } == Array(repeating: "2028-09-03", count: 3))
    #expect(lines.map { $0.provider?.code } == [.specialEducationTeacher, .pta, .pt])
    #expect(lines.map(\.delivery) == [nil, .direct, .consultation])
    #expect(found.goals.map(\.number) == ["1", "2"])
    #expect(found.goals.map { $0.area?.text } == ["Mathematics", "Gross motor"])
    #expect(found.goals.map(\.measurementMethod) == ["Classwork", "Log"])
  }

  @Test func aHeadingAtThePagesEndKeepsItsRows() throws {
    var first = Sheet()
    first.heading("Services")
    first.table(Self.blocks.prefix(5) + [Self.heading("RELATED SERVICE: PHYSICAL THERAPY")], widths: Self.widths, x: 30)
    var second = Sheet(page: 2)
    second.heading("Services")
    second.table(Array(Self.blocks[7...]), widths: Self.widths, x: 30)
    let lines = try Readers.embedded().parser.parse([first, second]).services
    #expect(lines.map(\.service.code) == [.specializedInstruction, .physicalTherapy, .physicalTherapy])
    #expect(lines.map { $0.startDate?.description } == Array(repeating: "2027-09-04", count: 3))
  }

  @Test func aPlaceThatIsALabelElsewhereAnswers() throws {
    let lines = try plan { sheet in
      sheet.heading("Related services")
      sheet.table(
        [
          ["Service", "Language therapy", "Given by", "SLP"],
          ["Amount", "30 minutes twice a week", "Place", "Push-in"],
          ["First day", "9/4/2027", "Last day", "9/3/2028"],
        ], widths: [70, 180, 70, 180])
    }.services
    #expect(lines.map { $0.location?.text } == ["Push-in"])
    #expect(lines.map { $0.endDate?.description } == ["2028-09-03"])
  }

  @Test func aLegendBesideAHeadingIsNoPartOfIt() {
    var sheet = Sheet()
    sheet.line([("SERVICES", 50), ("D = day", 150), ("W = week", 250)], bold: true)
    let line = TextLine(page: 1, words: sheet.layout.words)
    let texts = HeadingLegend.parted([.line(line)]).map { if case .line(let line) = $0 { line.text } else { "" } }
    #expect(texts == ["SERVICES", "D = day W = week"])
  }

  @Test func theLastQualifierGivesTheGrouping() {
    #expect(ServiceName.lastQualifier("Study skills (SDI), ind") == "ind")
  }
}
