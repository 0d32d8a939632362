import IEPModel
import Testing

@testable import Parsing

/// Tables with other boundaries under one another: a value lies across columns of which one asks for it.
@Suite struct CellAcrossColumnsTests {
  @Test func datesAcrossAnAmountAreTheDates() throws {
    let readers = try Readers.embedded()
    let reader = ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
    let table = Grid.table([
      ["Service", "Provider", "Location", "Frequency", "Minutes", "Beginning and Ending Dates"],
      ["Reading", "Special educator", "Resource room", "4 x weekly", "9/23/2025 to 9/15/2026", nil],
      ["Writing", "Special educator", "Resource room", "2 x weekly", "30 min", "9/23/2025 to 9/15/2026"],
      ["Occupational therapy", "COTA", "Classroom", "1 x weekly", "45 min", "9/23/2025 to 9/15/2026"],
    ])
    let found = reader.read(table, context: ServiceContext(), continuing: nil)?.candidates ?? []
    let lines = found.flatMap { ServiceAssembler(values: readers.values).lines(of: $0) }.map(\.line)
    #expect(lines.map { $0.startDate?.description } == ["2025-09-23", "2025-09-23", "2025-09-23"])
  }
}
