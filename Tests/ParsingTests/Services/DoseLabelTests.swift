import IEPModel
import Testing

@testable import Parsing

/// Labels that ask for how often and how long in one.
@Suite struct DoseLabelTests {
  @Test(arguments: [
    "Frequency & Duration of Sessions", "Number and Length of Sessions", "Duration and Frequency of Services",
    "Time and Frequency of Service",
  ])
  func bothAreAskedForTogether(label: String) throws {
    #expect(try Readers.embedded().labels.service.exact(label).contains(.dose))
  }

  @Test func aLabelMayWrapInItsCard() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, amount) in [("Adapted PE", "40 min. 5x/week"), ("Nursing", "30 min. 1x/day")] {
        sheet.row(["Service Description", name], at: [50, 220])
        sheet.row(["Frequency & Length of", amount], at: [50, 220])
        sheet.line("Sessions")
        sheet.row(["Location", "Learning Center"], at: [50, 220])
        sheet.gap(10)
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [200, 150])
  }
}
