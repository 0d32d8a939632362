import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Tables whose cells stand no further apart than words do, rows that rules part in part only, words in small capitals.
@Suite struct TightRowTests {
  /// "Provider Educational Setting": the second label begins where the words below begin.
  @Test func labelsPartWhereTheValuesBegin() throws {
    let columns = [50.0, 160, 230, 290, 376, 470]
    let services = try plan { sheet in
      sheet.heading("Description of Services")
      sheet.line(
        zip(
          ["IEP Service", "Minutes", "How Often", "Discipline / Provider", "Educational Setting", "Starting"],
          [50.0, 160, 230, 290, 376, 470]
        ).map { ($0, $1) }, size: 8, bold: true)
      for (name, who, place) in [
        ("Audiology", "Audiologist", "Cafeteria"), ("Nursing Services", "School Nurse", "Library"),
        ("Physical Therapy", "DPT", "Resource Room"),
      ] {
        sheet.row([name, "20 minutes", "2x a week", who, place, "9/5/26"], at: columns, size: 8)
      }
    }.services
    #expect(services.map(\.location?.text) == ["Cafeteria", "Library", "Resource Room"])
    #expect(services.map(\.provider?.code) == [.audiologist, .nurse, .pt])
  }

  @Test func aRowGoesOnUnderCellsThatStandABlankApart() throws {
    let columns = [50.0, 170, 250, 330, 414, 500]
    let services = try plan { sheet in
      sheet.heading("Description of Services")
      sheet.row(["Service Type", "Length", "Interval", "Setting", "Beginning", "Through"], at: columns, bold: true)
      // Where "October 13," begins, a blank behind "October 14, 2026".
      let through = 414 + Word.width("October14,2026", size: 9) + 3 * 9 * 0.28
      for (first, rest) in [("Specially Designed", "Instruction: Reading"), ("Speech Therapy", "")] {
        sheet.row(
          [first, "30 min", "Weekly", "Separate", "October 14, 2026", "October 13,"],
          at: [50, 170, 250, 330, 414, through], leading: 1.2)
        sheet.row([rest, "each", "", "Therapy Room", "", "2027"], at: [50, 170, 250, 330, 414, through])
      }
    }.services
    #expect(services.map(\.service.text) == ["Specially Designed Instruction: Reading", "Speech Therapy"])
    #expect(services.allSatisfy { $0.endDate == CalendarDate(iso: "2027-10-13") })
  }

