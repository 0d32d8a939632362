import Testing

@testable import Parsing

@Suite struct CodeKeyTests {
  private let key = CodeKey(["LOC: SE=SPECIAL ED CLASS GE=GENERAL ED CLASS", "TR = therapy room, C = community"])

  @Test(arguments: [
    ("SE", "SPECIAL ED CLASS"), ("GE", "GENERAL ED CLASS"), ("TR", "therapy room"), ("C", "community"),
  ])
  func aCodeStandsForItsWords(code: String, words: String) {
    #expect(key.meaning(of: code, where: { _ in true }) == words)
  }

  @Test func wordsThatMeanNothingToTheColumnDoNotCount() {
    #expect(key.meaning(of: "SE", where: { _ in false }) == nil)
  }

  @Test func anEquationInProseIsNoKey() {
    #expect(CodeKey(["2 x 30 = 60 minutes a week in all"]).meaning(of: "60", where: { _ in true }) == nil)
  }
}
