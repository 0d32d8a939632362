import IEPModel

extension String {
  /// Whether a heading, a label or a sentence speaks of the extended school year (34 CFR 300.106).
  var namesExtendedYear: Bool {
    contains(inAnyCase: "extended school year") || contains(inAnyCase: "longer school year")
      || contains(inAnyCase: "lengthened school year") || namesTwelveMonths
      || contains(inAnyCase: "esy") && LabelTokens.of(self).contains("esy") || isSummerHeading
  }

  /// "12-month service and/or program": the school year with July and August.
  private var namesTwelveMonths: Bool {
    contains(inAnyCase: "12-month service") || contains(inAnyCase: "12 month service")
      || contains(inAnyCase: "12-month program") || contains(inAnyCase: "twelve-month service")
  }

  /// "Summer session", "Summer learning": such services by their season's name.
  private var isSummerHeading: Bool {
    guard contains(inAnyCase: "summer") else { return false }
    let words = LabelTokens.of(self)
    let rests: Set<String> = ["session", "learning", "service", "program", "term", "school", "support", "instruction"]
    return words.count == 2 && words[0] == "summer" && rests.contains(words[1])
  }
}
