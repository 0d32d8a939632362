extension StatedNames {
  /// "Tolland Bridge Public Schools 118 Commonwealth Row": a name without the street behind it; the text itself where
  /// no street is.
  static func withoutAddress(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard let number = words.indices.dropFirst(2).first(where: { words[$0].allSatisfy(\.isNumber) }),
      words[number...].prefix(5).dropFirst().contains(where: {
        streets.contains($0.lowercased().trimmingCharacters(",.;"))
      })
    else { return text }
    return words[..<number].joined(separator: " ").trimmingCharacters(",;- ")
  }

  private static let streets: Set<String> = [
    "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "boulevard", "blvd", "way", "court",
    "ct", "highway", "hwy", "place", "pl", "circle", "parkway", "pkwy", "pike", "row", "square", "sq", "terrace",
    "trail", "turnpike", "route", "plaza", "loop", "box",
  ]
}
