import Foundation
import Testing

/// Goals that someone is writing, judged in the terminal.
@Suite struct ClassifyTests {
  @Test func everyGoalOfAFileIsJudgedOnALineOfItsOwn() throws {
    let scratch = try Program.Scratch()
    try scratch.write(
      "Jo will increase shoulder flexion to 120 degrees in 4 of 5 trials.\n\nAt recess, Kai will invite a peer to play in 4 of 5 days.\n",
      to: "goals.txt")
    let result = try Program.run("classify", "--json", "--file", scratch.path + "/goals.txt")
    #expect(result.exit == 0)
    let labels = try result.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["classification"] as? [String: Any])?["label"] as? String
    }
    #expect(labels == ["clinical", "educational"])
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    let result = try Program.run("classify", "--file", "no-such-goals.txt")
    #expect(result.exit == 2)
    #expect(result.errors.contains("no-such-goals.txt"))
  }

  @Test func aFileWithoutGoalsIsNamed() throws {
    let scratch = try Program.Scratch()
    try scratch.write("\n  \n", to: "goals.txt")
    let result = try Program.run("classify", "--benchmark", "--file", scratch.path + "/goals.txt")
    #expect(result.exit == 2)
    #expect(result.errors.contains("goals.txt"))
    #expect(result.output.isEmpty)
  }

  @Test func criteriaThatCannotBeReadStopARunBeforeItBegins() throws {
    let scratch = try Program.Scratch()
    let result = try Program.run(
      "process", Program.root + "/Fixtures", "--output", scratch.path + "/out", "--criteria", "no-such-criteria.yaml")
    #expect(result.exit == 2)
    #expect(result.errors.contains("no-such-criteria.yaml"))
  }
}
