import IEPModel

/// Cuts running text at the ends of its sentences.
enum Sentences {
  private static let abbreviations: Set<String> = [
    "min", "mins", "dr", "mr", "mrs", "ms", "st", "vs", "approx", "wk", "hr", "hrs", "jr", "sr", "no", "ed", "e.g",
    "i.e", "ther", "occ", "occup", "phys", "psych", "spec", "sp", "gen", "etc", "mt", "dept", "inc",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// The sentences of a text, each without the blanks around it.
  static func texts(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return split(scalars).map { String(scalars: scalars[$0]) }
  }

  static func split(_ s: [Unicode.Scalar]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    func push(_ end: Int) {
      var a = start
      var b = end
      while a < b, s[a].isBlank { a += 1 }
      while b > a, s[b - 1].isBlank { b -= 1 }
      if b > a { result.append(a..<b) }
      start = end
    }
    for i in s.indices {
      if s[i] == "\n" { push(i + 1) }
      guard s[i] == "." || s[i] == "!" || s[i] == "?" else { continue }
      guard i + 1 < s.count, s[i + 1].isBlank || s[i + 1] == "\"" || s[i + 1] == "”" else { continue }
      var next = i + 1
      while next < s.count, s[next].isBlank || s[next] == "\"" || s[next] == "”" { next += 1 }
      guard next < s.count,
        s[next].properties.isUppercase || ("0"..."9").contains(s[next]) || s[next] == "•" || s[next] == "-"
      else { continue }
      if s[i] == "." {
        var wordStart = i
        while wordStart > start, s[wordStart - 1].isLetter || s[wordStart - 1] == "." { wordStart -= 1 }
        let lowered = String(scalars: s[wordStart..<i]).lowercased()
        if lowered.unicodeScalars.count == 1, s[i - 1].properties.isUppercase { continue }
        // "receives O.T. 3 x 30 minutes"
        if lowered.contains("."), !s[next].properties.isUppercase { continue }
        if abbreviations.contains(lowered),
          lowered != "min" && lowered != "mins" && lowered != "wk" && lowered != "ed" && lowered != "no"
        {
          continue
        }
        if ["min", "mins", "wk", "ed"].contains(lowered), !s[next].properties.isUppercase { continue }
      }
      push(i + 1)
    }
    push(s.count)
    return result
  }
}
