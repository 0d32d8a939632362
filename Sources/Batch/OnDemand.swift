import Seeds

/// A value that is made from the seeds when it is first asked for, and kept: a folder of one kind of file needs no reader
/// of the other.
final class OnDemand<Value> {
  private let make: () throws(SeedError) -> Value
  private var made: Value?

  init(_ make: @escaping () throws(SeedError) -> Value) { self.make = make }

  func value() throws(SeedError) -> Value {
    if let made { return made }
    let value = try make()
    made = value
    return value
  }
}
