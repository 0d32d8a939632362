import CLibXML2
import CPoppler
import CQPDF

/// The C libraries in use and their versions, for `iep --version` and run.json.
public enum LinkedLibraries {
  /// Name and version, sorted by name.
  public static var versions: [(name: String, version: String)] {
    [
      ("glib", "\(glib_major_version).\(glib_minor_version).\(glib_micro_version)"),
      ("libxml2", LIBXML_DOTTED_VERSION),
      ("poppler", poppler_get_version().map { String(cString: $0) } ?? "unknown"),
      ("qpdf", qpdf_get_qpdf_version().map { String(cString: $0) } ?? "unknown"),
    ]
  }
}
