import IEPModel
import Testing

@testable import Parsing

/// Cards each below a heading that only counts its service.
@Suite struct CountedSectionTests {
  private func card(_ count: Int, _ facts: [(String, String)], on sheet: inout Sheet) {
    sheet.heading("SERVICE \(count) OF 3")
    for pair in facts { sheet.row([pair.0, pair.1], at: [50, 150]) }
  }

  private func facts(_ name: String, _ amount: String, from start: String, to end: String) -> [(String, String)] {
    [
      ("Service", name), ("Frequency", amount), ("Location", "Gym"), ("Provider", "PT"), ("Start date", start),
      ("End date", end),
    ]
  }

  @Test func theGroupAboveHoldsForThem() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Related services", bold: true)
      card(1, facts("PT", "30 minutes weekly", from: "9/8/2026", to: "6/1/2027"), on: &sheet)
      sheet.line("Help for the staff (supports for school personnel)", bold: true)
      card(2, facts("PT training", "60 minutes monthly", from: "9/8/2026", to: "6/1/2027"), on: &sheet)
      sheet.heading("Extended school year - related services")
      card(3, facts("PT", "20 minutes weekly", from: "6/21/2027", to: "7/24/2027"), on: &sheet)
    }.services
    #expect(services.map(\.category) == [.relatedService, .personnelSupport, .relatedService])
    #expect(services.map { $0.extendedSchoolYear ?? false } == [false, false, true])
  }

  @Test(arguments: [
    ("SERVICE 3 OF 7", true), ("Service #2", true), ("Service page", false), ("Services 2026-27", false),
  ])
  func aHeadingThatOnlyCounts(text: String, counts: Bool) {
    #expect(ServiceSectionContext.countsService(text) == counts)
  }
}
