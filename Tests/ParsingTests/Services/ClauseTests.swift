import IEPModel
import Testing

@testable import Parsing

/// The parts of a sentence about a service.
@Suite struct ClauseTests {
  @Test(arguments: [
    ("The school counselor will consult with the teacher weekly.", "school counselor"),
    ("An occupational therapist sees Zadie in the gym.", "occupational therapist"),
  ])
  func aSentenceMayBeginWithWhoGivesTheService(sentence: String, person: String) {
    #expect(Clauses.subject(of: sentence) == person)
  }

  @Test(arguments: [
    ("Ms. Day, TVI works with Zadie in class.", "TVI"),
    ("Dr. Lowe, our school psychologist, meets Zadie.", "school psychologist"),
  ])
  func aTitleLeadsToWhatThePersonIs(sentence: String, person: String) {
    #expect(Clauses.subject(of: sentence) == person)
  }

  @Test func aPersonOfWhomNothingIsSaidIsNoSubject() { #expect(Clauses.subject(of: "Ms. Day, TVI") == nil) }

  @Test(arguments: ["Zadie will work with the counselor.", "The will to learn grows.", "The counselor, 20 minutes"])
  func aNameOrARunOfWordsIsNoSubject(sentence: String) {
    #expect(Clauses.subject(of: sentence) == nil)
  }

  @Test func whoASentenceBeginsWithGivesTheService() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph(
        "The school counselor will provide counseling with the special education teacher, 20 minutes weekly, from 4/9/2027."
      )
    }.services
    #expect(services.map(\.provider?.code) == [.counselor])
  }

  @Test func labelsAndLeadsOfDatesPartASentence() {
    let labels = ["Provider", "Goal(s)"]
    let parted = Clauses.partedAtLabels(
      "Gen Ed classroom. Provider: OTR Begins 4/9/27 Goal(s): 1", behind: 1, isLabel: labels.contains)
    #expect(parted == "Gen Ed classroom; Provider: OTR; Begins 4/9/27; Goal(s): 1")
  }

  @Test func aWordThatBeginsSmallLeadsNoClause() {
    let sentence = "Zadie begins each day with a list: one page"
    #expect(Clauses.partedAtLabels(sentence, behind: 1, isLabel: { _ in false }) == sentence)
  }

  @Test func goalsMayStandBehindALabelWithItsPlural() {
    #expect(Clauses.goals(in: "Goal(s): 1 and 3").map(GoalNumbers.read) == ["1", "3"])
    #expect(Clauses.isGoals("Goals 1 and 2"))
    #expect(!Clauses.isGoals("Goals of the reading class"))
  }

  @Test func aShortenedNameIsNoLead() {
    #expect(Clauses.withoutLead("AT specialist") == "AT specialist")
    #expect(Clauses.withoutLead("in the resource room") == "resource room")
  }

  @Test func aNameMayEndLikeASentence() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph("OT. 30 minutes, 2 times per month; gym. Provider: COTA Begins 4/9/2027 Ends 4/8/2028 Goal(s): 2")
    }.services
    #expect(services.map(\.service.code) == [.occupationalTherapy])
    #expect(services.map(\.provider?.code) == [.cota])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [15])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08"])
    #expect(services.map(\.goalNumbers) == [["2"]])
  }

  @Test func anOrdinalCountsAGrade() {
    #expect(Clauses.bare("OT - 30 min 1x/wk - 2nd gr. class - OTR") == ["OT", "2nd gr. class", "OTR"])
  }

  @Test func goalsMayBeCountedInRomanFigures() {
    #expect(GoalNumbers.read("II") == ["II"])
    #expect(GoalNumbers.read("Goals I and IV") == ["I", "IV"])
    #expect(GoalNumbers.read("ii").isEmpty)
    #expect(Clauses.goals(in: "in the therapy room. Supports Goal III.").map(GoalNumbers.read) == ["III"])
  }

  @Test func twoPlacesJoinedByAndAreBothTold() throws {
    let vocabulary = try Readers.embedded().vocabulary
    #expect(
      Clauses.location(in: "sessions in the gym and on the playground from 2/9/2026", vocabulary: vocabulary)
        == "the gym and on the playground")
    #expect(
      Clauses.location(in: "sessions in the speech room and by the SLP", vocabulary: vocabulary) == "the speech room")
  }

  @Test(arguments: [
    ("20 minutes a month with Mr. Ives, SLP, talking with the teacher about listening", "SLP"),
    ("30 minutes a week from Dr. Lowe, school psychologist will provide", "school psychologist"),
  ])
  func whatAPersonIsStandsBehindTheTitle(sentence: String, role: String) throws {
    #expect(Clauses.provider(in: sentence, vocabulary: try Readers.embedded().vocabulary) == role)
  }

  @Test func aSentenceBehindAListOfGoalsIsNoneOfIt() {
    #expect(GoalNumbers.read("2, 4. The assistant sits at the class table.") == ["2", "4"])
    #expect(GoalNumbers.read("2.") == ["2"])
    #expect(GoalNumbers.read("R. Mbeki, OTR/L") == [])
  }
}
