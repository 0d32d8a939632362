import IEPModel

/// Both ends of a length by name: "min 30 / max 60 min", "minimum of 30, maximum of 45 minutes".
enum DoseBounds {
  static func take(_ scan: inout DoseCursor) -> Bool {
    guard let low = bound(scan, scan.i, least) else { return false }
    var at = low.end
    if scan.isMinutes(at) { at += 1 }
    if scan.sign(at, "/") || scan.sign(at, "-") || scan.word(at) == "and" || scan.word(at) == "to" { at += 1 }
    guard let high = bound(scan, at, most), high.value >= low.value,
      scan.isMinutes(high.end) || scan.isHours(high.end)
    else { return false }
    let range = Interval(low.value, high.value)
    scan.atoms.minutes.append(scan.isHours(high.end) ? range * Rational(60) : range)
    scan.took(high.end + 1 - scan.i)
    return true
  }

  private static let least: Set<String> = ["min", "minimum"]
  private static let most: Set<String> = ["max", "maximum"]

  private static func bound(_ scan: DoseCursor, _ at: Int, _ names: Set<String>) -> (value: Rational, end: Int)? {
    guard names.contains(scan.word(at) ?? "") else { return nil }
    let figure = scan.word(at + 1) == "of" || scan.sign(at + 1, ":") ? at + 2 : at + 1
    guard let number = scan.number(figure), number.isSingle else { return nil }
    return (number.min, figure + 1)
  }
}
