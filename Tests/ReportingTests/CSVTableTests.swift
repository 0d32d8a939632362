import Foundation
import Testing

@testable import Reporting

/// Tables for spreadsheets: what a cell holds is neither split nor run.
@Suite struct CSVTableTests {
  private func written(_ rows: [[CSVTable.Cell]]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "table.csv").path
    let table = try CSVTable(path: path, columns: ["a", "b"])
    for row in rows { try table.append(row) }
    try table.finish()
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func commasQuotesAndBreaksStandInQuotes() throws {
    let text = try written([[.text("Gym, stage"), .text("the \"quiet\" room")], [.text("two\nlines"), .none]])
    #expect(text == "a,b\r\n\"Gym, stage\",\"the \"\"quiet\"\" room\"\r\n\"two\nlines\",\r\n")
  }

  @Test(arguments: ["=1+1", "+3", "-35 degrees", "@home"])
  func noSpreadsheetRunsWhatAFormSays(text: String) {
    #expect(CSVTable.guarded(text) == "'" + text)
    #expect(CSVTable.guarded("text " + text) == "text " + text)
  }

  @Test func valuesOfOursAreWrittenAsTheyAre() throws {
    #expect(try written([[.value("-5"), .text("-5")]]) == "a,b\r\n-5,'-5\r\n")
  }
}
