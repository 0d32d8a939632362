public import IEPModel

/// A PDF file as its text lies on the pages. Knows nothing of IEPs.
public struct PDFLayout: Sendable {
  public var pages: [PageLayout]
  /// The PDF's `Producer`, for diagnosis only: no reader may branch on it.
  public var producer: String?
  public var textOrigin: Source.TextOrigin
  /// The form's data in XML where it is kept apart from the pages (XFA) and no page has a field: the pages of such a
  /// file only say "Please wait".
  public var formData: [UInt8]?
  /// What could not be read, page by page.
  public var diagnostics: [Diagnostic]

  public init(
    pages: [PageLayout], producer: String? = nil, textOrigin: Source.TextOrigin = .native,
    diagnostics: [Diagnostic] = []
  ) {
    self.pages = pages
    self.producer = producer
    self.textOrigin = textOrigin
    self.diagnostics = diagnostics
  }
}

/// One page as displayed, or as `turn` turns it. All boxes are in PDF points, origin top left, y downward.
public struct PageLayout: Sendable {
  /// 1-based.
  public var number: Int
  public var width: Double
  public var height: Double
  /// In the order of the content stream; form values and ticks follow the printed words.
  public var words: [Word]
  /// Drawn straight lines, thin filled rectangles and the sides of drawn boxes.
  public var rules: [Rule]
  /// The rectangles of the form's text fields and choices.
  public var fields: [FieldBox]
  /// Pictures.
  public var images: [Box]
  /// How the page was turned, since its text runs up or down on the page as displayed.
  public var turn: PageTurn?

  /// A box of this layout on the page as displayed.
  public func displayed(_ box: Box) -> Box { turn?.displayed(box) ?? box }
  /// Width and height of the page as displayed, in points.
  public var displayedSize: (width: Double, height: Double) { turn.map { ($0.width, $0.height) } ?? (width, height) }

  public init(
    number: Int, width: Double, height: Double, words: [Word] = [], rules: [Rule] = [], fields: [FieldBox] = [],
    images: [Box] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.words = words
    self.rules = rules
    self.fields = fields
    self.images = images
  }
}

/// A printed word; a line of a form field's value; a tick ("☐" or "☒", whether printed as a glyph, drawn, or set in
/// a form field).
public struct Word: Sendable, Hashable {
  /// NFC, ligatures and soft hyphens resolved.
  public var text: String
  public var box: Box
  /// As in the file, without a subset prefix; empty where unknown.
  public var fontName: String
  /// Points.
  public var fontSize: Double
  public var isBold: Bool
  /// Full name of the form field that holds it.
  public var field: String?
  /// Text runs upward or downward on the displayed page.
  public var isSideways: Bool

  public init(
    text: String, box: Box, fontName: String = "", fontSize: Double = 0, isBold: Bool = false, field: String? = nil,
    isSideways: Bool = false
  ) {
    self.text = text
    self.box = box
    self.fontName = fontName
    self.fontSize = fontSize
    self.isBold = isBold
    self.field = field
    self.isSideways = isSideways
  }
}

/// A drawn straight line along an axis.
public struct Rule: Sendable, Hashable {
  /// As drawn, line width included.
  public var box: Box
  public var isHorizontal: Bool

  public init(box: Box, isHorizontal: Bool) {
    self.box = box
    self.isHorizontal = isHorizontal
  }
}

/// The rectangle of a form field that holds text, filled in or not.
public struct FieldBox: Sendable, Hashable {
  public var name: String
  public var box: Box
  public var isEmpty: Bool

  public init(name: String, box: Box, isEmpty: Bool) {
    self.name = name
    self.box = box
    self.isEmpty = isEmpty
  }
}
