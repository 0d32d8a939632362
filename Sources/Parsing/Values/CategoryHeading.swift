import Extraction
import IEPModel

/// The words of a heading that name what stands below it, without those that explain or ask: "RELATED SERVICES - List the
/// services that the student needs", "Related Services needed to benefit from special education".
enum CategoryHeading {
  /// - Returns: `nil` where the heading has no such words.
  static func name(in heading: String) -> String? {
    let lowered = heading.lowercased()
    let cuts = marks.compactMap { mark in lowered.range(of: mark).map { (mark, $0) } }
    guard let (mark, cut) = cuts.min(by: { $0.1.lowerBound < $1.1.lowerBound }), cut.lowerBound > lowered.startIndex
    else { return nil }
    let rest = lowered[cut.upperBound...]
    // "Related services: OT 30 min weekly" says what is given; "34 CFR 300.34" is the law.
    let isOfLaw = rest.contains("cfr") || rest.contains("§")
    guard isOfLaw || !rest.contains(where: \.isNumber), isOfLaw || rest.split(separator: " ").count >= 3 else {
      return nil
    }
    // What follows a colon is an answer unless it lists or asks at length.
    if mark == ": ", rest.split(separator: " ").count < 4 { return nil }
    return String(heading.prefix(lowered.distance(from: lowered.startIndex, to: cut.lowerBound)))
  }

  /// The name in bold that opens a line which goes on to explain it: "A. Supplementary aids and services: aids, services,
  /// and other supports provided to ...".
  static func lead(of line: TextLine) -> String? {
    guard line.text.utf8.count >= 90, line.words.first?.isBold == true, let name = name(in: line.text) else {
      return nil
    }
    let words = line.words.prefix(name.split(separator: " ").count)
    let next = line.words.dropFirst(words.count).first { $0.text.contains(where: \.isLetter) }
    // "AIDS AND SUPPORTS: Seat near the board": an answer begins with a capital.
    guard words.allSatisfy(\.isBold), next?.text.first?.isLowercase == true else { return nil }
    return name
  }

  private static let marks = [
    " – ", " - ", " — ", ": ", " / ", " needed ", " required ", " to be provided", " to benefit", " in order to ",
    " that the ", " which the ", " necessary ", " outside ", " inside ", " within ", ", or ",
  ]
}
