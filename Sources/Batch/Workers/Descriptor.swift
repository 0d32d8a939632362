import Foundation

/// Small helpers over file descriptors.
enum Descriptor {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A pipe whose two ends are closed in every program that is started, but for those handed over on purpose.
  static func pipe() throws(Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { throw Failure(description: FileBytes.lastError) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Failure(description: FileBytes.lastError) }
      offset += written
    }
  }
}
