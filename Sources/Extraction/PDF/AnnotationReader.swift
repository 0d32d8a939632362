import CPoppler
import IEPModel

/// What people wrote onto a page: free text as words at its rectangle, comments at the mark that they hang on.
struct AnnotationReader {
  let page: PopplerPageHandle
  /// Of the page as displayed, in points.
  let height: Double

  /// Width of a letter and distance of lines of a note whose type size is not told, in points.
  private static let letter = 5.0
  private static let line = 12.0

  func words() -> [Word] {
    guard let list = poppler_page_get_annot_mapping(page.pointer) else { return [] }
    defer { poppler_page_free_annot_mapping(list) }
    var words: [Word] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      node = current.pointee.next
      guard let data = current.pointee.data else { continue }
      let mapping = data.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee
      guard let annotation = mapping.annot, Self.isWritten(poppler_annot_get_annot_type(annotation)),
        poppler_annot_get_flags(annotation).rawValue & POPPLER_ANNOT_FLAG_HIDDEN.rawValue == 0,
        let text = takeString(poppler_annot_get_contents(annotation))
      else { continue }
      let area = mapping.area
      let box = Box(
        x0: min(area.x1, area.x2), y0: height - max(area.y1, area.y2), x1: max(area.x1, area.x2),
        y1: height - min(area.y1, area.y2))
      words += Self.words(of: text, in: box)
    }
    return words
  }

  /// Fields are read as fields; links, files and media say nothing of their own.
  private static func isWritten(_ kind: PopplerAnnotType) -> Bool {
    switch kind {
    case POPPLER_ANNOT_FREE_TEXT, POPPLER_ANNOT_TEXT, POPPLER_ANNOT_HIGHLIGHT, POPPLER_ANNOT_UNDERLINE,
      POPPLER_ANNOT_SQUIGGLY, POPPLER_ANNOT_SQUARE, POPPLER_ANNOT_CIRCLE, POPPLER_ANNOT_CARET:
      true
    default: false
    }
  }

  /// The text broken to the rectangle's width, as a viewer would show it: a word a line, as of form fields.
  static func words(of text: String, in box: Box) -> [Word] {
    let letters = max(12, Int(box.width / letter))
    var lines: [String] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      var line = ""
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        if !line.isEmpty, line.count + 1 + word.count > letters {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      if !line.isEmpty { lines.append(line) }
    }
    guard !lines.isEmpty else { return [] }
    let slice = min(line, box.height / Double(lines.count))
    return lines.enumerated().compactMap { index, line in
      let words = WordText.normalised(ArraySlice(line.unicodeScalars))
      guard !words.isEmpty else { return nil }
      let top = box.y0 + slice * Double(index)
      return Word(
        text: words, box: Box(x0: box.x0 + 1, y0: top, x1: box.x1 - 1, y1: top + slice),
        fontSize: min(10, max(slice * 0.8, 4)))
    }
  }
}
