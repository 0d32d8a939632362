import IEPModel

/// The words over an amount: a column's header, a label, a heading. They may give numbers their unit and their period.
struct DoseHeader {
  private let text: String
  private let words: Set<String>

  init(_ text: String) {
    self.text = text
    words = Set(LabelTokens.of(text))
  }

  /// "Minutes per week", "Sessions per month"; `nil` where it names none, or several. A heading above may name the same
  /// once more.
  var period: Period? {
    let periods = Set(DoseScanner.scan(DoseTokens.of(text)).periods)
    return periods.count == 1 ? periods.first : nil
  }

  var namesTime: Bool { names("minutes", "hours") }

  /// Gives bare numbers the unit that the header names, or that its column was found to ask for.
  func giveUnit(to atoms: inout DoseAtoms, asked unit: DoseCell.Unit?) {
    for value in atoms.bare {
      if namesTime {
        atoms.minutes.append(names("minutes") ? value : value * Rational(60))
      } else if asksForLength(unit) || (mayTotalMinutes && value.min >= 10), value.min >= 5 {
        atoms.minutes.append(value)
      } else if asksForCount(unit), value.max <= (unit == nil && asksForBoth ? 9 : 40), atoms.counts.isEmpty {
        atoms.counts.append(value)
      } else {
        continue
      }
      atoms.bare.removeAll { $0 == value }
    }
  }

  /// "Amount" over "Minutes | Times | Per": the column's own unit goes first.
  private func asksForLength(_ unit: DoseCell.Unit?) -> Bool {
    if let unit { return unit == .minutes }
    return names("length", "duration", "long", "mpw") || text.lowercased() == "time"
      || names("amount", "extent") && !names("session", "visit", "frequency", "often")
  }

  private func asksForCount(_ unit: DoseCell.Unit?) -> Bool {
    unit == .sessions || names("time", "session", "frequency", "often", "visit", "day", "number")
  }

  /// "Amount and frequency" over "30 weekly": nobody can tell minutes from times.
  private var asksForBoth: Bool {
    names("amount", "extent", "length", "duration") && names("session", "frequency", "often", "visit")
  }

  /// "Direct", "Consult", "Total": columns of minutes, where the number is no small one.
  private var mayTotalMinutes: Bool { names("direct", "indirect", "consult", "consultation", "total") }

  private func names(_ any: String...) -> Bool { any.contains(where: words.contains) }
}

extension DoseAtoms {
  /// Units that only the headers give: "Minutes per week", "Sessions per month", "Minutes per day" beside "Days per week".
  mutating func takePeriod(of headers: [DoseHeader]) {
    let named = headers.compactMap(\.period)
    guard let period = named.first(where: { $0.unit != .day }) ?? named.first else { return }
    periods = [period]
    if period.unit != .day, named.contains(where: { $0.unit == .day }) {
      isPerSession = true
    } else if !minutes.isEmpty, counts.isEmpty, !isPerSession {
      isTotal = true
    }
  }
}
