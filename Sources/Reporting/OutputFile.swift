import Foundation

/// A file or folder of the output that could not be written: names it and says why. Holds no student data.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The reason that the system gave for the last call that failed.
  static func system(_ path: String) -> OutputError {
    OutputError(path: path, reason: String(cString: strerror(errno)))
  }

  public var description: String { "\(path): \(reason)" }
}

/// Writing the output: only its owner may read it, and a reader never sees half a file.
public enum OutputFile {
  /// Writes to a temporary name in the same folder and renames it. Mode 0600 whatever the umask says.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let temporary = path + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputError.system(path) }
    do throws(OutputError) {
      guard fchmod(descriptor, 0o600) == 0 else { throw OutputError.system(path) }
      try writeAll(bytes, to: descriptor, path: path)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = OutputError.system(path)
      unlink(temporary)
      throw error
    }
  }

  public static func write(_ text: String, to path: String) throws(OutputError) {
    try write(Array(text.utf8), to: path)
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw OutputError.system(path) }
      offset += written
    }
  }

  /// Makes a folder and those above it that lack, mode 0700; one that is there is left as it is.
  public static func makeFolder(_ path: String) throws(OutputError) {
    var information = stat()
    if stat(path, &information) == 0 {
      guard information.st_mode & S_IFMT == S_IFDIR else { throw OutputError(path: path, reason: "is no folder") }
      return
    }
    let parent = path.parentFolder
    if !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw OutputError.system(path) }
    guard chmod(path, 0o700) == 0 else { throw OutputError.system(path) }
  }
}

extension String {
  /// The folder of a path: "a" of "a/b" and of "a/b/", "/" of "/a", nothing of "a".
  ///
  /// Foundation's `deletingLastPathComponent` traps on a path of one character (swift-corelibs-foundation of Swift 6).
  public var parentFolder: String {
    guard let last = lastIndex(where: { $0 != "/" }), let slash = self[...last].lastIndex(of: "/") else { return "" }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
