import IEPModel
import Testing

@testable import Parsing

/// Labels and captions of a form's own, told by what stands under them.
@Suite struct OwnLabelTests {
  @Test func aCountedCaptionGivesThePlace() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      for (caption, service) in [
        ("Table 1. In the general education classroom", "Speech-language therapy"),
        ("Table 2. In a therapy room or office", "Occupational therapy"),
      ] {
        sheet.line(caption, bold: true)
        sheet.table(
          [["Service", "Minutes", "How often", "Provider"], [service, "20", "2 times a week", "OTR/L"]],
          widths: [160, 70, 110, 90], bold: true)
        sheet.gap(14)
      }
    }.services
    #expect(found.map { $0.location?.code } == [.generalEducation, .therapyRoom])
  }

  @Test func aLabelThatAsksWhereIsAnsweredByAPlace() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      for (service, place) in [("Counseling", "Counseling suite"), ("Braille instruction", "Math class")] {
        sheet.line("Service: \(service)")
        sheet.line("Amount: 2 sessions of 30 minutes per week")
        sheet.line("Room we use: \(place)")
        sheet.line("Starts: 9/8/2026")
        sheet.gap(10)
      }
    }.services
    #expect(found.map { $0.location?.text } == ["Counseling suite", "Math class"])
  }

  @Test func optionsOfAListAreNoLabels() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["PART B. RELATED SERVICES", "Amount / frequency", "Place", "Provider"], at: [50, 230, 360, 440])
      sheet.line("☐ Speech/language therapy", size: 8)
      sheet.row(["☒ Occupational therapy", "2x30/wk", "Classroom", "OTR/L"], at: [50, 230, 360, 440])
      sheet.line("☐ Counseling services", size: 8)
      sheet.line("☐ School social work", size: 8)
      sheet.row(["☒ Nursing", "15 min 2x/day", "Health room", "School RN"], at: [50, 230, 360, 440])
    }.services
    #expect(found.map(\.service.code) == [.occupationalTherapy, .nursing])
    #expect(found.map(\.category) == [.relatedService, .relatedService])
  }

  @Test func aColumnOfSupportsMakesNoAids() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Support offered", "Who delivers it", "Setting", "How long"],
          ["Specially designed instruction", nil, nil, nil],
          ["Reading instruction", "Resource teacher", "Resource room", "45 minutes, 5 times per week"],
          ["Related supports", nil, nil, nil],
          ["Counseling", "School counselor", "Counseling office", "30 minutes, once a week"],
        ], widths: [150, 110, 110, 130], bold: true)
    }.services
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }

  @Test func consultationStandsOverWhoGivesIt() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service and person responsible", "Hours", "Per", "Begin", "End"],
          ["Speech consultation\nSpeech-Language Pathologist", "0.5", "mo", "1/26/2026", "1/19/2027"],
          ["Social work consultation to teachers\nSchool Social Worker", "1.0", "mo", "1/26/2026", "1/19/2027"],
        ], widths: [200, 60, 50, 80, 80], bold: true)
    }.services
    #expect(found.map { $0.provider?.code } == [.slp, .socialWorker])
  }

  @Test func aCommentMayNameTheGoals() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Service: Counseling")
      sheet.line("Duration/Freq: 30 min x 1 weekly")
      sheet.line("Location: Counseling office")
      sheet.line("Comments: Supports goal(s) 2, 4; homework check-in")
    }.services
    #expect(found.map(\.goalNumbers) == [["2", "4"]])
  }
}
