import IEPModel
import Testing

@testable import Parsing

/// Who gives a service, to how many and for which goals, told beside other things: in notes, in headings, in names.
@Suite struct NoteBesideTests {
  @Test func aNoteTellsThePersonTheSizeAndTheGoal() throws {
    let services = try plan { sheet in
      sheet.heading("Services Summary")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Notes", "Begin", "End"],
          [
            "Reading", "150 minutes per week", "Resource room", "Ms. Abt, SpEd teacher; group of 4. Goal 1", "9/1/26",
            "6/9/27",
          ],
          ["Speech", "20 min 2x/wk", "Speech room", "K. Oster, SLP; small group. Goal 3", "9/1/26", "6/9/27"],
        ], widths: [60, 100, 80, 190, 50, 50])
    }.services
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
    #expect(services.map(\.goalNumbers) == [["1"], ["3"]])
    #expect(services.last?.grouping == .group)
  }

  @Test func aPersonOverItemsGivesThem() throws {
    let services = try plan { sheet in
      sheet.heading("Related services")
      sheet.line("Mr. Duque, teacher of the deaf and hard of hearing (goals 1 and 2)", bold: true)
      sheet.paragraph(
        "• Deaf education services, individual, 2 x 30 min per week, first-grade classroom, 4/20/26 to 4/19/27; and consultation with the first-grade teacher, 45 min per month, first-grade classroom, 4/20/26 to 4/19/27"
      )
    }.services
    #expect(services.map(\.provider?.code) == [.teacherOfDeaf, .teacherOfDeaf])
    #expect(services.map(\.goalNumbers) == [["1", "2"], ["1", "2"]])
    #expect(services.map(\.startDate?.description) == ["2026-04-20", "2026-04-20"])
    #expect(services.map(\.delivery) == [nil, .consultation])
  }

  @Test func whoIsAdvisedGivesNothing() {
    #expect(
      Clauses.withoutAdvised("Speech consultation with the class teacher takes place monthly with the SLP")
        == "Speech consultation takes place monthly with the SLP")
    #expect(Clauses.withoutAdvised("OT with Jo in class") == "OT with Jo in class")
  }

  @Test func aNameThatOpensASentenceStaysWhole() throws {
    let services = try plan { sheet in
      sheet.heading("Special education services")
      sheet.paragraph(
        "Reading instruction. Beginning November 16, 2026 and continuing through November 11, 2027, Mr. Pell, special education teacher, will work with Jo in the resource room for 45 minutes, four times a week."
      )
      sheet.paragraph(
        "Math instruction. Beginning November 16, 2026 and continuing through November 11, 2027, Mr. Pell, special education teacher, will work with Jo in the resource room for 45 minutes, four times a week."
      )
    }.services
    #expect(services.map(\.service.text) == ["Reading instruction", "Math instruction"])
  }

  @Test func theHeadingNamesWhatRowsCallASession() throws {
    let services = try plan { sheet in
      sheet.heading("Related services")
      for (name, person) in [("Speech-language therapy", "SLP"), ("Physical therapy", "PT")] {
        sheet.line(name, bold: true)
        sheet.table(
          [
            ["Description", "Frequency", "Duration", "Location", "Provider"],
            ["Individual session", "2x weekly", "30 min.", "Therapy room", person],
            ["Group session", "1x weekly", "25 min.", "Cafeteria", person],
          ], widths: [120, 90, 80, 110, 80])
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .speechLanguage, .physicalTherapy, .physicalTherapy])
  }

  @Test(arguments: [
    ("Mon. by Ms. Tran, SLP; small group", "SLP"), ("K. Oster, OTR/L (AEA), sets up tools", "OTR/L"),
    ("consult with Ms. Ito, classroom teacher", nil), ("Jo, when tired, rests", nil),
  ])
  func aNoteNamesAPersonByTitleOrInitial(note: String, role: String?) throws {
    #expect(Clauses.role(named: note, vocabulary: try Readers.embedded().vocabulary) == role)
  }
}
