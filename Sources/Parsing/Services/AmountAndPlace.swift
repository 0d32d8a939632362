import IEPModel

/// A cell that says how much and, in brackets behind it, where: "60 (playground)", "2 x 35 (bus)" under "Elsewhere".
struct AmountAndPlace {
  let amount: String
  let place: String

  init?(_ text: String, values: ValueReaders) {
    guard text.first?.isNumber == true, text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
    amount = String(text[..<open]).trimmingBlanks
    place = String(text[text.index(after: open)...].dropLast()).trimmingBlanks
    let reading = values.read(amount)
    guard reading.number != nil || reading.isCountOfMinutes, place.contains(where: \.isLetter),
      !values.read(place).isAmount
    else { return nil }
  }
}
