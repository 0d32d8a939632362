public import Extraction
public import IEPModel

/// Something that a stage saw on a page, with what it took it for: for people who debug a form.
public struct PageMark: Sendable, Hashable {
  /// From what lies on the page to what was made of it.
  public enum Kind: String, Sendable, CaseIterable {
    case rule, table, cell, field, heading, fact, candidate, header, mention, goal, service
  }

  public var kind: Kind
  /// In points of the page as displayed.
  public var box: Box
  /// One line; holds the document's words.
  public var title: String

  public init(_ kind: Kind, _ box: Box, _ title: String) {
    self.kind = kind
    self.box = box
    self.title = title
  }
}

extension PDFDocumentParser {
  /// What stood on one page for each stage, in the order of `PageMark.Kind`.
  /// - Parameter page: 1-based.
  public func marks(of layout: PDFLayout, page: Int) -> [PageMark] {
    var marks = layout.pages.filter { $0.number == page }.flatMap { page in
      page.rules.map { PageMark(.rule, page.displayed($0.box), $0.isHorizontal ? "rule across" : "rule down") }
        + page.fields.map {
          PageMark(.field, page.displayed($0.box), "form field \($0.name)\($0.isEmpty ? ", empty" : "")")
        }
    }
    let turn = layout.pages.first { $0.number == page }?.turn
    for sight in sights(layout) where sight.place.page == page {
      if let box = sight.place.box { marks.append(PageMark(sight.kind, turn?.displayed(box) ?? box, sight.title)) }
    }
    let source = Source(
      path: "", sha256: String(repeating: "0", count: 64), bytes: 0, format: .pdf, profile: "generic")
    let document = parse(layout, source: source, documentId: "").document
    marks += Self.results(of: document).compactMap { kind, place, title in
      place.page == page ? place.box.map { PageMark(kind, $0, title) } : nil
    }
    let order = PageMark.Kind.allCases
    return order.flatMap { kind in marks.filter { $0.kind == kind } }
  }

  private static func results(of document: IEPDocument) -> [(PageMark.Kind, Place, String)] {
    var results = (document.student.provenance + document.iep.provenance).map {
      (PageMark.Kind.header, $0, "header: \($0.property ?? "-")")
    }
    for mention in document.serviceMentions {
      results += mention.provenance.map { (.mention, $0, "mention: \(mention.service.text), \(mention.dose.text)") }
    }
    for goal in document.goals {
      results += goal.provenance.map { (.goal, $0, "\(goal.id) \($0.property ?? "text")\(sure(goal.confidence))") }
    }
    for line in document.services {
      results += line.provenance.map {
        (
          .service, $0,
          "\(line.id) \($0.property ?? "whole"): \(line.service.code?.rawValue ?? line.service.text), \(line.dose.text)\(sure(line.confidence))"
        )
      }
    }
    return results
  }

  private static func sure(_ confidence: Rational?) -> String {
    confidence.map { ", confidence \($0.formatted())" } ?? ""
  }
}
