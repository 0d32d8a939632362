/// Why a file gave nothing. The code is stable and stands in run.json.
public struct ExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case empty
    case damagedPDF = "damaged-pdf"
    case noPages = "no-pages"
    case needsPassword = "needs-password"
    case malformedXML = "malformed-xml"
    case doctype = "doctype-refused"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case encoding
    case unknownFormat = "unknown-format"
    case unreadable
  }

  public var code: Code
  /// One line for a person, without the file's name: what is wrong and what to do. No student data.
  public var reason: String
  /// 1-based line of an XML file.
  public var line: Int?

  public init(_ code: Code, reason: String, line: Int? = nil) {
    self.code = code
    self.reason = reason
    self.line = line
  }

  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
