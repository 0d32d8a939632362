import IEPModel
import Testing

@testable import Parsing

/// Cards whose title names the subject behind the kind of service, and values that were left out.
@Suite struct SubjectInTitleTests {
  private func card(_ title: String, delivery: String = "Direct", on sheet: inout Sheet) {
    sheet.line(title, size: 10, bold: true)
    for (labels, values) in [
      (
        ["AMOUNT", "LOCATION", "PROVIDER"],
        ["40 minutes, 4 times per week", "Resource room", "Special education teacher"]
      ),
      (["DELIVERY", "GROUPING", "GOALS"], [delivery, "Group", "2"]), (["BEGINS", "ENDS"], ["4/9/2027", "4/8/2028"]),
    ] {
      sheet.line(zip(labels, [50.0, 220, 390]).map { ($0.0, $0.1) }, size: 7)
      sheet.line(zip(values, [50.0, 220, 390]).map { ($0.0, $0.1) }, size: 9)
    }
    sheet.gap(10)
  }

  @Test(arguments: [
    "Specially Designed Instruction - Reading", "Learning Support - Reading", "Push-in Support: Science",
  ])
  func theKindOfServiceWithItsSubjectNamesTheCard(title: String) throws {
    let found = try plan { sheet in
      sheet.heading("Special Education Services")
      card(title, on: &sheet)
      card("Occupational Therapy", on: &sheet)
    }.services
    #expect(found.map(\.service.text) == [title, "Occupational Therapy"])
  }

  @Test func noLabelGoesOnBelowAMarkForAValueThatWasLeftOut() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education Services")
      card("Occupational Therapy", delivery: "—", on: &sheet)
    }.services
    #expect(found.map { $0.startDate?.description } == ["2027-04-09"])
    #expect(found.map { $0.endDate?.description } == ["2028-04-08"])
  }
}
