import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Cards of three pairs a line, with the labels in small print and the values beside them in larger.
@Suite struct SmallLabelTests {
  private func panel(_ title: String, _ kind: String, _ rows: [[(String, String)]], on sheet: inout Sheet) {
    sheet.write(title, x: 50, y: sheet.y, bold: true)
    sheet.write(kind, x: 420, y: sheet.y, size: 8)
    sheet.gap(14)
    for row in rows {
      let lines = row.map { $0.1.split(separator: "|").map(String.init) }
      for (index, pair) in row.enumerated() {
        let x = 50 + Double(index) * 180
        sheet.write(pair.0, x: x, y: sheet.y + 1, size: 7)
        for (down, text) in lines[index].enumerated() {
          sheet.write(text, x: x + 70, y: sheet.y + Double(down) * 10)
        }
      }
      sheet.gap(12 + 10 * Double(max(1, lines.map(\.count).max() ?? 1) - 1))
    }
    sheet.gap(10)
  }

  @Test func valuesThatWrapMakeNoTableOfThem() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (title, kind, length, grouping) in [
        ("Speech Services", "Related Service", "45 minutes", "Individual"),
        ("Reading Study", "Specially Designed Instruction", "30 minutes", ""),
      ] {
        panel(
          title, kind,
          [
            [("Setting", "Homeroom during|seat work"), ("Session Length", length), ("Frequency", "2 times per|week")],
            [("Service Type", "Direct"), ("Grouping", grouping), ("Staff Role", "Speech-Language|Pathologist")],
            [("Effective", "11/10/2025 -|11/04/2026"), ("Supports Goal", "4")],
          ], on: &sheet)
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech Services", "Reading Study"])
    #expect(services.map(\.category) == [.relatedService, .specialEducation])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
    #expect(services.map(\.dose.sessionMinutes) == [Interval(45), Interval(30)])
    #expect(services.map(\.grouping) == [.individual, nil])
    #expect(services.map(\.delivery) == [.direct, .direct])
    #expect(services.map { $0.endDate?.description } == ["2026-11-04", "2026-11-04"])
  }

  @Test(arguments: [("Dir-Grp", Delivery.direct, Grouping.group), ("Cons/Ind", .consultation, .individual)])
  func oneCodeSaysHowAndToWhom(text: String, delivery: Delivery, grouping: Grouping) throws {
    let vocabulary = try Readers.embedded().values.vocabulary
    #expect(vocabulary.delivery(of: text) == delivery)
    #expect(vocabulary.grouping(of: text) == grouping)
  }

  @Test func lettersTellTooLittle() throws {
    #expect(try Readers.embedded().values.vocabulary.delivery(of: "D-I") == nil)
  }

  @Test func wordsThatLieOverOthersMakeNoChunkOfTheirOwn() throws {
    let reader = FactReader(labels: try Readers.embedded().labels)
    func word(_ text: String, _ x0: Double, _ x1: Double) -> Word {
      Word(text: text, box: Box(x0: x0, y0: 10, x1: x1, y1: 19), fontName: "F", fontSize: 9, isBold: false)
    }
    let line = TextLine(page: 1, words: [word("progress", 0, 400), word("HOW", 10, 50), word("WHEN", 120, 150)])
    #expect(LabelledLine(reader: reader).leadingLabels(line)?.count ?? 0 == 0)
  }
}
