import IEPModel
import Testing

@testable import Parsing

/// The plan's dates in sentences, by the word that says which they are.
@Suite struct StatedDateTests {
  private let dates: StatedDates

  init() throws {
    let readers = try Readers.embedded()
    dates = StatedDates(vocabulary: readers.statements, dates: readers.values.dates)
  }

  private func read(_ text: String) -> [String] { dates.read(text).map { "\($0.role.rawValue) \($0.date)" } }

  private static let written = ["April 9, 2027", "4/9/2027", "04-09-2027", "Apr. 9, 2027", "2027-04-09"]

  /// Every way to write a date in every sentence gives the date under the role that the sentence says.
  @Test(arguments: [
    ("The team met on {}.", "meetingDate"), ("The conference was held {}.", "meetingDate"),
    ("A meeting was convened on {} at the school.", "meetingDate"),
    ("This program will begin on {}.", "startDate"), ("Services start {}.", "startDate"),
    ("The plan takes effect {}.", "startDate"), ("Implementation date {}.", "startDate"),
    ("The plan ends on {}.", "endDate"), ("It stays valid until {}.", "endDate"), ("The IEP expires {}.", "endDate"),
    ("Rosalind was born on {} in Ohio.", "dateOfBirth"), ("DOB {}", "dateOfBirth"),
  ])
  func aSentenceSaysWhatItsDateIs(template: String, role: String) {
    for date in Self.written {
      let text = template.replacing("{}", with: date)
      #expect(read(text) == ["\(role) 2027-04-09"], "\(text)")
    }
  }

  @Test(arguments: [
    "The last evaluation was on 4/9/2027.", "The next review is due 4/9/2027.", "Printed 4/9/2027",
    "Consent was signed on 4/9/2027.", "The notice was sent April 9, 2027.", "She was referred on 4/9/2027.",
    "The price rose on 4/9/2027.",
  ])
  func otherDatesAreNoneOfThePlans(text: String) { #expect(read(text) == []) }

  @Test(arguments: ["to", "through", "until", "and ends on", "and remains in effect through"])
  func aSpanOfThePlanHasBothItsEnds(joint: String) {
    #expect(
      read("This IEP runs from 4/9/2027 \(joint) 4/8/2028.") == ["startDate 2027-04-09", "endDate 2028-04-08"])
  }

  @Test func aSpanOfSomethingElseIsNoPlans() {
    #expect(read("Zadie was in the hospital from 4/9/2027 to 4/20/2027.").first?.hasPrefix("startDate") != true)
  }

  @Test(arguments: ["On 4/9/2027 the team met to write this plan.", "4/9/2027 was the meeting."])
  func whatFollowsADateMaySayIt(text: String) { #expect(read(text) == ["meetingDate 2027-04-09"]) }

  @Test func theSentenceBeforeSaysNothingOfTheNextDate() {
    #expect(read("The team met at noon. The report of 4/9/2027 was read.") == [])
  }

  @Test func eachSentenceOfAParagraphSaysItsOwn() {
    #expect(
      read("The IEP Team met on March 3, 2027. The program takes effect on April 9, 2027 and ends April 8, 2028.")
        == ["meetingDate 2027-03-03", "startDate 2027-04-09", "endDate 2028-04-08"])
  }

  @Test func aShortenedMonthEndsNoSentence() {
    #expect(read("The team met on Sept. 14, 2026.") == ["meetingDate 2026-09-14"])
  }
}
