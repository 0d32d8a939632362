import ArgumentParser
import Classification
import Foundation
import IEPModel
import Reporting
import Seeds

/// `iep classify`: the label of a goal that someone is writing, with the words it rests on.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Judge goals that you write: one with --text, or a file of one goal a line.")

  @Option(help: "The goal's text.")
  var text: String?

  @Option(help: "A text file with one goal a line.")
  var file: String?

  @Option(help: "A pack of your own criteria, added to the built-in one; equal ids replace.")
  var criteria: String?

  @Option(name: .customLong("seeds"), help: "A folder laid out as seeds/, in place of the built-in lists.")
  var seedsFolder: String?

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  @Flag(help: "Print only how many goals a second are judged on one core, over at least two seconds.")
  var benchmark = false

  func run() throws {
    let goals = try goals()
    let seeds = try seedsFolder.map { folder in try SeedStore(directory: folder) } ?? .embedded
    let pack =
      try criteria.map { file in
        try CriteriaPack(adding: try contents(of: file, wanted: "a pack of criteria in YAML"), file: file, seeds: seeds)
      } ?? CriteriaPack.shipped(seeds)
    let classifier = Classifier(pack: pack)
    if benchmark { return measure(goals, classifier) }
    for (index, text) in goals.enumerated() {
      let goal = Goal(id: "goal-\(index + 1)", text: text)
      let result = classifier.classify(goal)
      if json {
        try printJSON(text, result, classifier.components(of: goal))
      } else {
        GoalCard(pack: pack, isColoured: Console.printsColour).show(text, result, classifier.components(of: goal))
      }
    }
  }

  private func goals() throws -> [String] {
    if let text { return [text] }
    guard let file else {
      Console.error("give a goal with --text, or a file of goals with --file")
      throw ExitCode(2)
    }
    let goals = try contents(of: file, wanted: "a text file with one goal a line").split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !goals.isEmpty else {
      Console.error("\(file): the file holds no goal; write one goal a line")
      throw ExitCode(2)
    }
    return goals
  }

  private func contents(of path: String, wanted: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      Console.error("\(path): the file can't be read; give \(wanted)")
      throw ExitCode(2)
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func printJSON(_ text: String, _ result: GoalClassification, _ components: GoalComponents) throws {
    struct Line: Encodable {
      var text: String
      var components: GoalComponents
      var classification: GoalClassification
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(text: text, components: components, classification: result)
    print(String(decoding: try encoder.encode(line), as: UTF8.self))
  }

  private func measure(_ goals: [String], _ classifier: Classifier) {
    func rate(_ work: (String) -> Void) -> Int {
      let clock = ContinuousClock()
      let start = clock.now
      var count = 0
      while clock.now - start < .seconds(2) {
        for text in goals { work(text) }
        count += goals.count
      }
      let elapsed = start.duration(to: clock.now)
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      return Int(Double(count) / seconds)
    }
    let matching = rate { _ = classifier.matchCount(in: $0) }
    let whole = rate { _ = classifier.classify(Goal(id: "goal", text: $0)) }
    print("matching: \(matching) goals a second")
    print("label with evidence: \(whole) goals a second")
  }
}
