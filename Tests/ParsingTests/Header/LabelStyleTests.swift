import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Facts of first pages whose labels are told by how they are set: small print, colons apart, space between letters.
@Suite struct LabelStyleTests {
  @Test func aColonSetApartBelongsToItsLabel() throws {
    let document = try plan { sheet in
      sheet.row(["PUPIL NAME", ": ACHEBE, ROSALIND", "PUPIL NO", ": A-66301"], at: [50, 130, 330, 400])
      sheet.row(["CONF DATE :", "10/28/2026"], at: [50, 130])
    }
    #expect(document.student.name == "ACHEBE, ROSALIND")
    #expect(document.student.studentId == "A-66301")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2026-10-28"))
  }

  @Test func smallPrintBeforeAValueIsItsLabel() throws {
    let document = try plan { sheet in
      sheet.write("School district", x: 50, y: sheet.y, size: 6)
      sheet.write("Cedar Fork Elementary District 8", x: 100, y: sheet.y, size: 9)
      sheet.gap(14)
      sheet.line("Student: Rosalind Achebe")
    }
    #expect(document.student.district == "Cedar Fork Elementary District 8")
  }

  @Test func aLabelAndItsDateInOneChunkStandBesideOthers() throws {
    let document = try plan { sheet in
      sheet.row(["IEP from", "10-27-2025", "IEP to", "10-26-2026"], at: [50, 130, 330, 400])
      sheet.row(["Full evaluation 11-05-2024", "Due again", "11-04-2027"], at: [50, 330, 400])
    }
    #expect(document.iep.startDate == CalendarDate(iso: "2025-10-27"))
    #expect(document.iep.endDate == CalendarDate(iso: "2026-10-26"))
  }

  @Test func capitalsWithSpaceBetweenThemAreOneWord() {
    var page = PageLayout(number: 1, width: 612, height: 792)
    func word(_ text: String, _ x0: Double, _ x1: Double) -> Word {
      Word(text: text, box: Box(x0: x0, y0: 100, x1: x1, y1: 106), fontName: "F", fontSize: 6)
    }
    page.words = [word("DISTR", 50, 70), word("ICT", 70.5, 82), word("NAME", 84.9, 100)]
    #expect(SpacedLetters.joined(page).words.map(\.text) == ["DISTRICT", "NAME"])
  }

  @Test func aQuestionOfTheYearIsAnsweredByItsOwnBoxes() throws {
    let document = try plan { sheet in
      sheet.row(
        ["Extended school year needed? ☐ Yes", "☒ No", "Special transportation? ☒ Yes", "☐ No"],
        at: [50, 230, 300, 460])
    }
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func theLastDayOfAProgramIsItsEnd() throws {
    let document = try plan { sheet in
      sheet.paragraph("The program written here begins 04/20/2026 and its last day is 04/19/2027.")
    }
    #expect(document.iep.endDate == CalendarDate(iso: "2027-04-19"))
  }

  @Test func aNameBeforeADistrictIsTheStudents() throws {
    let document = try plan { sheet in
      sheet.line("Rosalind Achebe | Cedar Fork School District 12 | Status: Final")
    }
    #expect(document.student.name == "Rosalind Achebe")
  }
}
