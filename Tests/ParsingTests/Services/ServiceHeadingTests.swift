import IEPModel
import Testing

@testable import Parsing

/// Rows across the columns that name the service of the rows below, and who gives it.
@Suite struct ServiceHeadingTests {
  private let values: ValueReaders

  init() throws { values = try Readers.embedded().values }

  private func heading(_ text: String, asksProvider: Bool = false) throws -> ServiceHeading {
    let cell = try #require(Grid.table([[text]]).cells.first)
    return ServiceHeading(cell, asksProvider: asksProvider, values: values)
  }

  @Test(arguments: [
    ("Speech therapy — Speech-Language Pathologist", "Speech therapy", "Speech-Language Pathologist"),
    ("Occupational therapy / COTA", "Occupational therapy", "COTA"),
    ("Social work (School social worker)", "Social work", "(School social worker)"),
    ("Braille instruction provided by TVI", "Braille instruction", "TVI"),
    ("Reading - Special education teacher", "Reading", "Special education teacher"),
  ])
  func aPersonBehindTheServiceGivesIt(text: String, service: String, provider: String) throws {
    let found = try heading(text)
    #expect(found.service.text == service)
    #expect(found.provider?.text == provider)
  }

  @Test(arguments: ["Speech therapy", "Reading - decoding", "Speech therapy - Resource room", "Math / Science"])
  func otherHeadingsNameNobody(text: String) throws {
    let found = try heading(text)
    #expect(found.service.text == text)
    #expect(found.provider == nil)
  }

  @Test func aColumnForThePersonGoesFirst() throws {
    #expect(try heading("Speech therapy — SLP", asksProvider: true).provider == nil)
  }

  @Test func itsRowsTakeBothAndGoOnOnTheNextPage() throws {
    let widths: [Double] = [110, 50, 40, 50, 120, 60, 60]
    let header: [String?] = ["How given", "Min.", "No.", "Per", "Place", "From", "Through"]
    func row(_ place: String) -> [String?] { ["direct", "30", "1", "week", place, "9/8/2027", "9/7/2028"] }
    func band(_ text: String) -> [String?] { [text, nil, nil, nil, nil, nil, nil] }
    var first = Sheet(page: 1)
    first.heading("Services")
    first.table(
      [header, band("Speech therapy — SLP"), row("Speech room"), band("Physical therapy — PT")], widths: widths,
      bold: true)
    var second = Sheet(page: 2)
    second.table([header, row("Gym"), row("Hallway")], widths: widths, bold: true)
    let found = try Readers.embedded().parser.parse([first, second]).services
    #expect(found.map(\.service.code) == [.speechLanguage, .physicalTherapy, .physicalTherapy])
    #expect(found.map { $0.provider?.code } == [.slp, .pt, .pt])
  }
}
