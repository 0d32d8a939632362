import IEPModel

extension String {
  /// Whether a heading, a label or a sentence speaks of the extended school year (34 CFR 300.106).
  var namesExtendedYear: Bool {
    contains(inAnyCase: "extended school year") || contains(inAnyCase: "longer school year")
      || contains(inAnyCase: "lengthened school year")
      || contains(inAnyCase: "esy") && LabelTokens.of(self).contains("esy") || isSummerHeading
  }

  /// "Summer session", "Summer learning": such services by their season's name.
  private var isSummerHeading: Bool {
    guard contains(inAnyCase: "summer") else { return false }
    let words = LabelTokens.of(self)
    let rests: Set<String> = ["session", "learning", "service", "program", "term", "school", "support", "instruction"]
    return words.count == 2 && words[0] == "summer" && rests.contains(words[1])
  }
}
