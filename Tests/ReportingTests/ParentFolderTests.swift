import Reporting
import Testing

@Suite struct ParentFolderTests {
  @Test(arguments: [
    ("a", ""), ("out", ""), ("a/b", "a"), ("a/b/", "a"), ("/a", "/"), ("/a/b/c", "/a/b"), ("/", ""), ("", ""),
    (".", ""),
  ])
  func isWhatAPathLiesIn(path: String, folder: String) { #expect(path.parentFolder == folder) }
}
