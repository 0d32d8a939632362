import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Running text and headings that are set otherwise than most.
@Suite struct WideTextTests {
  @Test func fullLinesAtOneWideDistanceAreOneParagraph() {
    let texts = [
      "The special education teacher works with Jo in the resource room and in the class for thirty",
      "minutes a day, and the occupational therapist comes into the class twice a month to help with",
      "the desk, the chair and the pencil, from the first day of school until the last day of June,",
      "as planned.",
    ]
    let lines = texts.enumerated().map { index, text in
      TextLine(page: 1, words: Word.run(text, x: 50, y: 100 + 20 * Double(index)))
    }
    #expect(Paragraph.join(lines).count == 1)
  }

  @Test func itemsAtAWideDistanceStayApart() {
    let texts = ["Special instruction", "Counseling services", "Physical therapy"].map {
      $0 + ", one time each month (60 minutes), in the room of the special education teacher, 2024-11-18 to 2025-11-17"
    }
    let lines = texts.enumerated().map { index, text in
      TextLine(page: 1, words: Word.run(text, x: 50, y: 100 + 20 * Double(index)))
    }
    #expect(Paragraph.join(lines).count == 3)
  }

  @Test func whatClosesABracketIsNoMarkOfAList() {
    let lines = ["will work with Jo in the resource room (Room", "118) for 45 minutes, four times a week."].enumerated()
      .map { index, text in TextLine(page: 1, words: Word.run(text, x: 50, y: 100 + 12 * Double(index))) }
    #expect(Paragraph.join(lines).count == 1)
  }

  @Test func aLargerLineOverARuleIsAHeading() throws {
    let goals = try plan { sheet in
      sheet.line("Present Levels", size: 11)
      sheet.across(50, 560, y: sheet.y)
      sheet.gap(3)
      sheet.paragraph("Jo greets everyone in the hall and never forgets a birthday. Jo wants to work in a shop.")
      sheet.line("Annual Goals", size: 11)
      sheet.across(50, 560, y: sheet.y)
      sheet.gap(3)
      sheet.line("Goal 1: Reading")
      sheet.paragraph(
        "Given a short story at grade level, Jo will retell the beginning, middle and end in 4 of 5 tries.")
    }.goals
    #expect(goals.map(\.number) == ["1"])
  }

  @Test func theNumberAndTheAreaMayStandInAMargin() throws {
    let goals = try plan { sheet in
      sheet.heading("Goals for the year")
      for (number, area) in [("1", "Reading"), ("2", "Writing")] {
        sheet.line([
          ("GOAL \(number)", 50),
          ("When shown letters in the weekly story, Jo will name 20 of the letters that are", 130),
        ])
        sheet.line([(area, 50), ("shown to the class in 4 of 5 weeks.", 130)])
        sheet.line([("Target date: 10/19/27", 130)])
        sheet.gap(10)
      }
    }.goals
    #expect(goals.map(\.number) == ["1", "2"])
    #expect(goals.map(\.area?.text) == ["Reading", "Writing"])
    #expect(goals.allSatisfy { $0.text.hasSuffix("that are shown to the class in 4 of 5 weeks.") })
  }

  @Test(arguments: [
    ("ANNUAL GOAL PAGE GOAL # 1", "1"), ("Measurable Annual Goals - Goal 2", "2"), ("Annual outcome 3 · Social", "3"),
    ("6 GOAL # 2 Writing", "2"),
  ])
  func aTitleOfGoalsMayEndWithTheNumber(text: String, number: String) {
    #expect(GoalHeading(text)?.number == number)
  }

  @Test func oneSentenceOfSeveralGivesTheDayOfAllGoals() throws {
    let goals = try plan { sheet in
      sheet.heading("Annual goals")
      sheet.paragraph(
        "All goals are to be reached by December 16, 2026. Parents receive progress notes with each report card.")
      sheet.line("Goal 1: Reading", bold: true)
      sheet.paragraph(
        "Given a short story at grade level, Jo will retell the beginning, middle and end in 4 of 5 tries.")
    }.goals
    #expect(goals.map(\.targetDate?.description) == ["2026-12-16"])
  }

  @Test func bracketsMayHoldTheArea() throws {
    let vocabulary = try Readers.embedded().vocabulary
    let lead = GoalLead.split(
      "[Language] After a story, Jo will retell it to a partner in order.", vocabulary: vocabulary)
    #expect(lead?.area == "Language")
  }

  @Test(arguments: [
    ("Community: downtown and bus stops", LocationCode.community),
    ("the State School's campus (separate school)", .separateSchool), ("Speech room (pull-out)", .therapyRoom),
    ("computer lab with his class", .generalEducation), ("across the campus", .schoolWide),
  ])
  func placesExplainEachOther(text: String, code: LocationCode) throws {
    #expect(try Readers.embedded().vocabulary.locationCode(of: text) == code)
  }

  @Test func aGroupsSizeCountsNoSessions() throws {
    let found = try Readers.embedded().values.doses.occurrences(in: "meets in a group of four for 20 minutes each week")
    #expect(found.map(\.dose.sessions?.max) == [nil] || found.map(\.dose.sessions?.max) == [1])
    #expect(found.count == 1)
  }

  @Test func aPlaceSaidOnceGoesOn() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph(
        "All services begin August 17, 2026 and end May 12, 2027. They are given on the campus of the separate school unless the paragraph names another place."
      )
      sheet.heading("Related services")
      sheet.paragraph(
        "1. Audiology. The educational audiologist will see Jo individually for 30 minutes once a month (goal 3).")
    }.services
    #expect(services.map(\.location?.code) == [.separateSchool])
  }
}
