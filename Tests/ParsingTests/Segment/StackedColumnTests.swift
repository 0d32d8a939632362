import IEPModel
import Testing

@testable import Parsing

/// Tables without rules whose columns ask for two things below one another.
@Suite struct StackedColumnTests {
  private let columns = [50.0, 190, 330, 470]

  @Test func theSecondLineOfTheOnlyRowBelongsToIt() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.row(["Service", "Amount and Frequency", "Location", "Start"], at: columns, bold: true, leading: 1.2)
      sheet.row(["Provider", "", "", "End"], at: columns, bold: true)
      sheet.gap(6)
      sheet.row(["Counseling", "20 minutes, 3 times per week", "Therapy room", "4/9/2027"], at: columns, leading: 1.2)
      sheet.row(["School counselor", "", "", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.counseling])
    #expect(document.services.map { $0.provider?.code } == [.counselor])
    #expect(document.services.map(\.startDate) == [CalendarDate(iso: "2027-04-09")])
    #expect(document.services.map(\.endDate) == [CalendarDate(iso: "2028-04-08")])
  }

  @Test func aFigureWithoutAUnitIsARowOfServicesToo() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.row(["Service", "Amount and Frequency", "Location", "Start"], at: columns, bold: true, leading: 1.2)
      sheet.row(["Provider", "", "", "End"], at: columns, bold: true)
      sheet.gap(6)
      sheet.row(["Counseling", "30 weekly", "Therapy room", "4/9/2027"], at: columns, leading: 1.2)
      sheet.row(["School counselor", "", "", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.counseling])
    #expect(document.services.map(\.dose.sessions) == [nil])
  }
}
