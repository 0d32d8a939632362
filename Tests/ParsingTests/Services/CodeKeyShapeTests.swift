import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Keys to codes that stand in tables and paragraphs.
@Suite struct CodeKeyShapeTests {
  private func meaning(_ code: String, in key: CodeKey) -> String? { key.meaning(of: code) { _ in true } }

  private func key(table rows: [[String?]]) -> CodeKey {
    var key = CodeKey([])
    key.add(table: Grid.table(rows))
    return key
  }

  private func key(paragraph: String) -> CodeKey {
    var key = CodeKey([])
    key.add(paragraph: paragraph)
    return key
  }

  @Test func aTableOfCodesAndTheirWordsIsAKey() {
    let key = key(table: [["Code", "Meaning"], ["GYM", "gymnasium"], ["SR", "speech room"], ["HM", "home"]])
    #expect(meaning("SR", in: key) == "speech room")
    #expect(meaning("HM", in: key) == "home")
  }

  @Test func codesListedWithoutSignsAreAKey() {
    let key = key(paragraph: "Loc: GE general education class, RM resource room, SL speech room. Prov: PT, OT.")
    #expect(meaning("RM", in: key) == "resource room")
    #expect(meaning("SL", in: key) == "speech room")
  }

  @Test func lettersInCapitalsInARunOfWordsAreNone() {
    #expect(key(paragraph: "Needs: OT twice a week, the PT gym, and a quiet room.").isEmpty)
  }

  @Test func columnsBelowAHeadingForAKeyAreOne() {
    func line(_ pieces: [(String, Double)], y: Double) -> TextLine {
      TextLine(page: 1, words: pieces.flatMap { Word.run($0.0, x: $0.1, y: y) })
    }
    var key = CodeKey([])
    key.add(columns: [
      line([("CODE KEY", 50)], y: 10),
      line([("GE", 50), ("GENERAL EDUCATION", 90), ("D", 300), ("DIRECT", 330)], y: 22),
      line([("BW", 50), ("BUILDING WIDE", 90), ("C", 300), ("CONSULT", 330)], y: 34),
    ])
    #expect(meaning("BW", in: key) == "BUILDING WIDE")
    #expect(meaning("C", in: key) == "CONSULT")
  }

  @Test func initialsBesideNamesAndRolesMeanBoth() {
    let key = key(table: [["TL", "Thea Lindqvist", "Physical Therapist"], ["OB", "Odalys Brandt", "School Nurse"]])
    #expect(key.meaning(of: "OB") { $0.contains("Nurse") } == "School Nurse")
  }

  @Test func aTableOfValuesIsNoKey() {
    #expect(key(table: [["OT", "30"], ["OT", "15"], ["PT", "20"]]).isEmpty)
    #expect(key(table: [["Reading", "Grade 4"], ["Mathematics", "Grade 5"]]).isEmpty)
  }

  @Test func aParagraphThatCallsItselfAKeyIsOne() {
    let key = key(paragraph: "Key to the codes: GYM gymnasium; SR speech room; HM home of the student.")
    #expect(meaning("GYM", in: key) == "gymnasium")
    #expect(meaning("SR", in: key) == "speech room")
  }

  @Test func otherParagraphsExplainNoCodes() {
    #expect(key(paragraph: "OT will call home; PT will write a note.").isEmpty)
    #expect(key(paragraph: "The keyboard stays with Zadie; OT checks it.").isEmpty)
  }

