/// Encodes a value as JSON whose keys stand in the order in which the value encodes them: for the model, the order
/// of the contract. The same value gives the same bytes on every machine. Foundation's encoder sorts keys or leaves
/// their order to chance, and is ten times slower.
public struct OrderedJSONEncoder: Sendable {
  public init() {}

  /// Pretty-printed UTF-8 with a line break at the end.
  public func encode(_ value: some Encodable) throws -> [UInt8] {
    let sink = JSONSink()
    try value.encode(to: JSONNodeEncoder(sink: sink, codingPath: []))
    sink.json.close(to: 0)
    sink.json.literal("\n")
    return sink.json.bytes
  }
}

/// The bytes that all containers of one encoding share.
final class JSONSink {
  var json = JSONBytes()

  /// - Parameter path: made only where it is needed to name a number that JSON lacks.
  func scalar(_ value: Double, at path: @autoclosure () -> [any CodingKey]) throws {
    guard json.number(value) else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: path(), debugDescription: "no JSON number"))
    }
  }
}

/// Encodes one value at the place that the sink stands at.
struct JSONNodeEncoder: Encoder {
  let sink: JSONSink
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    sink.json.beginObject()
    return KeyedEncodingContainer(
      JSONObjectContainer<Key>(sink: sink, codingPath: codingPath, depth: sink.json.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    sink.json.beginArray()
    return JSONArrayContainer(sink: sink, codingPath: codingPath, depth: sink.json.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONScalarContainer(sink: sink, codingPath: codingPath)
  }

  /// Writes `value`, and closes whatever it opened.
  static func write(_ value: some Encodable, to sink: JSONSink, at path: [any CodingKey]) throws {
    let depth = sink.json.depth
    try value.encode(to: JSONNodeEncoder(sink: sink, codingPath: path))
    sink.json.close(to: depth)
  }
}
