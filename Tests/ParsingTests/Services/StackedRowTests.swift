import IEPModel
import Testing

@testable import Parsing

/// Rows of cells that hold each a label over its value, some of the labels in words of the form's own.
@Suite struct StackedRowTests {
  @Test func theCellsBesideItTellThatALineIsALabel() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Type of Service\nPhysical Therapy", "Location\nGymnasium", "Provider: Lead (L)\nPhysical Therapist"],
          ["Sessions\n2", "Length of Session\n25 minutes", "Frequency\nWeekly"],
          ["Start Date\n9/8/2027", "End Date\n9/7/2028", "Goal(s)\n1"],
        ], widths: [160, 160, 180])
    }.services
    #expect(services.map(\.service.code) == [.physicalTherapy])
    #expect(services.map(\.provider?.code) == [.pt])
    #expect(services.map(\.location?.text) == ["Gymnasium"])
  }

  @Test func aFormsOwnLabelIsNoValue() throws {
    let student = try plan { sheet in
      sheet.heading("Student Information")
      sheet.table(
        [
          [
            "Grade\n4", "Home / Service School\nLarkin Pond Elementary", "IEP Team Meeting Date\n9/7/2027",
            "Date of Birth\n3/8/2017",
          ]
        ], widths: [60, 180, 140, 120])
    }.student
    #expect(student.school == "Larkin Pond Elementary")
  }
}
