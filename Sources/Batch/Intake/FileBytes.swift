import CGLib
import Foundation

/// Reading files without holding them in memory.
enum FileBytes {
  /// Why the system refused the last call.
  static var lastError: String { String(cString: strerror(errno)) }

  static func size(of path: String) -> Int? {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : nil
  }

  /// The first `count` bytes, or as many as there are; `nil` where the system refuses (`errno` says why).
  static func prefix(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        guard got > 0 else { break }
        filled += got
      }
    }
    return failed ? nil : bytes
  }

  /// SHA-256 of a whole file in hexadecimal, read in pieces; `nil` where the system refuses (`errno` says why).
  static func sha256(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { return nil }
    defer { g_checksum_free(checksum) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = read(descriptor, &piece, piece.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      g_checksum_update(checksum, piece, got)
    }
    return g_checksum_get_string(checksum).map { String(cString: $0) }
  }
}
