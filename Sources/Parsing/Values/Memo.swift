import Synchronization

/// Remembers what a pure function made of a text: forms print the same labels and values again and again, and several
/// readers ask of each. Holds a bounded number of texts, so that memory stays flat over many documents.
final class Memo<Value: Sendable>: Sendable {
  private let known = Mutex<[String: Value]>([:])
  private let most: Int

  init(most: Int = 8192) { self.most = most }

  func value(of text: String, make: (String) -> Value) -> Value {
    if let found = known.withLock({ $0[text] }) { return found }
    let made = make(text)
    known.withLock { known in
      if known.count >= most { known.removeAll(keepingCapacity: true) }
      known[text] = made
    }
    return made
  }
}
