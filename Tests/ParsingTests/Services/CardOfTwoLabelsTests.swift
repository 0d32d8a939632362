import IEPModel
import Testing

@testable import Parsing

/// Cards set as lines of two labels with their values beside them, without a rule and in one type.
@Suite struct CardOfTwoLabelsTests {
  private let columns = [50.0, 160, 310, 420]

  private func card(_ kind: String, _ name: String, _ rows: [[String]], on sheet: inout Sheet) {
    sheet.write(kind, x: 50, y: sheet.y + 1.5, size: 7, bold: true)
    sheet.line([(name, 52 + Double(kind.count) * 4.2)], size: 9, bold: true)
    for row in rows { sheet.row(row, at: columns, leading: 1.3) }
    sheet.gap(6)
  }

  private func services() throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Specially Designed Instruction and Services")
      card(
        "Special Education", "Writing",
        [
          ["Frequency", "3x per week", "Time", "45 min"],
          ["Setting", "Resource room", "Position responsible", "Special education teacher"],
          ["Projected date of", "02/17/2026", "Anticipated duration", "through 02/16/2027"], ["initiation"],
          ["Delivery", "direct", "Goals addressed", "1"],
        ], on: &sheet)
      card(
        "Related Service", "Speech therapy",
        [
          ["Frequency", "Total per week", "Time", "30 minutes"],
          ["Setting", "Speech room", "Position responsible", "SLP"],
          ["Projected date of", "02/17/2026", "Anticipated duration", "through 02/16/2027"], ["initiation"],
          ["Delivery", "", "Goals addressed", "3"],
        ], on: &sheet)
      card(
        "Related Service", "Physical therapy",
        [
          ["Frequency", "", "Time", "20 minutes"], ["Setting", "Gym", "Position responsible", "PTA"],
          ["Projected date of", "", "Anticipated duration", "through 02/16/2027"], ["initiation"],
          ["Delivery", "direct", "Goals addressed", "4"],
        ], on: &sheet)
    }.services
  }

  @Test func eachIsAServiceThoughValuesAreLeftOut() throws {
    let found = try services()
    #expect(found.map(\.service.code) == [.specializedInstruction, .speechLanguage, .physicalTherapy])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [135, 30, nil])
    #expect(found.map(\.dose.sessionMinutes) == [Interval(45), nil, Interval(20)])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .slp, .pta])
    #expect(found.map { $0.startDate?.description } == ["2026-02-17", "2026-02-17", nil])
    #expect(found.map { $0.endDate?.description } == ["2027-02-16", "2027-02-16", "2027-02-16"])
    #expect(found.map(\.goalNumbers) == [["1"], ["3"], ["4"]])
  }

  @Test func theTagOfEachTellsItsKind() throws {
    #expect(try services().map(\.category) == [.specialEducation, .relatedService, .relatedService])
  }
}
