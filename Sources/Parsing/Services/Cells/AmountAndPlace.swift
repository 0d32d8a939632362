import Foundation
import IEPModel

/// A cell that says how much and, behind it, where: "60 (playground)", "2 x 35 (bus)", "20/mo guidance office" under
/// "Elsewhere".
struct AmountAndPlace {
  let amount: String
  let place: String

  init?(_ text: String, values: ValueReaders) {
    guard text.first?.isNumber == true, text.utf8.count < 80,
      let (amount, place) = Self.bracketed(text, values: values) ?? Self.plain(text, values: values)
    else { return nil }
    (self.amount, self.place) = (amount, place)
  }

  /// "gym, with 1st grade: 2x30 wkly": where, and behind it how much.
  init?(placeFirst text: String, values: ValueReaders) {
    guard text.utf8.count < 80, text.last.map({ $0.isLetter || $0.isNumber || $0 == "." }) ?? false else { return nil }
    for mark in [": ", " - ", " – ", " — ", ", "] {
      guard let cut = text.range(of: mark, options: .backwards) else { continue }
      let (place, amount) = (String(text[..<cut.lowerBound]), String(text[cut.upperBound...]))
      let reading = values.read(amount)
      guard place.contains(where: \.isLetter), amount.first?.isNumber == true,
        reading.hasMinutes && reading.isAmount || reading.isCountOfMinutes || Self.isPerPeriod(amount, values: values),
        !values.read(place).isAmount, values.vocabulary.locationCode(of: place) != nil
      else { continue }
      (self.amount, self.place) = (amount, place)
      return
    }
    return nil
  }

  private static func bracketed(_ text: String, values: ValueReaders) -> (String, String)? {
    guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
    let amount = String(text[..<open]).trimmingBlanks
    let place = String(text[text.index(after: open)...].dropLast()).trimmingBlanks
    let reading = values.read(amount)
    guard reading.number != nil || reading.isCountOfMinutes, place.contains(where: \.isLetter),
      !values.read(place).isAmount
    else { return nil }
    return (amount, place)
  }

  /// Figures, perhaps with their period, and without a word between them and a place that is known.
  private static func plain(_ text: String, values: ValueReaders) -> (String, String)? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.firstIndex(where: { $0.first?.isLetter == true && !["x", "X"].contains($0) }), first > 0
    else { return nil }
    // "30 - nurse office"
    let figures = words[..<first].last.map { ["-", "–", "—"].contains($0) } ?? false ? first - 1 : first
    let (amount, place) = (words[..<figures].joined(separator: " "), words[first...].joined(separator: " "))
    let reading = values.read(amount)
    guard reading.number != nil || reading.isCountOfMinutes || isPerPeriod(amount, values: values),
      values.vocabulary.locationCode(of: place) != nil, !values.read(place).isAmount
    else { return nil }
    return (amount, place)
  }

  /// "20/mo"
  private static func isPerPeriod(_ amount: String, values: ValueReaders) -> Bool {
    let halves = amount.split(separator: "/")
    return halves.count == 2 && halves[0].allSatisfy(\.isNumber) && values.read("per " + halves[1]).hasPeriod
  }
}
