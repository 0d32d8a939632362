/// An array whose key is absent from the output where it has no elements: absent facts are absent keys.
@propertyWrapper
public struct OmittedWhenEmpty<Element: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  public var wrappedValue: [Element]

  public init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
  public init(from decoder: any Decoder) throws { wrappedValue = try [Element](from: decoder) }
}

extension KeyedEncodingContainer {
  /// Chosen by the synthesised `encode(to:)` over the generic one, since its type is more specific.
  public mutating func encode<Element>(_ value: OmittedWhenEmpty<Element>, forKey key: Key) throws {
    if !value.wrappedValue.isEmpty { try encode(value.wrappedValue, forKey: key) }
  }
}

extension KeyedDecodingContainer {
  public func decode<Element>(
    _ type: OmittedWhenEmpty<Element>.Type, forKey key: Key
  ) throws -> OmittedWhenEmpty<Element> {
    OmittedWhenEmpty(wrappedValue: try decodeIfPresent([Element].self, forKey: key) ?? [])
  }
}
