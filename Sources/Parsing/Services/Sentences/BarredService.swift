import Extraction
import Foundation
import IEPModel

/// A service written on one line, its facts parted by bars: "Reading lab | 2x45 min/wk | Room 108, resource | Sp Ed teacher |
/// 12/08/2025 - 12/03/2026 | G1", or by dashes: "OT - as needed - regular class - OTR/L". Each piece tells by itself what
/// it is.
struct BarredService: Sendable {
  private let pieces: [(role: ServiceRole, text: String)]
  private let place: Place

  init?(_ paragraph: Paragraph, partedBy mark: String = "|", values: ValueReaders) {
    guard let texts = Self.pieces(of: paragraph.text, partedBy: mark) else { return nil }
    self.init(texts, place: paragraph.place, values: values)
  }

  /// - Parameter texts: the service's name, its amount, and the pieces behind them.
  init?(_ texts: [String], place: Place, values: ValueReaders) {
    guard texts.count >= 4, texts.reduce(0, { $0 + $1.utf8.count }) < 400, Self.opens(texts, values: values) else {
      return nil
    }
    var found: [(role: ServiceRole, text: String)] = [(.service, texts[0]), (.dose, texts[1])]
    for piece in texts.dropFirst(2) where !piece.isEmpty {
      guard let role = Self.role(of: piece, taken: Set(found.map(\.role)), values: values) else { continue }
      found.append((role, role == .goals ? Self.withoutColon(piece) : piece))
    }
    let roles = Set(found.map(\.role))
    guard roles.contains(.dates) || roles.contains(.start) || roles.isSuperset(of: [.location, .provider]) else {
      return nil
    }
    (pieces, self.place) = (found, place)
  }

  func candidate(context: ServiceContext) -> ServiceCandidate {
    let parts = pieces.map {
      ServiceCandidate.Part(role: $0.role, label: "", text: $0.text, place: place, certainty: 0.85)
    }
    return ServiceCandidate(parts: parts, context: context, asked: Set(parts.map(\.role)))
  }

  /// The lines parted before each that opens such a service: wrapped lines of a list without marks.
  static func parted(_ lines: [TextLine], values: ValueReaders) -> [[TextLine]] {
    var result: [[TextLine]] = [[]]
    for line in lines {
      let opensService = pieces(of: line.text, partedBy: "|").map { opens($0, values: values) } ?? false
      if opensService { result.append([]) }
      result[result.count - 1].append(line)
    }
    return result.filter { !$0.isEmpty }
  }

  private static func pieces(of text: String, partedBy mark: String) -> [String]? {
    guard text.contains(mark) else { return nil }
    let item = RowMarks.split(text)?.rest ?? text
    return item.components(separatedBy: mark).map(\.trimmingBlanks)
  }

  /// A name and, behind the first bar, an amount.
  private static func opens(_ pieces: [String], values: ValueReaders) -> Bool {
    guard pieces.count >= 2, let name = pieces.first, name.first?.isLetter == true, name.utf8.count < 80,
      case let amount = values.read(pieces[1]), amount.isAmount, amount.span == nil, amount.date == nil
    else { return false }
    return pieces[1].utf8.count < 60 && !values.read(name).isAmount && values.read(name).span == nil
  }

  private static func role(of piece: String, taken: Set<ServiceRole>, values: ValueReaders) -> ServiceRole? {
    let reading = values.read(piece)
    let role: ServiceRole? =
      if reading.span != nil {
        .dates
      } else if reading.date != nil {
        taken.contains(.start) ? .end : .start
      } else if namesGoals(piece) {
        .goals
      } else if values.vocabulary.isPlace(piece), !values.vocabulary.isPerson(piece) || endsInRoom(piece),
        !taken.contains(.location)
      {
        .location
      } else if reading.provider != nil, !taken.contains(.provider) {
        .provider
      } else if reading.grouping != nil, reading.location == nil {
        .grouping
      } else if reading.delivery != nil, reading.location == nil {
        .delivery
      } else {
        // Where is said before by whom.
        [.location, .provider].first { !taken.contains($0) }
      }
    return role.flatMap { taken.contains($0) ? nil : $0 }
  }

  /// "Resource room" may name its teacher under a label for persons; by itself it is the room.
  private static func endsInRoom(_ piece: String) -> Bool {
    LabelTokens.words(piece).last.map { ["room", "rm", "classroom", "class", "center", "lab"].contains($0) } ?? false
  }

  /// "Goal: 1", "G1, G3".
  private static func namesGoals(_ piece: String) -> Bool {
    piece.utf8.count < 24 && piece.contains(where: \.isNumber) && !GoalNumbers.read(withoutColon(piece)).isEmpty
  }

  private static func withoutColon(_ piece: String) -> String { piece.replacingAll(":", with: " ") }
}
