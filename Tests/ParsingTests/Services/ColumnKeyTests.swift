import IEPModel
import Testing

@testable import Parsing

/// Codes listed behind their label with nothing between, and figures that mean something in one column only.
@Suite struct ColumnKeyTests {
  private let legend =
    "Service codes: SE Special Education Instruction AP Adapted PE CN Counseling PA Paraeducator support. Setting codes: "
    + "G Special education classroom, outside of the regular class C Regular education classroom H Home. Freq (Wks): 1 = "
    + "every week, 2 = every other week, 4 = every fourth week."

  @Test func codesStandBeforeTheirWords() {
    let found = LetteredCodes.read(legend)
    #expect(found.map(\.code) == ["SE", "AP", "CN", "PA", "G", "C", "H"])
    #expect(found.prefix(2).map(\.meaning) == ["Special Education Instruction", "Adapted PE"])
  }

  @Test func capitalsInRunningTextAreNoList() {
    #expect(LetteredCodes.read("Access code: the OT and PT rooms share a key with the SLP.").isEmpty)
  }

  @Test func figuresMeanSomethingInTheirColumnAlone() throws {
    var key = CodeKey([])
    key.add(paragraph: legend)
    let headers = ["#", "Days/ Freq", "Freq (Wks)"]
    let vocabulary = try Readers.embedded().vocabulary
    func spelled(_ text: String, under header: String) -> [String] {
      key.spelledOut(column: [text], under: header, among: headers, vocabulary: vocabulary)
    }
    #expect(spelled("2", under: "Freq (Wks)") == ["every other week"])
    #expect(spelled("2", under: "Days/ Freq") == ["2"])
    #expect(spelled("2", under: "#") == ["2"])
  }

  @Test func minutesDaysAndWeeksMakeOneAmount() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.paragraph(legend)
      sheet.table(
        [
          [
            "#", "Service\nCode", "Setting\nCode", "Provider", "Min/\nDay", "Days/\nFreq", "Freq\n(Wks)", "Start",
            "End",
          ],
          ["1", "CN", "G", "LCSW", "30", "1", "2", "9/2/2025", "6/5/2026"],
        ], widths: [20, 50, 50, 100, 40, 40, 40, 70, 70], bold: true)
    }.services
    #expect(found.map(\.service.code) == [.counseling])
    #expect(found.map { $0.location?.code } == [.specialEducation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(15)])
  }

  @Test func aCodesMeaningMakesCompanyForItsRow() throws {
    let readers = try Readers.embedded()
    var key = CodeKey([])
    key.add(paragraph: legend)
    let table = Grid.table([
      ["Service Code", "Provider", "Minutes", "Days", "Start", "End"],
      ["CN", "School counselor", "30", "1", "9/2/2025", "6/5/2026"],
    ])
    let found = ServiceTableReader(labels: readers.labels, values: readers.values, key: key)
      .read(table, context: ServiceContext(), continuing: nil)
    #expect(found?.candidates.map(\.company) == [1])
  }
}
