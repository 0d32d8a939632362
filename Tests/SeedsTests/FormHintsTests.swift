import Seeds
import Testing

@Suite struct FormHintsTests {
  private func error(_ hints: String) -> String? {
    do {
      _ = try SeedStore.embedded.adding(formHints: hints, file: "district.yaml")
      return nil
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("labelz:\n  service: {}\n", "district.yaml:1: 'labelz' is no vocabulary"),
    ("labels:\n  services:\n    dose: [load]\n", "district.yaml:2: 'services' is not known under 'labels'"),
    ("labels:\n  service:\n    dozes: [load]\n", "district.yaml:3: 'dozes' is not known under 'labels: service'"),
    ("labels:\n  service:\n    dose: load\n", "district.yaml:3: 'labels: service: dose' needs a list"),
    ("services:\n  hand-work:\n    phrases: [x]\n", "district.yaml:2: 'hand-work' is not known under 'services'"),
    ("services:\n  counseling:\n    words: [x]\n", "district.yaml:3: 'words' is not known"),
    ("services:\n  counseling: [x]\n", "district.yaml:2: 'services: counseling' needs one of"),
    ("services:\n  counseling:\n    phrases: [\"\"]\n", "district.yaml:3: "),
    ("", "district.yaml: holds no hints"), ("- a\n", "holds no hints"), ("a: [b\n", "is no YAML"),
  ])
  func whatIsNotUnderstoodIsNamedWithItsPlace(hints: String, message: String) {
    #expect(error(hints)?.contains(message) == true, "\(error(hints) ?? "no error")")
  }

  @Test func wordsJoinThoseOfTheirMeaningAndLeaveTheOthers() throws {
    let seeds = try SeedStore.embedded.adding(
      formHints: "services:\n  counseling:\n    phrases: [physiotherapy, calm corner]\n", file: "district.yaml")
    let services = try SeedYAML.decode(
      [String: [String: [String]]].self, from: "vocabulary/services.yaml", in: seeds)
    let counseling = services["counseling"]?["phrases"] ?? []
    #expect(counseling.starts(with: ["physiotherapy", "calm corner"]) && counseling.contains("guidance"))
    #expect(services["physical-therapy"]?["phrases"]?.contains("physiotherapy") == false)
    #expect(services["physical-therapy"]?["phrases"]?.contains("physical therapy") == true)
    #expect(seeds.hash != SeedStore.embedded.hash)
  }

  @Test func knownNamesStandBelowTheirKindAndPlace() throws {
    let seeds = try SeedStore.embedded.adding(
      formHints: "known-names:\n  locations:\n    therapy-room: [the kiln nook]\n", file: "district.yaml")
    let names = try SeedYAML.decode(
      [String: [String: [String]]].self, from: "vocabulary/known-names.yaml", in: seeds)
    #expect(names["locations"]?["therapy-room"]?.first == "the kiln nook")
    #expect(names["services"]?["occupational-therapy"]?.isEmpty == false)
  }

  @Test func namesOfRoomsStandRightBelowTheirPlace() throws {
    let seeds = try SeedStore.embedded.adding(
      formHints: "rooms:\n  special-education: [harbor light]\n", file: "district.yaml")
    let rooms = try SeedYAML.decode([String: [String]].self, from: "vocabulary/rooms.yaml", in: seeds)
    #expect(rooms["special-education"]?.contains("harbor light") == true)
    #expect(rooms["nouns"]?.contains("room") == true)
  }

  @Test func newShortFormsMayCome() throws {
    let seeds = try SeedStore.embedded.adding(formHints: "word-forms:\n  workshop: [wkshp]\n", file: "district.yaml")
    #expect(try seeds.text(of: "vocabulary/word-forms.yaml").contains("wkshp"))
  }
}
