import IEPModel
import Testing

@testable import Parsing

/// Rows whose amount says more than how much, or stands across the columns of several settings.
@Suite struct RowAmountTests {
  private func lines(_ rows: [[String?]]) throws -> [ServiceLine] {
    let readers = try Readers.embedded()
    let reader = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let found = reader.read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
    return found.flatMap { ServiceAssembler(values: readers.values).lines(of: $0) }.map(\.line)
  }

  @Test func anAmountAcrossTheSettingsIsOfNone() throws {
    let found = try lines([
      ["Service", "Provider", "Minutes in each setting", nil, nil, "Per", "Begin", "End"],
      [
        "^", "^", "General education class", "Special education class", "Therapy room", "^", "^", "^",
      ],
      ["Reading", "Sp Ed Teacher", "", "5 x 45", "", "Week", "9/23/2025", "9/15/2026"],
      ["Adapted PE", "APE Teacher", "2 x 30", "", "", "Week", "9/23/2025", "9/15/2026"],
      ["Speech Therapy", "SLP", "", "", "2 units", "Week", "9/23/2025", "9/15/2026"],
      ["Special Bus", "Bus Dept", "2 trips", nil, nil, "Day", "9/23/2025", "9/15/2026"],
    ])
    #expect(found.prefix(3).map(\.location?.code) == [.specialEducation, .generalEducation, .therapyRoom])
    #expect(found.last?.location?.code != .generalEducation)
  }

  @Test func aSumAcrossKindAndServiceIsNoRestOfARow() throws {
    let found = try lines([
      ["Kind", "Service", "Min", "Times", "Per", "Place", "Staff", "Begin", "End"],
      ["SpEd", "Reading", "30", "5", "wk", "RSP room", "RSP teacher", "9/4/2025", "9/3/2026"],
      ["Rel Svc", "Nursing", "5", "1", "day", "Health office", "LVN", "9/4/2025", "9/3/2026"],
      ["Total SpEd min/wk", nil, "150", "Total Rel Svc min/wk", nil, nil, "25", "", ""],
    ])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(150), Interval(25)])
  }

  @Test func theAmountMaySayHowItIsGiven() throws {
    let found = try lines([
      ["Service", "How much", "Where", "Provider", "Begin", "End"],
      ["Occ. therapy", "30 min, 1 time/wk, direct", "Classroom", "OTR", "9/4/2025", "9/3/2026"],
      ["Occ. therapy", "15 min 1 time/mo consult with teacher", "Classroom", "OTR", "9/4/2025", "9/3/2026"],
    ])
    #expect(found.map(\.delivery) == [.direct, .consultation])
  }

  @Test func aGradeIsNoGroup() throws {
    #expect(try Readers.embedded().values.vocabulary.grouping(of: "Gr. 4 class") != .group)
  }

  @Test func aPeriodOfSoManyMinutesIsOneEachTime() throws {
    let dose = try #require(Readers.embedded().values.doses.parse("1 period of 43 min 5 days per week")?.dose)
    #expect(dose.minutesPerWeek(by: SchoolCalendar()) == Interval(215))
  }

  @Test func aValueThatEndsOpenGoesOnBelow() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("1) Phys. therapy")
      sheet.line([("Time: 20 min. 1 x mo., consult with gym teacher", 60), ("Place: gym and", 330)])
      sheet.line("playground", x: 60)
      sheet.line([("Who: P.T.", 60), ("From: 3/10/25", 150), ("To: 3/6/26", 240)])
      sheet.line("2) O.T.")
      sheet.line([("Time: 45 min. x 2/mo.", 60), ("Place: Gr. 4 class", 330)])
      sheet.line([("Who: contracted O.T.", 60), ("From: 3/10/25", 180), ("To: 3/6/26", 270)])
    }.services
    #expect(services.map(\.location?.text) == ["gym and playground", "Gr. 4 class"])
    #expect(services.map(\.service.code) == [.physicalTherapy, .occupationalTherapy])
  }
}
