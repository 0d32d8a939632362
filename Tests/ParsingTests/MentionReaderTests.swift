import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct MentionReaderTests {
  let reader: MentionReader

  init() throws { reader = MentionReader(vocabulary: try Vocabulary(seeds: .embedded)) }

  @Test(arguments: [
    ("Vision Services – 60-minute sessions, 2 per month, individual", "30"),
    ("O&M – 45 min. 1x every other week, individual, all school settings", "22.5"),
    ("Special Transportation – two 30-minute sessions each day", "300"),
    ("Paraprofessional – a total of 120 minutes per day", "600"),
    ("Jo receives occupational therapy, 30 minutes twice weekly", "60"),
  ])
  func findsAnAmountBehindAServiceInEveryPhrasing(text: String, minutes: String) throws {
    let dose = try #require(reader.mentions(in: text, section: nil).first?.mention.dose)
    #expect(dose.minutesPerWeek(by: SchoolCalendar())?.formatted(places: 1) == minutes)
  }

  @Test(arguments: [
    "Progress in reading is checked with weekly one-minute probes.",
    "Speech is heard in a 10-minute sample each week.",
  ])
  func howProgressIsMeasuredIsNoService(text: String) {
    #expect(reader.mentions(in: text, section: nil).isEmpty)
    #expect(reader.mentions(in: text + " Speech therapy is 30 minutes weekly.", section: nil).count == 1)
  }

  @Test(arguments: [
    "Speech therapy is 25 minutes weekly with the speech clinician.",
    "Counseling, 25 minutes weekly, by a licensed clinical social worker.",
    "The performer's team: counseling for 25 minutes weekly.",
  ])
  func wordsThatHoldAWordOfThePastAreNone(text: String) {
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [false])
  }

  @Test(arguments: [
    "Last year speech therapy was 25 minutes weekly.", "At her former school counseling was 25 minutes weekly.",
    "He was seen privately for speech therapy 25 minutes weekly.",
    "Home-based physical therapy was 25 minutes weekly.",
  ])
  func whatWasIsHistorical(text: String) {
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [true])
  }
}
