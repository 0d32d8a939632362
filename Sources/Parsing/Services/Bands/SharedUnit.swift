import IEPModel

/// The unit in which a form prints its amounts, said once over the headings of its tables: "Service minutes by setting -
/// Numbers are minutes per week unless another period is written" over "Special Education Services", "Related Services".
struct SharedUnit: Sendable {
  private var unit: String?

  /// The unit that the sections before a section gave to it; notes what it says to those that follow.
  mutating func unit(in section: SectionBlocks) -> String? {
    switch section.code {
    case .services, .esy, .accommodations, .transition: break
    default: unit = nil
    }
    defer {
      if let said = Self.said(in: section) { unit = said }
    }
    return unit
  }

  /// What a section of services says that holds nothing else but lines.
  private static func said(in section: SectionBlocks) -> String? {
    guard section.code == .services, section.blocks.count <= 6 else { return nil }
    let lines = section.blocks.lines
    guard lines.count == section.blocks.count else { return nil }
    return Paragraph.join(lines).lazy.compactMap { ServiceTableLead.unitOfAmounts($0.text) }.first
  }
}
