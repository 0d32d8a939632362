import Extraction
import IEPModel

/// Tables of a goals section to atoms: a row a goal under a header, a column a goal, a card a goal, a list of objectives.
struct GoalTableAtoms: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// What a table's columns are, to go on with on the next page.
  struct Header: Sendable {
    var roles: [GoalRole?]
    /// Where the rows end so far.
    var page: Int
    /// The left edges of the first two columns in points.
    var edges: [Double] = []
  }

  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var atomizer: GoalAtomizer { GoalAtomizer(labels: labels, values: values) }
  private var kinds: GoalCellKinds { GoalCellKinds(labels: labels, values: values) }
  private var card: GoalCard { GoalCard(labels: labels, values: values) }
  private var tableHeader: GoalTableHeader { GoalTableHeader(labels: labels, values: values) }
  private var rows: GoalRows { GoalRows(labels: labels, values: values) }

  func atoms(of printed: Table, continuing header: inout Header?) -> [GoalAtom] {
    let table = GoalHeaderBand.parted(printed)
    if let margin = GoalMargin(table, vocabulary: values.vocabulary, holdsFact: kinds.holdsOwnLabel) {
      return [margin.heading] + card.atoms(of: margin.rest)
    }
    if let schedule = GoalSchedule.atoms(of: table, labels: goalLabels) { return schedule }
    if GoalGrid.isTransposed(table, labels: labels.goal) {
      header = nil
      return GoalGrid.columns(of: table).flatMap { facts in
        [GoalAtom(.row)] + facts.flatMap(atomizer.atoms(of:))
      }
    }
    if let goals = GoalPartRows(labels: labels, values: values).atoms(of: table) {
      header = nil
      return goals
    }
    if let keyed = ObjectivesByGoal(labels: goalLabels, cellAtoms: GoalCellAtoms(labels: labels, values: values)).atoms(
      of: table)
    {
      header = nil
      return keyed
    }
    if let cut = header.flatMap({ cutObjectives(table, below: $0) }) {
      header = nil
      return cut.atoms + (cut.rest.map { atoms(of: $0, continuing: &header) } ?? [])
    }
    let columns = tableHeader.columns(of: table)
    // Without its labels a table on the next page goes on, whatever its cells may be taken for.
    if var open = header, open.roles.count == table.columnCount, table.page == open.page + 1,
      columns?.roles != open.roles, !kinds.holdsLabels(table)
    {
      open.page = table.page
      header = open
      return rows.atoms(of: table, roles: open.roles, from: 0, continuing: true)
    }
    if let columns {
      let goesOn = header?.roles == columns.roles
      header = Header(roles: columns.roles, page: table.page, edges: Self.edges(table.row(columns.first - 1)))
      // What stands over the header: the goal that the table's objectives belong to.
      let title = table.cells.lazy.filter { $0.row < columns.first }.compactMap { ObjectivesTitle($0.text) }.first
      let above =
        title.map { [GoalAtom(objectivesOf: $0.goal)] }
        ?? TableCutter.slice(table, 0..<max(0, columns.first - 1)).map(card.atoms) ?? []
      // "Annual goal 2" over the column of the goal.
      let counted = columns.first > 0 ? table.row(columns.first - 1).lazy : [].lazy
      let number = counted.filter { $0.column < columns.roles.count && columns.roles[$0.column] == .text }.compactMap {
        GoalHeading($0.text)
      }.first { $0.rest.isEmpty }?.number
      return above + (number.map { [GoalAtom(.heading, number: $0)] } ?? [])
        + rows.atoms(of: table, roles: columns.roles, from: columns.first, continuing: goesOn)
    }
    if let open = header, open.roles.count == table.columnCount, !kinds.holdsLabels(table) {
      return rows.atoms(of: table, roles: open.roles, from: 0, continuing: true)
    }
    header = nil
    return card.atoms(of: table)
  }

  static func edges(_ cells: [Cell]) -> [Double] { cells.filter { !$0.isEmpty }.prefix(2).map(\.box.x0) }

  /// A table that the page's end cut in two, as one; `nil` where the second stands for itself.
  func joined(_ first: Table, _ second: Table) -> Table? {
    BrokenTable.joined(first, second) {
      kinds.isLabel($0) || GoalPieces.piece($0.text) != nil && $0.text.utf8.count < 30
    }
  }
}
