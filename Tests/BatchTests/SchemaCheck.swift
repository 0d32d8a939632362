import Foundation

/// The keywords of JSON Schema that the contract's schemas use: type, required, properties, additionalProperties,
/// items, enum, const, pattern, minimum, maximum, exclusiveMinimum, minItems, maxItems, $ref.
struct SchemaCheck {
  let root: [String: Any]

  init(file: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What breaks the schema, each with its path.
  func faults(in value: Any) -> [String] { check(value, root, "") }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
      let definition = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return check(value, definition, path)
    }
    var faults: [String] = []
    if let constant = schema["const"] as? String, value as? String != constant {
      faults.append("\(path): not \(constant)")
    }
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      faults.append("\(path): not one of the allowed values")
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return faults + ["\(path): no object"] }
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        faults.append("\(path)/\(key): missing")
      }
      for (key, member) in object {
        if let inner = properties[key] as? [String: Any] {
          faults += check(member, inner, "\(path)/\(key)")
        } else if schema["additionalProperties"] as? Bool == false {
          faults.append("\(path)/\(key): not in the schema")
        }
      }
    case "array":
      guard let array = value as? [Any] else { return faults + ["\(path): no array"] }
      if let least = schema["minItems"] as? Int, array.count < least { faults.append("\(path): too few") }
      if let most = schema["maxItems"] as? Int, array.count > most { faults.append("\(path): too many") }
      if let inner = schema["items"] as? [String: Any] {
        for (index, member) in array.enumerated() { faults += check(member, inner, "\(path)/\(index)") }
      }
    case "string":
      guard let text = value as? String else { return faults + ["\(path): no string"] }
      if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        faults.append("\(path): does not fit \(pattern)")
      }
    case "number", "integer":
      guard let number = value as? NSNumber else { return faults + ["\(path): no number"] }
      if let least = schema["minimum"] as? Double, number.doubleValue < least { faults.append("\(path): too small") }
      if let most = schema["maximum"] as? Double, number.doubleValue > most { faults.append("\(path): too large") }
      if let bound = schema["exclusiveMinimum"] as? Double, number.doubleValue <= bound {
        faults.append("\(path): too small")
      }
    default: break
    }
    return faults
  }
}
