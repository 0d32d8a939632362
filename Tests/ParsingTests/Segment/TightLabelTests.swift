import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Labels of neighbouring columns that stand nearer than columns do.
@Suite struct TightLabelTests {
  private func services(
    first: String = "Special Education", size: Double = 9, at columns: [Double], _ header: (inout Sheet) -> Void
  ) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education Services")
      header(&sheet)
      sheet.line(first, size: size, bold: true)
      sheet.row(["Reading", "SLP", "", "90 min / wk", "4/9/2027", "4/8/2028"], at: columns)
      sheet.row(["Nursing", "Nurse", "30 min / wk", "", "4/9/2027", "4/8/2028"], at: columns)
    }.services
  }

  @Test func aLineOverTwoLabelsIsPartedAtItsWidestBlank() throws {
    let columns = [50.0, 150, 250, 361, 440, 505]
    let found = try services(at: columns) { sheet in
      sheet.line([("Inside General Education", 250), ("Outside General", 361)], bold: true, leading: 1.1)
      sheet.row(["Service", "Provider", "Classroom", "Classroom", "Start Date", "End Date"], at: columns, bold: true)
    }
    #expect(found.map(\.location?.code) == [.specialEducation, .generalEducation])
  }

  @Test func labelsThatReadAsOneArePartedByTheLineAbove() throws {
    let columns = [50.0, 150, 250, 340, 440, 505]
    let found = try services(at: columns) { sheet in
      sheet.line([("Inside General", 250), ("Outside General", 340)], bold: true, leading: 1.1)
      sheet.row(
        ["Service", "Provider", "Education Classroom", "Education Classroom", "Start Date", "End Date"], at: columns,
        bold: true)
    }
    #expect(found.map(\.location?.code) == [.specialEducation, .generalEducation])
  }

  @Test func theFirstHeadingOfRowsMayBeSetLarger() throws {
    let columns = [50.0, 150, 250, 345, 440, 505]
    let found = try services(first: "Related Services", size: 11, at: columns) { sheet in
      sheet.row(
        ["Service", "Provider", "Inside General", "Outside General", "Start Date", "End Date"], at: columns, bold: true)
    }
    #expect(found.map(\.provider?.code) == [.slp, .nurse])
    #expect(found.map(\.location?.code) == [.specialEducation, .generalEducation])
  }

  @Test func wordsArePartedOnlyWhereABlankIsClearlyWider() {
    let words = Word.run("Inside General Outside General", x: 250, y: 0)
    let left = Box(x0: 250, y0: 10, x1: 300, y1: 19)
    let right = Box(x0: 330, y0: 10, x1: 380, y1: 19)
    #expect(TightLabels.parts(of: words, over: [left, right]) == nil)
  }
}
