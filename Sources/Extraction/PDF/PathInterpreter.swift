/// A small interpreter of a content stream's path operators (ISO 32000-1, 8.5): which straight lines and rectangles
/// it draws. Text, images and shadings are passed over.
struct PathInterpreter {
  /// A painted straight segment or rectangle in default user space, before the page is turned.
  enum Mark: Sendable, Hashable {
    case segment(x0: Double, y0: Double, x1: Double, y1: Double, width: Double)
    case filled(x0: Double, y0: Double, x1: Double, y1: Double)
  }

  /// Bounds on what a hostile stream may ask for.
  private static let mostOperators = 3_000_000
  /// The least side of a box with round corners, in units of the path: smaller ones are letters and buttons.
  private static let leastRoundSide = 20.0

  private struct State {
    var matrix = Matrix()
    var strokeIsWhite = false
    var fillIsWhite = false
    var lineWidth = 1.0
    /// What is painted shows only between these boxes, in default user space.
    var frame: PathFrame?
  }

  private(set) var marks: [Mark] = []
  private var state = State()
  private var stack: [State] = []
  private var numbers: [Double] = []
  private var name: [UInt8] = []
  private var segments: [(Double, Double, Double, Double)] = []
  private var rectangles: [(Double, Double, Double, Double)] = []
  /// The extents of the path's parts.
  private var parts: [PathExtent] = []
  /// The path bounds what is painted next, by the rule that leaves out what lies within two of its parts.
  private var clipsToFrame = false
  private var hasCurves = false
  private var current = (x: 0.0, y: 0.0)
  private var start = (x: 0.0, y: 0.0)
  private var operators = 0
  /// Called with a form XObject's name and the matrix in force.
  private let drawForm: ([UInt8], Matrix) -> [Mark]

