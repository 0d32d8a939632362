import CStemmer

/// Snowball's English stemmer: "participates", "participating" and "participation" become one form.
/// Owns the C handle; one thread at a time.
final class Stemmer {
  private let handle: OpaquePointer

  init() {
    // Fails only where the library was built without English, or no memory is left.
    guard let handle = sb_stemmer_new("english", nil) else { preconditionFailure("libstemmer has no English stemmer") }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a lower-case word in UTF-8. The buffer is the library's until the next call, so the bytes are copied.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let bytes = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(sb_stemmer_length(handle))))
  }
}
