import Foundation
import IEPModel

/// A line of services that is one text: its clauses, each by what it can be.
struct ServicePhrase: Sendable {
  let values: ValueReaders

  /// `nil` where no service and no amount stand in the text.
  func parts(of text: String, place: Place) -> [ServiceCandidate.Part]? {
    func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
      ServiceCandidate.Part(role: role, label: "", text: text, place: place, certainty: 0.7)
    }
    var parts: [ServiceCandidate.Part] = []
    var amounts: [String] = []
    var roles: Set<ServiceRole> = []
    for clause in Self.clauses(text) {
      let reading = values.read(clause)
      if reading.isDate {
        let dates = values.dates.dates(in: clause, near: nil)
        if dates.count >= 2 {
          parts.append(part(.dates, "\(dates[0].date) - \(dates[1].date)"))
        } else {
          parts.append(part(roles.contains(.start) ? .end : .start, clause))
          roles.insert(.start)
        }
      } else if !roles.contains(.service), reading.service != nil {
        parts.append(part(.service, clause))
        roles.insert(.service)
        if reading.hasMinutes { amounts.append(clause) }
      } else if reading.isAmount {
        amounts.append(clause)
      } else if !roles.contains(.provider), reading.provider != nil, reading.location == nil {
        parts.append(part(.provider, clause))
        roles.insert(.provider)
      } else if !roles.contains(.location), reading.location != nil {
        parts.append(part(.location, clause))
        roles.insert(.location)
      } else if reading.grouping != nil {
        parts.append(part(.grouping, clause))
      } else if reading.delivery != nil {
        parts.append(part(.delivery, clause))
      }
    }
    guard roles.contains(.service), !amounts.isEmpty else { return nil }
    return parts + [part(.dose, amounts.joined(separator: " "))]
  }

  /// Who gives a service and where, as an amount goes on: "30 minutes, 2 times weekly, in the therapy room, by the SLP".
  func partsBeside(amount text: String, place: Place) -> [ServiceCandidate.Part] {
    let clauses = Self.clauses(text)
    guard clauses.count >= 2 else { return [] }
    var parts: [ServiceCandidate.Part] = []
    for clause in clauses where clause.split(separator: " ").count <= 8 {
      let reading = values.read(clause)
      guard !reading.isAmount, !reading.isDate else { continue }
      let role: ServiceRole? =
        reading.location != nil ? .location : reading.provider != nil ? .provider : nil
      guard let role, !parts.contains(where: { $0.role == role }) else { continue }
      let lead =
        ["by the ", "by a ", "by an ", "by ", "in the ", "in a ", "in ", "at the ", "at ", "with the "]
        .first { clause.lowercased().hasPrefix($0) } ?? ""
      parts.append(
        ServiceCandidate.Part(
          role: role, label: "", text: String(clause.dropFirst(lead.count)), place: place, certainty: 0.7))
    }
    return parts
  }

  private static func clauses(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isBetweenNumbers =
        character == "," && index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      if ",;|\n()".contains(character), !isBetweenNumbers {
        result.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    result.append(current)
    return result.flatMap {
      $0.replacingOccurrences(of: " - ", with: "\u{1}").split(separator: "\u{1}").map(String.init)
    }
    .map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}
