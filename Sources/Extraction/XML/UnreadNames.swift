/// Counts the elements that a selection does not want, by name. Names are the parser's and live as long as it does.
struct UnreadNames {
  private var counts: [(name: XMLName, record: XMLName?, count: Int)] = []
  /// The place of the last name: the same ones come again and again.
  private var last = 0
  private var others = 0
  /// Names that are told apart; exports have some dozens.
  private static let most = 200

  mutating func count(_ name: XMLName, in record: XMLName?) {
    if last < counts.count, counts[last].name == name, counts[last].record == record {
      counts[last].count += 1
      return
    }
    if let known = counts.firstIndex(where: { $0.name == name && $0.record == record }) {
      counts[known].count += 1
      last = known
    } else if counts.count < Self.most {
      counts.append((name, record, 1))
    } else {
      others += 1
    }
  }

  /// "StudentIEP/Notes" and, of records that are not read at all, "StudentIEPServiceDelivery".
  var named: [String: Int] {
    var result: [String: Int] = [:]
    for (name, record, count) in counts {
      result[(record.map { String(cString: $0) + "/" } ?? "") + String(cString: name), default: 0] += count
    }
    if others > 0 { result["other elements"] = others }
    return result
  }
}
