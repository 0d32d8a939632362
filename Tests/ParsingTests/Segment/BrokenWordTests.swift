import Extraction
import IEPModel
import Testing

@testable import Parsing

@Suite struct BrokenWordTests {
  private let broken = BrokenWords(words: [
    "frequency", "consultation", "classroom", "class", "room", "week", "least", "expected",
  ])

  private func text(_ lines: String) -> String {
    guard case .table(let table) = broken.mended(.table(Grid.table([[lines]]))) else { return "" }
    return table.cells[0].text
  }

  @Test(arguments: [
    ("Frequen\ncy", "Frequency"), ("Consultati\non", "Consultation"), ("2x/wee\nk", "2x/week"),
    ("General C\nlassroom", "General Classroom"), ("10/4/2\n026", "10/4/2026"),
    ("From 01-28-2024 To 01-27-\n2025", "From 01-28-2024 To 01-27-2025"),
    ("Exp\nect\ned\nEnd", "Expected End"), ("25\nNov\n202\n5", "25 Nov 2025"), ("Oct 3,\n20\n26", "Oct 3, 2026"),
    ("01-12-20\n26", "01-12-2026"), ("2025-0\n3-18", "2025-03-18"),
  ])
  func whatANarrowCellBrokeIsWhole(lines: String, whole: String) { #expect(text(lines) == whole) }

  @Test(arguments: [
    ("class\nroom", "class room"), ("Speech\ntherapy", "Speech therapy"), ("10/4/2026\n30", "10/4/2026 30"),
    ("10/4/20\n30 min", "10/4/20 30 min"),
    ("Jo\nwill", "Jo will"), ("LEA\nSt. Anne", "LEA St. Anne"),
    ("room\n202\n5", "room 202 5"),
  ])
  func otherWordsStayApart(lines: String, joined: String) { #expect(text(lines) == joined) }
}
