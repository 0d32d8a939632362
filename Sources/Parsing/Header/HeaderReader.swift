import IEPModel

/// Reads who the plan is for and when it holds, wherever the form prints it. A fact counts by how well its label fits
/// and whether its value is of the kind that the label asks for.
struct HeaderReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let statements: StatementVocabulary

  struct Found: Sendable {
    var student = Student()
    var iep = IEP()
  }

  /// - Parameter sections: in the document's order, each with its items as facts.
  func read(_ sections: [(section: SectionBlocks, items: [SectionItem])], running: [TextLine]) -> Found {
    let claims = HeaderClaims(
      of: sections, running: running, labels: labels, values: values, statements: statements)
    let meeting = claims.best(.meetingDate).flatMap { values.dates.remarkedDate($0.value, near: nil) }
    let near = meeting ?? claims.best(.startDate).flatMap { values.dates.date($0.value, near: nil) }
    return Found(
      student: StudentFacts(values: values, claims: claims).read(near: near),
      iep: PlanFacts(labels: labels, values: values, statements: statements, claims: claims).read(sections, near: near))
  }
}
