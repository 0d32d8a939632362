import IEPModel
import Testing

@testable import Parsing

/// What on a page makes a line doubtful, and how little it takes to lose certainty.
@Suite struct LineDoubtTests {
  let readers: Readers

  init() throws { readers = try Readers.embedded() }

  private static let header = ["Service", "Frequency", "Location", "Provider", "Start", "End"]
  private static let row = [
    "Speech Therapy", "30 minutes weekly", "Resource Room", "Speech-Language Pathologist", "9/1/2025", "8/31/2026",
  ]

  private func candidates(_ rows: [[String?]], context: ServiceContext = ServiceContext()) -> [ServiceCandidate] {
    let reader = ServiceTableReader(labels: readers.labels, values: readers.values)
    return reader.read(Grid.table(rows), context: context, continuing: nil)?.candidates ?? []
  }

  private func assembled(
    _ rows: [[String?]], context: ServiceContext = ServiceContext()
  ) -> [ServiceAssembler.Assembled] {
    candidates(rows, context: context).flatMap { ServiceAssembler(values: readers.values).lines(of: $0) }
  }

  /// The confidence of the usual row with one cell written otherwise.
  private func confidence(_ column: Int, _ text: String) -> Double? {
    var row = Self.row
    row[column] = text
    return assembled([Self.header, row]).first?.confidence
  }

  @Test func aRowWithNothingAgainstItIsSure() throws {
    let line = try #require(assembled([Self.header, Self.row]).first)
    #expect(line.confidence >= 0.98)
    #expect(line.line.confidence == Rational(99, 100))
  }

  @Test func aCellThatHasNoCodeMakesItsLineDoubtful() throws {
    #expect(try #require(confidence(2, "Zephyr Quillow")) < 0.5)
    #expect(try #require(confidence(3, "M. Quillfeather")) < 0.5)
  }

  @Test func severalPlacesInOneCellAreNoSurePlace() throws {
    #expect(try #require(confidence(2, "General Education Classroom Therapy Room Cafeteria")) < 0.7)
  }

  @Test func boxesThatCouldNotBeReadLeaveTheChoiceOpen() throws {
    #expect(try #require(confidence(2, "■ Resource Room")) < 0.9)
  }

  @Test func wordsBesideThePlaceTakeCertainty() throws {
    let sure = try #require(confidence(2, "Resource Room"))
    let loose = try #require(confidence(2, "Resource Room near Hawthorn gate"))
    #expect(loose < 0.9 && sure > loose)
  }

  @Test func aNumberThatNobodyReadMayBelongToTheAmount() throws {
    let found = candidates([Self.header + ["Zorp"], Self.row + ["417"]])
    #expect(try #require(found.first).doubts == [.unreadAmount])
  }

  @Test func aMissingDateTakesCertainty() throws {
    #expect(try #require(confidence(5, "")) < 0.9)
    var found = try #require(candidates([Self.header, Self.row]).first)
    let end = try #require(found.parts.firstIndex { $0.role == .end })
    found.parts[end].text = "as needed"
    #expect(try #require(ServiceAssembler(values: readers.values).lines(of: found).first).confidence < 0.5)
  }

  @Test func aHeadingForThePlaceThatLeavesTheDeliveryOpenIsDoubtful() throws {
    var context = ServiceContext()
    context.location = Coded(code: .generalEducation, text: "Services in the general education classroom")
    let rows = [Self.header, Self.row].map { row in row.enumerated().filter { $0.offset != 2 }.map(\.element) }
    let open = try #require(assembled(rows, context: context).first)
    context.delivery = .direct
    let said = try #require(assembled(rows, context: context).first)
    #expect(open.confidence < 0.6 && said.confidence >= 0.9)
  }

  @Test func theSummerInWordsAndNotInTheLineIsDoubtful() throws {
    #expect(try #require(confidence(0, "Speech Therapy (summer)")) < 0.9)
  }

  @Test func doubtsMultiply() {
    for doubt in LineDoubt.allCases {
      #expect((0.05..<1).contains(doubt.trust))
      #expect((0.4...1).contains(doubt.plausibility))
    }
  }

  /// The threshold below which a row is no service asks for more than one thing that is wrong with it.
  @Test func noSingleDoubtDropsALine() {
    #expect(LineDoubt.allCases.allSatisfy { $0.plausibility >= ServiceSectionReader.threshold })
  }
}
