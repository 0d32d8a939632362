import IEPModel

extension String {
  /// Without the given punctuation at either end.
  func trimmingCharacters(_ set: String) -> String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most words have none.
    if first.isLetterOrDigit, last.isLetterOrDigit { return self }
    var slice = self[...]
    if !first.isLetterOrDigit { while let first = slice.first, set.contains(first) { slice.removeFirst() } }
    if !last.isLetterOrDigit { while let last = slice.last, set.contains(last) { slice.removeLast() } }
    return String(slice)
  }
}
