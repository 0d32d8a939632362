/// A file found under the inputs.
struct SourceFile: Hashable, Sendable {
  /// As `source.path` in the output: relative to its input, '/' separated.
  var path: String
  /// Where it lies.
  var location: String
  var bytes: Int
  var triage: Triage
}
