import CPoppler

/// The wording of a word as later stages want it: ligatures resolved, soft hyphens gone, composed (NFC).
enum WordText {
  static func normalised(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy({ $0.value < 0x80 }) {
      return String(unsafeUninitializedCapacity: scalars.count) { bytes in
        for (index, scalar) in scalars.enumerated() { bytes[index] = UInt8(scalar.value) }
        return scalars.count
      }
    }
    var text = String.UnicodeScalarView()
    var needsComposing = false
    for scalar in scalars {
      switch scalar.value {
      case 0..<0x80: text.append(scalar)
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F: continue
      case 0xFB00...0xFB06: text.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
      // Scalars before 0x300 are composed already.
      case 0x300...0x1FFF, 0x2126, 0x212A, 0x212B, 0xF900...0xFAFF, 0xFB07...0xFB4F:
        needsComposing = true
        text.append(scalar)
      default: text.append(scalar)
      }
    }
    return needsComposing ? composed(String(text)) : String(text)
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func composed(_ text: String) -> String {
    takeString(g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE)) ?? text
  }
}
