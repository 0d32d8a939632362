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
    ("OT is one half-hour session each week in class", "30"), ("Nursing is two half-hour visits a week", "60"),
    ("Jo is away for speech, two 20-minute small group sessions a week", "40"),
    ("Jo is away during math instruction (four 25 minute groups each week)", "100"),
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
    "OT of 30 minutes weekly was discussed; a private clinic's report was read.",
    "In her old district OT was direct; the committee finds that OT of 30 minutes weekly is enough.",
  ])
  func anotherClauseMakesNoAmountOneOfElsewhere(text: String) {
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [false])
  }

  @Test func aGradeBeforeItsVerbIsPast() {
    let text = "During third grade Jo was scheduled for counseling 30 minutes one day per week."
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [true])
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
  func wordsOfThePastMakeASentenceHistorical(text: String) {
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [true])
  }

  @Test(arguments: [
    "Jo will be with peers for 81% of her 1,950-minute week and leaves class for counseling.",
    "He needs counseling and misses about 40 minutes of class each week.",
  ])
  func timeOfSchoolIsNoService(text: String) { #expect(summary(text).isEmpty) }

  @Test func whatSomeoneUsedToHaveIsHistorical() {
    let text = "He used to have physical therapy for 60 minutes a week when he was learning to drive his chair."
    #expect(reader.mentions(in: text, section: nil).map(\.mention.historical) == [true])
  }

  @Test func aTimeThatHoldsTheWordOfAMeasureIsNone() {
    let text = "The district proposes occupational therapy 20 minutes two times per month until winter break."
    #expect(summary(text) == ["occupational-therapy 10"])
  }

  @Test(arguments: [
    "Total special education 160 Total related services 130 minutes per week",
    "Total speech therapy minutes: 300 minutes per week",
  ])
  func aTotalOfTheFormIsNoMention(text: String) { #expect(summary(text).isEmpty) }

  @Test func aTotalWithinASentenceIsOne() {
    #expect(summary("She needs a total of 60 minutes per week of speech therapy.") == ["speech-language 60"])
  }

  @Test func labelledBlanksAreNoStatement() {
    #expect(!reader.isStatement("Times per month: 5 LENGTH: 20 min BEGIN: 04/27/2027"))
    #expect(reader.isStatement("Jo receives this: 20 minutes of counseling a week."))
  }

  @Test func anAmountMayBeGivenOverTheYear() {
    #expect(
      summary("Small group math adds up to 5,400 minutes over the school year.") == ["specialized-instruction 150"])
    #expect(summary("Speech therapy is 30 minutes weekly over the school year.") == ["speech-language 30"])
  }

  @Test func whatWasAcceptedIsThisPlans() {
    #expect(summary("Reading instruction of 200 minutes a week was accepted.") == ["specialized-instruction 200"])
    #expect(summary("Speech therapy of 60 minutes a week was reduced.") == ["speech-language 60 then"])
  }

  @Test(arguments: ["Her preschool plan listed", "The other district provided"])
  func whatAnotherPlanSaidIsHistorical(subject: String) {
    #expect(summary(subject + " physical therapy 60 minutes per week.") == ["physical-therapy 60 then"])
  }

  private func summary(_ text: String) -> [String] {
    reader.mentions(in: text, section: nil).map { found in
      let week = found.mention.dose.minutesPerWeek(by: SchoolCalendar())?.formatted(places: 1) ?? "?"
      return "\(found.mention.service.code?.rawValue ?? "-") \(week)\(found.mention.historical == true ? " then" : "")"
    }
  }

  @Test(arguments: [
    "In first steps preschool he got adapted physical education for 1 session of 60 minutes per week.",
    "Jo entered kindergarten with an IEP that provided adapted PE 2 x 30 min per week.",
    "His earlier school gave him adapted PE 4 times per month for 60 minutes.",
    "Before she came here her IEP gave adapted PE once a week for 60 minutes.",
    "In the 2024-25 school year she was served with adapted PE 240 min/month.",
    "Her 2024 IEP called for adapted PE 60 min weekly.",
    "At the middle school adapted PE was 30 minutes twice a week.",
    "The plan written in 2024 gave adapted PE for 60 minutes per week.",
    "His file from there shows adapted PE 60 minutes weekly.",
    "She sees a private therapist at a clinic for adapted PE, 60 minutes weekly.",
    "Last year adapted PE was offered 60 minutes weekly and was not enough.",
    "The team reviewed the former adapted PE of 60 minutes weekly and reduced it.",
    "First Steps provided adapted PE 60 minutes weekly until he turned three.",
  ])
  func whatWasIsHistorical(text: String) { #expect(summary(text) == ["adapted-pe 60 then"]) }

  @Test(arguments: [
    "Since last spring she has met with the school social worker for counseling two times per month, 60 minutes each.",
    "COUNSELING IS GIVEN IN PRIVATE FOR 30 MINUTES PER WEEK.",
    "Counseling services are 1 session of 30 minutes weekly and need a private room.",
    "The team considered help in class and chose counseling 30 minutes per week as listed.",
    "Counseling was increased to 30 minutes per week.",
    "Jo, who was absent often, will have counseling for 30 minutes a week.",
    "This year counseling is 30 minutes weekly, because two goals were not met.",
  ])
  func whatIsAgreedIsNot(text: String) { #expect(summary(text) == ["counseling 30"]) }

  @Test(arguments: [
    (
      "Last year she received speech therapy 30 minutes weekly and now receives 45 minutes weekly.",
      ["speech-language 30 then", "speech-language 45"]
    ),
    ("Under the prior IEP he received social work services 1x45 min/week.", ["social-work 45 then"]),
  ])
  func eachAmountHasItsOwnTime(text: String, expected: [String]) { #expect(summary(text) == expected) }

  @Test(arguments: [
    (
      "She leaves the class for reading, 5 sessions of 40 minutes per week, and for counseling.",
      ["specialized-instruction 200"]
    ),
    (
      "He is removed for physical therapy and resource reading, 30 minutes 4 times per week.",
      ["specialized-instruction 120"]
    ),
    (
      "He receives 30 minutes per week of occupational therapy and 60 minutes per month of physical therapy.",
      ["occupational-therapy 30", "physical-therapy 15"]
    ),
    ("He gets occupational therapy in writing for 30 minutes weekly.", ["occupational-therapy 30"]),
    ("Orientation and mobility instruction is 60 minutes weekly.", ["orientation-mobility 60"]),
    ("The service is written as 3.75 hours of literacy instruction per week.", ["specialized-instruction 225"]),
    ("He receives speech therapy for half an hour twice weekly.", ["speech-language 60"]),
    ("He is given speech therapy for an hour each week.", ["speech-language 60"]),
    ("She will have language therapy for 60 minutes per week in two sessions.", ["speech-language 60"]),
  ])
  func anAmountBelongsToTheServiceThatItIsSaidOf(text: String, expected: [String]) {
    #expect(summary(text) == expected)
  }

  @Test func aRoomNamedLikeAServiceIsNone() {
    let text =
      "The speech-language pathologist will consult with staff in the preschool special class 30 minutes a month."
    #expect(reader.mentions(in: text, section: nil).map(\.mention.service.code) == [.speechLanguage])
  }

  @Test func aDateBehindAnAmountIsNoCount() {
    let text = "Occupational therapy is 20 minutes per quarter, 09-08-2025 to 09-04-2026."
    let found = reader.mentions(in: text, section: nil).map(\.mention.dose)
    #expect(found.map(\.text) == ["20 minutes per quarter"])
    #expect(found.map(\.sessions) == [nil])
  }
}
