import IEPModel
import Testing

@testable import Parsing

/// Services described in sentences within a cell, and cards with what stands below them.
@Suite struct DescribedServiceTests {
  @Test func aCellDescribesServicesThatOtherColumnsDate() throws {
    let services = try plan { sheet in
      sheet.heading("Annual Goals")
      sheet.line("1. Jo will write a paragraph with three details in 4 of 5 drafts.")
      sheet.gap(20)
      sheet.table(
        [
          ["C. SPECIAL EDUCATION AND RELATED SERVICES", nil, nil],
          ["Services to be provided (service, goals, amount, place, person)", "Start Date", "End Date"],
          [
            "SPECIAL EDUCATION\nFunctional Reading (Goal 1): 50 minutes daily in the special education\n"
              + "classroom with the Sp. Ed. Teacher.\nFunctional Math (Goal 2): 50 minutes daily in the special\n"
              + "education classroom with the Sp. Ed. Teacher.\nRELATED SERVICES\n"
              + "Speech Therapy (Goals 3 and 4): one 30-minute session a week in the\nspeech room with the SLP.",
            "11/17/2025", "11/16/2026",
          ],
        ], widths: [330, 80, 80], bold: true)
    }.services
    #expect(services.map(\.service.text) == ["Functional Reading", "Functional Math", "Speech Therapy"])
    #expect(services.map(\.goalNumbers) == [["1"], ["2"], ["3", "4"]])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [250, 250, 30])
    #expect(services.map { $0.endDate?.description } == Array(repeating: "2026-11-16", count: 3))
  }

  /// A card as labels in two rows over their values, with the goal that it serves below.
  private func card(_ title: String, goal: String, on sheet: inout Sheet) {
    sheet.line(title, size: 11, bold: true)
    for (labels, values) in [
      (
        ["HOW OFTEN", "LENGTH OF EACH SESSION", "PLACE", "GIVEN BY"],
        ["2 times a week", "30 minutes", "OT room", "OTR"]
      ),
      (
        ["INDIVIDUAL OR GROUP", "DIRECT OR CONSULT", "FIRST DAY", "LAST DAY"],
        ["Group", "Direct", "3/2/2026", "3/1/2027"]
      ),
    ] {
      let columns = [50.0, 180, 310, 430]
      sheet.line(zip(labels, columns).map { ($0.0, $0.1) }, size: 8)
      sheet.line(zip(values, columns).map { ($0.0, $0.1) }, size: 9)
    }
    sheet.gap(10)
    sheet.line(goal)
    sheet.paragraph("At lunch and before recess Jo will put on a coat and open all containers in 4 of 5 days.")
    sheet.gap(14)
  }

  @Test func theGoalBelowACardIsItsService() throws {
    let services = try plan { sheet in
      sheet.heading("Services and the goals they support")
      card("Occupational Therapy", goal: "Goal 2 Self-care", on: &sheet)
      card("Physical Therapy", goal: "Supports Goals 1 and 3 (see above)", on: &sheet)
    }.services
    #expect(services.map(\.goalNumbers) == [["2"], ["1", "3"]])
    #expect(services.map(\.grouping) == [.group, .group])
    #expect(services.map(\.delivery) == [.direct, .direct])
  }

  @Test func wholeCardsBelowAHeadingThatNobodyKnowsAreServices() throws {
    let services = try plan { sheet in
      sheet.heading("Present Levels")
      sheet.paragraph("Jo reads at the third grade level.")
      sheet.heading("The plan in small squares")
      card("Occupational Therapy", goal: "Goal 2 Self-care", on: &sheet)
    }.services
    #expect(services.map(\.service.code) == [.occupationalTherapy])
  }

  @Test func boxesBeforeNamesOpenCards() throws {
    let services = try plan { sheet in
      sheet.heading("RELATED SERVICES")
      for (box, name, minutes) in [("☒", "OT", "30"), ("☐", "PT", ""), ("☒", "Vision Services", "20")] {
        sheet.line([
          ("\(box) \(name)  Frequency: \(minutes.isEmpty ? "" : "2")", 50),
          ("x per \(minutes.isEmpty ? "" : "week")", 190), ("Duration: \(minutes)", 290),
          ("min Location: \(minutes.isEmpty ? "" : "OT room")", 400),
        ])
        if !minutes.isEmpty {
          sheet.line([("Provider: OTR", 64), ("From: 1/12/2026", 220), ("to 1/11/2027", 330), ("☐ Ind. ☒ Group", 440)])
        }
      }
    }.services
    #expect(services.map(\.service.code) == [.occupationalTherapy, .vision])
    #expect(services.map(\.grouping) == [.group, .group])
  }

  @Test(arguments: [
    ("Audiology suite", LocationCode.therapyRoom), ("Speech Office", .therapyRoom), ("Counseling corner", .therapyRoom),
  ])
  func aRoomIsToldByWhatIsGivenThere(name: String, code: LocationCode) throws {
    #expect(try Readers.embedded().vocabulary.locationCode(of: name) == code)
  }

  @Test func theYearOfASentenceIsTheExtendedOne() throws {
    let services = try plan { sheet in
      sheet.heading("Service Delivery Statement")
      sheet.paragraph(
        "During the extended school year (ESY) a physical therapist will provide direct physical therapy in the therapy gym 2 times per week for 30 minutes, beginning 06/15/2026 and ending 07/16/2026."
      )
    }.services
    #expect(services.map(\.extendedSchoolYear) == [true])
    #expect(services.map(\.provider?.code) == [.pt])
  }

  @Test func whoIsAdvisedGivesNothing() throws {
    let vocabulary = try Readers.embedded().vocabulary
    #expect(
      Clauses.provider(in: "O.T. consultation with the teacher, 15 min", vocabulary: vocabulary)
        == nil)
  }
}
