import Seeds
import Testing

@testable import Parsing

@Suite struct DoseTypingTests {
  @Test(arguments: [
    ("mintues", "minutes"), ("mintes", "minutes"), ("weeky", "weekly"), ("wekly", "weekly"), ("sesions", "sessions"),
    ("minuttes", "minutes"), ("dialy", "daily"), ("thrity", "thirty"),
    ("weekley", "weekly"), ("weeek", "week"),
  ])
  func tellsASlip(written: String, meant: String) {
    #expect(DoseTyping.meant(by: written) == meant)
  }

  @Test(arguments: [
    "weakly", "minus", "early", "items", "moth", "weekly", "minute", "lasses", "there", "thirsty", "tree", "for",
  ])
  func leavesOtherWords(word: String) {
    #expect(DoseTyping.meant(by: word) == word)
  }

  /// A short word lacks a letter only where a unit must stand.
  @Test(arguments: [("30 mins per moth", "moth", "month"), ("2 hors per week", "hors", "hours")])
  func tellsAShortSlipByItsPlace(text: String, written: String, meant: String) {
    let words = DoseTokens.of(text).compactMap(\.word)
    #expect(words.contains(meant) && !words.contains(written))
  }

  /// A form that is a word of its own is no slip.
  @Test func takesNoWordThatAVocabularyKnows() throws {
    let words = try Vocabulary(seeds: .embedded).words.union(try LabelVocabulary(seeds: .embedded).service.words)
    #expect(DoseTyping.slips.keys.filter(words.contains).isEmpty)
  }
}
