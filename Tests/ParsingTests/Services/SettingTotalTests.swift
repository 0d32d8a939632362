import IEPModel
import Testing

@testable import Parsing

/// Columns of amounts for each setting, and the words around them that say what their figures are.
@Suite struct SettingTotalTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func lines(_ rows: [[String?]], context: ServiceContext = ServiceContext()) -> [ServiceLine] {
    let reader = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let table = ServiceTableShape.settled(Grid.table(rows), under: [], reader: reader)
    let found = reader.read(table, context: context, continuing: nil)?.candidates ?? []
    return found.flatMap { ServiceAssembler(values: readers.values).lines(of: $0) }.map(\.line)
  }

  private let direct: [[String?]] = [
    ["Service", "Provider", "Per", "Direct", nil, "Indirect", "Start Date", "End Date"],
    ["^", "^", "^", "Inside Gen. Ed.", "Outside Gen. Ed.", "^", "^", "^"],
    ["Counseling", "School Counselor", "Month", "", "3", "0.5", "03/02/2026", "03/01/2027"],
    ["Reading", "Special Education Teacher", "Week", "2.5", "", "", "03/02/2026", "03/01/2027"],
  ]

  @Test func settingsBelowOneDeliveryAreSettings() {
    let found = lines(direct)
    #expect(found.map { $0.location?.code } == [.specialEducation, nil, .generalEducation])
    #expect(found.map(\.delivery) == [.direct, .indirect, .direct])
  }

  @Test func minutesPerSessionInAClassroomAreGivenThere() {
    let found = lines([
      ["Subject", "Minutes per session", nil, "Frequency", "Begin Date", "End Date", "Position Responsible"],
      ["^", "General Ed Classroom (In-Class Support)", "Special Ed Classroom", "^", "^", "^", "^"],
      ["Reading", "", "45", "Daily", "02/06/2026", "02/04/2027", "Sp Ed Teacher"],
      ["Mathematics", "30", "", "4 x week", "02/06/2026", "02/04/2027", "Sp Ed Teacher"],
    ])
    #expect(found.map { $0.location?.code } == [.specialEducation, .generalEducation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [225, 120])
  }

  @Test func anEmptyColumnOfHoursHoldsNoTicks() {
    let header: [[String?]] = [
      ["Service", "Provider", "Hours of Service", nil, nil, "Per", "Start Date", "End Date"],
      ["^", "^", "Direct - In General Education", "Direct - Outside General Education", "Indirect", "^", "^", "^"],
    ]
    let found = lines(
      header + [
        ["Speech Therapy", "SLP", "", "1.00", "", "Weekly", "10/08/2025", "10/06/2026"],
        ["Physical Therapy", "PT", "0.50", "", "", "Monthly", "10/08/2025", "10/06/2026"],
      ])
    #expect(found.map { $0.dose.totalMinutes?.max } == [60, 30])
    #expect(found.map { $0.dose.sessions } == [nil, nil])
  }

  @Test func aHeadingOverServiceAndProviderIsAGroup() {
    let found = lines([
      ["Service / Provider", "Min.", "Times", "Per", "Setting", "From - To"],
      ["Math instruction\nResource Teacher", "40", "5", "Week", "Sp Ed class", "11/19/25 - 11/17/26"],
      ["RELATED SERVICES", nil, nil, nil, nil, nil],
      ["Physical Therapy\nPTA (supv. by PT)", "30", "2", "Week", "Gen Ed class", "11/19/25 - 11/17/26"],
      ["Assistive Technology\nAT Team", "30", "2", "Month", "Gen Ed class", "11/19/25 - 11/17/26"],
    ])
    #expect(found.map(\.service.text) == ["Math instruction", "Physical Therapy", "Assistive Technology"])
    #expect(found.map { $0.category == .relatedService } == [false, true, true])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .pta, .other])
  }

  @Test func aSentenceAboveGivesTheUnit() {
    var context = ServiceContext()
    context.unitOfAmounts = ServiceTableLead.unitOfAmounts(
      "All amounts are hours of service. Direct means face to face.")
    #expect(lines(direct, context: context).map { $0.dose.totalMinutes?.max } == [180, 30, 150])
    #expect(ServiceTableLead.unitOfAmounts("Services are given in class for 30 minutes.") == nil)
  }

  @Test func aSentenceAboveGivesThePeriod() {
    let unit = ServiceTableLead.unitOfAmounts(
      "1:1 is individual. Minutes are contracted minutes per week unless another period is written.")
    #expect(unit == "minutes per week")
    #expect(ServiceTableLead.unitOfAmounts("Minutes are given each month.") == "minutes per month")
    var context = ServiceContext()
    context.unitOfAmounts = unit
    let found = lines(
      [
        ["Service", "Contracted minutes", "Sessions", "Location", "Staff"],
        ["Special class instruction", "1,500", "daily", "Special class", "Special education teacher"],
        ["Speech therapy", "60", "2 x 30", "Speech room", "SLP"],
      ], context: context)
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [1500, 60])
    #expect(found.map { $0.dose.sessions?.max } == [nil, 2])
  }

  @Test func theHeaderAgainIsNoValueOfASetting() {
    let header: [[String?]] = [
      ["Service", "Minutes per week provided in", nil, nil, "Staff responsible"],
      ["^", "General education class", "Special education room", "Therapy room", "^"],
    ]
    let found = lines(
      header + [["Writing", "60", "", "", "Special education teacher"], ["Related Services", nil, nil, nil, nil]]
        + header + [["Counseling", "", "", "45", "Counselor"]])
    #expect(found.map { $0.location?.code } == [.generalEducation, .therapyRoom])
    #expect(found.map { $0.dose.totalMinutes?.max } == [60, 45])
  }

  @Test func aWeeklySumBesideSessionsAddsNothing() {
    let found = lines([
      ["Type of Service", "Sessions Per", "Time Per Session", "Hours Per Week", "Location", "Begin Date", "End Date"],
      ["Physical Therapy", "2 Per Month", "30 min", "0.25", "Gym", "09/04/2025", "09/03/2026"],
      ["Speech Therapy", "2 Per Week", "45 min", "1.50", "Speech Room", "09/04/2025", "09/03/2026"],
    ])
    #expect(found.map { $0.dose.sessionMinutes?.max } == [30, 45])
    #expect(found.map { $0.dose.totalMinutes?.max } == [nil, nil])
  }

  @Test func tablesInOtherWidthsBelowOneAnotherAreOne() {
    let found = lines([
      ["Service", "Provider", nil, "Frequency", "Location", "Begin Date", nil, "End Date", nil],
      ["Reading", "Teacher", nil, "30 min daily", "Classroom", "3/16/26", nil, "3/15/27", nil],
      ["Related Services", nil, nil, nil, nil, nil, nil, nil, nil],
      ["Service", nil, "Provider", "Frequency", nil, "Location", "Begin Date", nil, "End Date"],
      ["Counseling", nil, "Counselor", "20 min weekly", nil, "Office", "3/16/26", nil, "3/15/27"],
    ])
    #expect(found.map { $0.endDate?.description } == ["2027-03-15", "2027-03-15"])
    #expect(found.map { $0.provider?.text } == ["Teacher", "Counselor"])
  }

  @Test func aListOfNamesWithNothingBesideThemGivesNone() {
    let header: [String?] = ["Related Services", "Position Responsible", "Location", "Frequency", "Begin", "End"]
    let names = ["Speech/Language", "Occupational Therapy", "Physical Therapy"]
    #expect(lines([header] + names.map { [$0, "", "", "", "", ""] }).isEmpty)
  }

  @Test func aPlaceMayStandBehindTheMinutes() {
    let found = lines([
      ["Service", "Staff", "Minutes per Week in", nil, nil, "From", "Through"],
      ["^", "^", "Gen. Ed. Class", "Sp. Ed. Class", "Other Place", "^", "^"],
      ["Reading", "Special Ed. Teacher", "", "150", "", "03/02/2026", "03/01/2027"],
      ["Writing", "Special Ed. Teacher", "100", "", "", "03/02/2026", "03/01/2027"],
      ["Speech", "SLP", "", "", "2 x 25 speech room", "03/02/2026", "03/01/2027"],
      ["Counseling", "Counselor", "", "", "20/mo guidance office", "03/02/2026", "03/01/2027"],
    ])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [150, 100, 50, 5])
    #expect(found.map { $0.location?.text }.suffix(2) == ["speech room", "guidance office"])
  }

  @Test func figuresUnderASettingAreMinutes() {
    let found = lines([
      [
        "Service", "Staff", "In General Ed", "In Special Ed /\nPull-out", "Elsewhere\n(say where)", "Per", "From",
        "Through",
      ],
      ["Reading", "Special Ed. Teacher", "", "150", "", "week", "03/02/2026", "03/01/2027"],
      ["Speech", "SLP", "15 x 4", "", "", "week", "03/02/2026", "03/01/2027"],
      ["Nursing", "RN", "", "", "30 - nurse\noffice", "day", "03/02/2026", "03/01/2027"],
    ])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [150, 60, 150])
    #expect(found.map(\.delivery) == [nil, nil, nil])
    #expect(found.map { $0.location?.text }.last == "nurse office")
  }
}
