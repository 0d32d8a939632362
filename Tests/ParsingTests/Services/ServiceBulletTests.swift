import IEPModel
import Testing

@testable import Parsing

/// Services that are bullets under the heading of their kind, each said in its own way.
@Suite struct ServiceBulletTests {
  private func services(_ bullets: [String], under heading: String = "Related services") throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services the school will provide")
      sheet.paragraph("Services start on September 17, 2025 and end on September 15, 2026.")
      sheet.heading(heading)
      for bullet in bullets { sheet.paragraph("• " + bullet) }
    }.services
  }

  @Test func onAPlaceIsWhere() throws {
    let found = try services(["Physical therapy is given by the PT on the playground for 30 minutes every week."])
    #expect(found.map(\.location?.code) == [.schoolWide])
  }

  @Test func whoGivesItMayComeFirst() throws {
    let found = try services([
      "Occupational therapist: occupational therapy in the regular classroom, 30 minutes weekly.",
      "Physical therapist: physical therapy in the therapy room, 30 minutes twice a month.",
    ])
    #expect(found.map(\.provider?.code) == [.ot, .pt])
    #expect(found.map(\.location?.code) == [.generalEducation, .therapyRoom])
  }

  @Test func aWordBeforeTheVerbSaysNoMoreOfWho() throws {
    let found = try services([
      "The OT also consults with the classroom teacher for 15 minutes a month in the first grade classroom."
    ])
    #expect(found.map(\.provider?.code) == [.ot])
  }

  @Test func aSpanOfDatesMayComeBeforeWho() throws {
    let found = try services([
      "From June 22, 2026 to July 24, 2026 the speech therapist will give speech therapy at home, 60 minutes once per week."
    ])
    #expect(found.map(\.provider?.code) == [.slp])
    #expect(found.map { $0.startDate?.description } == ["2026-06-22"])
  }

  @Test func asNeededIsAnAmountLeftOpen() throws {
    let found = try services([
      "Occupational therapy from the OTR in the general education classroom, as needed. (Goal 3)",
      "Speech-language services by the SLP, 30 minutes one time per week, individual. (Goal 4)",
    ])
    #expect(found.map(\.service.code) == [.occupationalTherapy, .speechLanguage])
    #expect(found.map(\.dose.qualifier) == [.asNeeded, nil])
  }

  @Test func aRideBelowAHeadingForTransportation() throws {
    let found = try services(["He rides a van with a lift, two rides of 40 minutes each day."], under: "Transportation")
    #expect(found.map(\.service.code) == [.transportation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [400])
  }

  @Test func theKindOfServiceStandsBeforeAHeadingsColon() throws {
    let found = try services(
      ["Occupational therapy is given by the OT in the regular class, 30 minutes weekly."],
      under: "Supplementary aids and services: help from an adult")
    #expect(found.map(\.category) == [.supplementaryAid])
  }

  @Test func whoJoinsAClass() throws {
    let found = try services([
      "The OT joins her first grade classroom once a week for half an hour to work with Zadie directly (Goal 3).",
      "The OT also consults with the classroom teacher for 15 minutes a month in the first grade classroom (Goal 3).",
    ])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [30, Rational(15, 4)])
  }

  @Test func aRideMaySayHowOftenAtItsEnd() throws {
    let found = try services(
      ["From June 22, 2026 to July 24, 2026, the district gives door-to-door van service with a lift twice a day."],
      under: "Transportation")
    #expect(found.map(\.service.code) == [.transportation])
    #expect(found.map(\.dose.sessions) == [Interval(2)])
  }
}
