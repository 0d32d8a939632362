import IEPModel
import Testing

@testable import Parsing

/// Cards whose way of giving the service is ticked in boxes that wrap.
@Suite struct BoxesBehindLabelTests {
  @Test func boxesInColumnsAnswerTheLabelBeforeThem() throws {
    let found = try plan { sheet in
      sheet.heading("Related Services")
      for (name, group) in [("Speech therapy", "☒ group"), ("Occupational therapy", "☐ group")] {
        sheet.line(name, size: 11, bold: true)
        sheet.row(["How much", "30 minutes, 2 times a week"], at: [50, 160])
        sheet.row(["Where", "Classroom"], at: [50, 160])
        sheet.row(["How", "☒ direct", "☐ consult", "☐ one-on-one"], at: [50, 160, 220, 290])
        sheet.row([group, "☐ whole class"], at: [160, 220])
        sheet.gap(8)
      }
    }.services
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(found.map(\.delivery) == [.direct, .direct])
    #expect(found.map(\.grouping) == [.group, nil])
  }

  @Test func groupsBesideAConsultationAreNoIndirectServices() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Sessions", "Minutes", "Per", "How", "Setting"],
          ["Speech therapy", "2", "30", "week", "Ind", "Speech room"],
          ["Counseling", "1", "30", "week", "Cls", "Classroom"],
          ["Occupational therapy", "1", "20", "month", "Con", "Classroom"],
        ], widths: [130, 60, 60, 60, 60, 110], bold: true)
    }.services
    #expect(found.map(\.delivery) == [nil, nil, .consultation])
    #expect(found.map(\.grouping) == [.individual, .wholeClass, nil])
  }
}
