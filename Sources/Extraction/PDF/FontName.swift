import Foundation
import IEPModel

/// What the name of a font tells.
enum FontName {
  /// "ABCDEF+Arial" is a subset of Arial.
  static func withoutSubsetPrefix(_ name: String) -> String {
    let bytes = name.utf8
    guard bytes.count > 7, bytes.prefix(6).allSatisfy({ (0x41...0x5A).contains($0) }),
      bytes[bytes.index(bytes.startIndex, offsetBy: 6)] == UInt8(ascii: "+")
    else { return name }
    return String(name.dropFirst(7))
  }

  /// Whether the name speaks of a bold face.
  static func isBold(_ name: String) -> Bool {
    let lower = name.lowercased()
    if lower.contains("bold") || lower.contains("black") || lower.contains("heavy") { return true }
    // "Univers-Bd", "MyriadPro,Bd", "FrutigerLTStd-BdCn"; but not "Abdo".
    guard let range = name.range(of: "Bd") else { return false }
    guard range.lowerBound > name.startIndex else { return false }
    let before = name[name.index(before: range.lowerBound)]
    return before == "-" || before == "," || before == " " || before.isLowercase
  }
}
