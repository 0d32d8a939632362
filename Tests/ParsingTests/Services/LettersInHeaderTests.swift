import IEPModel
import Testing

@testable import Parsing

/// Columns whose header says what their letters stand for, and columns that are a setting each.
@Suite struct LettersInHeaderTests {
  @Test func theHeaderIsTheKeyWhateverTheNoteBelowSays() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "*Direct (D)\nIndirect (I)", "Location", "Minutes", "Per", "Begins", "Ends"],
          ["Math instruction", "D", "Resource room", "150", "Week", "9/14/2026", "9/9/2027"],
          ["Occupational therapy", "I", "Classroom", "15", "Month", "9/14/2026", "9/9/2027"],
        ], widths: [140, 70, 80, 50, 50, 65, 65], bold: true)
      sheet.line("*D = service given to the student; I = service given to teachers for the student.")
    }.services
    #expect(found.map(\.delivery) == [.direct, .indirect])
    #expect(found.map(\.grouping) == [nil, nil])
    #expect(found.map { $0.provider?.code } == [nil, nil])
  }

  @Test func anAmountStandsInTheColumnOfItsSetting() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Each service starts on the day in its row and ends with this plan on 11/8/2027.")
      sheet.table(
        [
          [
            "Service", "Provider", "Minutes x lesson\nRegular Class", "Minutes x lesson\nSpecial Class",
            "Minutes x lesson\n(each) Therapy\nArea", "Date to Begin",
          ],
          ["Math support", "Special Education Teacher", "", "55 min x 3/wk", "", "11/11/26"],
          ["Counseling", "School Counselor", "", "", "30 min x 1/wk", "11/11/26"],
        ], widths: [90, 120, 85, 85, 85, 65], bold: true)
    }.services
    #expect(found.map { $0.location?.code } == [.specialEducation, .therapyRoom])
    #expect(found.map { $0.endDate?.description } == ["2027-11-08", "2027-11-08"])
  }
}
