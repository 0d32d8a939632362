import CGLib

/// SHA-256 (FIPS 180-4) by GLib, which poppler-glib links anyway.
public enum SHA256 {
  /// The digest in 64 lower-case hexadecimal digits.
  public static func hex(of bytes: some Collection<UInt8>) -> String {
    let array = Array(bytes)
    let digest = array.withUnsafeBufferPointer {
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, $0.baseAddress, gsize($0.count))
    }
    guard let digest else { preconditionFailure("GLib has no SHA-256") }
    defer { g_free(digest) }
    return String(cString: digest)
  }
}
