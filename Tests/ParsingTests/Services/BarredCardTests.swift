import IEPModel
import Testing

@testable import Parsing

/// Services whose name stands over lines that bars part.
@Suite struct BarredCardTests {
  private func document() throws -> IEPDocument {
    try plan { sheet in
      sheet.heading("Goals")
      for (goal, text) in [
        ("G1 Reading", "Ana will read 90 words a minute from a fourth grade passage on 3 of 4 weekly probes."),
        ("G2 Self-care", "Ana will zip her coat before recess without help on 4 of 5 days."),
      ] {
        sheet.line(goal, bold: true)
        sheet.paragraph(text)
      }
      sheet.heading("Services")
      for (name, person, lines) in [
        (
          "Reading instruction", "SPED teacher",
          ["4 x 40 min weekly | Group | Resource room", "9/3/2025 to 9/1/2026 | Goal: G1"]
        ),
        ("O.T.", "OTR/L", ["60 min total / month | Regular class", "9/3/2025 to 9/1/2026 | Goals: G1, G2"]),
        ("Instructional aide", "Aide", ["2 x 30 min / day | Hallways | Individual", "9/3/2025 to 9/1/2026"]),
      ] {
        sheet.line([(name, 50), (person, 480)], bold: true)
        for line in lines { sheet.line(line) }
        sheet.gap(3)
      }
    }
  }

  @Test func thePiecesBelowAreOfTheNameAbove() throws {
    let found = try document().services
    #expect(found.map(\.service.code) == [.specializedInstruction, .occupationalTherapy, .paraprofessional])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [160, 15, 300])
    #expect(found.map { $0.location?.code } == [.specialEducation, .generalEducation, .schoolWide])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .ot, .paraprofessional])
    #expect(found.map { $0.endDate?.description } == ["2026-09-01", "2026-09-01", "2026-09-01"])
  }

  @Test func goalsAreNamedAsTheyAreNumbered() throws {
    let document = try document()
    #expect(document.goals.map(\.number) == ["G1", "G2"])
    #expect(document.goals.map { $0.area?.text } == ["Reading", "Self-care"])
    #expect(document.services.map(\.goalNumbers) == [["G1"], ["G1", "G2"], []])
  }
}
