import Synchronization

/// Remembers what a pure function made of a text: forms print the same labels and values again and again, and several
/// readers ask of each. Holds a bounded number of texts, so that memory stays flat over many documents.
final class Memo<Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])
  private let most: Int
  private let longest: Int

  /// - Parameter longest: in bytes; what is longer is made anew each time.
  init(most: Int = 8192, longest: Int = .max) { (self.most, self.longest) = (most, longest) }

  func value(of text: String, make: (String) -> Value) -> Value {
    guard text.utf8.count <= longest else { return make(text) }
    let key = Key(text)
    if let found = known.withLock({ $0[key] }) { return found }
    let made = make(text)
    known.withLock { known in
      if known.count >= most { known.removeAll(keepingCapacity: true) }
      known[key] = made
    }
    return made
  }

  /// A text with a hash of its bytes, eight at a time: the library's takes longer than all else here.
  private struct Key: Hashable {
    let text: String
    let hash: UInt64

    init(_ text: String) {
      self.text = text
      hash =
        text.utf8.withContiguousStorageIfAvailable(Self.mixed) ?? Array(text.utf8).withUnsafeBufferPointer(Self.mixed)
    }

    private static func mixed(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
      let raw = UnsafeRawBufferPointer(bytes)
      var hash = UInt64(raw.count)
      func take(_ word: UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      var start = 0
      while start + 8 <= raw.count {
        take(raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        start += 8
      }
      var rest: UInt64 = 0
      for byte in raw[start...] { rest = rest << 8 | UInt64(byte) }
      take(rest)
      return hash
    }

    static func == (a: Key, b: Key) -> Bool { a.hash == b.hash && a.text == b.text }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }
}

/// How long what a label, a cell or a short line says may be, in bytes: longer texts are paragraphs, which seldom come
/// again.
let longestValueKept = 120
