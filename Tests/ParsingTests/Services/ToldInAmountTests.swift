import IEPModel
import Testing

@testable import Parsing

/// Rows that tell everything but the service's name in one sentence.
@Suite struct ToldInAmountTests {
  private func services(_ sentence: String) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education Services and Related Services")
      sheet.table(
        [
          ["Service", "Amount, frequency, place, person responsible and dates"],
          ["Speech-language therapy", sentence],
        ], widths: [160, 320], bold: true)
    }.services
  }

  @Test func whatNoColumnAsksForStandsInTheSentence() throws {
    let found = try services(
      "Jo will receive 30 minutes, twice per week of direct small group\nservice in the speech room, provided by the "
        + "speech-language pathologist,\nfrom 9/2/2025 to 9/1/2026 (Goals 1 and 2).")
    #expect(found.map(\.provider?.code) == [.slp])
    #expect(found.map(\.delivery) == [.direct])
    #expect(found.map(\.grouping) == [.group])
    #expect(found.map(\.goalNumbers) == [["1", "2"]])
    #expect(found.map(\.location?.code) == [.therapyRoom])
  }

  @Test func anAmountAloneTellsNothingElse() throws {
    let found = try services("30 minutes, twice per week")
    #expect(found.map(\.provider) == [nil])
    #expect(found.map(\.goalNumbers) == [[]])
  }
}
