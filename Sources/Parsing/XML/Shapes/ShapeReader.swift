import Extraction
import IEPModel

/// Brings the shapes that exporters give to the same facts into one: elements that are named by what they hold, and
/// hold either a value or further elements.
struct ShapeReader: Sendable {
  let labels: LabelVocabulary
  let vocabulary: Vocabulary

  func plain(_ root: XMLElement) -> XMLElement {
    let sequenced = LabelSequences(shape: self).asFields(RunningMarkup.reduced(EmbeddedXML.opened(root)))
    let named = TypedRecords.named(ColumnLists.asRows(NamedElements(shape: self).reduced(DateParts.joined(sequenced))))
    let tables = TabularShapes(shape: self).asRows(PositionedText(shape: self).asRows(named))
    return MachineDates(tables).written(NumberedFields.asRecords(LabelledText(shape: self).asFields(tables)))
  }

  /// Whether forms print the words as a label.
  func isLabel(_ text: String) -> Bool {
    let words = NameWords.split(text)
    return !labels.header.exact(words).isEmpty || !labels.service.exact(words).isEmpty
      || !labels.goal.exact(words).isEmpty || ServiceFieldNames.known(words) != nil
      || labels.exportNames.fact(words, in: "student iep") != nil
  }

  /// How well the words fit as a label, 0 to 1.
  func fit(_ text: String) -> Double {
    guard text.utf8.count < 80, text.contains(where: \.isLetter) else { return 0 }
    if isLabel(text) { return 1 }
    let words = NameWords.split(text)
    return max(labels.header.fit(words), labels.service.fit(words), labels.goal.fit(words))
  }

  /// A label of the student or the plan.
  func isHeaderLabel(_ text: String) -> Bool {
    let words = NameWords.split(text)
    return !labels.header.exact(words).isEmpty || labels.exportNames.fact(words, in: "iep") != nil
  }

  /// Whether the words name a service and no column: `<line name="Occupational Therapy">`.
  func isServiceValue(_ text: String) -> Bool { vocabulary.serviceCode(of: text) != nil && !isLabel(text) }
}
