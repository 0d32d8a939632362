import CPoppler
import IEPModel

/// Owns one page of a document and keeps the document alive.
final class PopplerPageHandle {
  let pointer: OpaquePointer
  private let file: PopplerFile

  /// Takes over a reference that poppler gave.
  init(owning pointer: OpaquePointer, of file: PopplerFile) {
    self.pointer = pointer
    self.file = file
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Width and height in points as displayed.
  var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(pointer, &width, &height)
    return (width, height)
  }

  /// Whether a picture stands on the page.
  var hasImage: Bool {
    guard let list = poppler_page_get_image_mapping(pointer) else { return false }
    poppler_page_free_image_mapping(list)
    return true
  }

  /// The scalars of the page's text, in poppler's order, each with its rectangle; empty where the page has none.
  func glyphs() -> Glyphs {
    guard let text = poppler_page_get_text(pointer) else { return Glyphs() }
    defer { g_free(text) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(pointer, &rectangles, &count) != 0, let rectangles else { return Glyphs() }
    defer { g_free(rectangles) }

    var glyphs = Glyphs()
    glyphs.scalars = Array(String(cString: text).unicodeScalars)
    glyphs.boxes = UnsafeBufferPointer(start: rectangles, count: Int(count)).map {
      Box(x0: min($0.x1, $0.x2), y0: min($0.y1, $0.y2), x1: max($0.x1, $0.x2), y1: max($0.y1, $0.y2))
    }
    glyphs.styles = styles()
    return glyphs
  }

  /// Runs of one font, in the order of the text.
  private func styles() -> [GlyphStyle] {
    guard let list = poppler_page_get_text_attributes(pointer) else { return [] }
    defer { poppler_page_free_text_attributes(list) }
    var names: [UnsafeMutablePointer<CChar>: String] = [:]
    var styles: [GlyphStyle] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      node = current.pointee.next
      guard let data = current.pointee.data else { continue }
      let run = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      var name = ""
      if let pointer = run.font_name {
        if let known = names[pointer] {
          name = known
        } else {
          name = FontName.withoutSubsetPrefix(String(cString: pointer))
          names[pointer] = name
        }
      }
      styles.append(GlyphStyle(first: Int(run.start_index), fontName: name, fontSize: run.font_size))
    }
    return styles
  }
}

/// The text of a page before it is cut into words: as many boxes as scalars.
struct Glyphs {
  var scalars: [Unicode.Scalar] = []
  var boxes: [Box] = []
  /// By rising `first`.
  var styles: [GlyphStyle] = []
}

/// From the scalar at `first` on, the text is set so.
struct GlyphStyle {
  var first: Int
  var fontName: String
  var fontSize: Double
}
