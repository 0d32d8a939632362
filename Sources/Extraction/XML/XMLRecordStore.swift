import Foundation

/// The wanted values of many records in few bytes, each to be read again by its place. What outgrows a fixed room lies
/// in a file without a name, which the system removes with the process.
public final class XMLRecordStore {
  private var recent: [UInt8] = []
  /// How many bytes lie in the file: `recent` begins behind them.
  private var spilled = 0
  private var file: Int32 = -1
  private let names: [String]

  /// Bytes that are kept in memory.
  private let room: Int

  /// - Parameter names: of elements and attributes, by the numbers that records use.
  init(names: [String], room: Int = 12 << 20) {
    self.names = names
    self.room = room
  }

  deinit { if file >= 0 { close(file) } }

  /// Keeps a record; gives its place.
  func append(_ record: [UInt8]) throws(ExtractionError) -> Int {
    if recent.count + record.count + 8 > room { try spill() }
    let place = spilled + recent.count
    withUnsafeBytes(of: UInt32(record.count).littleEndian) { recent.append(contentsOf: $0) }
    recent.append(contentsOf: record)
    return place
  }

  private func spill() throws(ExtractionError) {
    if file < 0 { file = try Self.namelessFile() }
    var offset = 0
    while offset < recent.count {
      let written = recent.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(file, $0 + offset, bytes.count - offset) } ?? 0
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failure }
      offset += written
    }
    spilled += recent.count
    recent.removeAll(keepingCapacity: true)
  }

  /// Its name is gone before a byte is written, so that nothing of a student stays behind.
  private static func namelessFile() throws(ExtractionError) -> Int32 {
    var template = Array((NSTemporaryDirectory() + "/iep-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }

  private static var failure: ExtractionError {
    ExtractionError(
      .unreadable,
      reason: "the folder for temporary files (TMPDIR) has no room for its records: \(String(cString: strerror(errno)))"
    )
  }

  /// The record at a place; `nil` where the file that holds it can't be read again.
  public func element(at place: Int) -> XMLElement? {
    guard place < spilled else {
      return recent.withUnsafeBytes { decode($0, at: place - spilled) }
    }
    var length: UInt32 = 0
    guard withUnsafeMutableBytes(of: &length, { fill($0, at: place) }) else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4 + Int(UInt32(littleEndian: length)))
    guard bytes.withUnsafeMutableBytes({ fill($0, at: place) }) else { return nil }
    return bytes.withUnsafeBytes { decode($0, at: 0) }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Bool {
    var done = 0
    while done < buffer.count {
      let got = pread(file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(place + done))
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return false }
      done += got
    }
    return true
  }

  private func decode(_ bytes: UnsafeRawBufferPointer, at place: Int) -> XMLElement? {
    let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    var code = RecordCode.Reader(bytes: UnsafeRawBufferPointer(rebasing: bytes[(place + 4)..<(place + 4 + length)]))
    return code.element(names)
  }
}
