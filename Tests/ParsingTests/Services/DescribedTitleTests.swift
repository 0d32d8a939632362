import IEPModel
import Testing

@testable import Parsing

/// A service's title, a sentence about it, and a table of the rest.
@Suite struct DescribedTitleTests {
  private func found(_ blocks: [(title: String, about: String)]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education Services, Activities and Supports")
      sheet.line("Each is described below.")
      for (title, about) in blocks {
        sheet.gap(8)
        sheet.line(title, bold: true)
        sheet.line(about)
        sheet.table(
          [
            ["Provider", "Time and frequency", "Setting", "Dates"],
            ["Therapist", "20 minutes weekly", "Classroom", "9/8/2027 - 9/7/2028"],
          ], widths: [120, 130, 110, 140])
      }
    }.services
  }

  @Test func theTitleNamesTheServiceAndItsKind() throws {
    let services = try found([
      ("Related service: Occupational therapy", "Works with Jo in class on copying from the board."),
      ("Supplementary aids and services: Instructional assistant", "Reads science text with Jo and a partner."),
    ])
    #expect(services.map(\.service.text) == ["Occupational therapy", "Instructional assistant"])
    #expect(services.map(\.category) == [.relatedService, .supplementaryAid])
  }

  @Test func theSentenceMaySayThatItIsConsultation() throws {
    let services = try found([
      ("Related service: Occupational therapy", "Consultation with the teacher about noise and seating.")
    ])
    #expect(services.map(\.delivery) == [.consultation])
  }
}
