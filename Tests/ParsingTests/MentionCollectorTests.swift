import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct MentionCollectorTests {
  private func quotes(_ text: String, in code: SectionCode) throws -> Int {
    let collector = MentionCollector(
      mentions: MentionReader(vocabulary: try Readers.embedded().vocabulary), lines: [], cycleDays: nil, goals: [])
    let section = SectionBlocks(code: code, heading: "", headingLine: nil, blocks: [.line(.of(text))])
    return collector.mentions(in: [(section, [])]).count
  }

  @Test(arguments: [SectionCode.services, .esy])
  func aRowThatWasNotReadIsNoMention(code: SectionCode) throws {
    #expect(try quotes("Speech therapy (summer) 60 minutes, 3 times per week Learning center", in: code) == 0)
    #expect(try quotes("Jo will receive speech therapy for 60 minutes per week in the summer.", in: code) == 1)
  }
}
