import IEPModel
import Testing

@testable import Parsing

/// Grades, answers and kinds of plan.
@Suite struct SmallValueTests {
  @Test(arguments: [
    ("Preschool (age 4)", "PK"), ("Prekindergarten / half day", "PK"), ("PK4", "PK"), ("Kindergarten", "K"),
    ("TK", "K"), ("Grade 7", "7"), ("7th", "7"), ("7th Grade", "7"), ("seventh grade", "7"), ("G07", "7"),
    ("Gr5", "5"), ("12+", "13+"), ("Level 2", "2"),
    ("01 First grade", "1"), ("11 Eleventh grade", "11"),
  ])
  func gradesAreWrittenAsTheContractHasThem(text: String, grade: String) { #expect(Grade.normalised(text) == grade) }

  /// Every grade in every form gives itself back.
  @Test(arguments: 1...12) func everyGradeIsReadBack(grade: Int) {
    let suffix = [1: "st", 2: "nd", 3: "rd"][grade] ?? "th"
    for text in ["\(grade)", "0\(grade)", "Grade \(grade)", "\(grade)\(suffix) grade", "Gr. \(grade)", "G\(grade)"] {
      #expect(Grade.normalised(text) == String(grade), "\(text)")
    }
  }

  @Test(arguments: ["grade point average 3.2", "14", "ungraded", "Algebra 1 and 2", "2026", ""])
  func whatIsNoGradeIsNone(text: String) { #expect(Grade.normalised(text) == nil) }

  @Test(arguments: [
    "Yes", "Y", "Eligible", "Yes, see page 4", "Services are needed", "Required", "The team finds it necessary",
  ])
  func assentIsYes(text: String) { #expect(YesNo.read(text) == true) }

  @Test(arguments: [
    "No", "N", "Not eligible", "Not needed", "Ineligible", "ESY is not required", "Regular school year only",
    "No, services are not required",
  ])
  func denialIsNo(text: String) { #expect(YesNo.read(text) == false) }

  @Test(arguments: ["To be determined", "", "3/1/2027", "Regular school year"])
  func whatIsNeitherIsNoAnswer(text: String) { #expect(YesNo.read(text) == nil) }

  @Test(arguments: [
    ("Amendment to the annual IEP", IEPKind.amendment), ("Amended annual plan", .amendment),
    ("Review/Revision (Annual)", .annual), ("Meeting (initial)", .initial), ("Triennial", .reevaluation),
    ("Annual review", .annual), ("Move-in", .transfer),
  ])
  func theFirstWordOrTheRemarkSaysTheKind(text: String, kind: IEPKind) throws {
    #expect(try Readers.embedded().vocabulary.iepKind(of: text) == kind)
  }

  @Test func onlyANameOfAKindIsOne() throws {
    let vocabulary = try Readers.embedded().vocabulary
    #expect(vocabulary.isKind("Annual Review"))
    #expect(!vocabulary.isKind("Annual review of the plan that the team wrote"))
  }
}
