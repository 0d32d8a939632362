import IEPModel
import Testing

@testable import Parsing

/// What a service's name says of it, and what it does not.
@Suite struct ServiceNameTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func line(_ parts: [(ServiceRole, String)]) throws -> ServiceLine {
    let made = parts.map {
      ServiceCandidate.Part(role: $0.0, label: "", text: $0.1, place: Place(page: 1), certainty: 0.9)
    }
    let candidate = ServiceCandidate(parts: made, context: ServiceContext(), asked: Set(parts.map(\.0)))
    return try #require(ServiceAssembler(values: readers.values).lines(of: candidate).first).line
  }

  @Test(arguments: [
    "Pull-Out Resource: Algebra I", "Special transportation with monitor", "In-Class Resource: English II",
  ])
  func modelsCoursesAndRidersTellNoDelivery(name: String) throws {
    let found = try line([(.service, name), (.dose, "40 minutes daily")])
    #expect(found.delivery == nil)
    #expect(found.grouping == nil)
  }

  @Test(arguments: [
    ("Individual counseling", Grouping.individual), ("Group counseling", .group), ("One-to-one tutoring", .individual),
    ("Individual and group counseling", nil),
  ])
  func theFirstWordSaysWithWhom(name: String, grouping: Grouping?) throws {
    #expect(try line([(.service, name), (.dose, "30 minutes weekly")]).grouping == grouping)
  }

  @Test(arguments: [
    ("Braille/tactile transcription aide", ServiceCode.paraprofessional), ("Lunch and recess aide", .paraprofessional),
    ("Lift bus with aide", .transportation), ("PT consult to PE staff & paras", .physicalTherapy),
    ("Occupational therapy assistant", .occupationalTherapy),
  ])
  func aNameThatEndsInAnAideIsOne(name: String, code: ServiceCode) {
    #expect(readers.values.vocabulary.serviceCode(of: name) == code)
  }

  @Test(arguments: [("12:1+1", nil), ("5:1", nil), ("1:1", Grouping.individual), ("Small Group (3:1)", .group)])
  func aClassRatioIsNoGrouping(text: String, grouping: Grouping?) throws {
    #expect(
      try line([(.service, "Special Class"), (.delivery, text), (.dose, "40 minutes daily")]).grouping == grouping)
  }

  @Test(arguments: [
    ("Language therapy: Specially Designed Instruction in syntax", ServiceCode.speechLanguage),
    ("Text read aloud (not reading)", nil), ("Physical/Health Disabilities instruction", .specializedInstruction),
  ])
  func whatStandsFirstOutweighsTheRest(name: String, code: ServiceCode?) {
    #expect(readers.values.vocabulary.serviceCode(of: name) == code)
  }

  @Test func advisingStaffAmongAidsSupportsPersonnel() throws {
    var context = ServiceContext()
    context.category = .supplementaryAid
    let part = ServiceCandidate.Part(
      role: .service, label: "", text: "OT consult to staff", place: Place(page: 1), certainty: 0.9)
    let candidate = ServiceCandidate(parts: [part], context: context, asked: [.service])
    #expect(ServiceAssembler(values: readers.values).lines(of: candidate).first?.line.category == .personnelSupport)
  }

  @Test func aHeadingForTheStudentOrOnTheirBehalfLeavesTheDeliveryOpen() {
    let heading = "Other Supports for School Personnel, or for Student, or on Behalf of Student"
    #expect(ServiceContext().under(heading, vocabulary: readers.values.vocabulary).delivery == nil)
  }

  @Test func whoReceivesSupportDoesNotGiveIt() throws {
    let services = try plan { sheet in
      sheet.heading("Supports for School Personnel")
      sheet.table(
        [
          ["School Personnel to\nReceive Support", "Support", "Location", "Frequency", "Start", "End"],
          [
            "Special education\nteacher", "BCBA consultation", "Classroom", "30 minutes\nper month", "9/2/2025",
            "6/5/2026",
          ],
        ], widths: [110, 110, 80, 80, 60, 60], bold: true)
    }.services
    #expect(services.count == 1)
    #expect(services.first?.provider == nil)
  }
}
