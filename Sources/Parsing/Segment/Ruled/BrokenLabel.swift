import Extraction
import IEPModel

/// A label that a narrow column broke amid a word, beside its value: "Education | Resource room" over "al" over "Setting".
struct BrokenLabel {
  /// Which cell of the row above begins it, and all of its words.
  let cell: Int
  let label: [Word]
  /// Behind the last line that holds words of it.
  let end: Int

  private static let mostLines = 3

  /// - Parameter group: what stands below the label in the line at `position`, set as it is and as its value is not.
  init?(_ group: [Word], at position: Int, in lines: [TextLine], under cells: [[Word]], isLabel: (String) -> Bool) {
    guard let first = group.first, first.field == nil,
      let cell = cells.indices.dropLast().first(where: { index in
        Self.isBelow(group, cells[index]) && RowShaping.isAlike(group, cells[index])
          && !RowShaping.isAlike(group, cells[index + 1])
      })
    else { return nil }
    var pieces = [group]
    for index in lines.indices.dropFirst(position + 1).prefix(Self.mostLines - 1) {
      let (above, line) = (lines[index - 1], lines[index])
      guard line.page == above.page, line.box.y0 - above.box.y1 < above.height * 0.6, let piece = line.groups.first,
        Self.isBelow(piece, group), RowShaping.isAlike(piece, group)
      else { break }
      pieces.append(piece)
    }
    for count in pieces.indices.map({ $0 + 1 }).reversed() {
      let (label, isBroken) = Self.joined(cells[cell], pieces.prefix(count))
      guard isBroken, isLabel(label.map(\.text).joined(separator: " ")) else { continue }
      (self.cell, self.label, end) = (cell, label, position + count)
      return
    }
    return nil
  }

  /// The pieces behind one another; one that begins with a small letter ends the word before it.
  private static func joined(_ head: [Word], _ pieces: ArraySlice<[Word]>) -> (label: [Word], isBroken: Bool) {
    var (label, isBroken) = (head, false)
    for piece in pieces {
      if let rest = piece.first, rest.text.first?.isLowercase == true, var word = label.last,
        word.text.last?.isLetter == true
      {
        word.text += rest.text
        word.box = word.box.union(rest.box)
        label[label.count - 1] = word
        label += piece.dropFirst()
        isBroken = true
      } else {
        label += piece
      }
    }
    return (label, isBroken)
  }

  private static func isBelow(_ group: [Word], _ head: [Word]) -> Bool {
    guard let a = group.first, let b = head.first else { return false }
    return abs(a.box.x0 - b.box.x0) < 2
  }
}
