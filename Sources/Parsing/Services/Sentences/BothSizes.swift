import Foundation
import IEPModel

/// "Individual and Small Group Counseling": a name that says both sizes.
enum BothSizes {
  /// The whole name, where only "Group Counseling" of it was known.
  static func whole(_ name: String, in sentence: String) -> String {
    guard let start = sentence.range(of: "individual and ", options: .caseInsensitive)?.lowerBound,
      let end = sentence.range(of: name, options: .caseInsensitive)?.upperBound, start < end,
      case let whole = sentence[start..<end], whole.split(separator: " ").count <= 6,
      !whole.contains(where: { ",;:".contains($0) || $0.isNumber })
    else { return name }
    return String(whole)
  }

  /// What stands behind such a name, which tells neither size; the words behind it may.
  static func without(_ sentence: String) -> String {
    guard let figure = sentence.firstIndex(where: \.isNumber),
      Set(LabelTokens.words(String(sentence[..<figure]))).isSuperset(of: ["individual", "group"])
    else { return sentence }
    return String(sentence[figure...])
  }
}
