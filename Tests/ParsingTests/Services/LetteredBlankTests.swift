import IEPModel
import Testing

@testable import Parsing

/// Forms of one service each: blanks counted by letters, labels that open every card, amounts under labels of their own.
@Suite struct LetteredBlankTests {
  @Test func theLetterOfABlankIsNoPartOfItsLabel() throws {
    let labels = try Readers.embedded().labels
    #expect(labels.service.exact("H. Place") == labels.service.exact("Place"))
    #expect(BlankLetter.without("I) Provider") == "Provider")
    #expect(BlankLetter.without("e.g. Place") == nil)
    #expect(BlankLetter.without("Place") == nil)
  }

  @Test func boxesOverEachFormSayItsKind() throws {
    let services = try plan { sheet in
      sheet.heading("Service Forms")
      for (number, kind, name) in [
        (1, "☐ Special education ☒ Related service", "Physical therapy"),
        (2, "☒ Special education ☐ Related service", "Adapted physical education"),
      ] {
        sheet.table(
          [
            ["SERVICE FORM 3-\(number)", kind], ["A. Service\n" + name, "B. Model\n☒ Direct ☐ Consultation"],
            ["C. Minutes in each session\n30", "D. Number of sessions\n2"], ["E. Per\nweek", "F. Place\nGym"],
            ["G. First day\n09/28/2026", "H. Last day\n09/23/2027"],
          ], widths: [250, 250])
      }
    }.services
    #expect(services.map(\.service.code) == [.physicalTherapy, .adaptedPE])
    #expect(services.map(\.category) == [.relatedService, .specialEducation])
    #expect(services.map { $0.dose.sessionMinutes?.max } == [30, 30])
  }

  @Test func theKindOfServiceMayBeItsName() throws {
    let services = try plan { sheet in
      sheet.heading("Services to Be Provided")
      for (count, name) in [(1, "Speech-language therapy"), (2, "Speech-language consultation")] {
        sheet.line("Service \(count) of 2")
        for (label, value) in [
          ("Kind of service:", name), ("Amount and frequency:", "20 minutes, once a month"),
          ("Where it is given:", "Classroom"), ("Given by:", "Speech-language pathologist"), ("Begins:", "09/14/2026"),
          ("Ends:", "06/11/2027"),
        ] { sheet.line([(label, 60), (value, 200)]) }
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech-language therapy", "Speech-language consultation"])
    #expect(services.map(\.provider?.code) == [.slp, .slp])
  }

  @Test func anAmountStandsUnderTheExtentOfService() throws {
    let columns = [50.0, 230, 350, 450]
    let services = try plan { sheet in
      sheet.heading("Summary of Services")
      for name in ["Audiology", "Social Work Services"] {
        sheet.row(
          ["Special Education / Related Service", "Educational Setting", "Begin Date", "Ends"], at: columns, size: 6,
          leading: 1.3)
        sheet.row([name, "Learning Center", "9/18/24", "9/17/25"], at: columns)
        sheet.line("Extent of Service", size: 6)
        sheet.line("2 sessions/week, 20 min each")
        sheet.gap(10)
      }
    }.services
    #expect(services.map(\.service.text) == ["Audiology", "Social Work Services"])
    #expect(services.map { $0.dose.sessionMinutes?.max } == [20, 20])
  }

  @Test func goalsStandAtTheEndOfACell() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service / Goal #", "Amount", "Place", "Starts"],
          ["Specialized Instruction - Reading / 1", "30 minutes daily", "Resource room", "9/2/26"],
          ["Speech therapy / 2, 3", "30 minutes weekly", "Speech room", "9/2/26"],
        ], widths: [200, 110, 100, 80])
      sheet.table(
        [
          ["Service", "Amount\nFor goals", "Place", "Starts"],
          ["Occupational therapy", "30 minutes weekly\nGoals 1, 4", "Classroom", "9/2/26"],
        ], widths: [200, 110, 100, 80])
    }.services
    #expect(services.map(\.goalNumbers) == [["1"], ["2", "3"], ["1", "4"]])
    #expect(services.map(\.service.text).first == "Specialized Instruction - Reading")
  }

  @Test func aSentenceNamesThePlaceOfTheSummer() throws {
    let places = PlaceOfServices(vocabulary: try Readers.embedded().vocabulary)
    let said = places.read("ESY services are given in the Life Skills classroom (Room 9) and run from 6/21 to 7/23.")
    #expect(said?.text == "the Life Skills classroom (Room 9)")
    #expect(said?.code == .specialEducation)
  }

  @Test func aClauseEndsAtAColon() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.paragraph(
        "Specially designed instruction in written expression. The special education teacher will work with Jo in the third grade classroom for 30 minutes, 3 days per week, from 9/2/2026 to 9/1/2027."
      )
      sheet.paragraph(
        "Speech-language therapy. The speech-language pathologist will see Jo two times each week for 25 minutes each time, in the speech room, from 9/2/2026 to 9/1/2027."
      )
    }.services
    #expect(services.map(\.location?.code) == [.generalEducation, .therapyRoom])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
  }

  /// Below the name and the amount stand where and by whom, without labels.
  @Test func linesBelowAnAmountSayWhereAndByWhom() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      for (name, place, who) in [
        ("Occupational therapy", "third grade classroom", "Mr. Ito, OTR"),
        ("Speech-language therapy", "speech room", "Mrs. Aiyar, SLP"),
      ] {
        sheet.line(name, bold: true)
        sheet.line("20 minutes, 2 times a week")
        sheet.line(place)
        sheet.line(who)
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.text) == ["Occupational therapy", "Speech-language therapy"])
    #expect(services.map(\.location?.code) == [.generalEducation, .therapyRoom])
    #expect(services.map(\.provider?.code) == [.ot, .slp])
  }
}
