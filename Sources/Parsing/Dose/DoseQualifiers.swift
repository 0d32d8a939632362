import IEPModel

/// What limits an amount: "up to", "as needed", "3 of every 4 weeks".
enum DoseQualifiers {
  static func take(_ scan: inout DoseCursor) -> Bool {
    func take(_ qualifier: Dose.Qualifier, _ count: Int) -> Bool {
      scan.atoms.qualifier = scan.atoms.qualifier ?? qualifier
      scan.took(count)
      return true
    }
    let (second, third) = (scan.word(scan.i + 1), scan.word(scan.i + 2))
    switch scan.word(scan.i) {
    case "up" where second == "to": return take(.upTo, 2)
    case "no" where second == "more" && third == "than": return take(.upTo, 3)
    case "not" where second == "to" && third == "exceed": return take(.upTo, 3)
    case "maximum", "max": return take(.upTo, second == "of" ? 2 : 1)
    case "at" where second == "least": return take(.atLeast, 2)
    case "minimum": return take(.atLeast, second == "of" ? 2 : 1)
    case "approximately", "about", "approx": return take(.approximately, 1)
    case nil where scan.sign(scan.i, "~"): return take(.approximately, 1)
    case "as" where second.map(Self.asks.contains) ?? false: return take(.asNeeded, 2)
    case "when" where second.map(Self.calls.contains) ?? false: return take(.asNeeded, 2)
    case "upon" where second == "request": return take(.asNeeded, 2)
    case "prn", "varies", "variable", "tbd": return take(.asNeeded, 1)
    default: return false
    }
  }

  /// What follows "as", and what follows "when".
  private static let asks: Set<String> = ["needed", "appropriate", "determined", "necessary", "available"]
  private static let calls: Set<String> = ["needed", "available", "necessary"]

  /// "3 weeks per month", "2 weeks out of the month": the tokens that say so.
  private static func weeksOfMonth(_ scan: DoseCursor) -> Int? {
    guard let number = scan.number(scan.i), number.isSingle, number.max <= 4,
      DoseWords.units[scan.word(scan.i + 1) ?? ""] == .week
    else { return nil }
    var at = scan.i + 2
    if scan.sign(at, "/") { at += 1 }
    while ["per", "a", "each", "every", "in", "out", "of", "the"].contains(scan.word(at) ?? "") { at += 1 }
    return at > scan.i + 2 && DoseWords.units[scan.word(at) ?? ""] == .month ? at + 1 - scan.i : nil
  }

  /// "3 out of 4 weeks", "3 of every 4 weeks", "first 3 weeks of each month".
  static func active(_ scan: inout DoseCursor) -> Bool {
    if scan.word(scan.i) == "first", let k = scan.number(scan.i + 1), scan.word(scan.i + 2) == "weeks",
      let rest = (scan.i + 3..<min(scan.i + 7, scan.tokens.count)).first(where: { scan.word($0) == "month" })
    {
      scan.atoms.active = ActivePeriods(active: k.min.numerator, of: 4)
      scan.took(rest - scan.i + 1)
      return true
    }
    guard let k = scan.number(scan.i), k.min.isInteger else { return false }
    if let length = weeksOfMonth(scan) {
      scan.atoms.active = ActivePeriods(active: k.min.numerator, of: 4)
      scan.took(length)
      return true
    }
    var at = scan.i + 1
    while ["out", "of", "every", "each", "weeks", "the"].contains(scan.word(at) ?? "") && at < scan.i + 5 { at += 1 }
    // "3 weeks out of 4"
    let isWeeks = DoseWords.units[scan.word(scan.i + 1) ?? ""] == .week && scan.word(scan.i + 2) == "out"
    if isWeeks, let n = scan.number(at), k.min < n.min {
      scan.atoms.active = ActivePeriods(active: k.min.numerator, of: n.min.numerator)
      scan.took(at + (DoseWords.units[scan.word(at + 1) ?? ""] == .week ? 2 : 1) - scan.i)
      return true
    }
    guard at > scan.i + 1, scan.word(scan.i + 1) == "out" || scan.word(scan.i + 1) == "of", let n = scan.number(at),
      ["weeks", "week", "wks"].contains(scan.word(at + 1) ?? ""), k.min < n.min
    else { return false }
    scan.atoms.active = ActivePeriods(active: k.min.numerator, of: n.min.numerator)
    scan.took(at + 2 - scan.i)
    return true
  }
}