  @Test func aColumnIsSpelledOutByTheKindOfWordsThatMostOfItMeans() throws {
    let readers = try Readers.embedded()
    let key = key(paragraph: "Codes: A gymnasium; B speech room; C special education classroom.")
    #expect(
      key.spelledOut(column: ["A", "B", "C"], vocabulary: readers.vocabulary)
        == ["gymnasium", "speech room", "special education classroom"])
    #expect(key.spelledOut(column: ["20", "Weekly", "A"], vocabulary: readers.vocabulary) == ["20", "Weekly", "A"])
  }

  @Test func aTableOfCodesSpellsOutTheServicesAbove() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date", "End Date"],
          ["Physical Therapy", "20 min weekly", "GC", "4/9/2027", "4/8/2028"],
          ["Counseling", "15 min monthly", "TR", "4/9/2027", "4/8/2028"],
        ], widths: [130, 110, 90, 80, 80])
      sheet.table([["GC", "general education classroom"], ["TR", "therapy room"]], widths: [60, 220])
    }
    #expect(document.services.map { $0.location?.code } == [.generalEducation, .therapyRoom])
  }

  @Test func figuresStandForWordsInTheColumnThatTheKeyNames() {
    let key = key(paragraph: "Provider: 1 Special Education Teacher 2 Occupational Therapist 3 School Nurse")
    #expect(key.meaning(ofFigure: "2", under: "Provider") == "Occupational Therapist")
    #expect(key.meaning(ofFigure: "3", under: "Service provider") == "School Nurse")
    #expect(key.meaning(ofFigure: "2", under: "Sessions") == nil)
    #expect(key.meaning(ofFigure: "4", under: "Provider") == nil)
  }

  @Test(arguments: ["Grade: 1 to 5", "Provider: 1 School Nurse", "Provider: 2 School Nurse 3 Counselor"])
  func figuresThatDoNotCountFromOneAreNoKey(paragraph: String) {
    #expect(key(paragraph: paragraph).meaning(ofFigure: "2", under: "Provider") == nil)
  }

  @Test func aFigureOfAColumnBecomesWhatItsKeySays() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provider", "Amount", "Start Date", "End Date"],
          ["Reading instruction", "1", "30 minutes daily", "4/9/2027", "4/8/2028"],
          ["Counseling", "2", "20 minutes weekly", "4/9/2027", "4/8/2028"],
        ], widths: [130, 60, 130, 80, 80])
      sheet.paragraph("Provider: 1 Special Education Teacher 2 School Counselor 3 School Nurse")
    }.services
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .counselor])
  }

  @Test func whatTheGoalsAreAboutIsNoKeyToTheirNumbers() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Goals", "Amount", "Start Date", "End Date"],
          ["Reading instruction", "1", "30 minutes daily", "4/9/2027", "4/8/2028"],
          ["Counseling", "2", "20 minutes weekly", "4/9/2027", "4/8/2028"],
        ], widths: [130, 60, 130, 80, 80])
      sheet.paragraph("Goals: 1 Reading fluency 2 Coping with change 3 Handwriting")
    }.services
    #expect(services.map(\.goalNumbers) == [["1"], ["2"]])
  }

  @Test func theMarkOfAFootnoteIsNoPartOfItsCode() {
    let key = CodeKey(["*I = direct individual G = direct group C = consult/indirect"])
    #expect(meaning("I", in: key) == "direct individual")
    #expect(meaning("C", in: key) == "consult/indirect")
  }

  @Test func aCodeMayBeginWithAFigure() {
    #expect(meaning("1A", in: CodeKey(["1a = resource room, 1A = therapy room"])) == "therapy room")
    #expect(meaning("1a", in: CodeKey(["1a = resource room, 2b = therapy room"])) == "resource room")
  }

  @Test func aParagraphHasMoreOfACodesWordsThanItsFirstLine() {
    var key = CodeKey(["VI = teacher of students"])
    key.add(paragraph: "VI = teacher of students with visual impairments")
    #expect(meaning("VI", in: key) == "teacher of students with visual impairments")
  }

  @Test func smallLettersInAListAreCodes() {
    let key = CodeKey(["Staff: a = Special education teacher; b = Nurse; c = Occupational therapist"])
    #expect(meaning("c", in: key) == "Occupational therapist")
    #expect(meaning("a", in: key) == "Special education teacher")
  }
}
