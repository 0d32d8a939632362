import Extraction
import IEPModel

/// What a person filled in and ticked in a printed passage about one service: "30 min. per ☒ session ☐ day ☐ week  2 times
/// per ☐ day ☒ week ☐ individual ☒ group  Place: ☒ regular class ☐ other  By: SLP".
struct ServiceBlanks: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// Words, and boxes with their labels, behind one label of the passage.
  private struct Passage {
    var label = ""
    var role: ServiceRole?
    var words: [Word] = []
  }

  /// Words up to a box, or a box with the words that are its label.
  private struct Piece {
    var isOn: Bool?
    var words: [Word]
    var text: String { words.map(\.text).filter { !$0.allSatisfy { $0 == "_" } }.joined(separator: " ") }
  }

  /// Whether a passage lets one tick per what time something is given.
  func asks(_ lines: [TextLine]) -> Bool {
    passages(of: lines).contains { passage in
      pieces(of: passage).filter { $0.isOn != nil && isPeriod($0.text) }.count >= 2
    }
  }

  func parts(of lines: [TextLine]) -> [ServiceCandidate.Part] {
    guard let page = lines.first?.page else { return [] }
    return passages(of: lines).flatMap { passage -> [ServiceCandidate.Part] in
      let pieces = pieces(of: passage)
      let place = Place(page: page, box: Box.around(passage.words.map(\.box)))
      func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
        ServiceCandidate.Part(role: role, label: passage.label, text: text, place: place, certainty: 0.9)
      }
      guard let role = passage.role, !role.isDose else {
        return [part(.dose, amount(pieces))] + ticked(pieces).map { part($0.role, $0.text) }
      }
      let hasBoxes = pieces.contains { $0.isOn != nil }
      let said = pieces.filter { $0.isOn ?? !hasBoxes }.map { Self.withoutOther($0.text) }.filter { !$0.isEmpty }
      // Dates are asked for where those that hold for all do not.
      if said.isEmpty, [.dates, .start, .end].contains(role) { return [] }
      return [part(role, said.joined(separator: "; "))]
    }
  }

  /// "30 min. per session, 2 times per week": the figures with the words behind them and the period ticked there.
  private func amount(_ pieces: [Piece]) -> String {
    var amounts: [(text: String, periods: [String])] = []
    for piece in pieces {
      if piece.isOn == nil {
        if !piece.text.isEmpty { amounts.append((piece.text, [])) }
      } else if piece.isOn == true, isPeriod(piece.text), !amounts.isEmpty {
        amounts[amounts.count - 1].periods.append(piece.text)
      }
    }
    return amounts.filter { $0.text.contains(where: \.isNumber) }.map { amount in
      if amount.periods.count == 1 { return amount.text + " " + amount.periods[0] }
      let words = amount.text.split(separator: " ")
      return (words.last == "per" ? words.dropLast() : words).joined(separator: " ")
    }.joined(separator: ", ")
  }

  /// Boxes without a label before them that say with whom or how.
  private func ticked(_ pieces: [Piece]) -> [(role: ServiceRole, text: String)] {
    let options = pieces.compactMap { piece -> (role: ServiceRole, text: String, isOn: Bool)? in
      guard let isOn = piece.isOn, !isPeriod(piece.text) else { return nil }
      let role: ServiceRole? =
        values.vocabulary.grouping(of: piece.text) != nil
        ? .grouping : (values.vocabulary.delivery(of: piece.text) != nil ? .delivery : nil)
      return role.map { ($0, piece.text, isOn) }
    }
    return [ServiceRole.grouping, .delivery].compactMap { role in
      let asked = options.filter { $0.role == role }
      let chosen = asked.filter(\.isOn)
      return asked.isEmpty ? nil : (role, chosen.count == 1 ? chosen[0].text : "")
    }
  }

  /// Parted before each label that ends in a colon.
  private func passages(of lines: [TextLine]) -> [Passage] {
    var result = [Passage()]
    for word in lines.flatMap(\.words) {
      result[result.count - 1].words.append(word)
      guard word.text.hasSuffix(":") else { continue }
      let words = result[result.count - 1].words
      let longest = words.reversed().prefix { !Ticks.isTick($0) }.prefix(3).count
      for count in stride(from: longest, to: 0, by: -1) {
        let label = words.suffix(count).map(\.text).joined(separator: " ").trimmingColon
        guard let role = labels.service.exact(label).first else { continue }
        result[result.count - 1].words.removeLast(count)
        result.append(Passage(label: label, role: role))
        break
      }
    }
    return result.filter { $0.role != nil || !$0.words.isEmpty }
  }

  /// A box's label goes on up to the next box; a period is one word, behind which the next amount may stand.
  private func pieces(of passage: Passage) -> [Piece] {
    var result: [Piece] = []
    for word in passage.words {
      if Ticks.isTick(word) {
        result.append(Piece(isOn: word.text == "☒", words: []))
      } else if let last = result.last, last.isOn == nil || !isPeriod(last.text) {
        result[result.count - 1].words.append(word)
      } else {
        result.append(Piece(isOn: nil, words: [word]))
      }
    }
    return result
  }

  /// "session", "week": one word that "per" may stand before.
  private func isPeriod(_ text: String) -> Bool {
    guard !text.isEmpty, !text.contains(" ") else { return false }
    return LabelTokens.of(text) == ["session"] || values.read("per " + text).hasPeriod
  }

  /// "other gymnasium": what was written behind the last box.
  private static func withoutOther(_ label: String) -> String {
    let words = label.split(separator: " ")
    guard words.count > 1, LabelTokens.of(String(words[0])) == ["other"] else { return label }
    return words.dropFirst().joined(separator: " ").trimmingCharacters(":() ")
  }
}
