import IEPModel
import Testing

@testable import Parsing

/// Labels with the same in another language, or with what to write there, in small letters below them.
@Suite struct LabelGlossTests {
  private static func box(_ label: String, _ gloss: String, _ value: String) -> [Sheet.Print] {
    [(label, 8, true), (gloss, 6, false), (value, 9, false)]
  }

  private static func firstPage(_ sheet: inout Sheet) {
    sheet.boxes(
      [
        box("Student Name", "Nombre del estudiante", "Zadie Quillfeather"),
        box("Date of Birth", "Fecha de nacimiento", "5/2/2014"), box("Grade", "Grado", "7"),
      ], widths: [250, 130, 130])
    sheet.boxes(
      [
        box("School", "Escuela", "Cedar Fork Middle School"),
        box("IEP Meeting Date", "Fecha de la reunión", "3/3/2027"), box("Student ID", "Número", "55120"),
      ], widths: [250, 130, 130])
  }

  @Test func aGlossIsNoPartOfTheValueBelowIt() throws {
    let document = try plan(Self.firstPage)
    #expect(document.student.name == "Zadie Quillfeather")
    #expect(document.student.dateOfBirth == CalendarDate(iso: "2014-05-02"))
    #expect(document.student.grade == "7")
    #expect(document.student.school == "Cedar Fork Middle School")
    #expect(document.iep.meetingDate == CalendarDate(iso: "2027-03-03"))
  }

  @Test func glossesStandInTheCardsOfGoalsToo() throws {
    let goal = "Zadie will solve two-step word problems with 80% accuracy on four unit tests."
    let document = try plan { sheet in
      Self.firstPage(&sheet)
      sheet.heading("Annual Goals")
      sheet.boxes(
        [
          Self.box("Goal", "Meta", "1"), Self.box("Area", "Área", "Mathematics"),
          Self.box("Completion Date", "Fecha de cumplimiento", "3/2/2028"),
        ], widths: [80, 300, 130])
      sheet.boxes([Self.box("Measurable Annual Goal", "Meta anual medible", goal)], widths: [510])
      sheet.boxes([Self.box("Baseline", "Punto de partida", "45% accuracy in May.")], widths: [510])
    }
    let found = try #require(document.goals.first)
    #expect(found.text == goal)
    #expect(found.number == "1")
    #expect(found.area?.code == .mathematics)
    #expect(found.baseline == "45% accuracy in May.")
    #expect(found.targetDate == CalendarDate(iso: "2028-03-02"))
  }

  /// A single small line may be a value.
  @Test func oneSmallLineIsKept() throws {
    let document = try plan { sheet in
      sheet.boxes(
        [[("School", 8, true), ("Cedar Fork", 6, false), ("Middle School", 9, false)]], widths: [250])
    }
    #expect(document.student.school?.hasPrefix("Cedar Fork") == true)
  }
}
