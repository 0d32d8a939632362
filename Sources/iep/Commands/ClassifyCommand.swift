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

  @Option(name: .customLong("seeds"), help: "A folder laid out as seeds/, in place of the built-in lists.")
  var seedsFolder: String?

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  func run() throws {
    let goals = try goals()
    let pack = try CriteriaPack.shipped(try seedsFolder.map { folder in try SeedStore(directory: folder) } ?? .embedded)
    let classifier = Classifier(pack: pack)
    for (index, text) in goals.enumerated() {
      let result = classifier.classify(Goal(id: "goal-\(index + 1)", text: text))
      if json { try printJSON(text, result) } else { show(text, result, pack: pack) }
    }
  }

  private func goals() throws -> [String] {
    if let text { return [text] }
    guard let file else {
      Console.error("give a goal with --text, or a file of goals with --file")
      throw ExitCode(2)
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      Console.error("\(file): the file can't be read; give a text file with one goal a line")
      throw ExitCode(2)
    }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private func printJSON(_ text: String, _ result: GoalClassification) throws {
    struct Line: Encodable {
      var text: String
      var classification: GoalClassification
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(Line(text: text, classification: result)), as: UTF8.self))
  }

  private func show(_ text: String, _ result: GoalClassification, pack: CriteriaPack) {
    print(text)
    let certainty = result.confidence.map { ", confidence \($0.rawValue)" } ?? ""
    print("  \(result.label.rawValue)\(certainty)\(result.needsReview == true ? "; a person should look" : "")")
    for fired in result.criteria {
      let criterion = pack.criteria.first { $0.id == fired.id }
      let quotes = fired.evidence.map { "\"\($0.quote)\"" }.joined(separator: ", ")
      print("  \(fired.id) \(criterion?.name ?? "") (\(fired.polarity.rawValue)): \(quotes)")
      if fired.polarity != .educational, let coaching = criterion?.coaching.say { print("      \(coaching)") }
    }
  }
}
