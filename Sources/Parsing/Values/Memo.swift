import Synchronization

/// Remembers what a pure function made of a text: forms print the same labels and values again and again, and several
/// readers ask of each. Holds a bounded number of texts, so that memory stays flat over many documents.
final class Memo<Value: Sendable>: Sendable {
  private let kept: Mutex<Kept>
  private let longest: Int

  /// - Parameters:
  ///   - most: how many texts are kept; at most 32,768.
  ///   - longest: in bytes; what is longer is made anew each time.
  init(most: Int = 8192, longest: Int = .max) {
    kept = Mutex(Kept(most: most))
    self.longest = longest
  }

  func value(of text: String, make: (String) -> Value) -> Value {
    guard text.utf8.count <= longest else { return make(text) }
    let hash = TextHash.of(text)
    if let found = kept.withLock({ $0.value(of: text, hash: hash) }) { return found }
    let made = make(text)
    kept.withLock { $0.keep(made, of: text, hash: hash) }
    return made
  }

  /// Texts with their values, found by their hash. Far smaller in memory than a dictionary, which is what its look-ups take
  /// their time for.
  private struct Kept {
    private let most: Int
    private var entries: [(hash: UInt64, text: String, value: Value)] = []
    /// At the place that the hash names, or the next free one behind it: the number of an entry, counted from 1.
    private var places: [UInt16] = []

    init(most: Int) { self.most = most }

    func value(of text: String, hash: UInt64) -> Value? {
      guard !places.isEmpty else { return nil }
      var place = place(of: hash)
      while places[place] > 0 {
        let number = Int(places[place]) - 1
        if entries[number].hash == hash, entries[number].text == text { return entries[number].value }
        place = next(place)
      }
      return nil
    }

    /// - Precondition: The text is not kept yet, or with an equal value.
    mutating func keep(_ value: Value, of text: String, hash: UInt64) {
      if entries.count >= most || places.isEmpty {
        entries.removeAll(keepingCapacity: true)
        // Twice as many as texts, so that few meet; a power of two.
        places = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * most - 1).leadingZeroBitCount))
      }
      var place = place(of: hash)
      while places[place] > 0 { place = next(place) }
      entries.append((hash, text, value))
      places[place] = UInt16(entries.count)
    }

    private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (places.count - 1) }
    private func next(_ place: Int) -> Int { (place + 1) & (places.count - 1) }
  }
}

/// A hash of a text's bytes, eight at a time: the library's takes longer than all else here.
private enum TextHash {
  static func of(_ text: String) -> UInt64 {
    text.utf8.withContiguousStorageIfAvailable(mixed) ?? Array(text.utf8).withUnsafeBufferPointer(mixed)
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
}

/// How long what a label, a cell or a short line says may be, in bytes: longer texts are paragraphs, which seldom come
/// again.
let longestValueKept = 120
