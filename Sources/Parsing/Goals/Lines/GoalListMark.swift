import IEPModel

/// The marks that count goals in a list: "2.", "II.2", "B)".
enum GoalListMark {
  /// The figure that a mark counts with: 2 of "2", "II.2" and "3.2".
  static func count(_ mark: String) -> Int? {
    if isCapital(mark), let letter = mark.unicodeScalars.first(where: { $0.isLetter }) { return Int(letter.value) - 64 }
    return mark.split(separator: ".").last.flatMap { Int($0) }
  }

  /// "A.", "B)": a capital that counts goals.
  static func isCapital(_ mark: String) -> Bool {
    let bare = mark.trimmingCharacters("().:")
    return bare.count == 1 && bare.first.map { $0.isUppercase && $0.isASCII } ?? false
  }
}
