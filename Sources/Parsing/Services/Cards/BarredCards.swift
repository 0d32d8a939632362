import Extraction
import IEPModel

/// Services whose name stands on a line of its own, perhaps with who gives it at the other edge, over lines whose facts
/// are parted by bars: "Speech therapy      SLP" over "2 x 30 min weekly | Group | Speech room" over "9/2/2025 to 6/5/2026
/// | Goals: 2". Each piece tells by itself what it is.
struct BarredCards: Sendable {
  let values: ValueReaders

  /// The services of such cards, and the blocks that are none of them.
  func read(_ blocks: [Block], context: ServiceContext) -> (candidates: [ServiceCandidate], rest: [Block]) {
    guard blocks.lines.contains(where: isBarred) else { return ([], blocks) }
    var (candidates, rest): ([ServiceCandidate], [Block]) = ([], [])
    var context = context
    var index = 0
    while index < blocks.count {
      if let card = card(at: index, of: blocks) {
        candidates.append(card.service.candidate(context: context))
        index = card.end
        continue
      }
      if case .line(let line) = blocks[index], line.chunks.count == 1,
        values.vocabulary.category(ofHeading: line.text) != nil
      {
        context = context.under(line.text, vocabulary: values.vocabulary)
      }
      rest.append(blocks[index])
      index += 1
    }
    return (candidates, rest)
  }

  private func card(at index: Int, of blocks: [Block]) -> (service: BarredService, end: Int)? {
    guard index + 1 < blocks.count, case .line(let title) = blocks[index], case .line(let first) = blocks[index + 1],
      title.chunks.count <= 2, !isBarred(title), isBarred(first), follows(title, first),
      let amount = pieces(of: first).first, values.read(amount).isAmount, values.read(amount).span == nil
    else { return nil }
    var lines = [first]
    var end = index + 2
    while end < blocks.count, case .line(let line) = blocks[end],
      isBarred(line) || values.dates.span(line.text) != nil && line.words.count <= 8, let last = lines.last,
      follows(last, line), let lead = pieces(of: line).first,
      !values.read(lead).isAmount || values.read(lead).span != nil
    {
      lines.append(line)
      end += 1
    }
    let edge = title.chunks.dropFirst().map(\.text)
    let service = BarredService(
      [title.chunks[0].text] + lines.flatMap(pieces) + edge, place: Paragraph(lines: [title] + lines).place,
      values: values)
    return service.map { ($0, end) }
  }

  private func isBarred(_ line: TextLine) -> Bool {
    line.words.dropFirst().dropLast().contains { $0.text == "|" }
  }

  private func follows(_ above: TextLine, _ line: TextLine) -> Bool {
    above.page == line.page && line.box.y0 - above.box.y1 < above.height && line.box.y0 > above.box.y0
      && abs(above.box.x0 - line.box.x0) < 12
  }

  private func pieces(of line: TextLine) -> [String] {
    line.words.split { $0.text == "|" }.map { $0.map(\.text).joined(separator: " ") }
  }
}
