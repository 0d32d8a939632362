extension Source {
  /// The id of the document read from here: the first 16 hexadecimal digits of the bytes' hash and, in a file that
  /// holds many students, the position of the record. Stable across runs and machines.
  public var documentId: String {
    let digest = String(sha256.prefix(16))
    return record.map { "\(digest)-\($0)" } ?? digest
  }
}
