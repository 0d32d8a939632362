import IEPModel
import Testing

@testable import Parsing

/// Rows across the columns that say where, by whom or how all the rows below are given.
@Suite struct PlaceBandTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func candidates(_ rows: [[String?]], key: [String] = []) -> [ServiceCandidate] {
    ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey(key))
      .read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  private static let header: [String?] = ["Service", "Minutes per week", "Goal"]

  @Test func aPlaceOverTheHeaderIsThatOfTheRowsBelow() {
    let found = candidates([
      ["Location: Resource room", nil, nil], Self.header, ["Reading Instruction", "200", "1"],
      ["Location: Gym", nil, nil], Self.header, ["Physical Therapy", "40", "2"], ["Adapted PE", "60", "2"],
    ])
    #expect(found.map { $0.context.location?.text } == ["Resource room", "Gym", "Gym"])
    #expect(found.map { $0.text(.location) } == [nil, nil, nil])
  }

  @Test func aPlaceBelowTheHeaderHeadsItsRows() {
    let found = candidates([
      Self.header, ["Location: Resource room", nil, nil], ["Reading Instruction", "200", "1"],
      ["Location: Gym", nil, nil], ["Physical Therapy", "40", "2"],
    ])
    #expect(found.map { $0.context.location?.text } == ["Resource room", "Gym"])
  }

  @Test func aGoalsNameIsNoCode() {
    let found = candidates(
      [Self.header, ["Reading Instruction", "200", "G1"], ["Physical Therapy", "40", "G2"]],
      key: ["G1 = classroom, G2 = gym"])
    #expect(found.map { $0.text(.goals) } == ["G1", "G2"])
  }

  @Test func aPlaceOverGroupsHoldsThemAll() {
    let found = candidates([
      Self.header, ["Within the General Education Classroom", nil, nil], ["Special Education Services", nil, nil],
      ["Writing", "90", "1"], ["Related Services", nil, nil], ["Physical Therapy", "40", "2"],
      ["Outside the General Education Classroom", nil, nil], ["Special Education Services", nil, nil], ["N/A", "", ""],
      ["Related Services", nil, nil], ["Speech", "30", "2"],
    ])
    #expect(
      found.compactMap { $0.context.location?.code } == [.generalEducation, .generalEducation, .specialEducation])
    #expect(found.compactMap(\.context.category) == [.specialEducation, .relatedService, .relatedService])
  }

  @Test func aPlaceWithinAGroupEndsWithIt() {
    let found = candidates([
      Self.header, ["Special Education Services", nil, nil], ["Outside the General Education Classroom", nil, nil],
      ["Writing", "90", "1"], ["Related Services", nil, nil], ["Physical Therapy", "40", "2"],
    ])
    #expect(found.map { $0.context.location?.code } == [.specialEducation, nil])
  }
}
