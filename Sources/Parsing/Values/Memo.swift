import Synchronization

/// Remembers what a pure function made of a text: forms print the same labels and values again and again, and several
/// readers ask of each. Holds a bounded number of texts, so that memory stays flat over many documents.
final class Memo<Value: Sendable>: Sendable {
  private let known = Mutex<[String: Value]>([:])
  private let most: Int
  private let longest: Int

  /// - Parameter longest: in bytes; what is longer is made anew each time.
  init(most: Int = 8192, longest: Int = .max) { (self.most, self.longest) = (most, longest) }

  func value(of text: String, make: (String) -> Value) -> Value {
    guard text.utf8.count <= longest else { return make(text) }
    if let found = known.withLock({ $0[text] }) { return found }
    let made = make(text)
    known.withLock { known in
      if known.count >= most { known.removeAll(keepingCapacity: true) }
      known[text] = made
    }
    return made
  }
}

/// How long what a label, a cell or a short line says may be, in bytes: longer texts are paragraphs, which seldom come
/// again.
let longestValueKept = 120
