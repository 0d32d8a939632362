import IEPModel

extension ServiceTableReader {
  /// What a table's columns are, to go on with on the next page.
  struct Signature: Sendable {
    var columns: [ColumnTyping.Column]
    /// Of columns that hold nothing but ticks: what a tick there says.
    var ticks: [Int: TickColumn] = [:]
    /// Of columns that count sessions: the period of each.
    var counts: [Int: String] = [:]
    /// Columns of the minutes of each day of a week.
    var days = 0..<0
    /// The header's texts as printed, and the page where the table ends.
    var printed: [String] = []
    var page = 0
    /// What the headings above the table said, before its own bands.
    var base = ServiceContext()
    /// Left and right edges of the columns in points.
    var edges: [(Double, Double)]
    var context: ServiceContext
    /// The service that the last row across the columns named.
    var heading: ServiceHeading?
    /// The header, where nothing else was there: its rows on the next page say what its columns are.
    var head: Table?
    var awaitsRows: Bool { head != nil }

    /// Whether a table's columns stand where these do.
    func fits(_ table: Table) -> Bool {
      guard table.columnCount == edges.count else { return false }
      return zip(table.columnEdges, edges).allSatisfy { abs($0.0 - $1.0) < 6 && abs($0.1 - $1.1) < 6 }
    }

    /// Below a header at the end of the page before, "Reading | 20 | 4 | week" holds no labels.
    func isAnswered(by table: Table) -> Bool {
      awaitsRows && fits(table)
        && table.row(0).contains { cell in !cell.isEmpty && cell.text.allSatisfy { $0.isNumber || $0 == "." } }
    }

    /// The table in these columns, where other rows at its foot part it further: sums with a box of their own for the
    /// figure. `nil` where no row of it stands in these columns.
    func regrouped(_ table: Table) -> Table? {
      guard table.columnCount > edges.count, edges.count >= 3, table.cells.allSatisfy({ $0.rowSpan == 1 }) else {
        return nil
      }
      var cells: [Cell] = []
      var fitting = 0
      for row in 0..<table.rowCount {
        var found = table.cells(startingIn: row)
        let starts = found.map { cell in edges.lastIndex { $0.0 < cell.box.x0 + 6 } ?? 0 }
        guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        for (index, start) in starts.enumerated() {
          let end = index + 1 < starts.count ? starts[index + 1] : edges.count
          (found[index].column, found[index].columnSpan) = (start, end - start)
        }
        let isWhole = zip(found, edges).allSatisfy { abs($0.box.x0 - $1.0) < 6 && abs($0.box.x1 - $1.1) < 6 }
        if found.count == edges.count, isWhole { fitting += 1 }
        cells += found
      }
      guard fitting > 0 else { return nil }
      return Table(
        kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: table.rowCount,
        columnCount: edges.count)
    }
  }
}
