import IEPModel
import Testing

@testable import Parsing

/// Cards whose title has marks beside it that say how and with whom the service is given.
@Suite struct MarkedCardTests {
  private func card(
    _ title: [(String, Double)], _ amount: String, place: String = "Resource room", on sheet: inout Sheet
  ) {
    sheet.line(title, bold: true)
    let facts = [
      ("How much", amount), ("Where", place), ("Provided by", "SLP"), ("Dates", "9/22/2025 – 9/17/2026"),
      ("Goals", "#1"),
    ]
    for (label, value) in facts { sheet.line([(label, 50), (value, 120)]) }
    sheet.gap(12)
  }

  @Test func marksBesideATitleSayHowAndWithWhom() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      card([("Speech therapy", 50), ("Direct", 150), ("Small group", 200)], "30 minutes weekly", on: &sheet)
      card([("O & M", 50), ("Consult", 150)], "2 hours per month", on: &sheet)
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .orientationMobility])
    #expect(services.map(\.delivery) == [.direct, .consultation])
    #expect(services.map(\.grouping) == [.group, nil])
  }

  @Test func aTermMayBeTheExtendedYear() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for term in ["Regular school year", "Extended school year"] {
        sheet.line([("Occupational Therapy", 50)], bold: true)
        for (label, value) in [
          ("Amount", "2 x 30 min / week"), ("Setting", "Motor lab"), ("Provided by", "OTR/L"),
          ("Begins", "10/15/2025"), ("Ends", "10/13/2026"), ("Term", term),
        ] {
          sheet.line([(label, 50), (value, 150)])
        }
        sheet.gap(12)
      }
    }.services
    #expect(services.map { $0.extendedSchoolYear ?? false } == [false, true])
    #expect(services.map { $0.startDate?.description } == ["2025-10-15", "2025-10-15"])
  }

  @Test func belowACountedTitleTheTypeOfServiceIsItsKind() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (count, title, kind) in [
        (1, "Occupational Therapy", "Related Service"), (2, "Tower of words", "Related Service"),
      ] {
        sheet.line([(title, 50), ("\(count) of 2", 400)], bold: true)
        let columns = [50.0, 200, 330, 440]
        sheet.row(["Service Type", "Amount", "Frequency", "Per"], at: columns, bold: true)
        sheet.row([kind, "30 minutes", "2 times", "Week"], at: columns)
        sheet.row(["Setting", "Provider", "Start", "End"], at: columns, bold: true)
        sheet.row(["Regular classroom", "OTR", "9/22/2025", "9/17/2026"], at: columns)
        sheet.gap(12)
      }
    }.services
    #expect(services.map(\.service.text) == ["Occupational Therapy", "Tower of words"])
    #expect(services.map(\.service.code) == [.occupationalTherapy, nil])
    #expect(services.map(\.category) == [.relatedService, .relatedService])
  }

  @Test func anAmountAnswersNoQuestionForAPlace() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      card([("Speech therapy", 50)], "30 minutes weekly", on: &sheet)
      sheet.heading("LRE")
      sheet.line("Math in the special room: 30 minutes 5x per week.")
      sheet.line("School minutes per week: 1,900")
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage])
  }

  @Test func aGoalsHeadingNamesNoCard() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      card([("Speech therapy", 50)], "30 minutes weekly", on: &sheet)
      sheet.heading("Goals")
      sheet.line("Goal 1 · Vision")
      sheet.line("Zadie will read 20 words with a magnifier.")
      sheet.line([("Setting", 50), ("Classroom", 120)])
      sheet.line([("Frequency", 50), ("Daily", 120)])
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage])
  }
}
