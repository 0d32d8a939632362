/// Listens to a parse for a field reader.
final class FieldCollector: XMLEventHandler {
  /// In a place of its own and not in the object: an object's properties are guarded at run time at each of the
  /// millions of events.
  private let recorder: UnsafeMutablePointer<FieldRecorder>

  init(choose: @escaping (XMLRoot) -> XMLSelection?, handle: @escaping (XMLFieldReader.Record) -> Void) {
    recorder = .allocate(capacity: 1)
    recorder.initialize(to: FieldRecorder(choose: choose, handle: handle))
  }

  deinit {
    recorder.deinitialize(count: 1)
    recorder.deallocate()
  }

  var root: XMLRoot? { recorder.pointee.root }
  var store: XMLRecordStore? { recorder.pointee.store }
  var unreadNames: [String: Int] { recorder.pointee.unreadNames }

  /// The parser that is listened to, which outlives the listening.
  func listen(to parser: XMLEventParser) { recorder.pointee.parser = parser }

  func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int) {
    recorder.pointee.start(name, namespace: namespace, attributes: attributes, line: line)
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { recorder.pointee.text(bytes) }
  func end(_ name: XMLName) { recorder.pointee.end() }
}
