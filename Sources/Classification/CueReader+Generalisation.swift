import IEPModel

/// "In the cafeteria and during music", "in math, art and lunch": more than one place or time of school (EM207).
extension CueReader {
  /// How many words may stand between two places that are named together.
  private static let wordsBetweenPlaces = 3

  /// The words of two places that are joined in what is given, or nil.
  func severalPlaces(in text: GoalText) -> ClosedRange<Int>? {
    // "photos of hallways and lockers" are no places.
    guard !text.matches.contains(where: { $0.concept == pictures }) else { return nil }
    let named = text.matches.filter { $0.slot == .condition && schoolPlaces.contains($0.concept) }
    guard named.count > 1 else { return nil }
    for place in named {
      let next = named.first { other in
        other.first > place.last + 1 && other.first - place.last - 1 <= Self.wordsBetweenPlaces
          && (place.last + 1...other.first).contains { index in
            joiners.contains(text.tokens[index].code) || text.tokens[index].marks.contains(.comma)
          }
      }
      if let next { return place.first...next.last }
    }
    return nil
  }
}
