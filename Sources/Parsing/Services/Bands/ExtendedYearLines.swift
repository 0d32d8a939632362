import IEPModel

/// Lines of the extended school year go on with services of the year: what those are, they are.
enum ExtendedYearLines {
  /// The lines with the category of the year's line of the same name on those of the extended year.
  static func categorised(_ lines: [ServiceLine]) -> [ServiceLine] {
    let year = lines.filter { $0.extendedSchoolYear != true }
    return lines.map { line in
      guard line.extendedSchoolYear == true else { return line }
      let name = LabelTokens.of(line.service.text)
      let same = Set(year.filter { LabelTokens.of($0.service.text) == name }.map(\.category))
      guard same.count == 1, let category = same.first else { return line }
      var line = line
      line.category = category
      return line
    }
  }
}
