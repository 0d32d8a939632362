import Synchronization

/// "ServiceName", "start_date", "IEP_x0020_Start" to words.
enum NameWords {
  /// What form designers and databases put before and behind a name: the kind of box, "custom".
  private static let prefixes: Set<String> = [
    "txt", "ddl", "dt", "dat", "dte", "num", "rpt", "gp", "grp", "chk", "cbo", "cmb", "fld", "sf", "tbl", "str", "int",
    "lst",
    "rtf", "rt", "opt", "rdo", "lbl", "dd", "cb", "tb", "col", "ows",
  ]

  private static func withoutMarks(_ name: String) -> String {
    var name = name[...]
    if name.hasSuffix("__c") { name = name.dropLast(3) }
    if name.hasPrefix("ows_") { name = name.dropFirst(4) }
    let lower = name.prefix { $0.isLowercase }
    guard prefixes.contains(String(lower)), let next = name.dropFirst(lower.count).first, next.isUppercase else {
      return String(name)
    }
    return String(name.dropFirst(lower.count))
  }

  /// A file has few names, and each is asked for once an element.
  private static let known = Mutex<[String: String]>([:])

  static func split(_ name: String) -> String {
    if let old = known.withLock({ $0[name] }) { return old }
    let result = parted(name)
    known.withLock { names in
      if names.count > 20_000 { names = [:] }
      names[name] = result
    }
    return result
  }

  private static func parted(_ name: String) -> String {
    var result = ""
    let scalars = Array(withoutMarks(EscapedNames.decoded(name)).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_" || scalar == "-" || scalar == "." || scalar == "/" { result += " "; continue }
      let isUpper = scalar.properties.isUppercase
      if isUpper, index > 0,
        scalars[index - 1].properties.isLowercase
          || (index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
            && scalars[index - 1].properties.isUppercase)
      {
        result += " "
      }
      result.unicodeScalars.append(scalar)
    }
    let parted = result.contains(" ") ? result : CompoundNames.parted(result) ?? result
    return parted.split(separator: " ").map { word in
      let whole = CompoundNames.whole(word)
      return whole == word ? CompoundNames.parted(whole) ?? whole : whole
    }.joined(separator: " ").split(separator: " ").map { CompoundNames.whole($0) }.joined(separator: " ")
  }
}
