/// A rectangle on a page in PDF points, origin at the top left of the page as displayed (crop box, rotation
/// applied), y downward.
public struct Box: Hashable, Sendable {
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double

  @inlinable
  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  @inlinable public var width: Double { x1 - x0 }
  @inlinable public var height: Double { y1 - y0 }
  @inlinable public var midX: Double { (x0 + x1) / 2 }
  @inlinable public var midY: Double { (y0 + y1) / 2 }
  @inlinable public var area: Double { Swift.max(0, width) * Swift.max(0, height) }

  @inlinable public func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
  /// The common part, `nil` where there is none.
  public func intersection(_ other: Box) -> Box? {
    let common = Box(x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
    return common.width > 0 && common.height > 0 ? common : nil
  }
  @inlinable public func contains(x: Double, y: Double) -> Bool { x >= x0 && x <= x1 && y >= y0 && y <= y1 }
  @inlinable public func insetBy(_ d: Double) -> Box { Box(x0: x0 + d, y0: y0 + d, x1: x1 - d, y1: y1 - d) }

  /// The box around all of `boxes`, `nil` where there are none.
  @inlinable public static func around(_ boxes: some Sequence<Box>) -> Box? {
    var result: Box?
    for box in boxes { result = result.map { $0.union(box) } ?? box }
    return result
  }
}

extension Box: Codable {
  /// `[x0, y0, x1, y1]`, to a hundredth of a point.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for value in [x0, y0, x1, y1] { try container.encode((value * 100).rounded() / 100) }
  }

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    x0 = try container.decode(Double.self)
    y0 = try container.decode(Double.self)
    x1 = try container.decode(Double.self)
    y1 = try container.decode(Double.self)
  }
}

/// A place in the source: a page and a box of a PDF, or a path and a line of an XML file.
public struct Place: Hashable, Sendable, Codable {
  /// 1-based.
  public var page: Int?
  public var box: Box?
  /// Name of the form field that the value came from.
  public var field: String?
  public var xpath: String?
  /// 1-based line of the XML file.
  public var line: Int?
  /// Which fact of its owner the place is of: a key of the contract (`dose`, `placement.generalEducationPercent`).
  public var property: String?

  public init(
    page: Int? = nil, box: Box? = nil, field: String? = nil, xpath: String? = nil, line: Int? = nil,
    property: String? = nil
  ) {
    self.page = page
    self.box = box
    self.field = field
    self.xpath = xpath
    self.line = line
    self.property = property
  }

  public func of(_ property: String) -> Place {
    var copy = self
    copy.property = property
    return copy
  }
}
