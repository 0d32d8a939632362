/// A piece of HTML. Words from a document can get in only through an interpolation, which escapes them, so that no
/// text of an IEP can become markup. (A template engine would bring its own language and 8 s of build for five
/// pages; plain functions are checked by the compiler.)
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var text: String

  static let empty = HTML(stringLiteral: "")

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: HTML) { text += value.text }
    mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }
    mutating func appendInterpolation(_ words: String) { HTML.escape(words, into: &text) }
    mutating func appendInterpolation(_ words: String?) { if let words { HTML.escape(words, into: &text) } }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ value: some RawRepresentable<String>) {
      HTML.escape(value.rawValue, into: &text)
    }
  }

  static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// For text and for quoted attributes alike.
  private static func escape(_ words: String, into result: inout String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Control characters have no meaning in HTML, and some are forbidden.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension [HTML] {
  func joined(_ separator: HTML = .empty) -> HTML {
    var result = HTML.empty
    for (index, piece) in enumerated() {
      if index > 0 { result += separator }
      result += piece
    }
    return result
  }
}
