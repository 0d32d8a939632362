import IEPModel
import Testing

@testable import Parsing

/// Keys that set codes before their words with nothing between or behind them.
@Suite struct InitialCodeTests {
  @Test func codesBeginAsTheirWordsDo() {
    let found = InitialCodes.read("SITE: GC general classroom SC special class OR office room GY gym M monthly")
    #expect(found.map(\.code) == ["GC", "SC", "OR", "GY", "M"])
    #expect(found.first?.meaning == "general classroom")
  }

  @Test func stopsMayPartSomeOfThem() {
    let found = InitialCodes.read("D direct I indirect. Grp group Ind individual. WK week QTR quarter MO month.")
    #expect(found.map(\.code).contains("QTR"))
  }

  @Test(arguments: [
    "OT and PT are given in the room where SLP works with groups.", "I want to read. I can add. I need help with maps.",
    "PT helps with stairs, and the OT offers a chair.",
  ])
  func sentencesAreNoKeys(text: String) {
    #expect(InitialCodes.read(text).isEmpty)
  }

  @Test func placesAndWaysAreSpelledOut() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "How", "Times", "Per", "Min", "Place", "Staff"],
          ["Counseling", "I", "2", "MO", "30", "OR", "LCSW"], ["OT", "C", "1", "QTR", "40", "GC", "OTR"],
        ], widths: [110, 50, 60, 60, 60, 80, 80])
      sheet.line("PLACE: GC general education classroom SC special education class OR office room")
      sheet.line("I individual G group C consultation. WK week MO month QTR quarter.")
    }.services
    #expect(services.map { $0.dose.period?.unit } == [.month, .quarter])
    #expect(services.last?.location?.code == .generalEducation)
    #expect(services.last?.delivery == .consultation)
  }
}
