import Seeds
import Testing

@testable import Parsing

@Suite struct DoseTypingTests {
  @Test(arguments: [
    ("mintues", "minutes"), ("mintes", "minutes"), ("weeky", "weekly"), ("wekly", "weekly"), ("sesions", "sessions"),
    ("minuttes", "minutes"), ("dialy", "daily"), ("thrity", "thirty"),
  ])
  func tellsASlip(written: String, meant: String) {
    #expect(DoseTyping.meant(by: written) == meant)
  }

  @Test(arguments: ["weakly", "minus", "early", "items", "moth", "weekly", "minute", "lasses", "an"])
  func leavesOtherWords(word: String) {
    #expect(DoseTyping.meant(by: word) == word)
  }

  /// A form that is a word of its own is no slip.
  @Test func takesNoWordThatAVocabularyKnows() throws {
    let words = try Vocabulary(seeds: .embedded).words.union(try LabelVocabulary(seeds: .embedded).service.words)
    #expect(DoseTyping.slips.keys.filter(words.contains).isEmpty)
  }
}
