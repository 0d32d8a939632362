import IEPModel

/// "Reading instruction (NO)" where the form's legend says who NO is.
extension ServiceCandidate {
  /// With the person whose initials stand in brackets behind the service's name, where the form asks for nobody otherwise.
  func givenByInitials(of key: CodeKey, values: ValueReaders) -> ServiceCandidate {
    guard !key.isEmpty, !asked.contains(.provider),
      let index = parts.firstIndex(where: { $0.role == .service }), parts[index].text.hasSuffix(")"),
      let open = parts[index].text.lastIndex(of: "("), open > parts[index].text.startIndex,
      case let initials = String(parts[index].text[open...].dropFirst().dropLast()),
      (1...4).contains(initials.utf8.count), initials.allSatisfy({ $0.isUppercase || $0 == "." }),
      let person = key.meaning(of: initials, where: { values.vocabulary.providerCode(of: $0) != nil })
    else { return self }
    var copy = self
    copy.parts[index].text = String(parts[index].text[..<open]).trimmingBlanks
    var part = parts[index]
    (part.role, part.text) = (.provider, person)
    copy.parts.append(part)
    copy.asked.insert(.provider)
    return copy
  }
}
