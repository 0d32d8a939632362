import Extraction
import IEPModel

/// "Physical therapy" over "direct, one to one" in one cell: a service's name, and below it how and with whom it is given.
struct NameAndManner {
  /// The cell without those lines.
  let name: Cell
  private let manner: [(role: ServiceRole, text: String, place: Place)]

  /// - Parameter asked: what columns of their own ask for.
  init?(_ cell: Cell, asked: Set<ServiceRole>, values: ValueReaders) {
    guard cell.lines.count >= 2, asked.isDisjoint(with: [.delivery, .grouping]), !cell.lines[0].text.hasSuffix("-")
    else { return nil }
    var kept = cell.lines
    var found: [(role: ServiceRole, text: String, place: Place)] = []
    // "Individual and" over "small group" over "Counseling": words of the name; below it stand none but its dates.
    for index in cell.lines.indices.dropFirst().reversed() {
      let pieces = Self.pieces(of: cell.lines[index], values: values)
      if !pieces.isEmpty {
        found = pieces + found
        kept.remove(at: index)
      } else if values.dates.dates(in: cell.lines[index].text).isEmpty {
        break
      }
    }
    let isOpen = kept.contains { ["and", "or", "with"].contains(LabelTokens.words($0.text).last) }
    var name = cell
    name.lines = kept
    guard !found.isEmpty, !isOpen, Set(found.map(\.role)).count == found.count,
      values.vocabulary.serviceCode(of: name.text) != nil
    else { return nil }
    (self.name, manner) = (name, found)
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    manner.map {
      ServiceCandidate.Part(role: $0.role, label: label, text: $0.text, place: $0.place, certainty: certainty)
    }
  }

  /// The words of a line that says nothing else; empty where it does.
  private static func pieces(
    of line: TextLine, values: ValueReaders
  ) -> [(role: ServiceRole, text: String, place: Place)] {
    let texts = line.text.split { ",;/".contains($0) }.map { String($0).trimmingCharacters(" ()") }
    let roles = texts.map { text -> ServiceRole? in
      // "Special education" over "class" is a class, "ELA" over "whole class" is not.
      if values.vocabulary.grouping(of: text) == .wholeClass,
        Set(LabelTokens.words(text)).isDisjoint(with: ["whole", "entire", "full", "large"])
      {
        return nil
      }
      // "group of 3"
      let size = text.range(of: " of ").map { String(text[..<$0.lowerBound]) } ?? text
      if values.vocabulary.isGrouping(text) || values.vocabulary.isGrouping(size) && text.last?.isNumber == true {
        return .grouping
      }
      return values.vocabulary.isDelivery(text) ? .delivery : nil
    }
    // "Special class" over "15:1" is the size of the class, a part of its name.
    guard line.text.contains(where: \.isLetter), roles.allSatisfy({ $0 != nil }) else { return [] }
    return zip(roles, texts).compactMap { role, text in role.map { ($0, text, line.place) } }
  }
}
