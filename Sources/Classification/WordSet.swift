/// Words by their numbers, asked for at every word of every goal.
struct WordSet: Sendable {
  private var flags: [Bool] = []

  mutating func insert(_ word: Int32) {
    let index = Int(word)
    if index >= flags.count { flags += Array(repeating: false, count: index + 1 - flags.count) }
    flags[index] = true
  }

  func contains(_ word: Int32) -> Bool { word >= 0 && Int(word) < flags.count && flags[Int(word)] }
}
