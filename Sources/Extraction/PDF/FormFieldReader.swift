import CPoppler
import IEPModel

/// Values of a page's interactive form: text lines, choices and ticks as words at their rectangles.
struct FormFieldReader {
  let page: PopplerPageHandle
  /// Of the page as displayed, in points.
  let height: Double

  /// - Returns: the words, and the rectangles of the fields that hold text.
  func read() -> (words: [Word], fields: [FieldBox]) {
    guard let list = poppler_page_get_form_field_mapping(page.pointer) else { return ([], []) }
    defer { poppler_page_free_form_field_mapping(list) }
    var words: [Word] = []
    var fields: [FieldBox] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      node = current.pointee.next
      guard let data = current.pointee.data else { continue }
      let mapping = data.assumingMemoryBound(to: PopplerFormFieldMapping.self).pointee
      guard let field = mapping.field else { continue }
      let area = mapping.area
      let box = Box(
        x0: min(area.x1, area.x2), y0: height - max(area.y1, area.y2), x1: max(area.x1, area.x2),
        y1: height - min(area.y1, area.y2))
      let name = takeString(poppler_form_field_get_name(field)) ?? ""
      switch poppler_form_field_get_field_type(field) {
      case POPPLER_FORM_FIELD_TEXT:
        let value = takeString(poppler_form_field_text_get_text(field)) ?? ""
        words += lines(of: value, in: box, field: name)
        fields.append(FieldBox(name: name, box: box, isEmpty: value.isEmpty))
      case POPPLER_FORM_FIELD_CHOICE:
        let value = choice(field)
        words += lines(of: value, in: box, field: name)
        fields.append(FieldBox(name: name, box: box, isEmpty: value.isEmpty))
      case POPPLER_FORM_FIELD_BUTTON:
        let kind = poppler_form_field_button_get_button_type(field)
        guard kind == POPPLER_FORM_BUTTON_CHECK || kind == POPPLER_FORM_BUTTON_RADIO else { break }
        let isOn = poppler_form_field_button_get_state(field) != 0
        words.append(
          Word(text: isOn ? TickGlyphs.on : TickGlyphs.off, box: box, fontSize: min(box.height, 10), field: name))
      default: break
      }
    }
    // poppler lists them backwards.
    return (words.reversed(), fields.reversed())
  }

  private func choice(_ field: OpaquePointer) -> String {
    var chosen: [String] = []
    for index in 0..<poppler_form_field_choice_get_n_items(field)
    where poppler_form_field_choice_is_item_selected(field, index) != 0 {
      if let item = takeString(poppler_form_field_choice_get_item(field, index)) { chosen.append(item) }
    }
    if chosen.isEmpty, let text = takeString(poppler_form_field_choice_get_text(field)) { chosen.append(text) }
    return chosen.joined(separator: ", ")
  }

  /// One word a line of the value, its box a slice of the field's.
  private func lines(of value: String, in box: Box, field: String) -> [Word] {
    let lines = value.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return [] }
    let slice = box.height / Double(lines.count)
    let size = min(10, max(slice * 0.8, 4))
    return lines.enumerated().compactMap { index, line in
      let words = line.blankSeparated.joined(separator: " ")
      guard !words.isEmpty else { return nil }
      let top = box.y0 + slice * Double(index)
      return Word(
        text: WordText.normalised(ArraySlice(words.unicodeScalars)),
        box: Box(x0: box.x0 + 1, y0: top, x1: box.x1 - 1, y1: top + slice), fontSize: size, field: field)
    }.reversed()
  }
}
