import Seeds
import Testing

@Suite struct SeedStoreTests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func hashesAsTheStandardDoes(text: String, hex: String) { #expect(SHA256.hex(of: Array(text.utf8)) == hex) }

  @Test func theProgramHoldsItsVocabularies() throws {
    #expect(SeedStore.embedded.files(in: "vocabulary").contains { $0.hasSuffix("services.yaml") })
    #expect(try !SeedStore.embedded.text(of: "vocabulary/services.yaml").isEmpty)
  }

  @Test func aFileThatIsMissingIsNamed() {
    #expect(throws: SeedError.self) { try SeedStore.embedded.text(of: "vocabulary/none.yaml") }
  }
}
