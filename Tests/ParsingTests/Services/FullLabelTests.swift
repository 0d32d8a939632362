import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Cards whose longest label ends where the values begin.
@Suite struct FullLabelTests {
  @Test func theColumnsOfTheNextLinePartThem() throws {
    func line(_ pieces: [(String, Double)], y: Double) -> TextLine {
      TextLine(page: 1, words: pieces.flatMap { Word.run($0.0, x: $0.1, y: y) })
    }
    let edge = Word.run("How much 30 minutes", x: 50, y: 100)[2].box.x0
    let lines = [
      line([("How much 30 minutes", 50)], y: 100), line([("Where", 50), ("Gym", edge)], y: 112),
      line([("Where to go", 50)], y: 124),
    ]
    let known: Set = ["How much", "Where"]
    let parted = FullLabels.parted(lines) { known.contains($0) }
    #expect(
      parted.map { $0.groups.map { $0.map(\.text).joined(separator: " ") } } == [
        ["How much", "30 minutes"], ["Where", "Gym"], ["Where to go"],
      ])
  }
}
