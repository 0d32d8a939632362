import IEPModel
import Testing

@testable import Parsing

/// Headings over tables that tell how, and of what kind, all services below are.
@Suite struct DeliveryHeadingTests {
  private func section(_ heading: String, _ groups: [(String, String)], _ sheet: inout Sheet) {
    sheet.heading(heading)
    var rows: [[String?]] = [["Service", "Given by", "Where", "Minutes per week"]]
    for (group, service) in groups { rows += [[group, nil, nil, nil], [service, "Therapist", "Classroom", "30"]] }
    sheet.table(rows, widths: [150, 110, 110, 120], bold: true)
    sheet.gap(14)
  }

  @Test func groupsAreGivenAsTheHeadingSays() throws {
    let found = try plan { sheet in
      section(
        "Direct Services", [("Special Education", "Reading"), ("Related Services", "Occupational therapy")], &sheet)
      section("Consultation Services", [("Related Services", "Physical therapy")], &sheet)
    }.services
    #expect(found.map(\.delivery) == [.direct, .direct, .consultation])
    #expect(found.map(\.category) == [.specialEducation, .relatedService, .relatedService])
  }

  @Test(arguments: ["Consultation, speech pathologist with class teacher", "Speech consultation on the tablet"])
  func aNameSaysThatItIsConsultation(name: String) throws {
    let found = try plan { sheet in
      section("Services", [("Related Services", name)], &sheet)
    }.services
    #expect(found.map(\.delivery) == [.consultation])
  }

  @Test func theFirstLabelNamesTheKindBelowAHeadingOfAids() throws {
    let found = try plan { sheet in
      sheet.heading("Supplementary Aids and Services")
      sheet.line("• Graph paper")
      for (kind, service) in [("Special Education", "Math instruction"), ("Related Services", "Counseling")] {
        sheet.table(
          [[kind, "Minutes", "Times", "Per", "Location"], [service, "30", "2", "week", "Room 4"]],
          widths: [150, 70, 70, 70, 100], bold: true)
        sheet.gap(14)
      }
    }.services
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }

  @Test func aSummerBandClosesThePlaceAboveIt() throws {
    let found = try plan { sheet in
      sheet.heading("Service Delivery")
      for (band, date) in [
        ("C. Special Education and Related Services in Other Settings", "1/8/2028"),
        ("Extended School Year: Special Education and Related Services (Direct Service)", "7/8/2028"),
      ] {
        sheet.table(
          [
            [band, nil, nil, nil], ["Type of service", "Personnel", "Frequency", "Start date"],
            ["Physical therapy", "PT", "30 minutes weekly", date],
          ], widths: [160, 90, 140, 90], bold: true)
        sheet.gap(14)
      }
    }.services
    #expect(found.map(\.location?.code) == [.specialEducation, nil])
    #expect(found.map(\.extendedSchoolYear) == [nil, true])
  }
}
