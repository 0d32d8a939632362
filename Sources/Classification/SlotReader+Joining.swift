/// Where a further act begins that is judged by itself, when something stands between it and its coordinator.
extension SlotReader {
  /// "shows a mature grasp and cuts out the shapes", "copies the homework and holds a mature grasp": two acts, one of the
  /// body and one of school, are judged each by itself.
  func ownAct(_ reading: Reading, at index: Int) -> Int? {
    guard let start = isCoordination(reading, index) ? index : setIn(reading, before: index),
      let last = reading.acts.filter({ $0 < index }).max(),
      !reading.tokens[index].marks.contains(.finalIng) || reading.tokens[last].marks.contains(.finalIng)
    else { return nil }
    let isBody = [holdsBody(reading, in: last..<index), holdsBody(reading, in: piece(reading, from: index + 1))]
    let isSchool = [
      isOfSchool(reading, in: last..<index),
      isOfSchool(reading, in: index..<piece(reading, from: index + 1).upperBound),
    ]
    let isMixed = isSchool[0] != isSchool[1] && isBody[isSchool[0] ? 1 : 0] && !isBody[isSchool[0] ? 0 : 1]
    return isMixed ? start : nil
  }

  /// A thing of school that is no part of a clinical term ("motor test"), or an act that only schoolwork has.
  private func isOfSchool(_ reading: Reading, in words: Range<Int>) -> Bool {
    reading.hits(in: words).contains { hit in
      !reading.isClinical[hit.first]
        && (hit.concept == lessonActs || lexicon.kind(hit.concept) == .thing && educational.contains(hit.concept))
    }
  }

  /// Something clinical that is no mere room or person of a therapy.
  private func holdsBody(_ reading: Reading, in words: Range<Int>) -> Bool {
    words.contains { reading.isClinical[$0] && !reading.isSetting[$0] }
  }

  /// The same, where commas set off what stands between.
  func setIn(_ reading: Reading, before index: Int) -> Int? {
    guard reading.tokens[index].marks.contains(.comma), !reading.tokens[index].marks.contains(.finalIng),
      let start = coordinated(reading, before: index), reading.tokens[start].marks.contains(.comma)
    else { return nil }
    return start
  }

  /// Where a further act's clause begins, when something stands between its coordinator and the act: "and, in the
  /// clinic, | tracks ...", "and at lunch | will ...".
  func coordinated(_ reading: Reading, before index: Int) -> Int? {
    guard let start = joint(reading, before: index), start < index, isInsertion(reading, start) else { return nil }
    return start
  }

  /// The word behind the coordinator or the semicolon next before an act, with no verb between them.
  private func joint(_ reading: Reading, before index: Int) -> Int? {
    var start = index
    while start > max(1, index - Self.wordsOfInsertion) {
      if isCoordination(reading, start) || reading.tokens[start].marks.contains(.break_) { return start }
      let isVerb = reading.verbs[start - 1] != nil && !reading.isRoutine[start - 1] && !reading.isClinical[start - 1]
      if isVerb || !reading.tokens[start].marks.isDisjoint(with: [.sentence, .newline]) { return nil }
      start -= 1
    }
    return nil
  }

  /// "..., and her shoulder flexion | will reach": what is measured next is named before its "will".
  func namedSubject(_ reading: Reading, before modal: Int) -> Int? {
    guard let start = joint(reading, before: modal), start < modal,
      reading.hits(in: start..<modal).contains(where: { measurable.contains($0.concept) })
    else { return nil }
    return start
  }

  func isInsertion(_ reading: Reading, _ start: Int) -> Bool {
    reading.starts(.place, start) || reading.starts(.condition, start) || reading.starts(.company, start)
  }

  /// "and, in the back of the art room, holds".
  private static let wordsOfInsertion = 9
}
