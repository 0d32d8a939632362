import IEPModel
import Testing

@testable import Parsing

/// Rows of a table without rules, whose lines stand so evenly that nothing parts one service from the next.
@Suite struct PackedRowTests {
  private let columns = [40.0, 200, 270, 380, 450, 520]

  private let types = ["Service", "Type", "Staff", "Time", "Given", "Goals"]
  private let amounts = ["Service", "Minutes", "How often", "Place", "With", "Staff"]

  /// What is read of lines evenly below one another under labels, each given as its cells.
  private func services(under labels: [String], _ lines: [[String]]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Related Services")
      sheet.row(labels, at: columns, bold: true)
      for line in lines { sheet.row(line, at: columns, leading: 1.3) }
    }.services
  }

  @Test func linesBelowTheFirstOfAServiceAreItsOwn() throws {
    let found = try services(
      under: types,
      [
        ["Speech-language therapy for", "Related", "Mr. Moss, SLP", "20 min weekly", "individual", "3"],
        ["classroom talk", "", "", "", "", ""],
        ["Occupational therapy for", "Related", "Ms. Day, OTR/L", "30 min monthly", "group", "4"],
        ["written work", "", "", "", "", ""],
      ])
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(found.map(\.goalNumbers) == [["3"], ["4"]])
    #expect(found.map(\.grouping) == [.individual, .group])
  }

  @Test func linesOnBothSidesOfAnAmountAreOfItsService() throws {
    let found = try services(
      under: amounts,
      [
        ["Occupational Therapy", "", "", "", "", ""],
        ["", "30 minutes", "2 per week", "General Ed.", "Group", "OT"],
        ["Services", "", "", "", "", ""],
        ["Physical Therapy", "", "", "", "", ""],
        ["", "15 minutes", "1 per week", "Gym", "Group", "PT"],
        ["(School-Based)", "", "", "", "", ""],
      ])
    #expect(found.map(\.service.code) == [.occupationalTherapy, .physicalTherapy])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 15])
  }

  @Test func twoAmountsOfOneServiceStayTogether() throws {
    let found = try services(
      under: amounts,
      [
        ["Occupational Therapy", "30 minutes", "2 per week", "Classroom", "Group", "OTR/L"],
        ["", "15 minutes", "1 per month", "Staff room", "", ""],
      ])
    #expect(found.count == 1)
  }

  @Test func headingsSetAlikeHeadTheRowsBelowThem() throws {
    let found = try plan { sheet in
      sheet.heading("Statement of Services")
      sheet.row(types, at: columns, bold: true)
      sheet.line("LEARNING STUDIO (Main building)", x: 40)
      sheet.row(["Reading instruction", "Sp. Ed.", "Ms. Linde, TVI", "90 min weekly", "group", "1"], at: columns)
      sheet.line("THERAPY ROOMS (Wing C)", x: 40)
      sheet.row(["Physical therapy", "Related", "Mr. Abel, PT", "30 min weekly", "individual", "2"], at: columns)
    }.services
    #expect(found.map(\.service.code) == [.specializedInstruction, .physicalTherapy])
    #expect(found.last?.location?.code == .therapyRoom)
  }
}
