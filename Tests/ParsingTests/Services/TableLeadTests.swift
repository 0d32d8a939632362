import IEPModel
import Testing

@testable import Parsing

/// What stands above a table, or in a sentence of the section, and holds for rows that have no column for it.
@Suite struct TableLeadTests {
  private let columns = [150.0, 150, 60]

  @Test func aLineAboveATableGivesPlaceAndPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (lead, service) in [
        ("In the resource room, with the special education teacher", "Reading instruction"),
        ("In the speech room, with the speech-language pathologist", "Speech therapy"),
      ] {
        sheet.line(lead)
        sheet.table(
          [["Service", "Amount", "Goal"], [service, "2 x 30 minutes weekly", "1"]], widths: columns, bold: true)
      }
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation, .therapyRoom])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
  }

  @Test func theLeadMayNameTheGroupToo() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Jo will receive the following related services in the therapy room:")
      sheet.table(
        [["Service", "Amount", "Goal"], ["Speech therapy", "2 x 30 minutes weekly", "1"]], widths: columns, bold: true)
    }.services
    #expect(services.map(\.location?.code) == [.therapyRoom])
  }

  @Test func aColumnOutweighsTheLead() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("In the speech room, with the speech-language pathologist")
      sheet.table(
        [["Service", "Amount", "Location"], ["Speech therapy", "2 x 30 minutes weekly", "Cafeteria"]],
        widths: columns, bold: true)
    }.services
    #expect(services.map(\.location?.code) == [.schoolWide])
  }

  @Test func aSentenceGivesTheDatesOfAllServices() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("All services listed below begin 10/6/2025 and end 10/5/2026. Figures are minutes per week.")
      sheet.table(
        [["Service", "Amount", "Location"], ["Speech therapy", "60 minutes weekly", "Speech room"]],
        widths: columns, bold: true)
    }.services
    #expect(services.map { $0.startDate?.description } == ["2025-10-06"])
    #expect(services.map { $0.endDate?.description } == ["2026-10-05"])
  }

  @Test func oneCellMayHoldPlaceAndPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Time", "Place and staff"],
          ["Speech therapy", "2 visits of 30 minutes a week", "Speech room\nSpeech-language pathologist"],
          ["Occupational therapy", "1 visit of 30 minutes a week", "Cafeteria\nOccupational therapist"],
        ], widths: [140, 180, 160], bold: true)
    }.services
    #expect(services.map(\.location?.code) == [.therapyRoom, .schoolWide])
    #expect(services.map(\.provider?.code) == [.slp, .ot])
  }

  @Test func aRowAcrossTheColumnsGivesPlaceAndPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Size", "Minutes", "Times", "Mon", "Tue", "Wed"],
          ["Resource room — Special education teacher", nil, nil, nil, nil, nil, nil],
          ["Reading group", "Small group", "45 min", "2 / week", "P4", "P4", ""],
          ["Speech room — Speech-language pathologist", nil, nil, nil, nil, nil, nil],
          ["Speech therapy", "1:1", "30 min", "1 / week", "", "", "P5"],
        ], widths: [150, 80, 70, 70, 40, 40, 40], bold: true)
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation, .therapyRoom])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
  }

  @Test func entriesOfTwoLinesTakeTheDatesOfAll() throws {
    let services = try plan { sheet in
      sheet.heading("Related services")
      sheet.line("Unless a line says otherwise, every support starts on August 17, 2026 and ends on")
      sheet.line("August 16, 2027, on days when school is in session.")
      sheet.gap(6)
      for (name, amount, person) in [
        ("Speech therapy", "1 session a week, 30 minutes", "Speech-Language Pathologist"),
        ("Counseling", "2 sessions a month, 30 minutes each", "School Counselor"),
      ] {
        sheet.line([(name, 50), (amount, 380)], leading: 1.2)
        sheet.line("\(person) · Speech room · small group")
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .counseling])
    #expect(services.map(\.provider?.code) == [.slp, .counselor])
    #expect(services.map(\.grouping) == [.group, .group])
    #expect(services.map { $0.endDate?.description } == ["2027-08-16", "2027-08-16"])
  }
}
