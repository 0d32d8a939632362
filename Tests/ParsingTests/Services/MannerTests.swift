import Extraction
import IEPModel
import Testing

@testable import Parsing

/// How and with whom a service is given, told in few words: below a name, in boxes, in letters.
@Suite struct MannerTests {
  private func services(_ rows: [[String]], _ header: [String]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Related Services")
      sheet.table([header] + rows, widths: [130, 60, 70, 90, 80, 80].prefix(header.count).map { $0 }, bold: true)
    }.services
  }

  @Test func linesBelowANameMayTellIt() throws {
    let found = try services(
      [
        ["Counseling\nindirect", "20 min", "monthly", "Office", "9/8/2025"],
        ["Physical therapy\ndirect, individual", "30 min", "weekly", "Gym", "9/8/2025"],
        ["Speech therapy\nsmall group", "30 min", "weekly", "Speech room", "9/8/2025"],
      ], ["Service", "Time", "How often", "Place", "Begins"])
    #expect(found.map(\.delivery) == [.indirect, .direct, nil])
    #expect(found.map(\.grouping) == [nil, .individual, .group])
    #expect(found.map(\.service.text) == ["Counseling", "Physical therapy", "Speech therapy"])
  }

  @Test func twoShortWordsTellBoth() throws {
    let found = try services(
      [
        ["Counseling", "20 min", "monthly", "Office", "D, gr"],
        ["Physical therapy", "30 min", "weekly", "Gym", "D, ind"],
        ["Speech therapy", "30 min", "weekly", "Speech room", "C"],
      ], ["Service", "Time", "How often", "Place", "Model"])
    #expect(found.map(\.delivery) == [.direct, .direct, .consultation])
    #expect(found.map(\.grouping) == [.group, .individual, nil])
  }

  @Test func boxesAreNoLabelOfTheBoxesBesideThem() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      for (kind, name) in [("Related service", "Speech therapy"), ("Supplementary aid", "Behavior support")] {
        sheet.line(kind + ": " + name, bold: true)
        sheet.line([("Amount: 30 min", 50), ("Frequency: 2x per week", 220), ("Place: Speech room", 400)])
        sheet.line([
          ("☒ Direct ☐ Consult", 50), ("☐ Individual ☒ Group", 220), ("Begin: 9/8/2025 End: 9/4/2026", 400),
        ])
        sheet.gap(8)
      }
    }.services
    #expect(found.map(\.delivery) == [.direct, .direct])
    #expect(found.map(\.grouping) == [.group, .group])
  }

  @Test func figuresOfDatesAndRatiosCountNobody() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.paragraph(
        "• Speech therapy (direct): 30 minutes twice a week in the speech room, provided by the SLP. 2/4/2026 - 2/3/2027. Goal 1."
      )
      sheet.paragraph(
        "• PT (direct, 1:1): 40 minutes per week in the therapy room, provided by the physical therapist. 2/4/2026 - 2/3/2027."
      )
    }.services
    #expect(found.map(\.grouping) == [nil, .individual])
    #expect(found.map(\.dose.sessions?.max) == [2, nil])
  }

  @Test func whoseAPersonIsSaysNotWhatTheyAre() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.paragraph(
        "• The OT from Harbor Therapy will provide OT 30 min twice a month, direct, in the therapy room, 2/4/2026 - 2/3/2027."
      )
      sheet.paragraph(
        "• An SLPA (supervised by our SLP) will provide speech 30 min twice a week, in the speech room, 2/4/2026 - 2/3/2027."
      )
    }.services
    #expect(found.map(\.provider?.code) == [.ot, .slpa])
  }

  @Test func aPlaceIsNotTheOneItIsNearTo() throws {
    let vocabulary = try Readers.embedded().vocabulary
    #expect(vocabulary.locationCode(of: "Speech room next to the library") == .therapyRoom)
    #expect(vocabulary.locationCode(of: "PT alcove by gym") == .therapyRoom)
    #expect(vocabulary.providerCode(of: "MDS teacher") == .specialEducationTeacher)
    #expect(vocabulary.providerCode(of: "ELA teacher") == .generalEducationTeacher)
  }
}
