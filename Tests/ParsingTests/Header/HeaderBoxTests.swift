import IEPModel
import Testing

@testable import Parsing

/// First pages set as booklets, boxes under labels and bars at the side of a text.
@Suite struct HeaderBoxTests {
  @Test(arguments: ["Individualized Education Program of", "Education Plan for", "IEP for"])
  func aTitleCallsForTheNameBelow(title: String) throws {
    let document = try plan { sheet in
      sheet.line("Harbor Point School", x: 200, size: 12)
      sheet.line(title, x: 180, size: 14)
      sheet.line("Rosalind Achebe", x: 200, size: 14)
      sheet.line("student number 0093-5518", x: 200)
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.student.studentId == "0093-5518")
  }

  @Test func valuesGoOnUnderTheirLabels() throws {
    let document = try plan { sheet in
      sheet.row(["SCHOLAR", "BORN", "SCHOLAR ID"], at: [50, 225, 400])
      sheet.row(["Rosalind Achebe", "May 2, 2016", "BR-206614"], at: [50, 225, 400])
      sheet.row(["CAMPUS", "GRADE LEVEL", "LOCAL EDUCATION AGENCY"], at: [50, 225, 400])
      sheet.row(["Harbor Point Middle", "8th grade", "Harbor Point Charter"], at: [50, 225, 400], leading: 1.2)
      sheet.row(["Campus", "Network"], at: [50, 400])
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.student.studentId == "BR-206614")
    #expect(document.student.dateOfBirth == CalendarDate(iso: "2016-05-02"))
    #expect(document.student.school == "Harbor Point Middle Campus")
    #expect(document.student.district == "Harbor Point Charter Network")
  }

  @Test func aLabelOfTheFormsOwnStandsAmongLabels() throws {
    let document = try plan { sheet in
      sheet.table(
        [
          ["Name of Student", "WISER ID", "DOB", "Grade", "School"],
          ["Rosalind Achebe", "1004728813", "2/9/2016", "4", "Harbor Point Elementary"],
        ], widths: [120, 90, 80, 50, 160])
    }
    #expect(document.student.studentId == "1004728813")
    #expect(document.student.name == "Rosalind Achebe")
  }

  @Test func aLabelWithoutAColonEndsTheValueBefore() throws {
    let document = try plan { sheet in
      sheet.row(["Student: Rosalind Achebe", "I.D. No. 2017-04431"], at: [50, 380])
    }
    #expect(document.student.name == "Rosalind Achebe")
    #expect(document.student.studentId == "2017-04431")
  }

  @Test(arguments: ["Time frame of this IEP", "Period of this plan", "Time period of the IEP"])
  func aLabelOfTheTimeThatThePlanHolds(label: String) throws {
    let iep = try plan { sheet in sheet.line("\(label): 10/19/2026 to 10/12/2027") }.iep
    #expect(iep.startDate == CalendarDate(iso: "2026-10-19"))
    #expect(iep.endDate == CalendarDate(iso: "2027-10-12"))
  }

  @Test func aDrawnRuleIsNoPartOfAValue() throws {
    let document = try plan { sheet in
      sheet.line("Student: Rosalind Achebe   Bldg: Harbor Point Elem")
      sheet.line(String(repeating: "-", count: 100))
    }
    #expect(document.student.school == "Harbor Point Elem")
  }

  @Test func aUnionOfDistrictsIsNotTheDistrictsName() throws {
    let names = StatedNames(vocabulary: try Readers.embedded().statements)
    #expect(names.district("Heron Notch School District SAU 97") == "Heron Notch School District")
    #expect(names.district("Heron Township CUSD 9") == "Heron Township CUSD 9")
  }

