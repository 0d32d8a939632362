import IEPModel
import Testing

@testable import Parsing

/// Headings of groups that say when the services of the group run.
@Suite struct DatedGroupTests {
  private let values: ValueReaders

  init() throws { values = try Readers.embedded().values }

  @Test(arguments: [
    ("School year services: 9/8/2027 to 9/7/2028", "School year services"),
    ("Services from Sep 8, 2027 through Sep 7, 2028", "Services"),
    ("Extended School Year (9/8/2027 - 9/7/2028)", "Extended School Year"),
  ])
  func aGroupIsNamedBeforeItsDays(heading: String, name: String) throws {
    let group = try #require(DatedGroup(heading, values: values))
    #expect(group.name == name)
    #expect([group.start, group.end].map(\.description) == ["2027-09-08", "2028-09-07"])
  }

  @Test(arguments: [
    "9/8/2027 to 9/7/2028", "Services begin 9/8/2027", "30 minutes weekly, 9/8/2027 to 9/7/2028",
    "Reporting periods: 9/8/2027 to 9/7/2028", "Services: 9/7/2028 to 9/8/2027",
    "Services begin 9/8/2027 and end 9/7/2028.",
  ])
  func otherTextsHeadNoGroup(text: String) { #expect(DatedGroup(text, values: values) == nil) }

  @Test func eachGroupOfATableRunsOnItsOwnDays() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Location"],
          ["School year services: 9/8/2027 to 9/7/2028", nil, nil],
          ["Occupational Therapy", "30 minutes weekly", "Classroom"],
          ["Physical Therapy", "20 minutes weekly", "Gym"],
          ["Summer services: 6/19/2028 to 7/21/2028", nil, nil],
          ["Occupational Therapy", "45 minutes weekly", "Classroom"],
        ], widths: [200, 140, 120])
    }.services
    #expect(services.map { $0.startDate?.description } == ["2027-09-08", "2027-09-08", "2028-06-19"])
    #expect(services.map { $0.endDate?.description } == ["2028-09-07", "2028-09-07", "2028-07-21"])
    #expect(services.map(\.extendedSchoolYear) == [nil, nil, true])
  }

  @Test func aLineOverATableSaysWhenItsServicesRun() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Regular school year services (9/8/2027 - 9/7/2028)")
      sheet.table(
        [["Service", "Amount", "Location"], ["Occupational Therapy", "30 minutes weekly", "Classroom"]],
        widths: [200, 140, 120])
    }.services
    #expect(services.map { $0.startDate?.description } == ["2027-09-08"])
    #expect(services.map { $0.endDate?.description } == ["2028-09-07"])
  }

  @Test func datesOfAllServicesFillTheBlanksOfTheirColumn() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Beginning and ending dates of services: 9/8/2027 to 9/7/2028")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Duration"],
          ["Occupational Therapy", "30 minutes weekly", "Classroom", ""],
          ["Physical Therapy", "20 minutes weekly", "Gym", "9/8/2027 - 1/14/2028"],
        ], widths: [150, 120, 90, 140])
    }.services
    #expect(services.map { $0.endDate?.description } == ["2028-09-07", "2028-01-14"])
  }

  @Test func aDayThatARowLeavesOpenHidesNoSpan() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Duration m/d/y to m/d/y"],
          ["Occupational Therapy", "30 minutes weekly", "Classroom", "9/8/2027 to 9/7/2028"],
          ["Physical Therapy", "20 minutes weekly", "Gym", "9/8/2027 to"],
        ], widths: [150, 120, 90, 140])
    }.services
    #expect(services.map { $0.startDate?.description } == ["2027-09-08", "2027-09-08"])
    #expect(services.map { $0.endDate?.description } == ["2028-09-07", nil])
  }
}
