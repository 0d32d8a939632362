import Yams

/// A district's own words for what its forms print, laid over the vocabulary that the program brings along.
///
/// The file holds a key for each file of `seeds/vocabulary` that it adds to (`labels`, `services` ...); below it stands
/// what stands in that file. Words that it gives to one meaning are taken from the others: a district knows its forms.
struct FormHints {
  private let file: String
  private let root: Node.Mapping

  /// - Parameter file: named in errors.
  init(_ text: String, file: String) throws(SeedError) {
    self.file = file
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw SeedError(file: file, reason: "is no YAML: \(error)")
    }
    guard let root = node?.mapping, !root.isEmpty else {
      throw SeedError(file: file, line: node?.mark?.line, reason: "holds no hints; write 'labels:' and facts below it")
    }
    self.root = root
  }

  /// The texts of the vocabularies that the hints touch, by path, the hints within.
  func laid(over seeds: SeedStore) throws(SeedError) -> [String: String] {
    let known = seeds.files(in: Self.folder).map { String($0.dropFirst(Self.folder.count + 1).dropLast(5)) }
    var result: [String: String] = [:]
    for (key, hints) in root {
      let name = key.string ?? ""
      guard known.contains(name) else {
        throw error(key, "'\(name)' is no vocabulary; known are \(known.joined(separator: ", "))")
      }
      let path = "\(Self.folder)/\(name).yaml"
      let text = try seeds.text(of: path)
      do {
        guard let shipped = try Yams.compose(yaml: text) else { continue }
        let merged = try merged(hints, into: shipped, Shape(vocabulary: name), name)
        result[path] = try Yams.serialize(node: merged)
      } catch let error as SeedError {
        throw error
      } catch {
        throw SeedError(file: path, reason: "is no YAML: \(error)")
      }
    }
    return result
  }

  private static let folder = "vocabulary"

  /// How a vocabulary is laid out below its top.
  private struct Shape {
    /// Levels of keys above the meanings: 1 where they stand in groups.
    var groups: Int
    /// Keys that a meaning may have; none where its words stand right below it.
    var kinds: [String]
    /// Meanings are words themselves, and new ones may come.
    var isOpen: Bool

    init(vocabulary: String) {
      groups = ["labels", "label-words", "known-names"].contains(vocabulary) ? 1 : 0
      isOpen = vocabulary == "word-forms"
      switch vocabulary {
      case "labels", "label-words", "known-names", "rooms", "word-forms": kinds = []
      case "sections": kinds = ["phrases", "not"]
      default: kinds = ["phrases", "abbreviations", "weak"]
      }
    }

    var below: Shape {
      var shape = self
      shape.groups -= 1
      return shape
    }
  }

  private func merged(_ hints: Node, into shipped: Node, _ shape: Shape, _ path: String) throws(SeedError) -> Node {
    guard let own = hints.mapping, var result = shipped.mapping else {
      throw error(hints, "'\(path)' needs keys below it, as in seeds/vocabulary")
    }
    for (key, value) in own {
      let name = key.string ?? ""
      guard result[key] != nil || shape.isOpen else {
        let known = result.keys.compactMap(\.string).joined(separator: ", ")
        throw error(key, "'\(name)' is not known under '\(path)'; known are \(known)")
      }
      let place = "\(path): \(name)"
      if shape.groups > 0 {
        if let old = result[key] { result[key] = try merged(value, into: old, shape.below, place) }
        continue
      }
      let words = try shape.kinds.isEmpty ? ["": list(value, place)] : kinds(of: value, shape.kinds, place)
      let taken = Set(words.filter { $0.key != "not" }.values.joined().compactMap(Self.bare))
      for other in result.keys where other != key && other.string != "filler" {
        result[other] = result[other].map { Self.without(taken, $0) }
      }
      result[key] = Self.adding(words, to: result[key])
    }
    return Node.mapping(result)
  }

  /// The words of a meaning by their kind.
  private func kinds(of value: Node, _ known: [String], _ place: String) throws(SeedError) -> [String: [Node]] {
    guard let mapping = value.mapping else {
      throw error(value, "'\(place)' needs one of \(known.joined(separator: ", ")) below it")
    }
    var result: [String: [Node]] = [:]
    for (key, words) in mapping {
      let name = key.string ?? ""
      guard known.contains(name) else {
        throw error(key, "'\(name)' is not known under '\(place)'; known are \(known.joined(separator: ", "))")
      }
      result[name] = try list(words, "\(place): \(name)")
    }
    return result
  }

  private func list(_ value: Node, _ place: String) throws(SeedError) -> [Node] {
    guard let words = value.sequence, !words.isEmpty else {
      throw error(value, "'\(place)' needs a list: [first words, other words]")
    }
    for word in words where Self.bare(word).map(\.isEmpty) ?? (word.sequence?.isEmpty ?? true) {
      throw error(word, "'\(place)' holds something that is no words")
    }
    return Array(words)
  }

  private static func adding(_ words: [String: [Node]], to old: Node?) -> Node {
    if let plain = words[""] { return Node(plain + Array(old?.sequence ?? [])) }
    var result = old?.mapping ?? Node.Mapping([])
    for (kind, list) in words.sorted(by: { $0.key < $1.key }) {
      let key = Node(kind)
      result[key] = Node(list + Array(result[key]?.sequence ?? []))
    }
    return .mapping(result)
  }

  /// The lists of a meaning without the words that the hints gave to another.
  private static func without(_ taken: Set<String>, _ node: Node) -> Node {
    switch node {
    case .sequence(let list): Node(list.filter { item in bare(item).map { !taken.contains($0) } ?? true })
    case .mapping(let mapping): Node(mapping.map { ($0.key, without(taken, $0.value)) })
    default: node
    }
  }

  private static func bare(_ word: Node) -> String? {
    word.string?.lowercased().split(separator: " ").joined(separator: " ")
  }

  private func error(_ node: Node, _ reason: String) -> SeedError {
    SeedError(file: file, line: node.mark?.line, reason: reason)
  }
}
