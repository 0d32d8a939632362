import Foundation
import IEPModel

/// "• Occupational therapy. Mr. Deng (OTR/L) comes into the classroom once a week and stays for 25 minutes. This goes with
/// Goal 3.": an item of a list that opens with its service's name and a stop, and says the rest in sentences.
struct NamedItem: Sendable {
  let name: String
  /// What stands behind the name.
  let sentences: String
  private let values: ValueReaders

  init?(_ item: String, values: ValueReaders) {
    guard let text = RowMarks.split(item)?.rest, let (name, rest) = ListedItems.named(text, longest: 12),
      name.first?.isUppercase == true, !name.contains(" will "), rest.split(separator: " ").count >= 6,
      rest.first?.isUppercase == true,
      rest.contains(". ") || rest.hasSuffix(".")
    else { return nil }
    (self.name, sentences, self.values) = (name, rest, values)
  }

  /// The service that the name tells, with the one amount of the sentences; `nil` where they state none or several.
  func mention(context: ServiceContext) -> ServiceMention? {
    guard let code = code(context), let dose = dose(of: code) else { return nil }
    return ServiceMention(service: Coded(code: code, text: name), dose: dose)
  }

  /// "Bus" below a heading for transportation.
  private func code(_ context: ServiceContext) -> ServiceCode? {
    values.vocabulary.serviceCode(of: name) ?? (context.category == .transportation ? .transportation : nil)
  }

  private func dose(of code: ServiceCode) -> Dose? {
    let found = values.doses.occurrences(in: sentences)
    if found.count > 1 { return nil }
    if let only = found.first { return only.dose }
    if let parted = parted() { return parted }
    if code == .transportation,
      let ride = Clauses.split(sentences).lazy.compactMap({ values.doses.parse($0) }).first(where: {
        $0.dose.sessions != nil && $0.dose.period != nil && $0.coverage > 0.99
      })
    {
      return ride.dose
    }
    let isOpen = sentences.contains(inAnyCase: "as needed")
    return isOpen ? values.doses.parse("as needed")?.dose : nil
  }

  /// "once a week and stays for 25 minutes": how often, and for how long further on in the same sentence.
  private func parted() -> Dose? {
    for sentence in sentences.components(separatedBy: ". ") {
      let words = sentence.split(separator: " ").map { String($0).trimmingCharacters(",;.") }
      func first(_ isFit: (CellReading) -> Bool) -> String? {
        for start in words.indices {
          for count in (2...4).reversed() where start + count <= words.count {
            let text = words[start..<start + count].joined(separator: " ")
            let reading = values.read(text)
            if let dose = reading.dose, dose.coverage > 0.99, isFit(reading) { return text }
          }
        }
        return nil
      }
      guard let often = first({ $0.hasSessions && $0.hasPeriod && !$0.hasMinutes }),
        let length = first({ $0.hasMinutes && !$0.hasPeriod && !$0.hasSessions }),
        let whole = values.doses.dose(cells: [DoseCell(text: often), DoseCell(text: length)]), whole.isComplete
      else { continue }
      return whole.dose
    }
    return nil
  }
}
