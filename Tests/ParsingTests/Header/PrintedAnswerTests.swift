import IEPModel
import Testing

@testable import Parsing

/// Values of the first page that words beside them may be taken for.
@Suite struct PrintedAnswerTests {
  @Test func whatMayBeAnsweredIsNoAnswer() throws {
    let document = try plan { sheet in
      sheet.line("INDIVIDUALIZED EDUCATION PROGRAM", size: 13, bold: true)
      sheet.row(["Meeting date", "Meeting type", "ESY services needed? (Yes/No)"], at: [50, 200, 340])
      sheet.row(["9/30/2025", "Annual review", "No"], at: [50, 200, 340])
    }
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func aNameInCapitalsIsNoPartOfTheNextLabel() throws {
    let document = try plan { sheet in
      sheet.line("INDIVIDUALIZED EDUCATION PROGRAM", size: 13, bold: true)
      sheet.row(["NAME: BROUSSARD, LEANDER", "ID: 000420016"], at: [50, 340])
    }
    #expect(document.student.name == "BROUSSARD, LEANDER")
  }

  @Test func aFigureEndsWithItsFullStop() throws {
    let document = try plan { sheet in
      sheet.heading("Least Restrictive Environment")
      sheet.line("Weekly school minutes: 1,860. 91% of time in general education. Jo is")
      sheet.line("outside only for writing, 160 minutes per week.")
    }
    #expect(document.iep.placement?.statedSchoolMinutes?.totalMinutes == Interval(1860))
  }
}
