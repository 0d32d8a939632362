import Extraction

/// The records of an export by the keys that join them: in memory are the keys and the records' places, and no more.
struct MappedRecords {
  private let mapping: XMLMapping
  /// What the export's own file is asked for.
  let selection: XMLSelection
  private let keys: Keys

  /// The numbers by which records tell their keys.
  private struct Keys {
    var plan: Int?
    var services: Int?
    var goals: Int?
    var lookups: [Int: [String]] = [:]
  }

  /// A record's place in one of the stores.
  private struct Place {
    var store: Int32
    var offset: Int
  }
  private var stores: [XMLRecordStore] = []
  private var numbers: [String: Int] = [:]
  private var plans = Chains()
  private var services = Chains()
  private var goals = Chains()
  private var people: [String: Place] = [:]
  /// The plans' keys in the order of their first records.
  private(set) var order: [Int] = []
  /// All records that were added.
  private(set) var count = 0

  init(_ mapping: XMLMapping) {
    self.mapping = mapping
    var selection = XMLSelection()
    var keys = Keys()
    if let plan = mapping.plan {
      keys.plan = selection.want(key: plan.key, of: plan.element)
      for path in [plan.student] + [plan.version, plan.program?.key].compactMap({ $0 }) + (plan.not ?? [:]).keys
        + plan.fields.values
      {
        selection.want(path, of: plan.element)
      }
      let goalRecord = mapping.goals?.element ?? plan.element
      let toGoal = mapping.goals?.path
      if let goals = mapping.goals {
        keys.goals = goals.want(of: goalRecord, below: toGoal, in: &selection)
      }
      if let services = mapping.services {
        if let path = services.inGoal {
          _ = services.want(of: goalRecord, below: toGoal.map { "\($0)/\(path)" } ?? path, in: &selection)
        } else {
          keys.services = services.want(of: services.element ?? plan.element, below: services.path, in: &selection)
        }
      }
    }
    keys.lookups = mapping.wantLookups(in: &selection)
    self.selection = selection
    self.keys = keys
  }

  /// What a file beside the export is asked for, and how its keys feed the lookups.
  static func lookups(of mapping: XMLMapping) -> (selection: XMLSelection, keys: [Int: [String]]) {
    var selection = XMLSelection()
    let keys = mapping.wantLookups(in: &selection)
    return (selection, keys)
  }

  /// Takes a record of the export's own file, in their order.
  mutating func add(_ record: XMLFieldReader.Record) {
    count += 1
    for (key, value) in record.keys {
      if key == keys.plan {
        let number = self.number(value)
        if plans.append(record.place, to: number) { order.append(number) }
      }
      if key == keys.services { services.append(record.place, to: number(value)) }
      if key == keys.goals { goals.append(record.place, to: number(value)) }
    }
    addPerson(record, keys.lookups)
  }

  /// Takes a record that only names someone; the last of several is the one.
  mutating func addPerson(_ record: XMLFieldReader.Record, _ lookups: [Int: [String]]) {
    for (key, value) in record.keys where !value.isEmpty {
      for lookup in lookups[key] ?? [] {
        people["\(lookup)|\(RecordKey.plain(value))"] = Place(store: Int32(stores.count), offset: record.place)
      }
    }
  }

  /// The store of the file whose records were added since the last call.
  mutating func keep(_ store: XMLRecordStore?) { if let store { stores.append(store) } }

  private mutating func number(_ key: String) -> Int {
    let key = RecordKey.plain(key)
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count
    return numbers.count - 1
  }

  func planVersions(_ plan: Int) -> [XMLElement] { elements(plans, plan) }
  func services(of plan: Int) -> [XMLElement] { elements(services, plan) }
  func goals(of plan: Int) -> [XMLElement] { elements(goals, plan) }
  func person(_ lookup: String, _ id: String) -> XMLElement? {
    people["\(lookup)|\(RecordKey.plain(id))"].flatMap { place in
      stores.indices.contains(Int(place.store)) ? stores[Int(place.store)].element(at: place.offset) : nil
    }
  }

  private func elements(_ chains: Chains, _ key: Int) -> [XMLElement] {
    guard let store = stores.first else { return [] }
    return chains.places(of: key).compactMap { store.element(at: $0) }
  }
}

/// Lists of places, one for each of many keys, in three arrays.
private struct Chains {
  private var first: [Int32] = []
  private var last: [Int32] = []
  private var links: [(place: Int, next: Int32)] = []

  /// Whether it is the first of its key.
  @discardableResult
  mutating func append(_ place: Int, to key: Int) -> Bool {
    while first.count <= key {
      first.append(-1)
      last.append(-1)
    }
    let link = Int32(links.count)
    links.append((place, -1))
    defer { last[key] = link }
    if first[key] < 0 {
      first[key] = link
      return true
    }
    links[Int(last[key])].next = link
    return false
  }

  func places(of key: Int) -> [Int] {
    guard key < first.count else { return [] }
    var places: [Int] = []
    var link = first[key]
    while link >= 0 {
      places.append(links[Int(link)].place)
      link = links[Int(link)].next
    }
    return places
  }
}

extension XMLMapping {
  fileprivate func wantLookups(in selection: inout XMLSelection) -> [Int: [String]] {
    var keys: [Int: [String]] = [:]
    for (name, lookup) in (lookups ?? [:]).sorted(by: { $0.key < $1.key }) {
      keys[selection.want(key: [lookup.key], of: lookup.element), default: []].append(name)
      for path in lookup.fields.values { selection.want(path, of: lookup.element) }
    }
    return keys
  }
}

extension XMLMapping.Lines {
  /// Wants what the lines say; gives the key that joins them to plans, where they are records of their own.
  fileprivate func want(of record: String, below path: String?, in selection: inout XMLSelection) -> Int? {
    func want(_ field: String) {
      for field in field.split(separator: "|") {
        selection.want(path.map { "\($0)/\(field)" } ?? String(field), of: record)
      }
    }
    fields.values.forEach(want)
    for path in [version, identifier, action, asOf] { if let path { want(path) } }
    if let objectives {
      want("\(objectives.path)/\(objectives.text)")
      if let number = objectives.number { want("\(objectives.path)/\(number)") }
    }
    guard element != nil, let key else { return nil }
    return selection.want(key: key, of: record)
  }
}
