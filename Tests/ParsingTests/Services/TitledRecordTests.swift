import IEPModel
import Testing

@testable import Parsing

/// Tables whose columns or rows are set otherwise than one label a column and one service a row.
@Suite struct TitledRecordTests {
  @Test func aNameAcrossStandsOverLabelledCells() throws {
    let services = try plan { sheet in
      sheet.heading("Related services")
      sheet.table(
        [
          ["Speech and language therapy (Goal 3)", nil, nil],
          [
            "Frequency/Amount: 30 minutes, 2 times per week", "Location: Regular classroom",
            "Duration: 10/19/2026 to 3/26/2027",
          ],
          ["Occupational therapy (Goal 4)", nil, nil],
          [
            "Frequency/Amount: 25 minutes, 1 time per week", "Location: Cafeteria", "Duration: 10/19/2026 to 3/26/2027",
          ],
        ], widths: [220, 130, 160])
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(services.map(\.location?.code) == [.generalEducation, .schoolWide])
    #expect(services.map(\.goalNumbers) == [["3"], ["4"]])
    #expect(services.map(\.endDate?.description) == ["2027-03-26", "2027-03-26"])
  }

  @Test func lettersOverBoxesMeanWhatTheKeySays() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Location", nil, "Amount of", "Frequency", nil, nil, "Dates", nil],
          ["", "R", "S", "time", "No.", "D", "W", "Begin", "End"],
          ["Study skills class", "", "X", "45 min", "1", "X", "", "9/29/26", "9/27/27"],
          ["Counseling", "X", "", "30 min", "2", "", "X", "9/29/26", "9/27/27"],
        ], widths: [120, 30, 30, 60, 40, 30, 30, 70, 70])
      sheet.line("Location: R = regular class, S = special class. Frequency: D = daily, W = weekly.")
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation, .generalEducation])
    #expect(services.map { $0.dose.period?.unit } == [.day, .week])
  }

  @Test func columnsTellHowManyAreTaughtAtATime() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provider", "Setting", "Direct service (hours)", nil, "Per", "Start", "End"],
          ["^", "^", "^", "Individual", "Group", "^", "^", "^"],
          ["Math instruction", "Special education teacher", "Resource room", "", "3.75", "Week", "2/10/27", "2/8/28"],
          ["Social work", "School social worker", "Counseling office", "0.5", "", "Week", "2/10/27", "2/8/28"],
        ], widths: [90, 120, 90, 55, 45, 40, 50, 50])
    }.services
    #expect(services.map(\.grouping) == [.group, .individual])
  }

  @Test func figuresCountTheWeeks() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Min. per day", "Days per week", "Every __ week(s)", "Start", "Stop"],
          ["Social work", "30", "1", "2", "9/10/26", "5/21/27"],
          ["Speech-language therapy", "30", "2", "1", "9/10/26", "5/21/27"],
        ], widths: [130, 70, 70, 90, 60, 60])
    }.services
    #expect(services.map { $0.dose.period?.count } == [2, 1])
  }

  @Test func aDashUnderEverySettingGivesNothing() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provided by", "Minutes per week in each setting", nil],
          ["^", "^", "Regular classroom", "Therapy room"],
          ["Speech-language therapy", "SLP", "20", "25"],
          ["Physical therapy", "", "–", "–"],
        ], widths: [150, 90, 100, 100])
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .speechLanguage])
  }

  @Test func theFilledBlankOfSettingsIsWhere() throws {
    let said = ServiceCandidate.Part.told(
      .dose, "____ General education 150 Special education ____ Community", at: Place(page: 1, box: nil))
    let candidate = ServiceCandidate(parts: [said], context: ServiceContext(), asked: [.dose])
    let location = CandidateLocation(values: try Readers.embedded().values).location(of: candidate, total: nil)
    #expect(location?.code == .specialEducation)
  }

  @Test func anAmountMayStandBehindATickedName() throws {
    let services = try plan { sheet in
      sheet.heading("Special education and related services")
      for (mark, name, minutes) in [
        ("☒", "Reading instruction", "45"), ("☐", "Mathematics", ""), ("☒", "Counseling", "30"),
      ] {
        let isOn = mark == "☒"
        sheet.row(
          [mark + " " + name, minutes, "min.", isOn ? "5" : "", "times per", "☐ Day", isOn ? "☒ Week" : "☐ Week"],
          at: [50, 200, 240, 280, 310, 370, 420])
        sheet.row(
          [
            isOn ? "☒ Regular class" : "☐ Regular class", "☐ Resource room", isOn ? "By School counselor" : "By",
            isOn ? "Goal # 1" : "Goal #",
          ], at: [60, 160, 260, 400])
      }
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .counseling])
    #expect(services.map { $0.dose.sessionMinutes?.max } == [45, 30])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
  }

  @Test func dotsLeadFromANameToItsAmount() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 220, 340, 440]
      sheet.row(["Service", "Amount of time", "Location", "Provided by"], at: columns, bold: true)
      sheet.row(
        [
          "Reading instruction .........................", "45 min/day, 4 days/wk", "resource room",
          "special education teacher",
        ], at: columns)
      sheet.row(["Speech-language therapy .....................", "2 x 20 min/wk", "speech room", "SLP"], at: columns)
    }.services
    #expect(services.map(\.service.text) == ["Reading instruction", "Speech-language therapy"])
    #expect(services.map { $0.dose.sessionMinutes?.max } == [45, 20])
  }

  @Test func theKindBesideAServiceIsNotTheService() throws {
    let services = try plan { sheet in
      sheet.heading("Direct services to the student")
      sheet.table(
        [
          ["Service / provider", "Type", "Hours", "Frequency", "Where"],
          [
            "Deaf/hard of hearing instruction\nTeacher of the deaf", "Special Education", "0.5 hr", "2x/wk",
            "Gen ed class",
          ],
          ["Speech-language therapy\nSLP", "Related Service", "0.5 hr", "1x/wk", "Speech room"],
        ], widths: [180, 100, 60, 70, 90])
    }.services
    #expect(services.map(\.service.code) == [.deafHardOfHearing, .speechLanguage])
    #expect(services.map(\.category) == [.specialEducation, .relatedService])
  }
}
