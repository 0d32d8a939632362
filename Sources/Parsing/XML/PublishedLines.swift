import Extraction
import IEPModel

/// Lines of exports that publish events: what was changed or deleted later, and which of several versions is the newest.
enum PublishedLines {
  /// The records as they stand after all events; without identifiers as they are.
  static func standing(_ records: [XMLElement], _ map: XMLMapping.Lines) -> [XMLElement] {
    guard let identifier = map.identifier, let action = map.action else { return records }
    var order: [String] = []
    var standing: [String: XMLElement] = [:]
    for (index, record) in records.enumerated() {
      let id = record.value(at: identifier).map { RecordKey.plain($0.text) } ?? "#\(index)"
      if !order.contains(id) { order.append(id) }
      switch record.value(at: action)?.text.lowercased() {
      case "delete": standing[id] = nil
      case "change": standing[id] = standing[id].map { changed($0, by: record) } ?? record
      default: standing[id] = record
      }
    }
    return order.compactMap { standing[$0] }
  }

  /// An event of a change carries what changed and nothing else.
  private static func changed(_ old: XMLElement, by event: XMLElement) -> XMLElement {
    var result = old
    let names = Set(event.children.map(\.name))
    result.children.removeAll { names.contains($0.name) }
    result.children += event.children
    return result
  }

  /// Of lines that are the same but for their amounts, ends and day of publication the newest: every change is
  /// published under an identifier of its own. Lines of one day are lines beside each other.
  static func newest(_ lines: [(line: ServiceLine, asOf: String?)]) -> [ServiceLine] {
    struct Key: Hashable {
      var service: String
      var delivery: Delivery?
      var provider: String?
      var location: String?
      var start: CalendarDate?
    }
    func key(_ line: ServiceLine) -> Key {
      Key(
        service: line.service.text, delivery: line.delivery, provider: line.provider?.text,
        location: line.location?.text, start: line.startDate)
    }
    var newest: [Key: String] = [:]
    for (line, asOf) in lines { if let asOf { newest[key(line)] = max(newest[key(line)] ?? asOf, asOf) } }
    return lines.filter { line, asOf in asOf == nil || asOf == newest[key(line)] }.map(\.line)
  }
}
