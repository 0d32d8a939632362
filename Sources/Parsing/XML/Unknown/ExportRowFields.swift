import IEPModel

/// What a row tells of a service: its own fields and those of the nodes inside it, and what stands around it.
extension ExportGroups {
  static func pointsAtGoals(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["goal", "aim", "outcome", "target", "support", "address", "objective", "linked"].contains {
      lowered.contains($0)
    }
  }

  /// A row's own fields and those of nodes inside it that occur once: `<Amount><Minutes/></Amount>`.
  func rowFields(_ node: Int) -> [XMLField] {
    let own = NameWords.split(tree.nodes[node].name).lowercased()
    let isService = ["service", "therapy", "prescription"].contains { own.contains($0) }
    let result = fields.fields(of: node).map { field in
      // The name of a service is its name, not a person's.
      isService && ["name", "title", "description"].contains(field.name.lowercased())
        ? XMLField(name: "service " + field.name, text: field.text, place: field.place) : field
    }
    return Self.withUnits(result + innerFields(node, depth: 0)).map { field in
      // "W" under a name that asks for a period is a week.
      field.text.utf8.count <= 8 && ServiceFieldNames.known(field.name) == "period"
        ? XMLField(name: field.name, text: XMLFields.period(field.text), place: field.place) : field
    }
  }

  private static let otherRecords = [
    "service", "iep", "plan", "goal", "objective", "student", "pupil", "learner", "benchmark", "history", "log",
  ]

  private func innerFields(_ node: Int, depth: Int) -> [XMLField] {
    guard depth < 4 else { return [] }
    var result: [XMLField] = []
    for child in tree.nodes[node].children where !tree.isLeaf(child) {
      let name = NameWords.split(tree.nodes[child].name)
      let siblings = tree.nodes[node].children.filter { tree.nodes[$0].name == tree.nodes[child].name }.count
      guard siblings == 1, !Self.otherRecords.contains(where: { name.lowercased().contains($0) }) else { continue }
      let inner = fields.fields(of: child)
      guard inner.count <= 10, name.lowercased() != "services" else { continue }
      result += inner.map { field in
        let whole = name + " " + field.name
        // "repeat frequency" is a frequency, "provider name" is not a name.
        let isKnown = isLabel(whole) || !isLabel(field.name)
        return XMLField(name: isKnown ? whole : field.name, text: field.text, place: field.place)
      }
      result += innerFields(child, depth: depth + 1)
    }
    return result
  }

  private func isLabel(_ name: String) -> Bool {
    !labels.service.exact(name).isEmpty || ServiceFieldNames.known(name) != nil
  }

  /// "duration = 30" beside "duration unit = min" is "30 min"; "period = 1" beside "period unit = wk" is "wk".
  private static func withUnits(_ fields: [XMLField]) -> [XMLField] {
    var result = fields
    for field in fields where field.text.first?.isLetter == true && field.text.utf8.count <= 12 {
      let words = field.name.lowercased()
      guard words.hasSuffix(" unit") || words.hasSuffix(" units") || words.hasSuffix(" uom") else { continue }
      let base = String(words[..<(words.lastIndex(of: " ") ?? words.endIndex)])
      guard let index = result.firstIndex(where: { $0.name.lowercased() == base }),
        let number = Double(result[index].text)
      else { continue }
      let isPeriod = base.hasSuffix("period") || base.hasSuffix("interval")
      let unit = field.text.lowercased() == "d" ? "day" : field.text.lowercased() == "a" ? "year" : field.text
      let isRate = !isPeriod && XMLFields.isPeriod(unit)
      result[index].text =
        isPeriod && number == 1
        ? unit : result[index].text + (isRate ? " per \(XMLFields.period(unit))" : " \(unit)")
      result.removeAll { $0.name == field.name }
    }
    return result
  }

  /// "IEP End": a date of the plan, not of the line.
  func isPlanDate(_ name: String) -> Bool {
    let words = Set(LabelTokens.of(name))
    guard !words.isDisjoint(with: ["iep", "plan", "meeting", "review", "birth", "dob", "evaluation"]),
      words.isDisjoint(with: ["service", "svc"])
    else { return false }
    return labels.exportNames.fact(name, in: "") != nil
  }

  func isHeader(_ name: String) -> Bool {
    let roles = labels.header.exact(name)
    return roles.contains { [.name, .studentId, .dateOfBirth, .grade, .school, .district, .disability].contains($0) }
  }

  /// "ESY Services", "Extended School Year", and not "Non-ESY".
  private static func saysExtendedYear(_ text: String) -> Bool {
    let words = Set(LabelTokens.words(text))
    return (words.contains("esy") || words.isSuperset(of: ["extended", "year"]))
      && words.isDisjoint(with: ["non", "not", "no", "regular", "reg", "rsy", "and", "or"])
  }

  /// Values that tell a line of the regular year from one of the extended, and no period of an amount.
  func isSeason(_ texts: [String]) -> Bool {
    texts.contains(where: Self.saysExtendedYear)
      && texts.allSatisfy { text in
        Self.saysExtendedYear(text)
          || Set(LabelTokens.words(text)).isSubset(of: [
            "regular", "school", "year", "reg", "term", "traditional", "ry",
          ])
      }
  }

  /// What the nodes around a line say: "RelatedServices", `category="ESY"`.
  func context(of node: Int) -> ServiceContext {
    var context = ServiceContext()
    // `<Service season="Extended School Year">`, whatever the field is called.
    if Self.saysExtendedYear(NameWords.split(tree.nodes[node].name))
      || fields.fields(of: node).contains(where: { $0.text.utf8.count <= 30 && Self.saysExtendedYear($0.text) })
    {
      context.extendedSchoolYear = true
    }
    for around in tree.lineage(node).dropFirst().reversed().suffix(3) where tree.nodes[around].parent != nil {
      let texts = [NameWords.split(tree.nodes[around].name)] + tree.nodes[around].attributes.map(\.value)
      for text in texts
      where text.utf8.count < 60
        && (values.vocabulary.category(ofHeading: text) != nil || Self.saysExtendedYear(text))
      {
        context = context.under(text, vocabulary: values.vocabulary, isBand: true)
        if Self.saysExtendedYear(text) { context.extendedSchoolYear = true }
      }
    }
    return context
  }
}
