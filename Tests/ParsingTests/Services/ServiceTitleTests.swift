import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Services that a title names over the sentence that says the rest.
@Suite struct ServiceTitleTests {
  @Test func theTitleNamesTheServiceAndItsGoals() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("Counseling (Goals 1 and 3)", bold: true)
      sheet.line("Jo will meet with the social worker in the counseling office for 30 minutes per week.")
      sheet.line("Occupational Therapy (Goal 2)", bold: true)
      sheet.line("The plan for the day is looked through with Jo in the classroom for 10 minutes each morning.")
    }.services
    #expect(services.map(\.service.text) == ["Counseling", "Occupational Therapy"])
    #expect(services.map(\.service.code) == [.counseling, .occupationalTherapy])
    #expect(services.map(\.goalNumbers) == [["1", "3"], ["2"]])
    #expect(services.map { $0.dose.period?.unit } == [.week, .day])
    #expect(services.first?.provider?.code == .socialWorker)
  }

  @Test func aSentenceOfTwoServicesIsNotTheTitles() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("Counseling", bold: true)
      sheet.line(
        "Jo will have counseling for 30 minutes per week and speech therapy for 20 minutes per week at school.")
    }.services
    #expect(services.map(\.service.code) == [.counseling, .speechLanguage])
  }

  @Test func aServicesTitleAmongGoalsIsNone() throws {
    let document = try plan { sheet in
      sheet.heading("Measurable Annual Goals")
      for (number, title) in [
        (1, "2.1 Reading Instruction (Special Education)"), (2, "2.2 Speech Therapy (Related Service)"),
      ] {
        sheet.line(title, size: 10, bold: true)
        sheet.line(
          "Annual Goal \(number). By June, Jo will retell the class story to a partner in four of five lessons.")
        sheet.line("Baseline: one of five")
        sheet.line(
          "Service. Jo will receive speech therapy for 20 minutes weekly in the classroom by the SLP. Supports Goal \(number)."
        )
      }
    }
    #expect(document.goals.map(\.number) == ["1", "2"])
    #expect(document.goals.allSatisfy { $0.objectives.isEmpty })
    #expect(document.services.last?.goalNumbers == ["2"])
  }

  @Test func adaptedPhysicalEducationIsNoOtherInstruction() throws {
    let vocabulary = try Readers.embedded().vocabulary
    #expect(vocabulary.serviceCode(of: "Specially Designed Instruction: Adapted Physical Education") == .adaptedPE)
    #expect(vocabulary.serviceCode(of: "Specially Designed Instruction: Reading") == .specializedInstruction)
  }
}
