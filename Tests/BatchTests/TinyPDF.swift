import Foundation

/// A small PDF made on the spot: text and rules at their places, and what else a test hangs on it. All invented.
struct TinyPDF {
  /// How the content lies on an upright page.
  enum Turn { case none, upward, downward }

  var turn = Turn.none
  /// Dictionaries of annotations, without their brackets.
  var annotations: [String] = []
  /// The text of a `datasets` packet.
  var formData: String?
  private var content = ""

  static let width = 612
  static let height = 792

  /// Width and height of what is drawn, in its own reading direction.
  private var extent: (width: Int, height: Int) {
    turn == .none ? (Self.width, Self.height) : (Self.height, Self.width)
  }

  init(turn: Turn = .none) {
    self.turn = turn
    switch turn {
    case .none: break
    case .upward: content = "0 1 -1 0 \(Self.width) 0 cm\n"
    case .downward: content = "0 -1 1 0 0 \(Self.height) cm\n"
    }
  }

  /// - Parameter y: of the baseline, from the top.
  mutating func text(_ text: String, x: Int, y: Int, isBold: Bool = false) {
    let escaped = text.replacingOccurrences(of: "(", with: "\\(").replacingOccurrences(of: ")", with: "\\)")
    content += "BT /F\(isBold ? 2 : 1) 10 Tf 1 0 0 1 \(x) \(extent.height - y) Tm (\(escaped)) Tj ET\n"
  }

  /// A ruled table; the first row is its header.
  mutating func table(_ rows: [[String]], x: Int, y: Int, widths: [Int]) {
    let right = x + widths.reduce(0, +)
    for row in 0...rows.count {
      let at = extent.height - (y + row * 24)
      content += "\(x) \(at) m \(right) \(at) l S\n"
    }
    var left = x
    for column in 0...widths.count {
      content += "\(left) \(extent.height - y) m \(left) \(extent.height - y - rows.count * 24) l S\n"
      if column < widths.count {
        for (row, cells) in rows.enumerated() {
          text(cells[column], x: left + 3, y: y + row * 24 + 16, isBold: row == 0)
        }
        left += widths[column]
      }
    }
  }

  /// A plan with a table of services and a goal.
  static func plan(_ services: [[String]], turn: Turn = .none) -> TinyPDF {
    var pdf = TinyPDF(turn: turn)
    pdf.text("INDIVIDUALIZED EDUCATION PROGRAM", x: 60, y: 50, isBold: true)
    pdf.text("Student Name: Jo Sample", x: 60, y: 80)
    pdf.text("SPECIAL EDUCATION AND RELATED SERVICES", x: 60, y: 120, isBold: true)
    let width = 480 / services[0].count
    pdf.table(services, x: 60, y: 135, widths: services[0].map { _ in width })
    let below = 135 + services.count * 24 + 40
    pdf.text("MEASURABLE ANNUAL GOALS", x: 60, y: below, isBold: true)
    pdf.text("Goal 1: By May 2027, Jo will copy a paragraph of five sentences with 90% accuracy", x: 60, y: below + 24)
    pdf.text("in 4 of 5 trials.", x: 60, y: below + 38)
    return pdf
  }

  var data: Data {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R\(formData == nil ? "" : " /AcroForm << /Fields [] /XFA [(datasets) 7 0 R] >>") >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.width) \(Self.height)] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Annots [\(annotations.map { "<< \($0) >>" }.joined())] >>",
      stream(content),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    if let formData { objects.append(stream(formData)) }
    var file = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Data(file.utf8)
  }

  private func stream(_ text: String) -> String {
    "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream"
  }
}

extension Program {
  /// The documents that a run wrote.
  static func documents(_ folder: String) throws -> [[String: Any]] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/documents").sorted().compactMap { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/documents/\(name)"))
      return try JSONSerialization.jsonObject(with: data) as? [String: Any]
    }
  }
}

extension [String: Any] {
  /// The objects of a list.
  func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  /// A value some keys down.
  func at(_ keys: String...) -> Any? {
    keys.reduce(self as Any?) { value, key in (value as? [String: Any])?[key] }
  }
}
