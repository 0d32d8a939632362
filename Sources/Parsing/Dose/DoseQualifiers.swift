import IEPModel

/// What limits an amount: "up to", "as needed", "3 of every 4 weeks".
enum DoseQualifiers {
  static func take(_ scan: inout DoseCursor) -> Bool {
    let next = [scan.word(scan.i), scan.word(scan.i + 1), scan.word(scan.i + 2)]
    func take(_ qualifier: Dose.Qualifier, _ count: Int) -> Bool {
      scan.atoms.qualifier = scan.atoms.qualifier ?? qualifier
      scan.took(count)
      return true
    }
    if next[0] == "up", next[1] == "to" { return take(.upTo, 2) }
    if next[0] == "no", next[1] == "more", next[2] == "than" { return take(.upTo, 3) }
    if next[0] == "not", next[1] == "to", next[2] == "exceed" { return take(.upTo, 3) }
    if next[0] == "maximum" || next[0] == "max" { return take(.upTo, next[1] == "of" ? 2 : 1) }
    if next[0] == "at", next[1] == "least" { return take(.atLeast, 2) }
    if next[0] == "minimum" { return take(.atLeast, next[1] == "of" ? 2 : 1) }
    if next[0] == "approximately" || next[0] == "about" || next[0] == "approx" { return take(.approximately, 1) }
    if scan.sign(scan.i, "~") { return take(.approximately, 1) }
    if next[0] == "as", ["needed", "appropriate", "determined", "necessary", "available"].contains(next[1]) {
      return take(.asNeeded, 2)
    }
    if next[0] == "when", ["needed", "available", "necessary"].contains(next[1]) { return take(.asNeeded, 2) }
    if next[0] == "upon", next[1] == "request" { return take(.asNeeded, 2) }
    if ["prn", "varies", "variable", "tbd"].contains(next[0]) { return take(.asNeeded, 1) }
    return false
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
    var at = scan.i + 1
    while ["out", "of", "every", "each", "weeks", "the"].contains(scan.word(at) ?? "") && at < scan.i + 5 { at += 1 }
    guard at > scan.i + 1, scan.word(scan.i + 1) == "out" || scan.word(scan.i + 1) == "of", let n = scan.number(at),
      ["weeks", "week", "wks"].contains(scan.word(at + 1) ?? ""), k.min < n.min
    else { return false }
    scan.atoms.active = ActivePeriods(active: k.min.numerator, of: n.min.numerator)
    scan.took(at + 2 - scan.i)
    return true
  }
}
