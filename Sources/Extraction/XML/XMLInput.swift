import Foundation

/// The bytes of an XML file, read in pieces where they lie on a disk: an export of a whole district is never held.
public struct XMLInput: Sendable {
  private enum Storage {
    case file(String)
    case bytes([UInt8])
  }
  private let storage: Storage

  public init(path: String) { storage = .file(path) }
  public init(bytes: [UInt8]) { storage = .bytes(bytes) }

  /// How many bytes `pieces` hands over at a time.
  private static let pieceLength = 1 << 16

  public var count: Int {
    switch storage {
    case .bytes(let bytes): return bytes.count
    case .file(let path):
      var information = stat()
      return stat(path, &information) == 0 ? Int(information.st_size) : 0
    }
  }

  /// The first bytes, or as many as there are.
  public func head(_ length: Int) -> [UInt8] { piece(at: 0, length) }

  /// The last bytes.
  func tail(_ length: Int) -> [UInt8] { piece(at: max(0, count - length), length) }

  private func piece(at offset: Int, _ length: Int) -> [UInt8] {
    switch storage {
    case .bytes(let bytes): return Array(bytes[min(offset, bytes.count)...].prefix(length))
    case .file(let path):
      guard let file = FileHandle(forReadingAtPath: path) else { return [] }
      defer { try? file.close() }
      guard (try? file.seek(toOffset: UInt64(offset))) != nil else { return [] }
      return (try? file.read(upToCount: length)).map { Array($0) } ?? []
    }
  }

  /// All of it in memory.
  /// - Throws: `unreadable` where the system refuses.
  public func whole() throws(ExtractionError) -> [UInt8] {
    if case .bytes(let bytes) = storage { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    try pieces { piece in
      result.append(contentsOf: piece)
      return true
    }
    return result
  }

  /// Hands over all bytes in their order, which the receiver may change in place, until it answers `false`.
  func pieces(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Bool) throws(ExtractionError) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceLength)
    defer { buffer.deallocate() }
    switch storage {
    case .bytes(let bytes):
      for start in stride(from: 0, to: bytes.count, by: buffer.count) {
        let piece = bytes[start..<min(start + buffer.count, bytes.count)]
        _ = buffer.update(fromContentsOf: piece)
        guard body(UnsafeMutableBufferPointer(rebasing: buffer[..<piece.count])) else { return }
      }
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.unreadable }
      defer { close(descriptor) }
      while true {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 && errno == EINTR { continue }
        guard got >= 0 else { throw Self.unreadable }
        guard got > 0, body(UnsafeMutableBufferPointer(rebasing: buffer[..<got])) else { return }
      }
    }
  }

  private static var unreadable: ExtractionError {
    ExtractionError(.unreadable, reason: "cannot be read: \(String(cString: strerror(errno)))")
  }
}
