import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Services and goals in panels that stand beside one another, each under a heading or a name of its own.
@Suite struct PanelTests {
  @Test func servicesAreListedInACellUnderEachPlace() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      var page = sheet
      page.table(
        [
          ["Inside general education", "Outside general education"],
          [
            "Special education\nWriting support\n30 minutes, 3 days a week\nthird grade classroom\nMs. Day, special education teacher\nRelated services\nOccupational therapy consultation with\nthe team\n15 minutes, 2 times a month\nMr. Ito, OTR",
            "Special education\nReading support\n40 minutes, 5 days a week\nresource room\nMs. Day, special education teacher",
          ],
        ], widths: [250, 250])
      // Names are bold, and what is said of the services is not.
      for index in page.layout.words.indices {
        let word = page.layout.words[index]
        let names = ["Writing", "Reading", "support", "Occupational", "therapy", "consultation", "with", "the", "team"]
        if names.contains(word.text) { page.embolden(index) }
      }
      sheet = page
      sheet.line("All services above start on 9/8/2026 and end on 9/3/2027.")
    }.services
    #expect(
      services.map(\.service.text) == [
        "Writing support", "Occupational therapy consultation with the team", "Reading support",
      ])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation, .specialEducation])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .ot, .specialEducationTeacher])
    #expect(services.map(\.category) == [.specialEducation, .relatedService, .specialEducation])
    #expect(services.allSatisfy { $0.endDate == CalendarDate(iso: "2027-09-03") })
  }

  @Test func goalsInPanelsAreWholeEach() throws {
    let goals = try goals { sheet in
      func panel(_ area: String, _ goal: [String], _ baseline: String) -> [Sheet.Print] {
        [(area, 9, true)] + goal.map { ($0, 9, false) } + [("Baseline: " + baseline, 9, false)]
      }
      sheet.boxes(
        [
          panel("Reading", ["Jo will read a story aloud to a", "partner in 4 of 5 lessons."], "1 of 5"),
          panel("Writing", ["Jo will write three sentences", "in the class journal each day."], "one"),
        ], widths: [250, 250])
    }
    #expect(
      goals.map(\.text) == [
        "Jo will read a story aloud to a partner in 4 of 5 lessons.",
        "Jo will write three sentences in the class journal each day.",
      ])
    #expect(goals.map(\.area?.text) == ["Reading", "Writing"])
    #expect(goals.map(\.baseline) == ["1 of 5", "one"])
  }

  /// A frame around the cards of each kind, and the left one longer than the right one.
  @Test func cardsInFramesAreReadFrameByFrame() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("All services: 10/26/2026 to 6/10/2027.")
      let top = sheet.y + 10
      func card(_ name: String, _ amount: String, _ place: String, x: Double, y: Double) {
        sheet.y = y
        sheet.rounded(
          [
            [(name, 0)], [("Amount", 0), (amount, 60)], [("Place", 0), (place, 60)],
            [("Provider", 0), ("Teacher of the Deaf", 60)],
          ], width: 220, x: x)
      }
      func frame(x: Double, height: Double, heading: String) {
        sheet.across(x, x + 236, y: top)
        sheet.across(x, x + 236, y: top + height)
        sheet.down(x, top, top + height)
        sheet.down(x + 236, top, top + height)
        sheet.write(heading, x: x + 20, y: top + 6, bold: true)
      }
      frame(x: 50, height: 230, heading: "DIRECT SERVICES TO THE CHILD")
      frame(x: 310, height: 160, heading: "CONSULTATION AND MONITORING")
      card("Deaf education instruction", "45 minutes, 3 times per week", "Resource room", x: 58, y: top + 24)
      card("Language instruction", "30 minutes, once per week", "Classroom", x: 58, y: top + 90)
      card("Sign language instruction", "20 minutes, once per week", "Library", x: 58, y: top + 156)
      card("Audiology", "30 minutes per quarter", "Classroom", x: 318, y: top + 24)
      card("Educational interpreting", "10 minutes per month", "Classroom", x: 318, y: top + 84)
      sheet.y = top + 250
    }.services
    #expect(
      services.map(\.service.text) == [
        "Deaf education instruction", "Language instruction", "Sign language instruction", "Audiology",
        "Educational interpreting",
      ])
    #expect(services.map(\.delivery) == [.direct, .direct, .direct, .consultation, .consultation])
    #expect(services.allSatisfy { $0.startDate == CalendarDate(iso: "2026-10-26") })
  }
}
