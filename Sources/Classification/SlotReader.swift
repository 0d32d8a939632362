public import IEPModel

/// The parts of a goal as ranges of Unicode scalars in its text; absent where the text has none.
public struct GoalSlots: Sendable, Hashable {
  public var timeframe: Range<Int>?
  public var condition: Range<Int>?
  public var target: Range<Int>?
  public var criterion: Range<Int>?
  public var measurement: Range<Int>?
  public var means: Range<Int>?
  public var purpose: Range<Int>?

  /// Which part a place belongs to.
  func slot(at offset: Int) -> Slot {
    if let purpose, purpose.contains(offset) { return .purpose }
    if let measurement, measurement.contains(offset) { return .measurement }
    if let means, means.contains(offset) { return .means }
    if let criterion, criterion.contains(offset) { return .criterion }
    if let target, target.contains(offset) { return .target }
    return .condition
  }

  enum Slot { case condition, target, criterion, measurement, means, purpose }
}

/// Splits a goal into its parts before any criterion is looked for: what is measured wins (criteria.md C.0).
public struct SlotReader: Sendable {
  public init() {}

  private static let modal: Set<String> = ["will", "shall"]
  private static let purposeMarks = [
    ["so", "that"], ["in", "order", "to"], ["to", "participate", "in"], ["needed", "for"], ["for", "participation"],
    ["so", "he"], ["so", "she"],
  ]
  private static let methodMarks = [
    ["a", "measured"], ["as", "measured"], ["measured", "by"], ["as", "documented"], ["as", "evidenced"],
    ["based", "on"], ["documented", "by"], ["as", "recorded"], ["a", "shown", "by"], ["as", "shown", "by"],
    ["according", "to"], ["per", "teacher"], ["per", "data"], ["as", "observed"], ["as", "indicated"],
    ["as", "determined"],
  ]
  private static let meansMarks = [
    ["through"], ["via"], ["by", "mean", "of"], ["by", "means", "of"], ["after"], ["following"],
  ]
  private static let criterionWords: Set<String> = [
    "in", "on", "with", "at", "for", "within", "scoring", "to", "by", "from",
  ]
  private static let timeMarks: Set<String> = ["by", "within", "at", "over", "in", "during"]

  public func slots(of text: String) -> GoalSlots {
    let words = Words(text)
    let list = words.words
    var slots = GoalSlots()
    guard !list.isEmpty else { return slots }
    let modal = list.firstIndex { Self.modal.contains($0.folded) }
    let targetStart = modal.map { $0 + 1 } ?? 0
    func find(_ marks: [[String]], from: Int) -> Int? {
      guard from < list.count else { return nil }
      return (from..<list.count).first { start in
        marks.contains { mark in
          start + mark.count <= list.count && zip(mark, list[start...]).allSatisfy { $0 == $1.folded }
        }
      }
    }
    let purpose = find(Self.purposeMarks, from: targetStart)
    let method = find(Self.methodMarks, from: targetStart)
    let criterion = criterionStart(words, from: targetStart)
    let ends = [purpose, method, criterion].compactMap { $0 }
    func range(_ from: Int, _ to: Int) -> Range<Int>? {
      from < to && to <= list.count ? list[from].range.lowerBound..<list[to - 1].range.upperBound : nil
    }
    let targetEnd = ends.min() ?? list.count
    slots.target = range(targetStart, max(targetEnd, min(targetStart + 1, list.count)))
    func next(after start: Int) -> Int { ends.filter { $0 > start }.min() ?? list.count }
    if let purpose { slots.purpose = range(purpose, next(after: purpose)) }
    if let method { slots.measurement = range(method, next(after: method)) }
    if let criterion { slots.criterion = range(criterion, next(after: criterion)) }
    if let means = find(Self.meansMarks, from: targetStart), means < targetEnd { slots.means = range(means, targetEnd) }
    if let modal, modal > 0 {
      let (head, first) = (Array(list[..<modal]), list[0].folded)
      let commas = words.scalars[..<list[modal].range.lowerBound].enumerated().filter { $0.element == "," }.map(
        \.offset)
      var start = 0
      if Self.timeMarks.contains(first), isTime(head),
        let comma = commas.first(where: { !isInsideDate(words.scalars, $0) })
      {
        slots.timeframe = list[0].range.lowerBound..<comma
        start = comma + 1
      }
      if let last = commas.last, last > start {
        var from = start
        while from < last, words.scalars[from].properties.isWhitespace { from += 1 }
        if from < last { slots.condition = from..<last }
      }
    }
    return slots
  }

  private func isTime(_ head: [Words.Word]) -> Bool {
    let times: Set<String> = [
      "year", "week", "month", "end", "iep", "annual", "date", "review", "june", "may", "january", "february", "march",
      "april", "july", "august", "september", "october", "november", "december", "course", "day", "instructional",
      "quarter", "semester",
    ]
    return head.prefix(8).contains { times.contains($0.folded) || ($0.folded.count <= 4 && Int($0.folded) != nil) }
  }

  private func isInsideDate(_ scalars: [Unicode.Scalar], _ comma: Int) -> Bool {
    comma + 3 < scalars.count && scalars[comma + 1] == " " && scalars[comma + 2] == "2" && scalars[comma + 3] == "0"
  }

  /// "with 80% accuracy", "in 4 of 5 trials", "for 10 minutes": a marker followed soon by a number.
  private func criterionStart(_ words: Words, from: Int) -> Int? {
    let list = words.words
    guard from < list.count else { return nil }
    let numbers: Set<String> = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "every", "all", "no", "least",
      "fewer", "more",
    ]
    return (from + 1..<max(from + 1, list.count)).first { index in
      guard Self.criterionWords.contains(list[index].folded), index + 1 < list.count else { return false }
      for next in list[(index + 1)...].prefix(2) {
        let isNumber = Int(next.folded) != nil || numbers.contains(next.folded)
        if isNumber {
          let end = next.range.upperBound
          let tail = words.scalars[end..<min(end + 14, words.scalars.count)]
          var view = String.UnicodeScalarView()
          view.append(contentsOf: tail)
          let after = String(view).lowercased()
          return after.hasPrefix("%") || after.hasPrefix("/")
            || [
              " of", " out", " percent", " minute", " consecutive", " trial", " opportunit", " prompt", " verbal",
              " day", " second", " adult", " session", " cue", " accura", " week", " point", " word", " time",
              " reminder", "th percent", " spontan",
            ].contains { after.hasPrefix($0) }
        }
      }
      return false
    }
  }

  /// The parts as quotes of the text.
  public func components(of text: String) -> GoalComponents {
    let slots = slots(of: text)
    let words = Words(text)
    var components = GoalComponents()
    components.timeframe = slots.timeframe.map(words.quote)
    components.condition = slots.condition.map(words.quote)
    components.behavior = slots.target.map(words.quote)
    components.criterion = slots.criterion.map(words.quote)
    components.measurement = slots.measurement.map(words.quote)
    components.means = slots.means.map(words.quote)
    components.purpose = slots.purpose.map(words.quote)
    return components
  }
}
