import IEPModel
import Testing

@testable import Parsing

/// First pages without labels: letters, titles, letterheads, running heads.
@Suite struct HeaderStatementTests {
  @Test func aLetterSaysWhoAndWhenAndWhere() throws {
    let document = try plan { sheet in
      sheet.line("Cedar Fork Public Schools", x: 220, size: 12, bold: true)
      sheet.gap(20)
      sheet.paragraph(
        "To the parents of Rosalind Achebe: The IEP Team met on March 3, 2027 for an annual review. The program takes "
          + "effect on April 9, 2027 and ends on April 8, 2028.")
      sheet.paragraph("Rosalind (student number 55120), born May 2, 2016, is in grade 5 at Harbor Point Elementary.")
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.student.studentId == "55120")
    #expect(document.student.grade == "5")
    #expect(document.student.school == "Harbor Point Elementary")
    #expect(document.student.district == "Cedar Fork Public Schools")
    #expect(document.student.dateOfBirth == CalendarDate(iso: "2016-05-02"))
    #expect(document.iep.meetingDate == CalendarDate(iso: "2027-03-03"))
    #expect(document.iep.startDate == CalendarDate(iso: "2027-04-09"))
    #expect(document.iep.endDate == CalendarDate(iso: "2028-04-08"))
    #expect(document.iep.kind == .annual)
  }

  @Test(arguments: [
    ("Individualized Education Program: Annual Review", IEPKind.annual), ("Initial IEP", .initial),
    ("IEP Amendment", .amendment), ("Individualized Education Program (Reevaluation)", .reevaluation),
    ("Interim IEP", .interim), ("Transfer IEP", .transfer),
  ])
  func aTitleNamesTheKindOfPlan(title: String, kind: IEPKind) throws {
    let document = try plan { sheet in
      sheet.line(title, x: 180, size: 14, bold: true)
      sheet.line("Student Name: Rosalind Achebe")
    }
    #expect(document.iep.kind == kind)
  }

  @Test(arguments: ["Date of Next Annual Review", "Annual Goals", "Last Annual Review 4/9/2026"])
  func aLineThatOnlyHoldsTheWordNamesNoKind(title: String) throws {
    let document = try plan { sheet in
      sheet.line(title, x: 180, size: 14, bold: true)
      sheet.line("Student Name: Rosalind Achebe")
    }
    #expect(document.iep.kind == nil)
  }

  @Test func aLabelledFactOutweighsAStatement() throws {
    let document = try plan { sheet in
      sheet.paragraph("This is the education program for Thea Lindqvist. The team met on March 3, 2027.")
      sheet.line([("Student Name: Rosalind Achebe", 50), ("Meeting Date: 3/5/2027", 320)])
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2027-03-05"))
  }

  @Test func runningHeadsSayWhoThePlanIsFor() throws {
    let sheets = (1...3).map { page in
      var sheet = Sheet(page: page, top: 40)
      sheet.line("Zadie P. Quillfeather - Grade 7 - Cedar Fork School District")
      sheet.gap(100)
      sheet.line("What is said on page \(["one", "two", "three"][page - 1]) only.")
      return sheet
    }
    let document = try Readers.embedded().parser.parse(sheets)
    #expect(document.student.name == "Zadie P. Quillfeather")
    #expect(document.student.district == "Cedar Fork School District")
  }

  @Test func theNameOnTheFirstLineOfABoxIsTheStudents() throws {
    let document = try plan { sheet in
      sheet.table(
        [["Student\nZadie Quillfeather\nDOB 5/2/2014", "School\nCedar Fork Middle School\n12 Mill Road"]],
        widths: [250, 250])
    }
    #expect(document.student.name == "Zadie Quillfeather")
    #expect(document.student.school == "Cedar Fork Middle School")
  }

  @Test func whatOtherPeopleDidIsNotThePlans() throws {
    let document = try plan { sheet in
      sheet.line("Student Name: Zadie Quillfeather")
      sheet.paragraph("The last evaluation was completed on 2/2/2025. Consent was signed 3/1/2025.")
    }
    #expect(document.iep.meetingDate == nil)
    #expect(document.iep.startDate == nil)
  }

  @Test func aTitleMayHoldTheNameOrTheDistrict() throws {
    let named = try plan { sheet in
      sheet.line("IEP — Rosalind Achebe", size: 14, bold: true)
      sheet.line("Cedar Fork Area School District | printed from a form")
    }
    #expect(named.student.name == "Rosalind Achebe")
    let sheet = try plan { sheet in
      sheet.line("Cedar Fork USD 417 -- IEP WORKSHEET (print all tabs)", size: 14, bold: true)
      sheet.line("Student Name: Rosalind Achebe")
    }
    #expect(sheet.student.district == "Cedar Fork USD 417")
  }

  @Test func noBehindALabelIsItsAnswerInATableToo() throws {
    let iep = try plan { sheet in
      sheet.table(
        [
          ["Student", "Rosalind Achebe", "Grade", "3"], ["Type of meeting", "Annual review", "Born", "5/2/2016"],
          ["Meeting held", "3/3/2027", "Type of meeting", "Annual review"],
          ["School", "Harbor Point Elementary", "This IEP runs", "4/9/2027 to 4/8/2028"],
          ["Disability", "Autism", "Summer services (ESY)", "No"],
        ], widths: [100, 150, 110, 140])
    }.iep
    #expect(iep.startDate == CalendarDate(iso: "2027-04-09"))
    #expect(iep.endDate == CalendarDate(iso: "2028-04-08"))
  }
}
