import IEPModel
import Testing

@testable import Parsing

/// Labels that tell in brackets what to write there.
@Suite struct GlossedLabelTests {
  @Test func cardsAskWithGlosses() throws {
    func card(_ service: String, _ minutes: String, _ sheet: inout Sheet) {
      sheet.table(
        [
          ["Service", service, "Service Minutes (per service frequency)", minutes],
          ["Service Frequency (number of times)", "2", "Service Period (Daily, Weekly, Monthly)", "Weekly"],
          ["Start Date", "9/8/2027", "End Date", "9/7/2028"],
          ["Provider (by position)", "OT", "Location (e.g., classroom, resource room)", "Art room"],
        ], widths: [160, 90, 170, 90])
      sheet.gap(12)
    }
    let found = try plan { sheet in
      sheet.heading("Related Services")
      card("Occupational therapy", "20", &sheet)
      card("Occupational therapy", "15", &sheet)
    }.services
    #expect(found.map { $0.dose.sessionMinutes?.max } == [20, 15])
    #expect(found.map { $0.dose.sessions?.max } == [2, 2])
    #expect(found.map { $0.location?.text } == ["Art room", "Art room"])
    #expect(found.map { $0.endDate?.description } == ["2028-09-07", "2028-09-07"])
  }

  @Test func bracketsThatSayMoreAreNoGloss() throws {
    let labels = try Readers.embedded().labels
    #expect(labels.service.exact("Location (e.g., gym)") == [.location])
    #expect(labels.service.exact("Location (Room 12)").isEmpty)
  }
}
