public import IEPModel

/// A page as a drawing: its words faint, and over them boxes of what each stage saw, each with a title that shows where
/// the pointer rests. Holds the document's words.
public struct PageOverlay: Sendable {
  /// Boxes of one kind.
  public struct Layer: Sendable {
    /// Letters and hyphens: a class of the drawing.
    public var name: String
    public var boxes: [(box: Box, title: String)]

    public init(name: String, boxes: [(box: Box, title: String)]) {
      self.name = name
      self.boxes = boxes
    }
  }

  /// Points.
  public var width: Double
  public var height: Double
  public var words: [(box: Box, text: String)]
  /// The first lies undermost.
  public var layers: [Layer]

  public init(width: Double, height: Double, words: [(box: Box, text: String)], layers: [Layer]) {
    self.width = width
    self.height = height
    self.words = words
    self.layers = layers
  }

  /// The whole SVG file.
  public var svg: String {
    let size = "\(number(width)) \(number(height))"
    let content: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(number(width))" height="\(number(height))">
      <style>\(style)</style>
      <rect class="page" width="100%" height="100%"/>
      <g class="words">
      \(words.map(word).joined("\n"))
      </g>
      \(layers.map(layer).joined("\n"))
      </svg>

      """
    return content.text
  }

  private func word(_ word: (box: Box, text: String)) -> HTML {
    let box = word.box
    // Sideways words are only boxes: turned letters would say nothing more.
    guard box.width >= box.height * 0.3 * Double(min(word.text.count, 2)) else { return rect(box) }
    return """
      <text x="\(number(box.x0))" y="\(number(box.y1 - box.height * 0.22))" font-size="\(number(box.height * 0.8))" \
      textLength="\(number(max(box.width, 0.1)))" lengthAdjust="spacingAndGlyphs">\(word.text)</text>
      """
  }

  private func layer(_ layer: Layer) -> HTML {
    let boxes = layer.boxes.map { rect($0.box, title: $0.title) }
    return "<g class=\"\(layer.name)\">\n\(boxes.joined("\n"))\n</g>"
  }

  private func rect(_ box: Box, title: String? = nil) -> HTML {
    let place: HTML = """
      x="\(number(box.x0))" y="\(number(box.y0))" width="\(number(max(box.width, 0.2)))" height="\(number(max(box.height, 0.2)))"
      """
    guard let title else { return "<rect \(place)/>" }
    return "<rect \(place)><title>\(title)</title></rect>"
  }

  /// To a hundredth of a point.
  private func number(_ value: Double) -> String {
    let text = String((value * 100).rounded() / 100)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private var style: HTML {
    """
    .page { fill: #fff } .words { fill: #9a9a9a; font-family: sans-serif }
    rect { fill: none; stroke-width: 0.7; pointer-events: all } rect:hover { stroke-width: 2 }
    .rule rect { fill: #ddd } .table rect { stroke: #111; stroke-width: 1.4 } .cell rect { stroke: #bbb }
    .field rect { stroke: #6aa; stroke-dasharray: 2 2 } .heading rect { stroke: #7a3fb0; stroke-width: 1.2 }
    .fact rect { stroke: #c08000 } .candidate rect { stroke: #0a7d55; stroke-dasharray: 3 1.5 }
    .header rect { stroke: #b0006a; fill: #b0006a1a } .mention rect { stroke: #006f8a; fill: #006f8a14 }
    .goal rect { stroke: #1f57c3; fill: #1f57c314 } .service rect { stroke: #c3361f; fill: #c3361f14 }
    """
  }
}
