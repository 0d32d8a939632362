/// The elements of one array.
struct JSONArrayContainer: UnkeyedEncodingContainer {
  let sink: JSONSink
  let codingPath: [any CodingKey]
  /// How many objects and arrays are open with this one.
  let depth: Int
  private(set) var count = 0

  init(sink: JSONSink, codingPath: [any CodingKey], depth: Int) {
    self.sink = sink
    self.codingPath = codingPath
    self.depth = depth
  }

  private mutating func next() {
    sink.json.close(to: depth)
    sink.json.element()
    count += 1
  }

  mutating func encodeNil() {
    next()
    sink.json.literal("null")
  }
  mutating func encode(_ value: Bool) {
    next()
    sink.json.literal(value ? "true" : "false")
  }
  mutating func encode(_ value: String) {
    next()
    sink.json.string(value)
  }
  mutating func encode(_ value: Int) {
    next()
    sink.json.integer(value)
  }
  mutating func encode(_ value: Double) throws {
    next()
    try sink.scalar(value, at: codingPath)
  }
  mutating func encode(_ value: some Encodable) throws {
    next()
    try JSONNodeEncoder.write(value, to: sink, at: codingPath)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    next()
    return JSONNodeEncoder(sink: sink, codingPath: codingPath).container(keyedBy: keyType)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return JSONNodeEncoder(sink: sink, codingPath: codingPath).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder {
    next()
    return JSONNodeEncoder(sink: sink, codingPath: codingPath)
  }
}

/// One value by itself.
struct JSONScalarContainer: SingleValueEncodingContainer {
  let sink: JSONSink
  let codingPath: [any CodingKey]

  mutating func encodeNil() { sink.json.literal("null") }
  mutating func encode(_ value: Bool) { sink.json.literal(value ? "true" : "false") }
  mutating func encode(_ value: String) { sink.json.string(value) }
  mutating func encode(_ value: Int) { sink.json.integer(value) }
  mutating func encode(_ value: Double) throws { try sink.scalar(value, at: codingPath) }
  mutating func encode(_ value: some Encodable) throws {
    // Integers of other widths come here, and would come back for ever.
    if let integer = value as? any BinaryInteger { return sink.json.integer(integer) }
    if let float = value as? Float { return try sink.scalar(Double(float), at: codingPath) }
    try JSONNodeEncoder.write(value, to: sink, at: codingPath)
  }
}
