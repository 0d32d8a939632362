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
  /// The text of a range of scalars: places in a text count Unicode scalars, as evidence in the output does.
  @inlinable
  public init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
