import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct RoomNameTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary(seeds: .embedded) }

  @Test(arguments: [
    ("XQD class", LocationCode.specialEducation), ("Affective Needs classroom", .specialEducation),
    ("AS Classroom (Autistic Support)", .specialEducation), ("SpEd math class", .specialEducation),
    ("Robotics class", .generalEducation), ("US History class", .generalEducation), ("GYM CLASS", .generalEducation),
    ("Classroom", .generalEducation), ("Portable 6 (speech room)", .therapyRoom), ("OT lab", .therapyRoom),
  ])
  func aRoomIsWhatItIsCalledAfter(text: String, code: LocationCode) {
    #expect(vocabulary.locationCode(of: text) == code)
  }

  @Test(arguments: ["Special Education Teacher", "School Nurse"])
  func whoGivesAServiceIsNoPlace(text: String) { #expect(vocabulary.locationCode(of: text) == nil) }

  @Test func aSchoolThatStudentsLiveAtIsResidential() {
    #expect(vocabulary.locationCode(of: "State School for the Blind - residential") == .residential)
    #expect(vocabulary.locationCode(of: "School for the Deaf (day student)") == .separateSchool)
  }
}
