import Extraction

/// Records of different kinds under one name, told apart by a field: `<ROW REC_TYPE="SERVICE">`, `<ROW REC_TYPE="GOAL">`.
enum TypedRecords {
  private static let typeNames: Set<String> = [
    "rec type", "record type", "rectype", "recordtype", "row type", "rowtype", "entity", "table", "segment", "record",
    "entity type", "type", "kind", "table name",
  ]

  static func named(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(named)
    var groups: [String: [Int]] = [:]
    for index in copy.children.indices { groups[copy.children[index].name, default: []].append(index) }
    for (_, places) in groups where places.count >= 3 {
      guard let field = discriminator(places.map { copy.children[$0] }) else { continue }
      for place in places {
        guard let type = value(field, of: copy.children[place]) else { continue }
        copy.children[place].name = type
      }
    }
    return copy
  }

  private static func discriminator(_ records: [XMLElement]) -> String? {
    guard let first = records.first else { return nil }
    let names = first.attributeNames + first.children.filter { $0.children.isEmpty }.map(\.name)
    for name in names where typeNames.contains(NameWords.split(name).lowercased()) {
      let types = records.map { value(name, of: $0) ?? "" }
      let distinct = Set(types)
      guard (2...8).contains(distinct.count), distinct.allSatisfy({ $0.first?.isLetter == true && $0.utf8.count <= 24 })
      else { continue }
      // Kinds of records have fields of their own; a type of service has not.
      var fields: [String: Set<String>] = [:]
      for (record, type) in zip(records, types) {
        fields[type, default: []].formUnion(record.attributeNames + record.children.map(\.name))
      }
      let sets = Array(fields.values)
      let common = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
      let whole = sets.reduce(Set()) { $0.union($1) }
      if common.count * 2 <= whole.count { return name }
    }
    return nil
  }

  private static func value(_ name: String, of record: XMLElement) -> String? {
    record.attribute(name) ?? record.children.first { $0.name == name && $0.children.isEmpty }?.text
  }
}
