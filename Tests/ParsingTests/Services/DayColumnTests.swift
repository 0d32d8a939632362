import IEPModel
import Testing

@testable import Parsing

/// Services whose amount is the minutes of each day of a week.
@Suite struct DayColumnTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private var reader: ServiceTableReader { ServiceTableReader(labels: readers.labels, values: readers.values) }

  private func amounts(_ rows: [[String?]]) -> [String?] {
    reader.read(Grid.table(rows), context: ServiceContext(), continuing: nil)?.candidates.map { $0.text(.dose) } ?? []
  }

  private static let header: [String?] = ["Service", "Mon", "Tue", "Wed", "Thu", "Fri", "Location", "Provider"]

  @Test func minutesOfTheDaysMakeTheAmountOfAWeek() {
    let rows: [[String?]] = [
      Self.header, ["Physical Therapy", "", "20", "", "20", "", "Gym", "Physical Therapist"],
      ["Nursing", "10", "10", "10", "10", "15 min", "Clinic", "Nurse"],
    ]
    #expect(reader.recognizer.isServiceTable(Grid.table(rows)))
    #expect(amounts(rows) == ["20 minutes, 2 times per week", "55 minutes per week"])
  }

  @Test func anAmountAcrossTheDaysIsOnNoneOfThem() {
    let rows: [[String?]] = [
      Self.header, ["Physical Therapy", "", "20", "", "20", "", "Gym", "Physical Therapist"],
      ["OT consult", "20 min. once a month", nil, nil, nil, nil, "Classroom", "OT"],
    ]
    #expect(amounts(rows) == ["20 minutes, 2 times per week", "20 min. once a month"])
  }

  @Test func figuresThatMayCountSessionsAreNoMinutes() {
    let rows: [[String?]] = [Self.header, ["Physical Therapy", "", "1", "", "2", "", "Gym", "Physical Therapist"]]
    #expect(DayColumns.columns(of: Grid.table(rows), header: 0..<1).isEmpty)
  }

  @Test func aTimetableThatStandsForEveryWeekGivesItsDatesToAll() {
    let dates = DatesOfServices(values: readers.values)
    #expect(dates.read("This schedule is kept each week from 9/1/2027 through 6/9/2028.")?.isOfServices == true)
    #expect(dates.read("The plan is in effect from 9/1/2027 through 6/9/2028.")?.isOfServices == false)
  }
}
