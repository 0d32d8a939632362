import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Captions under the values they ask for.
@Suite struct CaptionBelowTests {
  private static let facts = [
    ("Zadie Quillfeather", "Student Name"), ("May 2, 2014", "Date of Birth"), ("7", "Grade"),
    ("Cedar Fork Middle School", "School"), ("March 3, 2027", "Meeting Date"), ("55120", "Student ID"),
  ]

  private func page(captionsBelow: Bool, captionSize: Double) -> Sheet {
    var sheet = Sheet()
    for (value, caption) in Self.facts {
      if captionsBelow {
        sheet.line([(value, 50)], size: 10, leading: 1.1)
        sheet.line([(caption, 50)], size: captionSize, leading: 1)
      } else {
        sheet.line([(caption, 50)], size: captionSize, leading: 1.1)
        sheet.line([(value, 50)], size: 10, leading: 1)
      }
      sheet.gap(16)
    }
    return sheet
  }

  @Test func captionsInSmallTypeBelowNameTheValueAbove() throws {
    let student = try Readers.embedded().parser.parse([page(captionsBelow: true, captionSize: 6.5)]).student
    #expect(student.name == "Zadie Quillfeather")
    #expect(student.dateOfBirth == CalendarDate(iso: "2014-05-02"))
    #expect(student.grade == "7")
    #expect(student.school == "Cedar Fork Middle School")
    #expect(student.studentId == "55120")
  }

  @Test func captionsSideBySideMayHoldOneOfTheFormsOwn() throws {
    var sheet = Sheet()
    for (values, captions) in [
      (["Zadie Quillfeather", "2019-33", "5/2/2014"], ["Name of student", "Roll", "Date of Birth"]),
      (["Cedar Fork Middle School", "Annual review"], ["School", "Reason for meeting"]),
      (["3/3/2027", "3/9/2027", "3/2/2028"], ["Meeting Date", "Plan goes into effect", "Plan runs out"]),
      (["Reading lab", "Special education teacher"], ["Kind of help", "Given by"]),
      (["45 min. 5 times a week", "resource room"], ["Frequency", "Place"]),
    ] {
      sheet.line(zip(values, [50.0, 220, 380]).map { ($0, $1) }, size: 10, leading: 1.1)
      sheet.line(zip(captions, [50.0, 220, 380]).map { ($0, $1) }, size: 7, leading: 1)
      sheet.gap(14)
    }
    let plan = try Readers.embedded().parser.parse([sheet])
    #expect(plan.student.name == "Zadie Quillfeather")
    #expect(plan.student.school == "Cedar Fork Middle School")
    #expect(plan.iep.startDate == CalendarDate(iso: "2027-03-09"))
    #expect(plan.iep.endDate == CalendarDate(iso: "2028-03-02"))
  }

  @Test func captionsBelowValuesInCellsNameThem() throws {
    let student = try plan { sheet in
      sheet.table(
        [
          ["Zadie Quillfeather\nStudent Name", "Cedar Fork School District\nResident District"],
          ["05/02/2014\nDate of Birth (mm/dd/yyyy)", "Cedar Fork Middle School\nAttending School"],
          ["55120\nStudent ID", "Amendment Date"], ["7\nGrade", "03/03/2027\nMeeting Date"],
        ], widths: [220, 220])
    }.student
    #expect(student.name == "Zadie Quillfeather")
    #expect(student.dateOfBirth == CalendarDate(iso: "2014-05-02"))
    #expect(student.school == "Cedar Fork Middle School")
    #expect(student.studentId == "55120")
  }

  @Test func captionsAboveStayWhereTheyAre() throws {
    let student = try Readers.embedded().parser.parse([page(captionsBelow: false, captionSize: 6.5)]).student
    #expect(student.name == "Zadie Quillfeather")
    #expect(student.grade == "7")
  }

  @Test func aFewSmallLabelsMoveNothing() throws {
    let readers = try Readers.embedded()
    let reader = FactReader(labels: readers.labels)
    var sheet = Sheet()
    sheet.line([("Zadie Quillfeather", 50)], size: 10, leading: 1.1)
    sheet.line([("Student Name", 50)], size: 6.5)
    let blocks = PageBlocks.blocks(of: sheet.layout, words: sheet.layout.words)
    #expect(CaptionsBelow(isLabel: { reader.isLabel($0) }).lifted(blocks) == blocks)
  }

  @Test func aLiftedCaptionStandsBeforeItsValue() throws {
    let reader = FactReader(labels: try Readers.embedded().labels)
    let sheet = page(captionsBelow: true, captionSize: 6.5)
    let blocks = PageBlocks.blocks(of: sheet.layout, words: sheet.layout.words)
    let texts = CaptionsBelow(isLabel: { reader.isLabel($0) }).lifted(blocks).compactMap { block in
      if case .line(let line) = block { line.text } else { nil }
    }
    #expect(texts == Self.facts.flatMap { [$0.1, $0.0] })
  }
}
