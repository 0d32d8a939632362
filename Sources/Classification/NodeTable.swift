/// The children of a trie's nodes, by node and word. Asked for at every word of every goal, so it hashes by one
/// multiplication and probes in a row; a dictionary of the library guards against hostile keys, which the lexicon holds
/// none of.
struct NodeTable: Sendable {
  private static let free: UInt64 = .max
  private var keys: [UInt64] = Array(repeating: free, count: 1 << 10)
  private var values: [Int32] = Array(repeating: 0, count: 1 << 10)
  private var count = 0

  subscript(node: Int32, word: Int32) -> Int32? {
    let key = Self.key(node, word)
    var slot = place(of: key)
    while keys[slot] != Self.free {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ value: Int32, at node: Int32, _ word: Int32) {
    if count * 2 >= keys.count { grow() }
    put(value, at: Self.key(node, word))
    count += 1
  }

  private mutating func put(_ value: Int32, at key: UInt64) {
    var slot = place(of: key)
    while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
    (keys[slot], values[slot]) = (key, value)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: Self.free, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != Self.free { put(value, at: key) }
  }

  /// Fibonacci hashing: the upper bits of a product with the golden ratio.
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
