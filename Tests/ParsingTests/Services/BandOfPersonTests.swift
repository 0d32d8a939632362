import IEPModel
import Testing

@testable import Parsing

/// Rows across a table of services that say who gives what stands below, or where, below other headings.
@Suite struct BandOfPersonTests {
  private let columns = [50.0, 210, 310, 400, 480]

  @Test func aPersonOverRowsGivesThem() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["Service", "Amount", "Location", "From", "To"], at: columns, bold: true)
      sheet.line("SCHOOL PSYCHOLOGIST", bold: true)
      sheet.row(["Counseling", "30 min weekly", "Library", "9/8/26", "6/4/27"], at: columns)
      sheet.line("BEHAVIOR ANALYST (BCBA)", bold: true)
      sheet.row(["Behavior plan support", "1 hr/mo", "All classes", "9/8/26", "6/4/27"], at: columns)
    }.services
    #expect(services.map(\.provider?.code) == [.schoolPsychologist, .bcba])
  }

  @Test func aKindOfServiceNamesNoPerson() throws {
    let vocabulary = try Readers.embedded().vocabulary
    for band in ["SPECIAL EDUCATION", "Related Services", "Other"] {
      #expect(ServiceContext().under(band, vocabulary: vocabulary, isBand: true).provider == nil)
    }
  }

  @Test func aSettingBelowTheNameOfAGroupHeadsTheRows() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Minutes are per day of service.")
      sheet.row(["Service", "Minutes", "Frequency", "From", "To"], at: columns, bold: true)
      sheet.line("Special education", bold: true)
      sheet.line("Setting: General Education Classroom", bold: true)
      sheet.row(["Co-taught science", "50 min", "3 days/wk", "8/17/26", "8/13/27"], at: columns)
      sheet.line("Setting: Special Education Classroom", bold: true)
      sheet.row(["Study skills", "25 min", "5 days/wk", "8/17/26", "8/13/27"], at: columns)
    }.services
    #expect(services.map(\.location?.code) == [.generalEducation, .specialEducation])
    // The length of a session, which stands beside the count of the days.
    #expect(services.map { $0.dose.sessionMinutes?.max } == [50, 25])
  }

  @Test func aCaptionOverATableSaysHowItsServicesAreGiven() throws {
    let header = ["Service", "Time", "Where", "By whom", "Starts"]
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Table 1. Direct services to the child")
      sheet.table(
        [header, ["Speech", "20 min, 3 times per week", "Classroom", "SLP", "9/30/26"]],
        widths: [100, 140, 90, 90, 80])
      sheet.line("Table 2. Consultation with staff on behalf of the child")
      sheet.table(
        [header, ["Occupational therapy", "20 min per month", "Classroom", "OTR/L", "9/30/26"]],
        widths: [100, 140, 90, 90, 80])
    }.services
    #expect(services.map(\.delivery) == [.direct, .consultation])
  }

  @Test func amountsInClassAndOutOfClassSayWhere() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provider", "Direct to student", nil, "Consult (with staff)"],
          ["^", "^", "In class (push-in)", "Out of class (pull-out)", "^"],
          ["Math", "Special Education Teacher", "1 hr 5x/wk", "-", "-"],
          ["Counseling", "School Counselor", "-", "0.5 hr 1x/wk", "-"],
          ["Speech therapy", "SLP", "0.5 hr 1x/wk", "-", "0.25 hr 2x/mo"],
        ], widths: [90, 120, 100, 110, 90])
    }.services
    #expect(
      services.map(\.location?.code) == [
        .generalEducation, .specialEducation, .generalEducation, nil,
      ])
    #expect(services.map(\.delivery) == [.direct, .direct, .direct, .consultation])
  }
}
