import IEPModel
import Testing

@testable import Parsing

/// A printed list of services with a box before each name and blanks below those that are ticked.
@Suite struct TickedListTests {
  private func item(_ mark: String, _ name: String, group: String?, goals: String = "", on sheet: inout Sheet) {
    let boxes = ["Ind", "Grp", "Class", "Consult"].map { ($0 == group ? "☒ " : "☐ ") + $0 }
    let pieces = [mark + " " + name] + boxes + (goals.isEmpty ? [] : ["Goals " + goals])
    sheet.line(Array(zip(pieces, [50.0, 260, 310, 360, 420, 490])))
  }

  private func blanks(_ minutes: String, _ times: String, _ period: String, from: String, on sheet: inout Sheet) {
    let boxes = ["day", "week", "month"].map { ($0 == period ? "☒ " : "☐ ") + $0 }
    let pieces = ["Minutes " + minutes, "Times " + times, "per"] + boxes + ["Begin " + from, "End 6/4/2027"]
    sheet.line(Array(zip(pieces.map { $0.trimmingBlanks }, [64.0, 130, 180, 210, 250, 300, 350, 450])))
  }

  private func services() throws -> [ServiceLine] {
    try plan { sheet in
      sheet.line("SPECIAL EDUCATION", bold: true)
      item("☒", "Reading instruction", group: "Grp", goals: "1", on: &sheet)
      blanks("45", "4", "week", from: "9/2/2026", on: &sheet)
      sheet.line([("Place Room 14", 64), ("Staff Special education teacher", 300)])
      sheet.heading("RELATED SERVICES")
      item("☒", "Speech therapy", group: "Ind", goals: "2, 3", on: &sheet)
      blanks("20", "3", "week", from: "9/2/2026", on: &sheet)
      sheet.line([("Place Speech room", 64), ("Staff SLP", 300)])
      item("☐", "Physical therapy", group: nil, on: &sheet)
      item("☐", "Counseling", group: nil, on: &sheet)
      item("☒", "Occupational therapy", group: "Consult", goals: "4", on: &sheet)
      blanks("", "2", "month", from: "9/2/2026", on: &sheet)
      sheet.line([("Place Classroom", 64), ("Staff COTA", 300)])
      item("☐", "Audiology", group: nil, on: &sheet)
    }.services
  }

  @Test func whatIsTickedIsAServiceWithItsBlanks() throws {
    let found = try services()
    #expect(found.map(\.service.code) == [.specializedInstruction, .speechLanguage, .occupationalTherapy])
    #expect(found.map(\.dose.sessionMinutes) == [Interval(45), Interval(20), nil])
    #expect(found.map(\.dose.sessions) == [Interval(4), Interval(3), Interval(2)])
    #expect(found.map(\.dose.period?.unit) == [.week, .week, .month])
    #expect(found.map { $0.startDate?.description } == ["2026-09-02", "2026-09-02", "2026-09-02"])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .slp, .cota])
    #expect(found.map(\.goalNumbers) == [["1"], ["2", "3"], ["4"]])
  }

  @Test func theBoxesBesideTheNameSayWithWhom() throws {
    let found = try services()
    #expect(found.map(\.grouping) == [.group, .individual, nil])
    #expect(found.map(\.delivery) == [nil, nil, .consultation])
    #expect(found.map(\.category) == [.specialEducation, .relatedService, .relatedService])
  }
}
