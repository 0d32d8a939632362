import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Sentences of a form with blanks to fill and options to tick among their words.
@Suite struct ParagraphOfBlanksTests {
  private func chosen(_ text: String, cut: Bool = false) -> String? {
    TickedMenu.chosen(TextLine.of(text, y: 100), behindOpenBox: cut)?.text
  }

  @Test func anOptionWithinASentenceEndsAtItsComma() {
    #expect(chosen("2 times per ☐ day ☒ week ☐ month, in the gym") == "2 times per week in the gym")
    #expect(chosen("☒ alone ☐ in a group, given by the nurse") == "alone given by the nurse")
  }

  @Test func anOptionThatIsASentenceGoesToItsEnd() {
    #expect(chosen("Summer: ☒ No ☐ Yes, 30 minutes each week") == "Summer: No")
  }

  @Test func aBoxAtTheLinesEndOpensTheNextLine() {
    #expect(chosen("month, in the gym", cut: true) == "in the gym")
    #expect(chosen("month, in the gym") == "month, in the gym")
  }

  @Test func aBlankLeftOpenLeavesTheRestOfItsLine() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.paragraph(
        "1. Jo will receive Physical Therapy for 20 minutes, ________ times per ☐ day ☐ week ☐ month, in the gym, given by "
          + "the physical therapist, from 4/9/2027 to 4/8/2028, for goal(s) 2.")
    }.services
    #expect(services.map(\.service.text) == ["Physical Therapy"])
    #expect(services.map(\.dose.sessionMinutes) == [Interval(Rational(20))])
    #expect(services.map(\.dose.period) == [nil])
  }

  @Test func aNumberedPartOfTheFormIsASection() throws {
    let sections = try SectionVocabulary(seeds: .embedded)
    #expect(sections.section(of: "PART II. SPECIAL EDUCATION")?.code == .services)
    #expect(sections.section(of: "SPECIAL EDUCATION")?.code != .services)
  }
}
