import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Rows of a table without rules, each over a line of labels that tells more of it.
@Suite struct RecordWithFactsTests {
  private let columns = [50.0, 200, 270, 350, 400, 480]
  private let labels = ["Service", "Minutes", "How often", "Goal", "Start", "End"]

  @Test func aLowerLineBelongsToTheRowAboveIt() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.row(labels, at: columns, bold: true)
      sheet.line("Special Education", bold: true)
      sheet.row(["Reading instruction", "40 min", "4x/wk", "2", "9/8/2025", "9/4/2026"], at: columns)
      sheet.line([("Place: Resource room", 60), ("Staff: Special education teacher", 250)])
      sheet.line("Related Services", bold: true)
      sheet.row(["Speech therapy", "30 min", "weekly", "1", "9/8/2025", "9/4/2026"], at: columns)
      sheet.line([("Place: Speech room", 60), ("Staff: SLP", 250)])
      sheet.row(["Occupational therapy", "20 min", "2x/mo", "3", "9/8/2025", "9/4/2026"], at: columns)
      sheet.line([("Place: Gym", 60), ("Staff:", 250)])
    }.services
    #expect(services.map(\.goalNumbers) == [["2"], ["1"], ["3"]])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp, nil])
    #expect(services.map(\.location?.code).prefix(2) == [.specialEducation, .therapyRoom])
    #expect(services.map(\.category) == [.specialEducation, .relatedService, .relatedService])
  }

  @Test func aLowerLineMayStandOnTheNextPage() throws {
    var first = Sheet()
    first.heading("Services")
    first.row(labels, at: columns, bold: true)
    first.row(["Speech therapy", "30 min", "weekly", "1", "Sep 8, 2025", "Sep 4, 2026"], at: columns)
    first.line([("Place: Speech room", 60), ("Staff: SLP", 250)])
    first.row(["Occupational therapy", "20 min", "2x/mo", "3", "Sep 8, 2025", "Sep 4, 2026"], at: columns)
    var second = Sheet(page: 2)
    second.line([("Place: Kindergarten classroom", 60), ("Staff: OT", 250)])
    second.row(["Physical therapy", "30 min", "monthly", "4", "Sep 8, 2025", "Sep 4, 2026"], at: columns)
    second.line([("Place: Therapy room", 60), ("Staff: PT", 250)])
    let services = try Readers.embedded().parser.parse([first, second]).services
    #expect(services.map(\.provider?.code) == [.slp, .ot, .pt])
    #expect(services.map(\.location?.code) == [.therapyRoom, .generalEducation, .therapyRoom])
    #expect(services.map { $0.startDate?.description } == ["2025-09-08", "2025-09-08", "2025-09-08"])
  }

  @Test func whatTheFormSaysOnceBelongsToNoRow() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.row(labels, at: columns, bold: true)
      sheet.row(["Speech therapy", "30 min", "weekly", "1", "9/8/2025", "9/4/2026"], at: columns)
      sheet.line([("Extended school year: No", 60), ("Educational environment: regular class", 250)])
      sheet.row(["Physical therapy", "20 min", "monthly", "2", "9/8/2025", "9/4/2026"], at: columns)
      sheet.line([("School week (minutes): 1900", 60), ("Percent of time in general education: 97%", 250)])
    }.services
    #expect(services.map { $0.location?.code } == [nil, nil])
  }
}
