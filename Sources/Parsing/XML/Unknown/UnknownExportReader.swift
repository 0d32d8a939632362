import Extraction
import IEPModel

/// Reads exports of vendors that no mapping describes: which nodes are lines of services, which are goals and to whom
/// they belong is told by names, values and structure together.
struct UnknownExportReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader
  /// What a person said of the export, in place of what its names and values say.
  var given: ExportMapping?

  /// The documents that the tree holds; empty where nothing in it looks like a plan.
  ///
  /// - Parameter siblings: the other XML files of the folder, asked for only where the lines do not tell whose they are.
  func documents(_ root: XMLElement, siblings: () -> [XMLElement] = { [] }, source: Source) -> [IEPDocument] {
    let first = documents(of: [root], source: source)
    guard !first.isEmpty, first.contains(where: { $0.student.name == nil }) else { return first }
    let others = siblings()
    guard !others.isEmpty else { return first }
    let joined = documents(of: [root] + others, source: source)
    func named(_ documents: [IEPDocument]) -> Int { documents.filter { $0.student.name != nil }.count }
    return named(joined) > named(first) ? joined : first
  }

  /// What is made of an export, for a person to look at; `nil` where nothing in it looks like a plan.
  func mapping(of root: XMLElement, id: String) -> ExportMapping? {
    let tree = XMLTree([plain(root)], origins: XMLOrigins())
    let fields = XMLFields(tree)
    let finder = ExportGroups(labels: labels, values: values, tree: tree, fields: fields)
    let services = finder.serviceNodes()
    let goals = finder.goalNodes(besides: Set(services.map(\.node)))
    guard !services.isEmpty || goals.count >= 2 else { return nil }
    func records(_ found: [(node: Int, meanings: [String: String])]) -> [ExportMapping.Record] {
      var result: [ExportMapping.Record] = []
      for (node, meanings) in found {
        let kind = tree.nodes[node].kind
        if let index = result.firstIndex(where: { $0.record == kind }) {
          result[index].fields.merge(meanings) { old, _ in old }
        } else {
          result.append(ExportMapping.Record(record: kind, fields: meanings))
        }
      }
      return result
    }
    let plans = ExportPlans(labels: labels, values: values, tree: tree, fields: fields)
    let lines = Set(goals.map(\.node))
    var facts: [String: String] = [:]
    for node in tree.nodes.indices
    where (!tree.isLeaf(node) || tree.nodes[node].attributes.count >= 2) && !lines.contains(node) {
      for (fact, field) in plans.facts(of: node) where facts[field.name] == nil { facts[field.name] = fact.rawValue }
    }
    return ExportMapping(
      id: id, root: root.name, services: records(services.map { ($0.node, $0.meanings) }),
      goals: records(goals.map { ($0.node, $0.meanings) }), facts: facts)
  }

  /// How often each field of the mapping's records occurs, and those that it says nothing of.
  func coverage(of root: XMLElement, by mapping: ExportMapping) -> [MappingCoverage] {
    let tree = XMLTree([plain(root)], origins: XMLOrigins())
    let fields = XMLFields(tree)
    let finder = ExportGroups(labels: labels, values: values, tree: tree, fields: fields, given: mapping)
    return ((mapping.services ?? []).map { ($0, true) } + (mapping.goals ?? []).map { ($0, false) }).map {
      record, isService in
      var coverage = MappingCoverage(record: record.record)
      for (index, node) in tree.nodes.enumerated() where node.kind == record.record {
        coverage.records += 1
        for field in isService ? finder.rowFields(index) : fields.fields(of: index) {
          if record.fields[field.name] != nil {
            coverage.read[field.name, default: 0] += 1
          } else {
            coverage.unread[field.name, default: 0] += 1
          }
        }
      }
      coverage.absent = record.fields.keys.filter { coverage.read[$0] == nil && $0 != "Goal" }.sorted()
      return coverage
    }
  }

  /// The tree in the shapes that are read.
  func plain(_ root: XMLElement) -> XMLElement {
    ShapeReader(labels: labels, vocabulary: values.vocabulary).plain(root)
  }

  /// The documents of the first root, with what the others say of their students.
  private func documents(of roots: [XMLElement], source: Source) -> [IEPDocument] {
    var origins = XMLOrigins()
    let shaped = roots.map { plain(origins.marked($0)) }
    let tree = XMLTree(shaped, origins: origins)
    let fields = XMLFields(tree)
    let finder = ExportGroups(labels: labels, values: values, tree: tree, fields: fields, given: given)
    let services = finder.serviceNodes().filter { tree.isInFirst($0.node) }
    let goals = finder.goalNodes(besides: Set(services.map(\.node))).filter { tree.isInFirst($0.node) }
    guard !services.isEmpty || goals.count >= 2 else { return [] }
    let plans = ExportPlans(labels: labels, values: values, tree: tree, fields: fields, given: given)
    let owners = plans.group(services: services, goals: goals)
    let organizations = plans.organizations(besides: owners)
    return owners.enumerated().map { position, owner in
      var source = source
      source.record = position + 1
      source.profile = given?.id ?? "automatic"
      return document(owner, tree: tree, plans: plans, organizations: organizations, source: source)
    }
  }

  private func document(
    _ owner: ExportPlans.Owner, tree: XMLTree, plans: ExportPlans, organizations: [ExportPlans.Fact: XMLField],
    source: Source
  ) -> IEPDocument {
    var document = IEPDocument(documentId: source.documentId, source: source)
    plans.fill(&document, of: owner, organizations: organizations)
    let near = document.iep.startDate ?? document.iep.meetingDate
    let assembler = ServiceAssembler(values: values, near: near)
    for service in owner.services {
      let candidate = ServiceCandidate(parts: service.parts, context: service.context, asked: service.asked)
      for assembled in assembler.lines(of: candidate) {
        var line = assembled.line
        line.id = "svc-\(document.services.count + 1)"
        line.provenance = [tree.place(service.node)] + line.provenance
        // A line inside a goal serves that goal.
        let linked = GoalLinks.numbers(of: service.node, goals: owner.goals, tree: tree)
        if !linked.isEmpty { line.goalNumbers = linked }
        if line.goalNumbers.isEmpty {
          let around = tree.lineage(service.node)
          line.goalNumbers = owner.goals.filter { goal in
            around.contains(goal.node) || tree.lineage(goal.node).contains(service.node)
          }.compactMap(\.draft.number)
        }
        document.services.append(line)
      }
    }
    document.goals = GoalAssembler(values: values, near: near).goals(of: owner.goals.map(\.draft))
    document.serviceMentions = proseMentions(owner, tree: tree)
    if given == nil {
      document.diagnostics.append(
        Diagnostic(
          "format-inferred", stage: .parse, severity: .info,
          message:
            "No mapping describes this XML; its records were recognised by their names and values. Compare a few with the source."
        ))
    }
    return document
  }

  /// Amounts in the running text beside the lines: present levels, notices.
  private func proseMentions(_ owner: ExportPlans.Owner, tree: XMLTree) -> [ServiceMention] {
    let taken = Set(owner.services.map(\.node) + owner.goals.map(\.node))
    var result: [ServiceMention] = []
    for node in tree.descendants(owner.plan, leavingOut: taken) where tree.nodes[node].text.utf8.count >= 40 {
      let path = tree.nodes[node].kind.lowercased()
      let code: SectionCode = path.contains("notice") || path.contains("pwn") ? .priorNotice : .presentLevels
      for found in mentions.mentions(in: tree.nodes[node].text, section: code) {
        var mention = found.mention
        mention.provenance = [tree.place(node)]
        result.append(mention)
      }
    }
    return result
  }
}

/// What a mapping finds of one kind of record in a file.
public struct MappingCoverage: Sendable, Hashable {
  public var record: String
  public var records = 0
  /// Fields that the mapping reads, and how often they occur.
  public var read: [String: Int] = [:]
  /// Fields that it says nothing of.
  public var unread: [String: Int] = [:]
  /// Fields that it reads and the file has not.
  public var absent: [String] = []
}
