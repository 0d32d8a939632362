import IEPModel

extension String {
  /// Whether a heading, a label or a sentence speaks of the extended school year (34 CFR 300.106).
  var namesExtendedYear: Bool {
    contains(inAnyCase: "extended school year")
      || contains(inAnyCase: "esy") && LabelTokens.of(self).contains("esy")
  }
}
