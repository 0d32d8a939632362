import CQPDF

/// Owns a document opened with qpdf, for what poppler-glib does not tell: the drawn lines.
final class QPDFFile {
  private let data: qpdf_data
  /// qpdf reads from these bytes as long as it lives.
  private let bytes: [UInt8]
  private static let deepestForm = 8
  /// The bit of a result that says that a call failed (qpdf-c.h: QPDF_ERRORS).
  private static let errors: Int32 = 1 << 1

  init?(_ bytes: [UInt8], password: String?) {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    self.bytes = bytes
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    let code = self.bytes.withUnsafeBytes { raw in
      qpdf_read_memory(
        data, "document", raw.bindMemory(to: CChar.self).baseAddress, UInt64(raw.count), password)
    }
    guard code & Self.errors == 0 else { return nil }
  }

  deinit {
    var pointer: qpdf_data? = data
    qpdf_cleanup(&pointer)
  }

  /// What a page draws, in default user space, with its crop box and rotation.
  struct Drawing {
    var marks: [PathInterpreter.Mark]
    /// x0, y0, x1, y1 of the visible part, y upward.
    var crop: (Double, Double, Double, Double)
    /// 0, 90, 180 or 270 degrees clockwise.
    var rotation: Int
  }

  func drawing(ofPage index: Int) -> Drawing? {
    guard index < Int(qpdf_get_num_pages(data)) else { return nil }
    let page = qpdf_get_page_n(data, index)
    defer { qpdf_oh_release(data, page) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    guard qpdf_oh_get_page_content_data(data, page, &buffer, &length) & Self.errors == 0, let buffer else { return nil }
    defer { qpdf_oh_free_buffer_pointer(buffer) }
    let resources = inherited("/Resources", of: page)
    let marks = run(UnsafeBufferPointer(start: buffer, count: length), resources: resources, matrix: Matrix(), depth: 0)
    let media = numbers(inherited("/MediaBox", of: page))
    let cropped = numbers(inherited("/CropBox", of: page))
    let box = cropped.count == 4 ? cropped : (media.count == 4 ? media : [0, 0, 612, 792])
    let rotate = inherited("/Rotate", of: page)
    let turn = qpdf_oh_is_number(data, rotate) != 0 ? Int(qpdf_oh_get_numeric_value(data, rotate)) : 0
    return Drawing(
      marks: marks, crop: (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])),
      rotation: ((turn % 360) + 360) % 360)
  }

  /// The data of an XFA form (ISO 32000-1, 12.7.8): its `datasets` packet, or the one stream that holds all packets;
  /// `nil` where the document is no such form.
  func formData() -> [UInt8]? {
    let root = qpdf_get_root(data)
    guard qpdf_oh_is_dictionary(data, root) != 0 else { return nil }
    let form = qpdf_oh_get_key(data, root, "/AcroForm")
    guard qpdf_oh_is_dictionary(data, form) != 0 else { return nil }
    let packets = qpdf_oh_get_key(data, form, "/XFA")
    if qpdf_oh_is_stream(data, packets) != 0 { return bytes(of: packets) }
    guard qpdf_oh_is_array(data, packets) != 0 else { return nil }
    // Names and streams by turns.
    for index in stride(from: 0, to: qpdf_oh_get_array_n_items(data, packets) - 1, by: 2) {
      let name = qpdf_oh_get_array_item(data, packets, index)
      guard qpdf_oh_is_string(data, name) != 0, let text = qpdf_oh_get_utf8_value(data, name),
        String(cString: text) == "datasets"
      else { continue }
      let stream = qpdf_oh_get_array_item(data, packets, index + 1)
      return qpdf_oh_is_stream(data, stream) != 0 ? bytes(of: stream) : nil
    }
    return nil
  }

  /// The decoded bytes of a stream.
  private func bytes(of stream: qpdf_oh) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered: QPDF_BOOL = 0
    guard qpdf_oh_get_stream_data(data, stream, qpdf_dl_generalized, &filtered, &buffer, &length) & Self.errors == 0,
      let buffer
    else { return nil }
    defer { qpdf_oh_free_buffer_pointer(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  private func run(
    _ content: UnsafeBufferPointer<UInt8>, resources: qpdf_oh, matrix: Matrix, depth: Int
  ) -> [PathInterpreter.Mark] {
    var interpreter = PathInterpreter(matrix: matrix) { [unowned self] name, matrix in
      depth < Self.deepestForm ? self.form(name, resources: resources, matrix: matrix, depth: depth + 1) : []
    }
    interpreter.run(content)
    return interpreter.marks
  }

  /// The marks of a form XObject; none for an image.
  private func form(_ name: [UInt8], resources: qpdf_oh, matrix: Matrix, depth: Int) -> [PathInterpreter.Mark] {
    let key = "/" + String(decoding: name, as: UTF8.self)
    guard qpdf_oh_is_dictionary(data, resources) != 0 else { return [] }
    let objects = qpdf_oh_get_key(data, resources, "/XObject")
    guard qpdf_oh_is_dictionary(data, objects) != 0 else { return [] }
    let stream = qpdf_oh_get_key(data, objects, key)
    guard qpdf_oh_is_stream(data, stream) != 0 else { return [] }
    let dictionary = qpdf_oh_get_dict(data, stream)
    let kind = qpdf_oh_get_key(data, dictionary, "/Subtype")
    guard qpdf_oh_is_name(data, kind) != 0, let subtype = qpdf_oh_get_name(data, kind),
      String(cString: subtype) == "/Form"
    else { return [] }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered: QPDF_BOOL = 0
    guard qpdf_oh_get_stream_data(data, stream, qpdf_dl_generalized, &filtered, &buffer, &length) & Self.errors == 0,
      let buffer
    else { return [] }
    defer { qpdf_oh_free_buffer_pointer(buffer) }
    let own = numbers(qpdf_oh_get_key(data, dictionary, "/Matrix"))
    let inner =
      own.count == 6 ? Matrix(a: own[0], b: own[1], c: own[2], d: own[3], e: own[4], f: own[5]).then(matrix) : matrix
    let ownResources = qpdf_oh_get_key(data, dictionary, "/Resources")
    let used = qpdf_oh_is_dictionary(data, ownResources) != 0 ? ownResources : resources
    return run(UnsafeBufferPointer(start: buffer, count: length), resources: used, matrix: inner, depth: depth)
  }

  /// A key of the page or of the nearest node above it that has it.
  private func inherited(_ key: String, of page: qpdf_oh) -> qpdf_oh {
    var node = page
    for _ in 0..<32 {
      let value = qpdf_oh_get_key(data, node, key)
      if qpdf_oh_is_null(data, value) == 0 { return value }
      node = qpdf_oh_get_key(data, node, "/Parent")
      if qpdf_oh_is_dictionary(data, node) == 0 { break }
    }
    return qpdf_oh_new_null(data)
  }

  private func numbers(_ array: qpdf_oh) -> [Double] {
    guard qpdf_oh_is_array(data, array) != 0 else { return [] }
    return (0..<qpdf_oh_get_array_n_items(data, array)).map { index in
      let item = qpdf_oh_get_array_item(data, array, index)
      return qpdf_oh_is_number(data, item) != 0 ? qpdf_oh_get_numeric_value(data, item) : 0
    }
  }
}
