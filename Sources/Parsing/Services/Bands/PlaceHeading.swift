import Foundation
import IEPModel

/// A heading over rows of services that says where they are given and nothing else: "In the resource room", "Office or
/// therapy space", "Services provided in the community".
enum PlaceHeading {
  /// - Returns: `nil` where the heading says anything besides, or names a kind of service, as "Special education" does.
  static func place(in heading: String, vocabulary: Vocabulary) -> Coded<LocationCode>? {
    var text = HeadingCount.removed(from: heading).trimmingCharacters(" :.")
    // "Therapy rooms (Wing C)": which of them.
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
      text = String(text[..<open]).trimmingBlanks
    }
    // "Outside the regular class - therapy room or office", "Other setting: playground": the end says where.
    if let mark = [" - ", " – ", ": "].lazy.compactMap({ text.range(of: $0, options: .backwards) }).first,
      case let lead = String(text[..<mark.lowerBound]), !lead.contains(":"),
      vocabulary.locationCode(of: lead) != nil || lead.lowercased().hasSuffix("setting"),
      let end = place(in: String(text[mark.upperBound...]), vocabulary: vocabulary)
    {
      return end
    }
    guard text.utf8.count < 80, !vocabulary.isPerson(text), let code = vocabulary.locationCode(of: text) else {
      return nil
    }
    // "In a related services room" names no kind of service, as "Related services" does.
    let isLed = ["in", "at", "within", "elsewhere", "across", "throughout", "around"].contains(
      text.prefix { $0 != " " }.lowercased())
    guard isLed || vocabulary.category(ofHeading: text) == nil && vocabulary.saysPlacesOnly(text, besides: joints)
    else { return nil }
    return Coded(code: code, text: text)
  }

  /// Words that lead to a place or join two of them.
  private static let joints: Set = [
    "in", "at", "within", "the", "a", "an", "or", "and", "other", "service", "provided", "given", "delivered",
    "location", "setting", "place", "on", "across", "throughout", "around", "student", "student's", "his", "her",
  ]
}
