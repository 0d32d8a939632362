import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Forms that count their boxes with bare figures, and their columns with letters.
@Suite struct CountedLabelTests {
  private static func box(_ label: String, _ value: String) -> [Sheet.Print] {
    [(label, 6, false), (value, 9, false)]
  }

  @Test func theNumberOfABoxIsNoWordOfItsLabel() throws {
    let document = try plan { sheet in
      sheet.boxes(
        [
          Self.box("1 PUPIL NAME", "Zadie Quillfeather"), Self.box("2 STUDENT NUMBER", "55120"),
          Self.box("3 DATE OF BIRTH", "5/2/2014"), Self.box("4 GRADE", "07"),
        ], widths: [200, 110, 110, 90])
      sheet.boxes(
        [
          Self.box("5 CONFERENCE DATE", "3/3/2027"), Self.box("6 IEP FROM", "3/8/2027"),
          Self.box("7 IEP TO", "3/7/2028"), Self.box("8 ESY (Y/N)", "N"),
        ], widths: [200, 110, 110, 90])
    }
    #expect(document.student.name == "Zadie Quillfeather")
    #expect(document.student.dateOfBirth?.description == "2014-05-02")
    #expect(document.student.grade == "7")
    #expect(document.iep.endDate?.description == "2028-03-07")
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test(arguments: [["a", "b", "c", "d", "e", "f"], ["(A)", "(B)", "(C)", "(D)", "(E)", "(F)"]])
  func lettersOverColumnsAreNoWordsOfTheirLabels(marks: [String]) throws {
    let labels = ["SERVICE", "SESSIONS", "EACH", "MINUTES", "SITE", "PROVIDER"]
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          zip(marks, labels).map { $0 + " " + $1 }, ["Counseling", "2", "month", "40", "Counseling office", "LCSW"],
          ["Speech therapy", "3", "week", "20", "Speech room", "SLP"],
        ], widths: [110, 80, 60, 70, 110, 80])
    }.services
    #expect(services.map(\.service.code) == [.counseling, .speechLanguage])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [20, 60])
    #expect(services.map { $0.provider?.code } == [.socialWorker, .slp])
  }

  @Test func itemsOfAListKeepTheirNumbers() throws {
    let table = Grid.table([["1 Seat near the board"], ["2 Extended time"], ["3 Breaks"], ["4 Notes"]])
    let readers = try Readers.embedded()
    let blocks = CountedLabels(isLabel: { readers.labels.fit($0) >= 0.8 }).removed(from: [.table(table)])
    #expect(blocks == [.table(table)])
  }
}