  @Test func capitalsInBracketsShortenALabel() throws {
    let document = try plan { sheet in
      sheet.row(["AUTHORIZING DISTRICT (LEA)", "IEP TEAM MET", "WHY WE MET"], at: [50, 260, 400])
      sheet.row(["Heron Lake Unified School District", "September 4, 2026", "Initial IEP"], at: [50, 260, 400])
      sheet.gap(12)
      sheet.line("Ext. Year (Y/N): N")
    }
    #expect(document.student.district == "Heron Lake Unified School District")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2026-09-04"))
    #expect(document.iep.kind == .initial)
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func aBarOfFactsBesideTheTextIsReadByItself() throws {
    let document = try plan { sheet in
      let top = sheet.y
      let facts = [
        ("Student number", "BP-20391"), ("Born", "October 5, 2014"), ("Eligibility", "Autism"),
        ("Meeting type", "Annual review"), ("Team met", "August 13, 2026"), ("Plan starts", "August 17, 2026"),
        ("Plan ends", "August 16, 2027"),
      ]
      for (label, value) in facts {
        sheet.line(label, size: 8, bold: true)
        sheet.line(value, size: 8)
        sheet.gap(50)
      }
      sheet.y = top + 3
      for index in 1...34 {
        sheet.line("Rosalind tells long stories and learns quickly when she hears a text first \(index)", x: 190)
        sheet.gap(3)
      }
    }
    #expect(document.student.studentId == "BP-20391")
    #expect(document.student.dateOfBirth == CalendarDate(iso: "2014-10-05"))
    #expect(document.iep.meetingDate == CalendarDate(iso: "2026-08-13"))
    #expect(document.iep.endDate == CalendarDate(iso: "2027-08-16"))
  }

  @Test func aValueThatBeginsOnItsLabelsLineGoesOnBelow() throws {
    let document = try plan { sheet in
      sheet.boxes(
        [
          [("Legal Name of Student: Ivy Castaneda-", 9, true), ("Wu", 9, false)],
          [("School of Attendance: Antelope Mesa", 9, true), ("High School", 9, false)],
          [("Date of Meeting: August 21,", 9, true), ("2025", 9, false)],
        ], widths: [200, 180, 130])
    }
    #expect(document.student.name == "Ivy Castaneda-Wu")
    #expect(document.student.school == "Antelope Mesa High School")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2025-08-21"))
  }

  @Test func shortenedLabelsMayRunOnWithoutColons() throws {
    let document = try plan { sheet in
      sheet.line("Stu: Penelope Strand ID# 9920473 DOB 7/8/16 Gr. 4 Sch: Granite Basin Elem. Elig: OHI")
      sheet.line("Mtg date: 10/23/25 Mtg type: Annual")
    }
    #expect(document.student.name == "Penelope Strand")
    #expect(document.student.school == "Granite Basin Elem.")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2025-10-23"))
    #expect(document.iep.kind == .annual)
  }

  @Test func aBarOfFactsMayHoldMostlyFigures() throws {
    let document = try plan { sheet in
      let facts = [
        ("STUDENT", "Rosalind Achebe"), ("STUDENT ID", "0093-5518"), ("DATE OF BIRTH", "05/02/2016"), ("GRADE", "5"),
        ("DISTRICT OF SERVICE", "Harbor Point Area Schools"), ("MEETING TYPE", "Annual Review"),
        ("MEETING DATE", "10/12/2026"), ("IEP BEGINS", "10/19/2026"), ("IEP ENDS", "10/12/2027"), ("ESY", "No"),
      ]
      let top = sheet.y
      for (index, fact) in facts.enumerated() {
        let y = top + 23 * Double(index)
        sheet.write(fact.0, x: 40, y: y, size: 6, bold: true)
        sheet.write(fact.1, x: 40, y: y + 8, size: 8)
      }
      for (index, title) in ["PRESENT LEVELS", "STRENGTHS", "PARENT CONCERNS"].enumerated() {
        sheet.y = top + 3 + 80 * Double(index)
        sheet.line(title, x: 190, size: 10, bold: true)
        sheet.paragraph(
          "She reads short stories aloud and tells what happened in them in her own words, with the names of most of "
            + "the persons and the places. Longer words she guesses by their first letters, and she asks for help "
            + "when a line is hard for her.", x: 190)
      }
      sheet.y = 420
    }
    #expect(document.student.studentId == "0093-5518")
    #expect(document.student.grade == "5")
    #expect(document.student.district == "Harbor Point Area Schools")
    #expect(document.iep.startDate == CalendarDate(iso: "2026-10-19"))
    #expect(document.iep.kind == .annual)
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func aNumberBehindTheNameIsTheStudents() throws {
    let document = try plan { sheet in
      sheet.row(["Student: Rosalind Achebe", "No.: 58-2094", "Grade: 4"], at: [50, 200, 300])
    }
    #expect(document.student.studentId == "58-2094")
    #expect(document.student.grade == "4")
  }

  @Test func aHeadingOverLabelsAndAnswersIsNoLabel() throws {
    let iep = try plan { sheet in
      sheet.table(
        [
          ["Dates and decisions", "This IEP"], ["IEP team meeting", "10/12/2026"],
          ["Reason for meeting", "Annual Review"], ["IEP start date", "10/19/2026"], ["IEP end date", "10/12/2027"],
          ["Extended school year", "No"],
        ], widths: [160, 160])
    }.iep
    #expect(iep.meetingDate == CalendarDate(iso: "2026-10-12"))
    #expect(iep.startDate == CalendarDate(iso: "2026-10-19"))
    #expect(iep.extendedSchoolYear == false)
  }

  @Test func besideASchoolTheWordAloneNamesADistrict() throws {
    let student = try plan { sheet in sheet.line("Harbor Point Cooperative District | Tidewater Academy") }.student
    #expect(student.district == "Harbor Point Cooperative District")
    #expect(student.school == "Tidewater Academy")
  }
}
