import IEPModel
import Testing

@testable import Parsing

/// Facts of the first page among others that are much like them.
@Suite struct HeaderFieldTests {
  @Test func aNameInPartsIsOneName() throws {
    let student = try plan { sheet in
      sheet.line([("Name: First: Ambrose", 50), ("Middle:", 220), ("Last: Quillfeather", 380)])
      sheet.line([("Name: Petra Quillfeather (Parent)", 50), ("Birth Date: 2/11/2016", 380)])
    }.student
    #expect(student.name == "Ambrose Quillfeather")
  }

  @Test func wordsBetweenAGapAndALabelAreNoPartOfTheValueBefore() throws {
    let student = try plan { sheet in
      sheet.line([("Present Grade Level: 4", 50), ("Resident District Home School: Larkspur Elementary", 300)])
    }.student
    #expect(student.grade == "4")
    #expect(student.school == "Larkspur Elementary")
  }

  @Test func aPhoneNumberIsNoStudentNumber() throws {
    let student = try plan { sheet in
      sheet.line([("Student ID#/State#: 20418 / 6130227794", 50)])
      sheet.table([["Case Manager: Rhea Vann", "Case Manager phone number: 573-555-0111"]], widths: [250, 250])
    }.student
    #expect(student.studentId == "20418")
  }

  @Test func everyCellOfATableOfLabelledValuesIsItsOwnFact() throws {
    let student = try plan { sheet in
      sheet.table(
        [
          ["Age: 10", "Grade: 5", "Gender: Female"], ["Native Language: Spanish", "Migrant: No", "SSID #: 7720195538"],
          ["Home School: ☒ Yes ☐ No", "School Type: Public Day School", "Email:"],
          ["Interpreter: No", "Phone: (530) 555-0164", "School of Attendance: Larkspur School"],
        ], widths: [170, 170, 170])
    }.student
    #expect(student.studentId == "7720195538")
    #expect(student.school == "Larkspur School")
    #expect(student.grade == "5")
  }

  @Test func theLanguageOfAStudentIsNoName() throws {
    let student = try plan { sheet in
      sheet.line("Student Instructional Lang: English")
      sheet.line("Student: Quillfeather, Ambrose")
    }.student
    #expect(student.name == "Quillfeather, Ambrose")
  }

  @Test func aLabelMayBeginOnTheLineAbove() throws {
    let iep = try plan { sheet in
      sheet.line("Meeting Date: 01/30/2026")
      sheet.table(
        [["Surrogate: N/A", "Most Recent Eval. Date: 01/15/2025 Next Reevaluation\nDate: 01/15/2028"]],
        widths: [250, 260])
    }.iep
    #expect(iep.meetingDate?.description == "2026-01-30")
    #expect(iep.reevaluationDueDate?.description == "2028-01-15")
  }

  @Test(arguments: ["Review", "IEP Review/Revision", "Review or Revise IEP"])
  func aReviewIsTheYearlyOne(text: String) throws {
    #expect(try Readers.embedded().vocabulary.iepKind(of: text) == .annual)
  }

  @Test func aBoxOutweighsASentenceElsewhere() throws {
    let iep = try plan { sheet in
      sheet.heading("Extended School Year")
      sheet.line("She leaves class for writing because she needs direct instruction.")
      sheet.heading("Extended School Year")
      sheet.line("Is the student eligible for extended school year services? ☐ Yes ☒ No")
    }.iep
    #expect(iep.extendedSchoolYear == false)
  }
}
