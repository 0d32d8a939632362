import CSeeds

/// The JSON Schemas that the output is valid against (Contract/), compiled in.
public enum ContractSchema: String, Sendable, CaseIterable {
  case document = "document.schema.json"
  case run = "run.schema.json"

  /// The schema as it stands in the file.
  public var text: String {
    for seed in UnsafeBufferPointer(start: iep_schema_table(), count: Int(iep_schema_count))
    where String(cString: seed.path) == rawValue {
      return String(decoding: UnsafeBufferPointer(start: seed.bytes, count: seed.count), as: UTF8.self)
    }
    preconditionFailure("\(rawValue) was not compiled in")
  }
}
