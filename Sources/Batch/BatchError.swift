/// A run that cannot start or go on: which exit status it leads to and what to tell the person. No student data.
public struct BatchError: Error, Hashable, Sendable, CustomStringConvertible {
  public var exit: ExitStatus
  public var message: String

  public init(_ exit: ExitStatus, _ message: String) {
    self.exit = exit
    self.message = message
  }

  public var description: String { message }
}
