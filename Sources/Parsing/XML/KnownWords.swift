import IEPModel
import Synchronization

/// What the words of an export were found to mean: exports say the same few thousand times. Bounded, so that a column
/// of free text costs no memory.
final class KnownWords: Sendable {
  private struct Meanings {
    var services: [String: ServiceCode?] = [:]
    var categories: [String: ServiceCategory] = [:]
    var places: [String: (Coded<LocationCode>, Grouping?)] = [:]
    var days: [String: CalendarDate?] = [:]
    var periods: [String: Period?] = [:]
    var doses: [String: Dose] = [:]
  }
  private let meanings = Mutex(Meanings())
  /// Words of a kind.
  private static let most = 4096

  func service(_ name: String, _ context: String, _ make: () -> ServiceCode?) -> ServiceCode? {
    remembered(\.services, name + "|" + context, make)
  }
  func category(_ name: String, _ context: String, _ make: () -> ServiceCategory) -> ServiceCategory {
    remembered(\.categories, name + "|" + context, make)
  }
  func place(_ text: String, _ make: () -> (Coded<LocationCode>, Grouping?)) -> (Coded<LocationCode>, Grouping?) {
    remembered(\.places, text, make)
  }
  func day(_ text: String, _ make: () -> CalendarDate?) -> CalendarDate? { remembered(\.days, text, make) }
  func period(_ text: String, _ make: () -> Period?) -> Period? { remembered(\.periods, text, make) }

  func dose(_ text: String, _ make: () -> Dose) -> Dose { remembered(\.doses, text, make) }

  private func remembered<Meaning: Sendable>(
    _ kind: any WritableKeyPath<Meanings, [String: Meaning]> & Sendable, _ word: String, _ make: () -> Meaning
  ) -> Meaning {
    if let known = meanings.withLock({ $0[keyPath: kind][word] }) { return known }
    let meaning = make()
    meanings.withLock {
      if $0[keyPath: kind].count < Self.most { $0[keyPath: kind][word] = meaning }
    }
    return meaning
  }
}
