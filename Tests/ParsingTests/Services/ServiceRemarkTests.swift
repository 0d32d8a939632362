import IEPModel
import Testing

@testable import Parsing

/// What a table says of a service outside its own columns: in the service's cell, below its row, in counts by period.
@Suite struct ServiceRemarkTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private var reader: ServiceTableReader {
    ServiceTableReader(labels: readers.labels, values: readers.values, key: CodeKey([]))
  }

  private func candidates(_ rows: [[String?]]) -> [ServiceCandidate] {
    reader.read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates ?? []
  }

  @Test func datesBelowTheNameOfAServiceAreItsDates() {
    let found = candidates([
      ["Service", "Amount", "Location"],
      ["Physical Therapy\nBegin: 4/9/2027\nEnd: 4/8/2028", "20 minutes weekly", "Gym"],
      ["Counseling\n9/1/2027 - 12/20/2027", "15 minutes monthly", "Office"],
    ])
    #expect(found.map { $0.text(.service) } == ["Physical Therapy", "Counseling"])
    #expect(found.map { $0.text(.start) } == ["4/9/2027", nil])
    #expect(found.map { $0.text(.end) } == ["4/8/2028", nil])
    #expect(found.map { $0.text(.dates) } == [nil, "9/1/2027 - 12/20/2027"])
  }

  @Test func aNameAloneHoldsNoDates() {
    let cell = Grid.table([["Physical Therapy\nin small groups"]]).cells[0]
    #expect(EmbeddedDates(cell, values: readers.values, labels: readers.labels.service) == nil)
  }

  @Test func aRowAcrossBelowAServiceSaysMoreOfIt() {
    let found = candidates([
      ["Service", "Amount", "Location"], ["Physical Therapy", "20 minutes weekly", "Gym"],
      ["Provider: Physical Therapist", nil, nil], ["4/9/2027 to 4/8/2028", nil, nil],
      ["Counseling", "15 minutes monthly", "Office"], ["Provider: School Counselor", nil, nil],
    ])
    #expect(found.map { $0.text(.service) } == ["Physical Therapy", "Counseling"])
    #expect(found.map { $0.text(.provider) } == ["Physical Therapist", "School Counselor"])
    #expect(found.map { $0.text(.dates) } == ["4/9/2027 to 4/8/2028", nil])
  }

  @Test func aColumnOfCountsForEachPeriodGivesCountAndPeriod() {
    let found = candidates([
      ["Service", "Minutes per session", "Sessions per", nil, nil, "Location", "Start Date"],
      ["^", "^", "Week", "Month", "Reporting period (quarter)", "^", "^"],
      ["Physical Therapy", "20", "3", "", "", "Gym", "4/9/2027"],
      ["Counseling", "15", "", "2", "", "Office", "4/9/2027"],
      ["Audiology", "10", "", "", "1", "Office", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.sessions) } == ["3", "2", "1"])
    #expect(found.map { $0.text(.period) } == ["Week", "Month", "quarter"])
  }

  private static let header: [String?] = ["Service", "Amount", "Location", "Start Date"]

  @Test func aGroupGoesOnUnderTheHeaderOfTheNextPage() throws {
    let first = try #require(
      reader.read(
        Grid.table([
          Self.header, ["RELATED SERVICES", nil, nil, nil], ["Counseling", "15 minutes monthly", "Office", "4/9/2027"],
        ]), context: ServiceContext(), continuing: nil))
    let second = try #require(
      reader.read(
        Grid.table([Self.header, ["Physical Therapy", "20 minutes weekly", "Gym", "4/9/2027"]], page: 2),
        context: ServiceContext(), continuing: first.signature))
    #expect(second.candidates.map(\.context.category) == [.relatedService])
  }

  @Test func rowsWithoutAHeaderGoOnFromThePageBefore() throws {
    let first = try #require(
      reader.read(
        Grid.table([Self.header, ["Counseling", "15 minutes monthly", "Office", "4/9/2027"]]),
        context: ServiceContext(), continuing: nil))
    let second = try #require(
      reader.read(
        Grid.table([["Nursing", "10", "Office", ""]], page: 2), context: ServiceContext(),
        continuing: first.signature))
    #expect(second.candidates.map { $0.text(.service) } == ["Nursing"])
    #expect(second.candidates.map { $0.text(.location) } == ["Office"])
  }

  @Test func ticksBelowKindsOfServiceAreCategories() {
    let found = candidates([
      ["Service", "Special Education", "Related Service", "Amount", "Location", "Start Date"],
      ["Reading instruction", "X", "", "40 minutes daily", "Resource room", "4/9/2027"],
      ["Physical Therapy", "", "X", "20 minutes weekly", "Gym", "4/9/2027"],
    ])
    #expect(found.map { $0.text(.category) } == ["Special Education", "Related Service"])
  }

  @Test func aRemarkBetweenAlignedRowsEndsNoTable() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      let columns = [50.0, 190, 300, 400, 480]
      sheet.row(["Service", "Frequency", "Location", "Start Date", "End Date"], at: columns)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: columns)
      sheet.line("Provider: Physical Therapist")
      sheet.row(["Counseling", "15 min monthly", "Office", "4/9/2027", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy, .counseling])
    #expect(document.services.first?.provider?.code == .pt)
  }

  @Test func letterWordsBehindTheNameAreItsGroupingOrDelivery() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date"], ["P.T., ind", "20 min weekly", "Gym", "4/9/2027"],
          ["Counseling, consult", "15 min monthly", "Office", "4/9/2027"],
        ], widths: [150, 130, 100, 90])
    }
    #expect(document.services.map(\.grouping) == [.individual, nil])
    #expect(document.services.map(\.delivery) == [nil, .consultation])
  }

  /// "PROVIDER: ... REMARKS: ..." below each row keeps to no columns.
  @Test func labelledRemarksBelowARowFillNoColumns() throws {
    let columns = [50.0, 190, 240, 290, 330, 430, 500]
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("PER: W=WEEK M=MONTH T=TRIMESTER")
      sheet.row(["SERVICE", "SESS", "MIN", "PER", "SETTING", "BEGIN", "END"], at: columns)
      for (name, per, who) in [
        ("MATHEMATICS CO-TEACH", "W", "SPECIAL EDUCATION TEACHER  REMARKS: CLASS SECTION 4B"),
        ("EDUCATIONAL AUDIOLOGY", "T", "AUDIOLOGIST  REMARKS: EQUIPMENT CHECK"),
      ] {
        sheet.row([name, "3", "45", per, "REG CLASS", "10/13/25", "10/12/26"], at: columns)
        sheet.line("PROVIDER: \(who)", x: 70)
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [135, Rational(135, 12)])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .audiologist])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
  }
}