  init(matrix: Matrix = Matrix(), drawForm: @escaping ([UInt8], Matrix) -> [Mark]) {
    state.matrix = matrix
    self.drawForm = drawForm
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    let count = bytes.count
    func isBlank(_ c: UInt8) -> Bool { c == 32 || c == 10 || c == 13 || c == 9 || c == 12 || c == 0 }
    func isDelimiter(_ c: UInt8) -> Bool {
      c == 0x28 || c == 0x29 || c == 0x3C || c == 0x3E || c == 0x5B || c == 0x5D || c == 0x2F || c == 0x25 || c == 0x7B
        || c == 0x7D
    }
    while i < count, operators < Self.mostOperators {
      let c = bytes[i]
      if isBlank(c) {
        i += 1
      } else if c == 0x25 {
        while i < count, bytes[i] != 10, bytes[i] != 13 { i += 1 }
      } else if c == 0x28 {
        var depth = 1
        i += 1
        while i < count, depth > 0 {
          if bytes[i] == 0x5C { i += 1 } else if bytes[i] == 0x28 { depth += 1 } else if bytes[i] == 0x29 { depth -= 1 }
          i += 1
        }
      } else if c == 0x3C || c == 0x3E || c == 0x5B || c == 0x5D || c == 0x7B || c == 0x7D || c == 0x29 {
        if c == 0x3C, i + 1 < count, bytes[i + 1] != 0x3C {
          while i < count, bytes[i] != 0x3E { i += 1 }
        }
        i += 1
      } else if c == 0x2F {
        var end = i + 1
        while end < count, !isBlank(bytes[end]), !isDelimiter(bytes[end]) { end += 1 }
        name = Array(bytes[(i + 1)..<end])
        i = end
      } else if (c >= 0x30 && c <= 0x39) || c == 0x2D || c == 0x2B || c == 0x2E {
        var negative = false
        var value = 0.0
        var scale = 0.0
        while i < count {
          let d = bytes[i]
          if d == 0x2D {
            negative = true
          } else if d == 0x2E {
            scale = 1
          } else if d >= 0x30, d <= 0x39 {
            value = value * 10 + Double(d - 0x30)
            if scale > 0 { scale *= 10 }
          } else if d != 0x2B {
            break
          }
          i += 1
        }
        if scale > 1 { value /= scale }
        if numbers.count < 64 { numbers.append(negative ? -value : value) }
      } else {
        var end = i
        while end < count, !isBlank(bytes[end]), !isDelimiter(bytes[end]) { end += 1 }
        let length = end - i
        let op =
          UInt32(bytes[i]) | (length > 1 ? UInt32(bytes[i + 1]) << 8 : 0)
          | (length > 2 ? UInt32(bytes[i + 2]) << 16 : 0)
        i = end
        if op == 0x4449 {  // ID: an inline image's bytes, up to EI between blanks
          while i + 2 < count,
            !(bytes[i] == 0x45 && bytes[i + 1] == 0x49 && isBlank(bytes[i - 1])
              && (i + 2 >= count || isBlank(bytes[i + 2])))
          { i += 1 }
          i += 2
        } else if length <= 3 {
          perform(op)
        }
        operators += 1
        numbers.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func perform(_ op: UInt32) {
    let n = numbers
    switch op {
    case 0x71: if stack.count < 256 { stack.append(state) }  // q
    case 0x51: if let last = stack.popLast() { state = last }  // Q
    case 0x6D63:  // cm
      if n.count >= 6 { state.matrix = Matrix(a: n[0], b: n[1], c: n[2], d: n[3], e: n[4], f: n[5]).then(state.matrix) }
    case 0x77: if let w = n.last { state.lineWidth = w }  // w
    case 0x6D:  // m
      if n.count >= 2 {
        current = (n[0], n[1])
        start = current
        parts.append(PathExtent(x: n[0], y: n[1]))
      }
    case 0x6C:  // l
      if n.count >= 2 {
        extend(to: n[0], n[1])
        segments.append((current.x, current.y, n[0], n[1]))
        current = (n[0], n[1])
      }
    case 0x63: if n.count >= 6 { curve(to: n[4], n[5]) }  // c
    case 0x76, 0x79: if n.count >= 4 { curve(to: n[2], n[3]) }  // v y
    case 0x68:  // h
      segments.append((current.x, current.y, start.x, start.y))
      current = start
    case 0x6572:  // re
      if n.count >= 4 {
        rectangles.append((n[0], n[1], n[0] + n[2], n[1] + n[3]))
        current = (n[0], n[1])
        start = current
        parts.append(PathExtent(x: n[0], y: n[1]))
        extend(to: n[0] + n[2], n[1] + n[3])
      }
    case 0x53: paint(stroke: true, fill: false)  // S
    case 0x73: perform(0x68); paint(stroke: true, fill: false)  // s
    case 0x2A66:  // f*
      outlineFrame()
      paint(stroke: false, fill: true)
    case 0x66, 0x46: paint(stroke: false, fill: true)  // f F
    case 0x42, 0x2A42: paint(stroke: true, fill: true)  // B B*
    case 0x62, 0x2A62: perform(0x68); paint(stroke: true, fill: true)  // b b*
    case 0x2A57: clipsToFrame = true  // W*
    case 0x6E: clear()  // n
    case 0x67: if let g = n.last { state.fillIsWhite = g > 0.97 }  // g
    case 0x47: if let g = n.last { state.strokeIsWhite = g > 0.97 }  // G
    case 0x6772, 0x6E6373, 0x6373: if !n.isEmpty { state.fillIsWhite = isWhite(n) }  // rg scn sc
    case 0x4752, 0x4E4353, 0x4353: if !n.isEmpty { state.strokeIsWhite = isWhite(n) }  // RG SCN SC
    case 0x6B: if n.count >= 4 { state.fillIsWhite = n.suffix(4).allSatisfy { $0 < 0.03 } }  // k
    case 0x4B: if n.count >= 4 { state.strokeIsWhite = n.suffix(4).allSatisfy { $0 < 0.03 } }  // K
    case 0x6F44: marks += drawForm(name, state.matrix)  // Do
    default: break
    }
  }

  private func isWhite(_ n: [Double]) -> Bool {
    n.count == 4 ? n.allSatisfy { $0 < 0.03 } : n.allSatisfy { $0 > 0.97 }
  }

  private mutating func extend(to x: Double, _ y: Double) {
    if !parts.isEmpty { parts[parts.count - 1].extend(to: x, y) }
  }

  private mutating func curve(to x: Double, _ y: Double) {
    current = (x, y)
    hasCurves = true
    extend(to: x, y)
  }

  private mutating func clear() {
    if clipsToFrame, let frame = PathFrame(of: parts.map { $0.applying(state.matrix) }) { state.frame = frame }
    clipsToFrame = false
    hasCurves = false
    parts.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    rectangles.removeAll(keepingCapacity: true)
  }

  /// The box that the path draws with round corners: its straight lines lie along the sides of what it extends over.
  private var roundBox: PathExtent? {
    guard hasCurves, rectangles.isEmpty, parts.count == 1, segments.count >= 4, case let extent = parts[0],
      min(extent.x1 - extent.x0, extent.y1 - extent.y0) > Self.leastRoundSide
    else { return nil }
    let isDrawn = extent.sides.allSatisfy { side in
      let length = abs(side.2 - side.0) + abs(side.3 - side.1)
      return segments.contains { line in
        abs(line.2 - line.0) + abs(line.3 - line.1) > length * 0.6
          && (side.0 == side.2
            ? abs(line.0 - side.0) < 0.01 && abs(line.2 - side.0) < 0.01
            : abs(line.1 - side.1) < 0.01 && abs(line.3 - side.1) < 0.01)
      }
    }
    return isDrawn ? extent : nil
  }

  /// What lies between two boxes with round corners, filled: the border of a card.
  private mutating func outlineFrame() {
    guard !state.fillIsWhite, let frame = PathFrame(of: parts.map { $0.applying(state.matrix) }) else { return }
    // Of two rectangles, one within the other, only what lies between them is filled.
    rectangles.removeAll(keepingCapacity: true)
    marks += frame.sides.map { .segment(x0: $0.x0, y0: $0.y0, x1: $0.x1, y1: $0.y1, width: $0.width) }
  }

  private mutating func paint(stroke: Bool, fill: Bool) {
    let m = state.matrix
    let scale = max((m.a * m.a + m.b * m.b).squareRoot(), (m.c * m.c + m.d * m.d).squareRoot())
    let width = max(state.lineWidth * scale, 0.2)
    func segment(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
      let (p, q) = (m.apply(x0, y0), m.apply(x1, y1))
      marks.append(.segment(x0: p.x, y0: p.y, x1: q.x, y1: q.y, width: width))
    }
    if stroke, !state.strokeIsWhite {
      let sides = roundBox.map(\.sides) ?? segments
      for s in sides { segment(s.0, s.1, s.2, s.3) }
      for r in rectangles {
        segment(r.0, r.1, r.2, r.1)
        segment(r.2, r.1, r.2, r.3)
        segment(r.2, r.3, r.0, r.3)
        segment(r.0, r.3, r.0, r.1)
      }
    }
    if fill, !state.fillIsWhite {
      for r in rectangles {
        var box = PathExtent(x: r.0, y: r.1)
        box.extend(to: r.2, r.3)
        if let frame = state.frame, box.applying(m).contains(frame.outer) {
          // Of a fill of the whole the frame shows.
          marks += frame.sides.map { .segment(x0: $0.x0, y0: $0.y0, x1: $0.x1, y1: $0.y1, width: $0.width) }
          continue
        }
        let (p, q) = (m.apply(r.0, r.1), m.apply(r.2, r.3))
        marks.append(.filled(x0: min(p.x, q.x), y0: min(p.y, q.y), x1: max(p.x, q.x), y1: max(p.y, q.y)))
      }
      // A closed path of four sides along the axes is a rectangle too.
      if rectangles.isEmpty, (3...5).contains(segments.count) {
        let xs = segments.flatMap { [$0.0, $0.2] }
        let ys = segments.flatMap { [$0.1, $0.3] }
        if segments.allSatisfy({ abs($0.0 - $0.2) < 0.01 || abs($0.1 - $0.3) < 0.01 }), let x0 = xs.min(),
          let x1 = xs.max(), let y0 = ys.min(), let y1 = ys.max()
        {
          let (p, q) = (m.apply(x0, y0), m.apply(x1, y1))
          marks.append(.filled(x0: min(p.x, q.x), y0: min(p.y, q.y), x1: max(p.x, q.x), y1: max(p.y, q.y)))
        }
      }
    }
    clear()
  }
}
