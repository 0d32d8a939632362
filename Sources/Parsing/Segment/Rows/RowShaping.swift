import Extraction
import IEPModel

/// Puts the rows of a form together whose cells take several lines, so that a label and its value stand on one line
/// again: labels that wrap, and values set to the middle of a taller label (or the other way about).
struct RowShaping: Sendable {
  let isLabel: @Sendable (String) -> Bool

  func shaped(_ lines: [TextLine]) -> [TextLine] {
    let rows = SpacedRows.joined(interleaved(lines))
    let beside = LabelsBeside(rows, isLabel: isLabel)
    var wrapped: Set<String> = []
    let shaped = joiningLabels(rows, beside: beside, wrapped: &wrapped)
    // A label that wraps on one card does so on the others, where its value wraps as well.
    return wrapped.isEmpty ? shaped : joiningLabels(rows, beside: beside, wrapped: &wrapped)
  }

  /// Lines that overlap vertically are the lines of one row's cells.
  func interleaved(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, end - index < 6, overlap(lines[end - 1], lines[end]) { end += 1 }
      if end - index > 1, let row = row(of: Array(lines[index..<end])) {
        result.append(row)
      } else {
        result += lines[index..<end]
      }
      index = end
    }
    return result
  }

  private func overlap(_ a: TextLine, _ b: TextLine) -> Bool {
    // The line that follows may stand far above, where a second card begins beside the first.
    a.page == b.page && min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0) > min(a.height, b.height) * 0.2
  }

  /// The lines' chunks as cells, those that stand over one another in one; `nil` where they make no columns.
  private func row(of lines: [TextLine]) -> TextLine? {
    var cells: [(box: Box, words: [Word])] = []
    for group in lines.flatMap(\.groups) {
      guard let box = Box.around(group.map(\.box)) else { continue }
      let over = cells.indices.filter { cells[$0].box.x0 < box.x1 && cells[$0].box.x1 > box.x0 }
      if over.count > 1 { return nil }
      if let one = over.first {
        cells[one].box = cells[one].box.union(box)
        cells[one].words += group
      } else {
        cells.append((box, group))
      }
    }
    guard cells.count >= 2 else { return nil }
    var row = TextLine(page: lines[0].page, cells: cells.sorted { $0.box.x0 < $1.box.x0 }.map(\.words))
    row.isBelowRule = lines[0].isBelowRule
    return row
  }

  /// "Date of IEP Team | 4/12/2026" over "Meeting:" under the first: the label goes on below.
  /// - Parameter wrapped: the labels that are known to wrap, to which those found are added.
  private func joiningLabels(
    _ lines: [TextLine], beside: LabelsBeside, wrapped: inout Set<String>
  ) -> [TextLine] {
    var result: [TextLine] = []
    var lines = lines
    /// The line whose labels may go on, if what wraps below its values stands between.
    var labelled: Int?
    for position in lines.indices {
      let line = lines[position]
      if line.words.isEmpty { continue }
      if let whole = goingOn(from: result.last, line, before: position + 1 < lines.count ? lines[position + 1] : nil) {
        result[result.count - 1] = whole
        labelled = nil
        continue
      }
      let at = labelled ?? result.count - 1
      guard result.indices.contains(at), case let above = result[at], above.page == line.page,
        above.chunks.count >= 2, line.box.y0 - above.box.y1 < min(above.height, line.height * 2) * 0.6
      else {
        result.append(line)
        labelled = nil
        continue
      }
      var cells = above.groups
      var rest: [[Word]] = []
      var isJoined = false
      var further: [Word]?
      for group in line.groups {
        if let words = further, words == group {
          further = nil
          continue
        }
        let text = group.map(\.text).joined(separator: " ")
        if let index = goesOnAbove(group, of: line, under: cells) {
          cells[index] += group
          isJoined = true
          // Its value, a line lower than those of its neighbours, stands beside them again.
          if position + 1 < lines.count, lines[position + 1].page == line.page,
            lines[position + 1].box.y0 - line.box.y1 < line.height,
            let value = lines[position + 1].groups.first, abs(value[0].box.x0 - group[0].box.x0) < 3,
            !Self.isAlike(value, group)
          {
            rest.append(value)
            let others = Array(lines[position + 1].groups.dropFirst())
            lines[position + 1] = TextLine(page: line.page, cells: others)
          }
          continue
        }
        if let broken = BrokenLabel(group, at: position, in: lines, under: cells, isLabel: isLabel) {
          cells[broken.cell] = broken.label
          for rest in position + 1..<broken.end {
            lines[rest] = TextLine(page: line.page, cells: Array(lines[rest].groups.dropFirst()))
          }
          isJoined = true
          continue
        }
        let owner = cells.indices.first { index in
          guard index + 1 < cells.count, let first = cells[index].first, let x = group.first?.box.x0,
            abs(first.box.x0 - x) < 4, first.field == nil, group[0].field == nil
          else { return false }
          let head = cells[index].map(\.text).joined(separator: " ")
          // "—" is a value that was left out, and no label goes on below it.
          if CellReading.isBlank(head) { return false }
          let value = cells[index + 1]
          if wrapped.contains(head + " " + text), Self.isAlike(group, cells[index]) { return true }
          // A line that has a value of its own is the next fact.
          let isOpen = Self.endsOpen(head)
          if isLabel(head), !isOpen, let from = value.first?.box.x0, let to = value.last?.box.x1,
            line.groups.contains(where: { $0[0].box.x0 < to && ($0.last?.box.x1 ?? 0) > from })
          {
            return false
          }
          // "Position | Nurse" over "Responsible" alone, set as the label is and the value is not.
          let isSetAlike = Self.isAlike(group, cells[index]) && !Self.isAlike(group, value)
          // "Frequency &" over "Duration of" over "Sessions:": a label that ends in the middle.
          if isOpen, isSetAlike || isLabel(text) { return true }
          return !head.hasSuffix(":") && !beside.contains(text) && isLabel(head + " " + text)
            && (text.hasSuffix(":") || !isLabel(head) || line.groups.count == 1 && isSetAlike)
        }
        if let owner {
          let head = cells[owner].map(\.text).joined(separator: " ")
          if wrapped.contains(head + " " + text) {
            further = restOfValue(of: cells[owner + 1], behind: group, in: line)
            cells[owner + 1] += further ?? []
          } else if isLabel(head), isLabel(head + " " + text) {
            wrapped.insert(head + " " + text)
          }
          cells[owner] += group
          isJoined = true
        } else {
          rest.append(group)
        }
      }
      guard isJoined else {
        result.append(line)
        labelled = nil
        continue
      }
      result[at] = TextLine(page: above.page, cells: cells)
      if !rest.isEmpty { result.append(TextLine(page: line.page, cells: rest)) }
      labelled = at
    }
    return result
  }

  /// "Special" over "Education / Related | Speech" over "Service": a label whose value stands beside its middle.
  private func goingOn(from head: TextLine?, _ line: TextLine, before next: TextLine?) -> TextLine? {
    guard let head, let next, head.page == line.page, next.page == line.page, head.groups.count == 1,
      next.groups.count == 1, line.groups.count >= 2, line.box.y0 - head.box.y1 < line.height * 0.6,
      next.box.y0 - line.box.y1 < line.height * 0.6, case let middle = line.groups[0],
      [head, next].allSatisfy({ abs($0.box.x0 - (middle.first?.box.x0 ?? 0)) < 2 && Self.isAlike($0.words, middle) }),
      !isLabel(head.text), !isLabel(middle.map(\.text).joined(separator: " ")),
      isLabel(Unwrapping.text(of: [head, TextLine(page: line.page, words: middle), next]))
    else { return nil }
    return TextLine(page: line.page, cells: [head.words + middle] + line.groups.dropFirst())
  }

  /// What stands under a value beside the rest of its label, set as it is.
  private func restOfValue(of value: [Word], behind label: [Word], in line: TextLine) -> [Word]? {
    let groups = line.groups
    guard let index = groups.firstIndex(of: label), index + 1 < groups.count, let first = groups[index + 1].first,
      let above = value.first, abs(first.box.x0 - above.box.x0) < 3, Self.isAlike(groups[index + 1], value)
    else { return nil }
    return groups[index + 1]
  }

  private static func endsOpen(_ label: String) -> Bool {
    let joins: Set<String> = ["&", "/", "of", "and", "or", "per", "for", "the", "toward", "towards", "with", "a", "an"]
    return label.split(separator: " ").last.map { joins.contains(String($0)) } ?? false
  }

  /// "Special Education / Related | Dosage" over "Service | 30 minutes": a label among labels goes on beside the values
  /// of its neighbours, set as labels are and the values are not.
  private func goesOnAbove(_ group: [Word], of line: TextLine, under labels: [[Word]]) -> Int? {
    guard line.groups.count >= 2, labels.allSatisfy({ Self.isAlike($0, labels[0]) }),
      line.groups.filter({ Self.isAlike($0, labels[0]) }).count == 1, Self.isAlike(group, labels[0]),
      let x = group.first?.box.x0
    else { return nil }
    return labels.firstIndex { label in
      abs((label.first?.box.x0 ?? 0) - x) < 3 && isLabel((label + group).map(\.text).joined(separator: " "))
    }
  }

  /// Printed in the same weight and size.
  static func isAlike(_ a: [Word], _ b: [Word]) -> Bool {
    guard let a = a.first, let b = b.first else { return false }
    return a.isBold == b.isBold && abs(a.fontSize - b.fontSize) < 0.5 && a.field == nil && b.field == nil
  }
}
