/// Listens to a parse for a field reader.
final class FieldCollector: XMLEventHandler {
  private(set) var recorder: FieldRecorder

  init(choose: @escaping (XMLRoot) -> XMLSelection?, handle: @escaping (XMLFieldReader.Record) -> Void) {
    recorder = FieldRecorder(choose: choose, handle: handle)
  }

  /// The parser that is listened to, which outlives the listening.
  func listen(to parser: XMLEventParser) { recorder.parser = parser }

  func start(_ name: XMLName, namespace: XMLName?, attributes: XMLEventAttributes, line: Int) {
    recorder.start(name, namespace: namespace, attributes: attributes, line: line)
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { recorder.text(bytes) }
  func end(_ name: XMLName) { recorder.end() }
}
