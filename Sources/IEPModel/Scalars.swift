extension Unicode.Scalar {
  /// A letter of any script. The tables of Unicode are asked only beyond ASCII: most text of a form is within it.
  @inlinable public var isLetter: Bool {
    value < 0x80 ? (value | 0x20) &- 0x61 < 26 : properties.isAlphabetic
  }

  /// White space of any kind.
  @inlinable public var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// The scalar in small letters.
  @inlinable public var lowered: String {
    if value < 0x80 {
      let isCapital = value &- 0x41 < 26
      return String(Character(Unicode.Scalar(UInt8(isCapital ? value | 0x20 : value))))
    }
    return properties.lowercaseMapping
  }
}

extension String {
  /// Appends the scalar in small letters.
  @inlinable public mutating func appendLowered(_ scalar: Unicode.Scalar) {
    guard scalar.value < 0x80 else { return append(scalar.lowered) }
    let isCapital = scalar.value &- 0x41 < 26
    unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
  }

  /// The text of a range of scalars: places in a text count Unicode scalars, as evidence in the output does.
  public init(scalars: some Sequence<Unicode.Scalar>) { self.init(UnicodeScalarView(scalars)) }
}
