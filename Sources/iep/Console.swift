import Foundation

/// Messages for the person, on standard error; standard output is for data. Never student data.
enum Console {
  static func message(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func error(_ text: String) { message("\(isColoured ? "\u{1B}[31merror:\u{1B}[0m" : "error:") \(text)") }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Colours only on a terminal, and never where NO_COLOR is set.
  static var isColoured: Bool {
    isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Colour in what is printed: only where standard output is a terminal.
  static var printsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Columns of the terminal, 80 where there is none.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// One line that is written over: only on a terminal.
  static func progress(_ done: Int, of all: Int) {
    guard isTerminal else { return }
    let end = done == all ? "\r\u{1B}[K" : ""
    FileHandle.standardError.write(Data("\rread \(done) of \(all)\(end)".utf8))
  }
}
