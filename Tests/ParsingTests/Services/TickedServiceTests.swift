import IEPModel
import Testing

@testable import Parsing

/// Services whose facts are ticks: columns of boxes, and menus of services to choose from.
@Suite struct TickedServiceTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func candidates(_ rows: [[String?]], key: [String] = []) -> [ServiceCandidate] {
    ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey(key))
      .read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  @Test func ticksBelowPeriodsSayHowOften() {
    let found = candidates([
      ["Service", "Minutes", "Daily", "Weekly", "Monthly", "Location", "Start Date"],
      ["Physical Therapy", "20", "", "X", "", "Gym", "4/9/2027"],
      ["Nursing", "10", "X", "", "", "Clinic", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.period) } == ["Weekly", "Daily"])
  }

  @Test func theDaysOfAWeekAreNoPeriods() {
    let found = candidates(
      [
        ["Service", "Minutes each time", "M", "T", "W", "Th", "F", "Times a week", "Location", "Start Date"],
        ["Physical Therapy", "20", "X", "", "X", "", "", "2", "Gym", "4/9/2027"],
        ["Nursing", "10", "", "X", "", "", "", "1", "Clinic", "4/9/2027"],
      ], key: ["M = monthly, W = weekly"])
    #expect(found.map { $0.text(.period) } == [nil, nil])
  }

  @Test func aHeaderOverTicksSaysWhatTheyAskFor() {
    let found = candidates([
      ["Service", "Minutes", "Frequency", nil, nil, "Location", "Start Date"],
      ["", "", "Day", "Week", "Month", "", ""],
      ["Physical Therapy", "20", "☐", "☒", "☐", "Gym", "4/9/2027"],
      ["Counseling", "15", "☐", "☐", "☒", "Office", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.period) } == ["Week", "Month"])
  }

  @Test func boxesBehindAListAreReadBesideItsNames() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let said = "How often: 2 sessions per week, 30 minutes each\nWhere: Speech room\nWho: Paraprofessional"
      let names = ["☐ Counseling", "☒ Speech-language therapy", "☐ Audiology", "☒ One-to-one aide"]
      var y = sheet.y
      for name in names {
        sheet.write(name, x: 50, y: y + 3)
        y += name.hasPrefix("☒") ? 42 : 18
      }
      sheet.table(names.map { [$0.hasPrefix("☒") ? said : " "] }, widths: [300], x: 220)
    }.services
    #expect(services.map(\.service.text) == ["Speech-language therapy", "One-to-one aide"])
    #expect(services.map(\.location?.text) == ["Speech room", "Speech room"])
  }

  @Test func headersLetteredUpwardSayWhatTicksMean() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education Services")
      let top = sheet.y
      sheet.table(
        [
          ["Service", "Minutes per week", "Whom", nil, "Start Date", "End Date"],
          ["^", "^", " \n \n \n \n ", " ", "^", "^"],
          ["Physical Therapy", "20", "", "X", "4/9/2027", "4/8/2028"],
          ["Counseling", "15", "X", "", "4/9/2027", "4/8/2028"],
        ], widths: [120, 110, 30, 30, 80, 80])
      sheet.upward("Individual", x: 290, bottom: top + 76)
      sheet.upward("Group", x: 320, bottom: top + 76)
    }
    #expect(found.services.map(\.grouping) == [.group, .individual])
  }

  @Test func lettersOverTicksSayWhatTheKeySays() {
    let found = candidates(
      [
        ["Service", "Minutes per week", "R", "S", "Start Date", "End Date"],
        ["Physical Therapy", "20", "☐", "☒", "4/9/2027", "4/8/2028"],
        ["Counseling", "15", "☒", "☐", "4/9/2027", "4/8/2028"],
      ], key: ["R = regular classroom, S = special education classroom"])
    #expect(found.map { $0.text(.location) } == ["special education classroom", "regular classroom"])
  }

  @Test func boxesUnderNamesChooseAmongThem() {
    let cell = Grid.table([["☐ ☒"]]).cells[0]
    #expect(TickColumn.chosen(in: cell, header: "Ind Grp") == "Grp")
    #expect(TickColumn.chosen(in: cell, header: "Individual") == nil)
  }

  private func menu(_ texts: [String]) -> [String] {
    let lines = texts.enumerated().map { TextLine.of($0.element, y: 100 + Double($0.offset) * 13) }
    return TickedMenu.paragraphs(of: lines) { readers.vocabulary.serviceCode(of: $0) != nil }.map(\.text)
  }

  @Test func whatIsTickedInAMenuReadsAsASentence() {
    #expect(
      menu([
        "☒ Physical Therapy  20 minutes  2 times per ☐ day ☒ week", "beginning 4/9/2027 through 4/8/2028 location Gym",
        "☐ Counseling  ____ minutes  ____ times per ☐ day ☐ week", "beginning ____ through ____ location ____",
      ]) == ["Physical Therapy 20 minutes 2 times per week beginning 4/9/2027 through 4/8/2028 location Gym"])
  }

  @Test func boxesOfOtherThingsAreNoMenu() {
    #expect(menu(["☒ Yes ☐ No", "☒ Parent was given a copy of 14 pages"]) == [])
  }

  @Test func aTickedMenuGivesServices() throws {
    let document = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("☒ Physical Therapy  20 minutes  2 times per ☐ day ☒ week ☐ month")
      sheet.line("beginning 4/9/2027 through 4/8/2028 location Gym")
      sheet.line("☐ Counseling  ____ minutes  ____ times per ☐ day ☐ week ☐ month")
      sheet.line("beginning ____ through ____ location ____")
      sheet.line("☒ Nursing  10 minutes  1 times per ☒ day ☐ week ☐ month")
      sheet.line("beginning 4/9/2027 through 4/8/2028 location Office")
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy, .nursing])
    #expect(document.services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(40), Interval(50)])
    #expect(document.services.map { $0.startDate?.description } == ["2027-04-09", "2027-04-09"])
    #expect(document.services.map { $0.location?.text } == ["Gym", "Office"])
  }

  @Test func wordsOfABoxAtALinesEndStandOnTheNextLine() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.table(
        [
          ["Service", "Minutes per week", "Location", "Start Date"],
          [
            "Physical Therapy", "20", "☐ General Education Classroom ☒\nSpecial Education Classroom ☐\nGym", "4/9/2027",
          ],
          [
            "Counseling", "15", "☐ General Education\nClassroom ☐ Special\nEducation Classroom ☒\nTherapy Room",
            "4/9/2027",
          ],
        ], widths: [120, 110, 180, 80])
    }.services
    #expect(services.map { $0.location?.text } == ["Special Education Classroom", "Therapy Room"])
  }
}
