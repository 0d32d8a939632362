import Extraction
import IEPModel

/// "Setting | Room 12 | Session length | 30 minutes" with the labels in small print: what is set larger beside a label
/// answers it, and a label right before the next one was left blank.
enum SmallLabels {
  /// The labels of a line, each with its value; `nil` where the chunks are not set in two such sizes, the first of them
  /// is no label, or most of the labels are unknown.
  static func pairs(of line: TextLine, isLabel: (String) -> Bool) -> [(label: [Word], value: [Word])]? {
    let groups = line.groups
    guard groups.count >= 3, let least = groups.compactMap({ $0.first?.fontSize }).min() else { return nil }
    var pairs: [(label: [Word], value: [Word])] = []
    for group in groups {
      guard group.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }), let size = size(of: group) else { return nil }
      if size < least + 0.45 {
        pairs.append((group, []))
      } else if size >= least + 0.9, let last = pairs.last, last.value.isEmpty {
        pairs[pairs.count - 1].value = group
      } else {
        return nil
      }
    }
    let known = pairs.count { isLabel($0.label.map(\.text).joined(separator: " ")) }
    return pairs.count >= 2 && pairs.contains { !$0.value.isEmpty } && known * 2 >= pairs.count ? pairs : nil
  }

  /// The size that all words of a chunk are set in.
  private static func size(of group: [Word]) -> Double? {
    guard let first = group.first?.fontSize, group.allSatisfy({ abs($0.fontSize - first) < 0.45 }) else { return nil }
    return first
  }
}