  /// Each row has a line of remarks below its cells, which no rule parts from them.
  @Test func theRulesDownEndAboveALineOfRemarks() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let edges = [50.0, 180, 280, 380, 480]
      func row(_ texts: [String], remark: String?) {
        let (top, cut) = (sheet.y, sheet.y + 16)
        let bottom = remark == nil ? cut : cut + 16
        sheet.across(50, 480, y: top)
        for edge in edges { sheet.down(edge, top, edge == 50 || edge == 480 ? bottom : cut) }
        for (text, x) in zip(texts, edges) { sheet.write(text, x: x + 3, y: top + 3) }
        if let remark { sheet.write(remark, x: 53, y: cut + 3) }
        sheet.y = bottom
      }
      row(["Service", "Time and frequency", "Location", "Provider"], remark: nil)
      row(["Speech therapy", "30 min weekly", "Classroom", "SLP"], remark: "Description: Messages in lessons.")
      row(["Occupational therapy", "20 min weekly", "Therapy room", "OTR/L"], remark: "Description: Tools.")
      sheet.across(50, 480, y: sheet.y)
      sheet.gap(14)
    }.services
    #expect(services.map(\.service.text) == ["Speech therapy", "Occupational therapy"])
    #expect(services.map(\.provider?.code) == [.slp, .ot])
  }

  @Test func smallCapitalsAreOneWord() {
    var sheet = Sheet()
    sheet.write("S", x: 60, y: 100, size: 11)
    sheet.write("ERVICES", x: 65.8, y: 102, size: 8.8)
    sheet.write("A", x: 60, y: 140, size: 9)
    sheet.write("ball", x: 67, y: 140, size: 9)
    #expect(SpacedLetters.joined(sheet.layout).words.map(\.text) == ["SERVICES", "A", "ball"])
  }

  /// The page ends below the labels, a group without rows and the heading of the next one.
  @Test func aRowLeftBlankKeepsALoneHeaderOpen() throws {
    let widths = [130.0, 110, 80, 80, 100]
    var first = Sheet(page: 1, top: 560)
    first.heading("Summary of Services")
    first.table(
      [
        [
          "Special Education / Related Service", "Discipline / Provider", "Begin Date", "End Date",
          "Frequency/Duration",
        ],
        ["A. Consultation (Indirect Services to School Personnel)", nil, nil, nil, nil], ["", "", "", "", ""],
        ["B. Services in the General Education Classroom", nil, nil, nil, nil],
      ], widths: widths)
    var second = Sheet(page: 2)
    second.table(
      [
        ["Vision Services", "TVI", "1/17/2026", "1/16/2027", "2 hours per week"],
        ["Adapted PE", "Adapted PE Teacher", "1/17/2026", "1/16/2027", "25 minutes per day"],
      ], widths: widths)
    let services = try Readers.embedded().parser.parse([first, second]).services
    #expect(services.map(\.provider?.code) == [.tvi, .adaptedPETeacher])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
  }

  @Test func threeRowsOfCaptionsShowThatTheyStandBelow() throws {
    let plan = try plan { sheet in
      sheet.line("Juniper Flats School District", x: 50)
      for (values, captions) in [
        (["Zadie Quillfeather", "662019", "8/19/2018"], ["Name of student", "Student ID", "Date of Birth"]),
        (["Cedar Fork School", "2", "Autism"], ["School", "Grade", "Disability"]),
        (["3/9/2026", "3/10/2026", "3/8/2027"], ["Meeting Date", "IEP Start Date", "IEP End Date"]),
      ] {
        sheet.line(zip(values, [50.0, 220, 380]).map { ($0, $1) }, size: 10, leading: 1.1)
        sheet.line(zip(captions, [50.0, 220, 380]).map { ($0, $1) }, size: 7, leading: 1)
        sheet.gap(10)
      }
    }
    #expect(plan.student.name == "Zadie Quillfeather")
    #expect(plan.student.studentId == "662019")
    #expect(plan.iep.meetingDate == CalendarDate(iso: "2026-03-09"))
    #expect(plan.iep.endDate == CalendarDate(iso: "2027-03-08"))
  }

  /// Small labels of a table stand close below a sentence, and far above the first row.
  @Test func labelsBelowASentenceAreNoCaptions() throws {
    let columns = [50.0, 220, 320, 420]
    let services = try plan { sheet in
      sheet.heading("Services by setting")
      for name in ["Speech therapy", "Occupational therapy", "Physical therapy"] {
        sheet.line([("All of these begin on 9/21/2026 and end on 9/17/2027.", 50)], leading: 1.1)
        sheet.line(zip(["Service", "Length", "How often", "Who"], columns).map { ($0, $1) }, size: 7, leading: 2.2)
        sheet.row([name, "30 min", "1x/week", "Therapist"], at: columns, leading: 3)
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech therapy", "Occupational therapy", "Physical therapy"])
    #expect(services.map { $0.dose.sessionMinutes?.max } == [30, 30, 30])
  }

  /// A goal beside its facts in smaller print; rules part the rows, and nothing the columns.
  @Test func columnsBetweenRulesAreReadOneByOne() throws {
    let goals = try goals { sheet in
      for (number, area, goal, baseline) in [
        (
          "1", "Self-Advocacy",
          ["When the hearing aids stop, Jo will tell the teacher", "within ten minutes in class, 9 of 10 times."],
          "never"
        ),
        (
          "2", "Reading", ["Jo will retell a story from class to a partner", "with its main idea, in 4 of 5 lessons."],
          "1 of 5"
        ),
        (
          "3", "Writing", ["Jo will write three sentences about the book", "in the class journal, in 4 of 5 weeks."],
          "one"
        ),
      ] {
        let top = sheet.y
        sheet.across(50, 560, y: top)
        sheet.write(number, x: 52, y: top + 5, size: 14, bold: true)
        sheet.write(area, x: 80, y: top + 4, bold: true)
        for (index, line) in goal.enumerated() { sheet.write(line, x: 80, y: top + 17 + 13 * Double(index), size: 10) }
        for (index, line) in [
          "Baseline: " + baseline, "Measured by: a log kept by", "the teacher", "Target date: 6/10/2027",
        ].enumerated() {
          sheet.write(line, x: 400, y: top + 4 + 9.5 * Double(index), size: 7)
        }
        sheet.y = top + 48
      }
    }
    #expect(goals.map(\.number) == ["1", "2", "3"])
    #expect(goals.map(\.area?.text) == ["Self-Advocacy", "Reading", "Writing"])
    #expect(
      goals.first?.text
        == "When the hearing aids stop, Jo will tell the teacher within ten minutes in class, 9 of 10 times.")
    #expect(goals.map(\.measurementMethod) == Array(repeating: "a log kept by the teacher", count: 3))
  }
}
