import Extraction
import IEPModel
import Testing

@testable import Parsing

/// A first page with the student's facts in a narrow bar, and names that stand amid a line.
@Suite struct SideBarTests {
  @Test func aBarOfLabelsOverValuesIsReadByItself() throws {
    let document = try plan { sheet in
      let facts = [
        ("Student", "Rosalind Achebe"), ("District student number", "553210"), ("Date of birth", "04-17-2014"),
        ("Grade", "6"), ("School", "Harbor Point Middle School"), ("Date of meeting", "10-13-2025"),
        ("Purpose of meeting", "Annual review"), ("IEP begins", "10-20-2025"), ("IEP ends", "10-19-2026"),
      ]
      var y = 60.0
      for (label, value) in facts {
        sheet.write(label, x: 420, y: y, size: 7)
        sheet.write(value, x: 420, y: y + 10, size: 9)
        y += 25
      }
      sheet.write("Individualized Education Program", x: 50, y: 62, size: 12, bold: true)
      sheet.write("Student strengths", x: 50, y: 90, size: 11, bold: true)
      for line in 0..<11 {
        sheet.write(
          "Rosalind swims well and helps the others in her class \(line).", x: 50, y: 113 + Double(line) * 12.5, size: 9
        )
      }
      sheet.write("Supports", x: 50, y: 300, size: 11, bold: true)
      for line in 0..<8 {
        sheet.write(
          "The team writes here what helps the student in every class, in each hall and on each bus to school \(line).",
          x: 50, y: 320 + Double(line) * 13, size: 9)
      }
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.student.grade == "6")
    #expect(document.student.school == "Harbor Point Middle School")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2025-10-13"))
  }

  @Test func theNameStandsBesideTheStudentsNumber() throws {
    let document = try plan { sheet in
      sheet.line("Harbor Point County Schools | Rosalind Achebe | Student number HP402250")
      sheet.line("Part I: Student Information", size: 12, bold: true)
    }
    #expect(document.student.name == "Rosalind Achebe")
  }

  @Test func aProgramIsWrittenForAStudent() throws {
    let document = try plan { sheet in
      sheet.line("Individualized Education Program", size: 14, bold: true)
      sheet.line("This program was written for Rosalind Achebe, student ID 40-2874, born December 9, 2014.")
    }
    #expect(document.student.name == "Rosalind Achebe")
  }

  @Test func aQuestionOfTwelveMonthsEndsInItsBoxes() throws {
    let document = try plan { sheet in
      sheet.heading("Recommended Services")
      sheet.line("12-MONTH SERVICE AND/OR PROGRAM: Student is eligible to receive special education services and/or")
      sheet.line("program during July/August: ☐ Yes ☒ No")
    }
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func theAnswerToExtendedYearStandsBelowItsName() throws {
    let document = try plan { sheet in
      sheet.line("Student: Rosalind Achebe")
      sheet.line("ESY", size: 7)
      sheet.line("Eligible: No")
    }
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func theCycleOfADistrictIsNoName() throws {
    let document = try plan { sheet in
      sheet.line("Otter Falls Union Free District", x: 380)
      sheet.line("Student Name: Rosalind Achebe")
      sheet.heading("Service Delivery")
      sheet.line("School District Cycle: ☒ 5 day cycle ☐ 6 day cycle ☐ 10 day cycle")
    }
    #expect(document.student.district == "Otter Falls Union Free District")
  }

  @Test func labelsSideBySideInACellHaveAValueEach() throws {
    let document = try plan { sheet in
      sheet.row(["Student name", "Student ID", "Date of birth", "Grade"], at: [50, 250, 360, 480])
      sheet.row(["Rosalind Achebe", "HP-66984", "09/19/2015", "5"], at: [50, 250, 360, 480])
      sheet.gap(8)
      sheet.row(["IEP team meeting", "IEP from", "IEP to", "Kind of IEP"], at: [50, 160, 300, 420])
      sheet.row(["10/28/2026", "11/02/2026", "11/01/2027", "Amendment"], at: [50, 160, 300, 420])
    }
    #expect(document.iep.meetingDate == CalendarDate(iso: "2026-10-28"))
    #expect(document.iep.startDate == CalendarDate(iso: "2026-11-02"))
  }

  @Test func theEndOfASpanIsNoMeeting() throws {
    let document = try plan { sheet in
      sheet.row(["Harbor Point Unified District", "IEP 12/08/2025 - 12/07/2026"], at: [50, 380])
      sheet.row(["Harbor Point Junior High School", "Team meeting held 12/01/2025"], at: [50, 380])
    }
    #expect(document.student.district == "Harbor Point Unified District")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2025-12-01"))
  }
}
