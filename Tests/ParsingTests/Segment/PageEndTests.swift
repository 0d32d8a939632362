import IEPModel
import Testing

@testable import Parsing

/// Tables that the end of a page cuts.
@Suite struct PageEndTests {
  private static let columns = [50.0, 190, 330, 430, 500]
  private static let labels = ["Service", "Frequency", "Location", "Start Date", "End Date"]

  private static func rows(_ names: [String], on sheet: inout Sheet) {
    for name in names {
      sheet.row([name, "20 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: columns)
    }
  }

  @Test(arguments: [["Counseling"], []])
  func rowsWithoutRulesGoOnUnderTheLabelsOfThePageBefore(first: [String]) throws {
    var one = Sheet(page: 1, top: 600)
    one.heading("Special Education and Related Services")
    one.row(Self.labels, at: Self.columns, bold: true)
    Self.rows(first, on: &one)
    var two = Sheet(page: 2)
    Self.rows(["Physical Therapy", "Nursing Services"], on: &two)
    two.heading("Placement")
    two.paragraph("Zadie is with her peers all day.")
    let services = try Readers.embedded().parser.parse([one, two]).services
    #expect(services.map(\.service.text) == first + ["Physical Therapy", "Nursing Services"])
    #expect(services.allSatisfy { $0.location?.code != nil && $0.endDate?.description == "2028-04-08" })
    #expect(services.last?.provenance.first?.page == 2)
  }

  @Test func aTableWithLabelsOfItsOwnStandsForItself() throws {
    var one = Sheet(page: 1, top: 600)
    one.heading("Special Education and Related Services")
    one.row(Self.labels, at: Self.columns, bold: true)
    Self.rows(["Counseling"], on: &one)
    var two = Sheet(page: 2)
    two.row(["Service", "Frequency", "Provider", "Start Date", "End Date"], at: Self.columns, bold: true)
    two.row(["Physical Therapy", "30 min weekly", "PT", "4/9/2027", "4/8/2028"], at: Self.columns)
    let services = try Readers.embedded().parser.parse([one, two]).services
    #expect(services.map(\.provider?.code) == [nil, .pt])
    #expect(services.map { $0.location == nil } == [false, true])
  }

  @Test func aRowThatAPagesEndLeavesOpenIsARow() throws {
    let widths = [120.0, 120, 100, 80, 80]
    var one = Sheet(page: 1, top: 600)
    one.heading("Special Education and Related Services")
    one.table(
      [Self.labels, ["Counseling", "20 min weekly", "Office", "4/9/2027", "4/8/2028"]], widths: widths, bold: true)
    one.y -= 14
    let top = one.y
    for x in widths.reduce(into: [50.0], { $0.append(($0.last ?? 50) + $1) }) { one.down(x, top, top + 30) }
    one.y += 3
    one.row(["Physical Therapy", "30 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: [53, 173, 293, 393, 473])
    let services = try Readers.embedded().parser.parse([one]).services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08", "2028-04-08"])
  }

  @Test func labelsAndAGroupAtThePagesEndHeadTheNextPage() throws {
    let widths = [150.0, 100, 90, 80, 80]
    var one = Sheet(page: 1, top: 640)
    one.heading("Services")
    one.table([Self.labels, ["Related Services", nil, nil, nil, nil]], widths: widths, bold: true)
    var two = Sheet(page: 2)
    two.table(
      [
        ["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"],
        ["Counseling", "30 min weekly", "Office", "4/9/2027", "4/8/2028"],
      ], widths: widths)
    let services = try Readers.embedded().parser.parse([one, two]).services
    #expect(services.map(\.service.code) == [.physicalTherapy, .counseling])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [20, 30])
    #expect(services.map(\.category) == [.relatedService, .relatedService])
  }

  @Test func upperLabelsAtThePagesEndStandOverTheLowerOnes() throws {
    let edges = [50.0, 200, 290, 380, 470]
    var one = Sheet(page: 1, top: 640)
    one.heading("Services")
    one.row(["Service", "Minutes per Week in Setting", "Start Date", "End Date"], at: [53, 203, 383, 473], bold: true)
    var two = Sheet(page: 2)
    two.table(
      [
        ["", "General Ed", "Special Ed", "", ""], ["Counseling", "", "30", "4/9/2027", "4/8/2028"],
        ["Audiology", "45", "", "4/9/2027", "4/8/2028"],
      ], widths: zip(edges, edges.dropFirst() + [560]).map { $1 - $0 })
    let services = try Readers.embedded().parser.parse([one, two]).services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [30, 45])
    #expect(services.map(\.location?.code) == [.specialEducation, .generalEducation])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08", "2028-04-08"])
  }

  @Test func theFirstLabelsOfACardThatThePageCutsAreNoTable() throws {
    func head(_ name: String, on sheet: inout Sheet) {
      sheet.row(["Type of Service", "Start Date", "Expected End", "How Often"], at: [50, 250, 350, 450], bold: true)
      sheet.row([name, "4/9/2027", "4/8/2028", "2x/week"], at: [50, 250, 350, 450])
    }
    func rest(_ minutes: Int, on sheet: inout Sheet) {
      sheet.line("Amount of Time", bold: true)
      sheet.line("\(minutes) min.")
      sheet.gap(10)
    }
    var one = Sheet(page: 1, top: 620)
    one.heading("Statement of Services")
    head("Counseling", on: &one)
    var two = Sheet(page: 2)
    rest(20, on: &two)
    for (name, minutes) in [("Audiology", 30), ("Physical Therapy", 45)] {
      head(name, on: &two)
      rest(minutes, on: &two)
    }
    let services = try Readers.embedded().parser.parse([one, two]).services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 60, 90])
  }
}
