import IEPModel
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

  @Test func aNumberedPartOfTheFormIsASection() throws {
    let sections = try SectionVocabulary(seeds: .embedded)
    #expect(sections.section(of: "PART II. SPECIAL EDUCATION")?.code == .services)
    #expect(sections.section(of: "SPECIAL EDUCATION")?.code != .services)
  }
}
