import IEPModel
import Testing

@testable import Parsing

/// Names of students, schools and districts in titles and running text.
@Suite struct StatedNameTests {
  private let names: StatedNames

  init() throws { names = StatedNames(vocabulary: try Readers.embedded().statements) }

  @Test func aStreetIsNoPartOfAName() {
    #expect(
      StatedNames.withoutAddress("Harrow Lake Public Schools 118 Commonwealth Row") == "Harrow Lake Public Schools")
    #expect(StatedNames.withoutAddress("Alder Valley School District 12") == "Alder Valley School District 12")
    #expect(StatedNames.withoutAddress("Unified School District 259 Harrow") == "Unified School District 259 Harrow")
  }

  private static let people = [
    "Rosalind Achebe", "Zadie P. Quillfeather", "Tomás Ibarra-Vance", "Mae D'Arcangelo", "Ode Van Buren",
  ]

  /// Every name behind every announcement is read back.
  @Test(arguments: [
    "To the parents of {}:", "Individualized Education Program for {} (Student ID 55120)", "IEP for {}",
    "Student: {}", "Re: {}", "This is the education plan of {}, who is in grade 4.", "IEP of {} - Grade 6",
  ])
  func aNameBehindItsAnnouncementIsTheStudents(template: String) {
    for name in Self.people {
      let text = template.replacing("{}", with: name)
      #expect(names.student(in: text) == name, "\(text)")
    }
  }

  @Test func aFamilyNameMayComeFirst() {
    #expect(names.student(in: "Student: Achebe, Rosalind") == "Achebe, Rosalind")
  }

  @Test(arguments: [
    "IEP for the school year", "The parents of the student agreed.", "program for Students with Disabilities School",
    "Student: Grade 4", "the child moved here",
  ])
  func otherWordsAreNoName(text: String) { #expect(names.student(in: text) == nil) }

  @Test(arguments: [
    ("Rosalind Achebe is a kindergarten student at Elm School.", "Rosalind Achebe"),
    ("Zadie P. Quillfeather (UIC 5518842), born May 2, 2014", "Zadie P. Quillfeather"),
    ("Tomás Ibarra - Grade 8 - DOB 07.21.2012", "Tomás Ibarra"),
  ])
  func aNameBeforeWhatAStudentHasIsTheStudents(text: String, name: String) { #expect(names.leading(text) == name) }

  @Test(arguments: [
    "Harbor Point School student handbook", "Rosalind reads in grade 4 books.", "Rosalind Achebe wrote this letter.",
  ])
  func aTextThatBeginsWithAnotherNameNamesNoStudent(text: String) { #expect(names.leading(text) == nil) }

  @Test(arguments: [
    "Harbor Point Elementary", "Cedar Fork Middle School", "Ida B. Wells High School", "Larkspur Academy",
    "Quarry Street K-8", "The Grove Preschool",
  ])
  func schoolsAreToldByHowTheirNamesEnd(text: String) {
    #expect(names.school(text) == text)
    #expect(names.district(text) == nil)
  }

  @Test(arguments: [
    "Harbor Point School District", "Cedar Fork Public Schools", "Larkspur USD 512", "Town of Quarry Hill",
    "Quarry Hill School District RE-6", "School District of Harbor Point", "Linden County Board of Education",
    "Fox Hollow Independent School District No. 44",
  ])
  func districtsAreToldByHowTheirNamesEndOrBegin(text: String) {
    #expect(names.district(text) == text)
    #expect(names.school(text) == nil)
  }

  @Test(arguments: ["attends the school", "High", "School: Harbor Point", "Our high school is near.", ""])
  func wordsThatAreNoNameOfAPlaceAreNone(text: String) {
    #expect(names.school(text) == nil)
    #expect(names.district(text) == nil)
  }

  @Test func aLabelBeforeASchoolIsNoPartOfIt() {
    #expect(names.school("School Cedar Fork Middle") == "Cedar Fork Middle")
  }

  @Test func aSentenceNamesSchoolAndDistrict() {
    let found = names.places(
      in: "Rosalind, who is in grade 4 at Harbor Point Elementary School in the Cedar Fork School District, likes art.")
    #expect(found.school == "Harbor Point Elementary School")
    #expect(found.district == "Cedar Fork School District")
  }
}
