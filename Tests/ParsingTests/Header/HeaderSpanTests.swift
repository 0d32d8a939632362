import IEPModel
import Testing

@testable import Parsing

/// Names and dates of the first page as forms join them: kinds of districts, spans of dates, rows of facts.
@Suite struct HeaderSpanTests {
  @Test(arguments: [
    "Union High School District of Alder Flats", "Huerfano Valley 12J", "Cedar Creek 49R", "Alder Joint Union",
  ])
  func aDistrictByItsKindOrCount(name: String) throws {
    let names = StatedNames(vocabulary: try Readers.embedded().statements)
    #expect(names.district(name) == name)
  }

  @Test func theAreaThatPlansForADistrictIsNoPartOfItsName() throws {
    let names = StatedNames(vocabulary: try Readers.embedded().statements)
    #expect(names.district("Cedar Flats Unified / SELPA") == "Cedar Flats Unified")
    #expect(names.district("Room 12J") == nil)
  }

  @Test func beginningAndEndingDatesFollowTogether() throws {
    let readers = try Readers.embedded()
    let dates = StatedDates(vocabulary: readers.statements, dates: readers.values.dates)
    let found = dates.read(
      "The projected beginning and ending date(s) of IEP services & modifications are 11/03/2025 to 11/02/2026.")
    #expect(found.map { "\($0.role.rawValue) \($0.date)" } == ["startDate 2025-11-03", "endDate 2026-11-02"])
  }

  @Test func labelsOverValuesAreNoValuesThemselves() throws {
    let document = try plan { sheet in
      sheet.row(["Grade", "IEP End Date"], at: [50, 300])
      sheet.row(["6", "11/11/2026"], at: [50, 300])
      sheet.row(["School of Attendance", "Last Eligibility Evaluation"], at: [50, 300])
      sheet.row(["Harbor Point School", "11/14/2024"], at: [50, 300])
    }
    #expect(document.student.school == "Harbor Point School")
    #expect(document.iep.lastEvaluationDate == CalendarDate(iso: "2024-11-14"))
  }

  @Test func aCountysNumberIsTheStudents() throws {
    let document = try plan { sheet in
      sheet.row(["Child's name: Rosalind Achebe", "County ID: MC-PS-0417"], at: [50, 300])
    }
    #expect(document.student.studentId == "MC-PS-0417")
  }

  @Test func theKindMayBeTickedUnderATitleOfAnySection() throws {
    let document = try plan { sheet in
      sheet.heading("TRANSITION IEP")
      sheet.line("Student: Rosalind Achebe")
      sheet.line("Meeting: ☒ annual ☐ reevaluation ☐ amendment")
    }
    #expect(document.iep.kind == .annual)
  }

  @Test func aNumberMayBeAskedForByTwoNames() throws {
    let document = try plan { sheet in
      sheet.table(
        [["Name of student\nRosalind Achebe", "Date of birth\n5/2/2016", "Local/WISE ID\n0058812"]],
        widths: [200, 150, 160])
    }
    #expect(document.student.studentId == "0058812")
  }
}
