import Foundation
import Seeds

/// The frame of a page: everything it needs is in it, nothing is fetched, and no script runs.
struct ReportPage {
  var title: String
  var body: HTML

  var bytes: [UInt8] {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(ReportPage.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <style>\(HTML(stringLiteral: ReportStyle.css))</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    return Array(page.text.utf8)
  }

  /// Only the style above, named by its hash.
  private static let policy = "default-src 'none'; style-src 'sha256-\(base64Digest(of: ReportStyle.css))'"

  private static func base64Digest(of text: String) -> String {
    let digits = Array(SHA256.hex(of: text.utf8))
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      bytes.append(UInt8(String(digits[index...(index + 1)]), radix: 16) ?? 0)
    }
    return Data(bytes).base64EncodedString()
  }
}
