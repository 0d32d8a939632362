import IEPModel
import Testing

@testable import Parsing

@Suite struct ExtendedYearTests {
  private func statement(_ text: String) throws -> Bool? {
    let readers = try Readers.embedded()
    return ExtendedYearDecision(values: readers.values, vocabulary: readers.statements.extendedYear).statement(text)
  }

  @Test(arguments: [
    "ESY services are necessary for this pupil.", "The committee recommends extended school year services in July.",
    "Renske qualifies for ESY.", "The team determined that she is in need of extended school year services.",
    "Extended school year: Yes",
  ])
  func wordsOfNeedGrant(text: String) throws { #expect(try statement(text) == true) }

  @Test(arguments: [
    "ESY is not needed: skills held over the winter.", "The learner doesn't require extended school year services.",
    "Student is NOT eligible for ESY based on the data", "No ESY services at this time.",
    "The team found extended school year services unnecessary.", "None needed.", "None",
    "The team considered extended school year services and decided that Renske is not eligible for them.",
  ])
  func negationsDeny(text: String) throws { #expect(try statement(text) == false) }

  @Test(arguments: [
    "The need for ESY will be reviewed in May.", "The team considered whether ESY is needed.", "Is ESY needed?",
  ])
  func aQuestionDecidesNothing(text: String) throws { #expect(try statement(text) == nil) }

  @Test func summerServicesAreThoseOfTheExtendedYear() throws {
    let said = try plan { sheet in
      sheet.heading("Placement")
      sheet.line("Summer services are not needed this year.")
    }.iep
    #expect(said.extendedSchoolYear == false)
    let headed = try plan { sheet in
      sheet.heading("Summer")
      sheet.line("Extended school year (ESY): No. We talked about skills and did not find any that might be lost.")
    }.iep
    #expect(headed.extendedSchoolYear == false)
  }

  @Test func aTickedBoxOutweighsWhatASentenceSaysBeforeIt() throws {
    let iep = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph("State the extended school year services the student will receive.")
      sheet.heading("Placement")
      sheet.line("☒ The team determined that the student does not need ESY services.")
      sheet.line("☐ The team determined that the student needs ESY services.")
    }.iep
    #expect(iep.extendedSchoolYear == false)
  }

  @Test func theQuestionOfAShorterDayIsAnother() throws {
    let iep = try plan { sheet in
      sheet.heading("Extended School Year")
      sheet.line("Shorter: Does the student require a shorter school day? ☒ No ☐ Yes")
      sheet.line("Longer: Does the student require extended school year services? ☐ No ☒ Yes")
    }.iep
    #expect(iep.extendedSchoolYear == true)
  }

  @Test func theTickedStatementDecides() throws {
    let iep = try plan { sheet in
      sheet.heading("Extended School Year")
      sheet.line("☐ The team determined that the student needs ESY services. ☒ The team determined that")
      sheet.line("the student does not need ESY services.")
    }.iep
    #expect(iep.extendedSchoolYear == false)
  }

  @Test func theTickedVerbDecides() throws {
    let iep = try plan { sheet in
      sheet.heading("Extended School Year")
      sheet.line("The committee finds that ESY services ☒ are ☐ are not needed for this student.")
    }.iep
    #expect(iep.extendedSchoolYear == true)
  }

  @Test(arguments: [(430.0, false), (380.0, true)]) func aMarkUnderAColumnAnswersItsRow(x: Double, isYes: Bool) throws {
    let iep = try plan { sheet in
      sheet.heading("Considerations")
      sheet.row(["Does the child ...", "Yes", "No"], at: [50, 380, 430])
      sheet.row(["show behavior that impedes learning?", "X"], at: [50, 430])
      sheet.row(["need extended school year services?", "X"], at: [50, x])
    }.iep
    #expect(iep.extendedSchoolYear == isYes)
  }

  @Test func theEndOfASentenceDecidesNothingAlone() throws {
    let iep = try plan { sheet in
      sheet.heading("Summer session")
      sheet.line("The team looked at data after breaks and decided that Renske is not")
      sheet.line("eligible for extended school year services.")
    }.iep
    #expect(iep.extendedSchoolYear == false)
  }

  @Test func oneWordUnderItsHeadingDecides() throws {
    let document = try plan { sheet in
      sheet.heading("Extended School Year:")
      sheet.paragraph("Yes. The team found that Ivy lost letter sounds over the break; see the card below.")
    }
    #expect(document.iep.extendedSchoolYear == true)
  }
}
