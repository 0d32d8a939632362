import IEPModel
import Seeds

/// What services, places and people most likely are whose names no phrase of the vocabulary knows: by the names of the
/// vocabulary and those of `seeds/vocabulary/known-names.yaml`, which are too special to be looked for within texts.
struct LikelyCodes: Sendable {
  private let services: NameLikeness<ServiceCode>
  private let locations: NameLikeness<LocationCode>
  private let providers: NameLikeness<ProviderCode>

  init(
    seeds: SeedStore, forms: WordForms, services: TermTable<ServiceCode>, locations: TermTable<LocationCode>,
    rooms: RoomNames, providers: TermTable<ProviderCode>
  ) throws(SeedError) {
    let names = try SeedYAML.groups(of: Self.file, in: seeds)
    let (moreServices, moreLocations, moreProviders) = (
      try Self.names(names["services"], ServiceCode.self), try Self.names(names["locations"], LocationCode.self),
      try Self.names(names["providers"], ProviderCode.self)
    )
    self.services = NameLikeness(forms: forms) { Self.known(services.phrases) + moreServices }
    self.locations = NameLikeness(forms: forms) {
      Self.known(locations.phrases) + Self.known(rooms.known) + moreLocations
    }
    self.providers = NameLikeness(forms: forms) { Self.known(providers.phrases) + moreProviders }
  }

  func service(of name: String) -> ServiceCode? { services.code(of: name) }
  func location(of name: String) -> LocationCode? { locations.code(of: name) }
  /// Roles that the contract has no name for are left open: whoever is named in such words may be an agency.
  func provider(of name: String) -> ProviderCode? { providers.code(of: name).flatMap { $0 == .other ? nil : $0 } }

  private static let file = "vocabulary/known-names.yaml"

  private static func known<Code>(_ phrases: [(name: String, code: Code)]) -> [NameLikeness<Code>.Known] {
    phrases.map { ($0.name, $0.code) }
  }

  /// The names of one kind; below `none` stand those that look like one and are none.
  private static func names<Code: RawRepresentable & Hashable & Sendable>(
    _ lists: [String: [String]]?, _: Code.Type
  ) throws(SeedError) -> [NameLikeness<Code>.Known] where Code.RawValue == String {
    guard let lists else { throw SeedError(file: file, reason: "lacks the names of services, locations or providers") }
    var result: [NameLikeness<Code>.Known] = []
    for (key, names) in lists.sorted(by: { $0.key < $1.key }) {
      let code = Code(rawValue: key)
      guard code != nil || key == "none" else { throw SeedError(file: file, reason: "knows no code '\(key)'") }
      result += names.map { ($0, code) }
    }
    return result
  }
}
