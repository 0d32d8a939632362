import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Tables without rules whose rows are no single lines: records of two lines, rows as tight as words, wrapped rows.
@Suite struct RecordsOfTwoLinesTests {
  @Test func lowerLabelsThatAreSetInHeadLowerLines() throws {
    let (upper, lower) = ([50.0, 75, 220, 260, 320, 400, 480], [80.0, 225, 500])
    let services = try plan { sheet in
      sheet.heading("Programs and Services")
      sheet.row(["LN", "SERVICE", "MIN", "TIMES", "PER", "BEGIN", "END"], at: upper)
      sheet.row(["MODE/SIZE", "LOCATION / PROVIDER", "GOALS"], at: lower)
      sheet.line("** RELATED SERVICES **")
      sheet.row(["01", "PHYSICAL THERAPY", "40", "2", "MONTH", "01/26/26", "01/21/27"], at: upper)
      sheet.row(["DIRECT/INDIVIDUAL", "GYM / PHYSICAL THERAPIST", "02"], at: lower)
      sheet.row(["02", "SPEECH THERAPY", "30", "3", "MONTH", "01/26/26", "01/21/27"], at: upper)
      sheet.row(["DIRECT/GROUP", "SPEECH ROOM /", "03"], at: lower)
      sheet.row(["", "SPEECH THERAPIST"], at: lower)
      sheet.line("** JULY/AUGUST (EXTENDED SCHOOL YEAR) SERVICES **")
      sheet.line("RELATED SERVICES")
      sheet.row(["03", "SPEECH THERAPY", "30", "1", "WEEK", "07/06/26", "08/13/26"], at: upper)
      sheet.row(["DIRECT/GROUP", "SPEECH ROOM / SPEECH THERAPIST", "03"], at: lower)
    }.services
    #expect(services.map(\.location?.text) == ["GYM", "SPEECH ROOM", "SPEECH ROOM"])
    #expect(services.map(\.provider?.code) == [.pt, .slp, .slp])
    #expect(services.map(\.goalNumbers) == [["02"], ["03"], ["03"]])
    #expect(services.map { $0.extendedSchoolYear ?? false } == [false, false, true])
  }

  @Test func aRowAsTightAsWordsIsCutUnderItsLabels() throws {
    let row = ["Reading instruction", "40 min x 4/wk", "RSP room", "RSP teacher", "11/03/25", "10/29/26"]
    var columns = [40.0]
    for text in row.dropLast() { columns.append((columns.last ?? 0) + Word.width(text, size: 9) + 6) }
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["Service", "Amount", "Where", "Who", "Begin", "End"], at: columns, bold: true)
      sheet.row(row, at: columns)
    }.services
    #expect(services.map(\.service.text) == ["Reading instruction"])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher])
  }

  @Test func theRestOfARowInSmallLettersIsNoRow() throws {
    let columns = [50.0, 130, 230, 300, 400, 480]
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["Type", "Service", "Amount", "Where", "Begin", "End"], at: columns, bold: true)
      sheet.row(["Related", "Behavior", "45 min", "Gen ed", "09/29/25", "09/24/26"], at: columns, leading: 1.2)
      sheet.row(["service", "intervention", "2x/mo", "classroom"], at: columns)
    }.services
    #expect(services.map(\.service.text) == ["Behavior intervention"])
    #expect(services.map(\.location?.text) == ["Gen ed classroom"])
  }

  @Test func twoSectionsSideBySideAreReadOneAfterTheOther() throws {
    let mentions = try plan { sheet in
      sheet.line([("Present Levels", 50), ("Assessment Summary", 330)], size: 13, bold: true)
      sheet.line([("Jo was hurt in a car accident. At the hospital Jo", 50), ("Instrument", 330), ("Score", 450)])
      sheet.line([("received physical therapy five times a week for", 50), ("Star Math", 330), ("Level 2", 450)])
      sheet.line([("60 minutes. Jo likes to draw.", 50), ("Woodcock", 330), ("86", 450)])
    }.serviceMentions
    #expect(mentions.map(\.service.code) == [.physicalTherapy])
  }
}
