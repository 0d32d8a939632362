import Foundation
import IEPModel

/// What a form prints to explain its codes, which is no value that was filled in. What the codes mean is read by
/// `CodeKey`.
enum Legend {
  /// How many codes a text sets equal to what they stand for: "D = Daily, W = Weekly" has two.
  static func equations(in text: String) -> Int {
    text.contains(" = ") ? text.components(separatedBy: " = ").count - 1 : 0
  }

  /// "M=Mastered S=Satisfactory U=Unsatisfactory": codes set equal to their words without a blank.
  static func hasTightCodes(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "=")) else { return false }
    return text.split(separator: " ").filter { word in
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count > parts[0].count
        && parts[0].allSatisfy { $0.isUppercase || $0.isNumber }
    }.count >= 2
  }

  /// "DO = Direct Observation; WS = Work Samples", "1. Observation 2. Work samples 3. Tests": a list of codes.
  static func isList(_ text: String) -> Bool {
    if equations(in: text) >= 2 { return true }
    let numbers = text.split(separator: " ").compactMap { word in
      word.hasSuffix(".") || word.hasSuffix(")") ? Int(word.dropLast()) : nil
    }
    if numbers.count >= 4, zip(numbers, 1...).allSatisfy({ $0 == $1 }) { return true }
    // "1 Teacher-made test; 2 Observation; 3 Work samples"
    let items = text.split(separator: ";").map { $0.split(separator: " ").first.flatMap { Int($0) } }
    return items.count >= 3 && zip(items, 1...).allSatisfy { $0 == $1 }
  }
}
