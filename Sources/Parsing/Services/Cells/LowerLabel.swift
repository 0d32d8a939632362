import Extraction
import IEPModel

/// A cell in which a further label stands below the value of its column, over a value of its own: "9/1/2026 to 8/31/2027"
/// over "Goal(s)" over "1, 3".
struct LowerLabel {
  /// What the cell's own column asks for.
  let upper: Cell
  let part: ServiceCandidate.Part

  /// - Parameters:
  ///   - role: what the cell's column asks for.
  ///   - asked: what columns of their own ask for.
  init?(
    _ cell: Cell, as role: ServiceRole, asked: Set<ServiceRole>, labels: LabelTable<ServiceRole>, values: ValueReaders
  ) {
    // "Individual and small" over "group" over "counseling" is one name.
    guard cell.lines.count >= 3, role != .service else { return nil }
    for index in cell.lines.indices.dropFirst().dropLast() {
      let label = cell.lines[index]
      guard label.words.count <= 4, label.text.first?.isUppercase == true, label.words.allSatisfy({ $0.field == nil }),
        let further = labels.exact(label.text).first(where: { Self.roles.contains($0) }), !asked.contains(further),
        values.read(Unwrapping.text(of: Array(cell.lines[..<index]))).support(role) >= 0.9
      else { continue }
      let below = Array(cell.lines[(index + 1)...])
      var upper = cell
      upper.lines = Array(cell.lines[..<index])
      self.upper = upper
      part = ServiceCandidate.Part(
        role: further, label: label.text, text: Unwrapping.text(of: below), place: Paragraph(lines: below).place,
        certainty: 0.9)
      return
    }
    return nil
  }

  private static let roles: Set<ServiceRole> = [.goals, .provider, .location, .delivery, .grouping, .dates]
}
