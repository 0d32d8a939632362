/// An exact fraction in lowest terms. All minute arithmetic uses it, so that no total differs by a rounding.
public struct Rational: Hashable, Sendable, Comparable {
  /// Carries the sign.
  public let numerator: Int
  /// Always positive.
  public let denominator: Int

  /// The fraction in lowest terms. A zero denominator traps: it is a fault of the program, never of the input.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a fraction needs a denominator")
    let divisor = Rational.greatestCommonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / max(divisor, 1)
    self.denominator = abs(denominator) / max(divisor, 1)
  }

  /// Reads `30`, `1,950`, `.5`, `0.75`, `1/2`, `1 1/2`; `nil` for anything else or a number beyond nine digits.
  public init?(parsing text: some StringProtocol) {
    // Cells of words and dates are asked too.
    guard text.utf8.allSatisfy(Self.mayStand) else { return nil }
    self.init(bytes: Array(text.utf8)[...])
  }

  private init?(bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: " "))
    if parts.count == 2, let whole = Rational(bytes: parts[0]), let rest = Rational(bytes: parts[1]),
      parts[1].contains(UInt8(ascii: "/"))
    {
      self = whole + rest
      return
    }
    guard parts.count == 1 else { return nil }
    let halves = parts[0].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if halves.count == 2 {
      guard let top = Rational(bytes: halves[0]), let bottom = Rational(bytes: halves[1]), bottom != .zero
      else { return nil }
      self = top / bottom
      return
    }
    var digits = 0
    var value = 0
    var scale = 1
    var seenPoint = false
    for byte in parts[0] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 9 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if seenPoint { scale *= 10 }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: ",") where !seenPoint && digits > 0: continue
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(value, scale)
  }

  /// Whether a byte stands in numbers: figures, point, comma, stroke and blank.
  private static func mayStand(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/")
  }

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public static func + (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  public static func - (a: Rational, b: Rational) -> Rational { a + Rational(-b.numerator, b.denominator) }
  public static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  public static func / (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator, a.denominator * b.numerator)
  }
  public static func < (a: Rational, b: Rational) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  public var magnitude: Rational { Rational(abs(numerator), denominator) }
  public var isInteger: Bool { denominator == 1 }
  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// The nearest number with `places` decimals, half away from zero, as an integer of that unit.
  /// `Rational(37, 4).scaled(places: 1)` is 93.
  public func scaled(places: Int) -> Int {
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let doubled = 2 * abs(numerator) * factor
    let rounded = (doubled + denominator) / (2 * denominator)
    return numerator < 0 ? -rounded : rounded
  }

  /// Decimal notation with at most `places` decimals, half away from zero, without trailing zeros: `22.5`, `30`.
  public func formatted(places: Int = 2) -> String {
    let scaledValue = scaled(places: places)
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let whole = abs(scaledValue) / factor
    var fraction = ""
    if places > 0 {
      let digits = String(abs(scaledValue) % factor)
      fraction = String(repeating: "0", count: places - digits.count) + digits
    }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = scaledValue < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: Codable {
  /// Written as a number with at most two decimals, as the contract says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if isInteger {
      try container.encode(numerator)
    } else {
      try container.encode(Double(scaled(places: 2)) / 100)
    }
  }

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(Double.self)
    self.init(Int((value * 100).rounded()), 100)
  }
}
