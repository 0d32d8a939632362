import Foundation

/// A file of the output that is written piece by piece under a temporary name and renamed when it is whole; one that
/// is never finished is removed.
final class GrowingFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true

  private static let pieceSize = 1 << 16

  init(path: String) throws(OutputError) {
    self.path = path
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputError.system(path) }
    guard fchmod(descriptor, 0o600) == 0 else { throw OutputError.system(path) }
  }

  deinit {
    if isOpen {
      close(descriptor)
      unlink(path + ".part")
    }
  }

  func append(_ bytes: [UInt8]) throws(OutputError) {
    buffer += bytes
    if buffer.count >= GrowingFile.pieceSize { try flush() }
  }

  func finish() throws(OutputError) {
    try flush()
    isOpen = false
    guard close(descriptor) == 0, rename(path + ".part", path) == 0 else { throw OutputError.system(path) }
  }

  private func flush() throws(OutputError) {
    try OutputFile.writeAll(buffer, to: descriptor, path: path)
    buffer.removeAll(keepingCapacity: true)
  }
}
