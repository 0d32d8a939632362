import IEPModel

/// The words, numbers and signs of an amount, with their places.
struct DoseToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Interval)
    /// "0:30", "1:15": hours and minutes, in minutes.
    case clock(Rational)
    case word(String)
    case sign(Character)
  }
  var kind: Kind
  /// Offsets in Unicode scalars.
  var range: Range<Int>

  var word: String? { if case .word(let word) = kind { word } else { nil } }
  var number: Interval? { if case .number(let value) = kind { value } else { nil } }
}

enum DoseTokens {
  static let numberWords: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  private static let fractions: [Unicode.Scalar: Rational] = [
    "½": Rational(1, 2), "¼": Rational(1, 4), "¾": Rational(3, 4),
  ]

  static func of(_ text: String) -> [DoseToken] {
    let s = Array(text.unicodeScalars)
    func isDigit(_ i: Int) -> Bool { s.indices.contains(i) && ("0"..."9").contains(s[i]) }
    // "forty-five", "twenty five minutes"; "twenty five-minute sessions" are twenty.
    func onesBehind(_ i: Int) -> (value: Int, end: Int)? {
      guard i < s.count, s[i] == "-" || s[i] == " " else { return nil }
      var end = i + 1
      while end < s.count, s[end].isLetter { end += 1 }
      guard let value = numberWords[String(scalars: s[(i + 1)..<end]).lowercased()], value < 10,
        s[i] == "-" || !(end < s.count && s[end] == "-")
      else { return nil }
      return (value, end)
    }
    // "30'": minutes.
    func isPrime(_ i: Int) -> Bool {
      ["'", "’", "′"].contains(s[i]) && isDigit(i - 1) && isDigit(i - 2) && !(i + 1 < s.count && s[i + 1].isLetter)
    }
    var result: [DoseToken] = []
    var i = 0
    while i < s.count {
      let start = i
      if isDigit(i) || (s[i] == "." && isDigit(i + 1) && !(i > 0 && s[i - 1].isLetter)) {
        var digits = ""
        while isDigit(i) || (i < s.count && (s[i] == "." || s[i] == ",") && isDigit(i + 1)) {
          digits.unicodeScalars.append(s[i])
          i += 1
        }
        if i < s.count, s[i] == ":", isDigit(i + 1), isDigit(i + 2), !isDigit(i + 3), let hours = Int(digits) {
          let minutes = Int(s[i + 1].value - 48) * 10 + Int(s[i + 2].value - 48)
          i += 3
          result.append(DoseToken(kind: .clock(Rational(hours * 60 + minutes)), range: start..<i))
          continue
        }
        if i < s.count, s[i] == "/", isDigit(i + 1), let top = Int(digits), top < 4,
          let bottom = Rational(parsing: String(Character(s[i + 1]))), !isDigit(i + 2), bottom > 1,
          Rational(top) < bottom
        {
          i += 2
          result.append(DoseToken(kind: .number(Interval(Rational(top) / bottom)), range: start..<i))
          continue
        }
        if let value = Rational(parsing: digits) {
          result.append(DoseToken(kind: .number(Interval(value)), range: start..<i))
        }
      } else if s[i].isLetter {
        while i < s.count, s[i].isLetter { i += 1 }
        let word = String(scalars: s[start..<i]).lowercased()
        // "Hr(s)", "session(s)": one or several.
        if i + 2 < s.count, s[i] == "(", s[i + 1] == "s" || s[i + 1] == "S", s[i + 2] == ")" { i += 3 }
        if let x = DoseWords.parted(word, behindFigure: isDigit(start - 1), beforeFigure: isDigit(i)) {
          result.append(DoseToken(kind: .word(x.first), range: start..<(start + x.first.count)))
          result.append(DoseToken(kind: .word(x.second), range: (start + x.first.count)..<i))
          continue
        }
        let meant = DoseTyping.meant(by: word, behind: result.last)
        if let value = numberWords[meant] {
          let ones = value >= 20 ? onesBehind(i) : nil
          i = ones?.end ?? i
          result.append(DoseToken(kind: .number(Interval(Rational(value + (ones?.value ?? 0)))), range: start..<i))
        } else {
          result.append(DoseToken(kind: .word(meant), range: start..<i))
        }
      } else if s[i] == " " {
        i += 1
      } else {
        if let value = fractions[s[i]] {
          result.append(DoseToken(kind: .number(Interval(value)), range: start..<(i + 1)))
        } else if isPrime(i) {
          result.append(DoseToken(kind: .word("min"), range: start..<(i + 1)))
        } else if s[i] == "&" {
          result.append(DoseToken(kind: .word("and"), range: start..<(i + 1)))
        } else if s[i] == "×" {
          result.append(DoseToken(kind: .word("x"), range: start..<(i + 1)))
        } else if "/-–—()~≤+|%:".unicodeScalars.contains(s[i]) {
          result.append(
            DoseToken(kind: .sign(s[i] == "–" || s[i] == "—" ? "-" : Character(s[i])), range: start..<(i + 1)))
        }
        i += 1
      }
    }
    return joinedRanges(result)
  }
}
