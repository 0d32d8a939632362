import IEPModel

extension GoalComponents {
  /// The parts of a goal as quotes of its text: the first stretch of each, the longest of the target.
  init(_ goal: GoalText, of text: String) {
    let scalars = Array(text.unicodeScalars)
    func quote(_ slot: Slot) -> String? {
      goal.stretches(of: slot).first.map { stretch in
        return String(scalars: scalars[goal.range(stretch.lowerBound, stretch.upperBound)])
      }
    }
    self.init()
    timeframe = quote(.timeframe)
    condition = quote(.condition)
    behavior = quote(.target)
    criterion = quote(.criterion)
    span = quote(.span)
    measurement = quote(.method)
    means = quote(.means)
    purpose = quote(.purpose)
  }
}
