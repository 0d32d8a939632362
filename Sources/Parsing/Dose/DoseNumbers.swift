import IEPModel

/// Numbers of several tokens.
extension DoseTokens {
  /// "One hundred twenty minutes"
  private static func hundreds(_ tokens: [DoseToken], _ i: Int) -> (token: DoseToken, length: Int)? {
    guard let a = tokens[i].number, a.isSingle, a.max < 20, i + 1 < tokens.count, tokens[i + 1].word == "hundred"
    else { return nil }
    var (number, end) = (a * Rational(100), i + 2)
    let at = end < tokens.count && tokens[end].word == "and" ? end + 1 : end
    if at < tokens.count, let rest = tokens[at].number, rest.isSingle, rest.max < 100 {
      (number, end) = (number + rest, at + 1)
    }
    let range = tokens[i].range.lowerBound..<tokens[end - 1].range.upperBound
    return (DoseToken(kind: .number(number), range: range), end - i)
  }

  /// "2 - 30 min sessions", "1-45 min": a count and a length, so far apart are the ends of no range.
  private static func isCountAndLength(_ tokens: [DoseToken], _ i: Int, _ a: Interval, _ b: Interval) -> Bool {
    guard tokens[i + 1].kind == .sign("-"), a.min.isInteger, a.max < 5, b.min >= 15 else { return false }
    let at = i + 3 < tokens.count && tokens[i + 3].kind == .sign("-") ? i + 4 : i + 3
    return at < tokens.count && tokens[at].word.map(DoseWords.minuteWords.contains) ?? false
  }

  /// "30-45", "30 to 45", "between 30 and 45" as one number with two ends; "Two (2)" as one; "1 1/2", "1-1/2" as one.
  static func joinedRanges(_ tokens: [DoseToken]) -> [DoseToken] {
    var result: [DoseToken] = []
    var i = 0
    while i < tokens.count {
      if let hundreds = hundreds(tokens, i) {
        result.append(hundreds.token)
        i += hundreds.length
        continue
      }
      if let a = tokens[i].number {
        if i + 2 < tokens.count, let b = tokens[i + 2].number, a.max <= b.min, a.isSingle, b.isSingle,
          tokens[i + 1].kind == .sign("-") || tokens[i + 1].word == "to" || tokens[i + 1].word == "or"
            || tokens[i + 1].word == "and" && result.last?.word == "between",
          !isCountAndLength(tokens, i, a, b)
        {
          result.append(
            DoseToken(
              kind: .number(Interval(a.min, b.max)), range: tokens[i].range.lowerBound..<tokens[i + 2].range.upperBound)
          )
          i += 3
          continue
        }
        if i + 3 < tokens.count, tokens[i + 1].kind == .sign("("), tokens[i + 2].number == a,
          tokens[i + 3].kind == .sign(")")
        {
          result.append(
            DoseToken(kind: tokens[i].kind, range: tokens[i].range.lowerBound..<tokens[i + 3].range.upperBound))
          i += 4
          continue
        }
        if i + 2 < tokens.count, tokens[i + 1].kind == .sign("-"), let b = tokens[i + 2].number, !b.min.isInteger,
          b.max < 1, a.min.isInteger, tokens[i + 2].range.lowerBound == tokens[i].range.upperBound + 1
        {
          result.append(
            DoseToken(kind: .number(a + b), range: tokens[i].range.lowerBound..<tokens[i + 2].range.upperBound))
          i += 3
          continue
        }
        if i + 1 < tokens.count, let b = tokens[i + 1].number, !b.min.isInteger, b.max < 1, a.min.isInteger {
          result.append(
            DoseToken(kind: .number(a + b), range: tokens[i].range.lowerBound..<tokens[i + 1].range.upperBound))
          i += 2
          continue
        }
      }
      result.append(tokens[i])
      i += 1
    }
    return result
  }
}
