/// The keys of one object, in the order of the calls.
struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: JSONSink
  let codingPath: [any CodingKey]
  /// How many objects and arrays are open with this one.
  let depth: Int

  private func key(_ key: Key) {
    sink.json.close(to: depth)
    sink.json.key(key.stringValue)
  }

  mutating func encodeNil(forKey key: Key) {
    self.key(key)
    sink.json.literal("null")
  }
  mutating func encode(_ value: Bool, forKey key: Key) {
    self.key(key)
    sink.json.literal(value ? "true" : "false")
  }
  mutating func encode(_ value: String, forKey key: Key) {
    self.key(key)
    sink.json.string(value)
  }
  mutating func encode(_ value: Int, forKey key: Key) {
    self.key(key)
    sink.json.integer(value)
  }
  mutating func encode(_ value: Double, forKey key: Key) throws {
    self.key(key)
    try sink.scalar(value, at: codingPath + [key])
  }
  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    self.key(key)
    try JSONNodeEncoder.write(value, to: sink, at: codingPath + [key])
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    self.key(key)
    return JSONNodeEncoder(sink: sink, codingPath: codingPath + [key]).container(keyedBy: keyType)
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    self.key(key)
    return JSONNodeEncoder(sink: sink, codingPath: codingPath + [key]).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { JSONNodeEncoder(sink: sink, codingPath: codingPath) }
  mutating func superEncoder(forKey key: Key) -> any Encoder {
    self.key(key)
    return JSONNodeEncoder(sink: sink, codingPath: codingPath + [key])
  }
}
