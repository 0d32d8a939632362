/// What the errors of libxml2 that exports run into mean.
enum XMLFault {
  static func words(_ code: Int32) -> String {
    switch code {
    case 5: "something stands behind its last element, or it breaks off"
    case 9, 81, 6003: "its bytes are not of the encoding that it names"
    case 26, 27: "it refers to an entity that is not defined, such as &nbsp;"
    case 38, 39, 40, 41, 65: "an attribute is not written as XML wants it"
    case 68: "a bare & stands where &amp; should"
    case 73, 74, 76, 77: "its tags do not match, or it breaks off"
    case 8: "it holds a character that XML forbids"
    default: "libxml2 error \(code)"
    }
  }
}
