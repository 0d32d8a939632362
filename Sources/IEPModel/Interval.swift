/// A closed range of exact numbers; `min` equals `max` where one number is written.
public struct Interval: Hashable, Sendable, Codable {
  public var min: Rational
  public var max: Rational

  /// The two ends in either order.
  public init(_ a: Rational, _ b: Rational) {
    min = Swift.min(a, b)
    max = Swift.max(a, b)
  }
  public init(_ value: Rational) { self.init(value, value) }

  public var isSingle: Bool { min == max }

  public static func + (a: Interval, b: Interval) -> Interval { Interval(a.min + b.min, a.max + b.max) }
  public static func * (a: Interval, b: Interval) -> Interval { Interval(a.min * b.min, a.max * b.max) }
  public static func * (a: Interval, factor: Rational) -> Interval { Interval(a.min * factor, a.max * factor) }
  public static func / (a: Interval, divisor: Rational) -> Interval { Interval(a.min / divisor, a.max / divisor) }

  /// The least distance between a number of one and a number of the other; zero where they meet.
  public func distance(to other: Interval) -> Rational {
    if max < other.min { return other.min - max }
    if other.max < min { return min - other.max }
    return .zero
  }

  /// `30` or `30 to 60`, with at most `places` decimals.
  public func formatted(places: Int = 2) -> String {
    isSingle ? min.formatted(places: places) : "\(min.formatted(places: places)) to \(max.formatted(places: places))"
  }
}
