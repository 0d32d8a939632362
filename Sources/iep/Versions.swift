import Extraction

/// What `iep --version` prints.
enum Versions {
  static var text: String {
    let libraries = LinkedLibraries.versions.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "iep \(programVersion) (\(libraries))"
  }
}
