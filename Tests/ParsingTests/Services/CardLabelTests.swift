import IEPModel
import Testing

@testable import Parsing

/// Labels of cards that wrap, stand close to values, or stand beside another card.
@Suite struct CardLabelTests {
  @Test func aTitleOverOneOfTwoCardsMovesItOnly() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let top = sheet.y
      func card(_ facts: [(String, String)], x: Double, from y: Double) {
        sheet.y = y
        for (label, value) in facts { sheet.row([label, value], at: [x, x + 90], bold: false) }
      }
      card(
        [("Service", "Counseling"), ("Frequency", "20 minutes weekly"), ("Location", "Office"), ("From", "4/9/2027")],
        x: 50, from: top)
      sheet.y = top
      sheet.line("Service 2", x: 320, bold: true)
      card(
        [
          ("Service", "Physical Therapy"), ("Frequency", "30 minutes weekly"), ("Location", "Gym"),
          ("From", "4/9/2027"),
        ],
        x: 326, from: top + 17)
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [20, 30])
    #expect(services.map { $0.startDate?.description } == ["2027-04-09", "2027-04-09"])
  }

  @Test func cellsThatBeginAlikeAreNoCards() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 190, 330, 450]
      sheet.row(["Service", "Provider", "Frequency", "Dates"], at: columns, bold: true)
      for name in ["Nursing", "Counseling", "Psychological"] {
        sheet.row(["School", "School", "20 min weekly", "4/9/2027 to"], at: columns, leading: 1.2)
        sheet.row(["\(name) Services", name == "Nursing" ? "Nurse" : "Counselor", "", "4/8/2028"], at: columns)
      }
    }
    #expect(document.services.map(\.service.code) == [.nursing, .counseling, .psychological])
    #expect(document.services.map { $0.endDate?.description } == Array(repeating: "2028-04-08", count: 3))
  }

  @Test func aLabelOfThreeLinesIsOne() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, minutes) in [("Counseling", 20), ("Physical Therapy", 30)] {
        sheet.row(["Service:", name, "Location:", "Gym"], at: [50, 150, 320, 420])
        for (label, value, next, amount) in [
          ("Provider:", "Nurse", "Frequency &", "\(minutes) minutes once"), ("", "", "Duration of", "a week"),
          ("", "", "Sessions:", ""),
        ] {
          if !label.isEmpty { sheet.write(label, x: 50, y: sheet.y, bold: true) }
          sheet.write(next, x: 320, y: sheet.y, bold: true)
          sheet.row(["", value, "", amount], at: [50, 150, 320, 420], leading: 1.2)
        }
        sheet.gap(8)
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [20, 30])
    #expect(services.map(\.provider?.code) == [.nurse, .nurse])
  }

  @Test func aLabelInBoldBeginsBehindThePlainWordsOfAValue() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      var x = 50.0
      for (text, isBold) in [
        ("Service:", true), ("Counseling", false), ("Length:", true), ("25 min", false), ("Times:", true), ("2", false),
        ("Per:", true), ("Week", false), ("Start:", true), ("4/9/2027", false),
      ] {
        sheet.write(text, x: x, y: sheet.y, bold: isBold)
        x += Double(text.count) * 4.5 + 5
      }
      sheet.y += 14
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [50])
  }

  @Test func aCellThatEndsInAColonAsksForTheNextOne() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, person) in [("Physical Therapy", "PT"), ("Counseling", "School Counselor")] {
        sheet.table(
          [
            ["Service:", name, "Frequency:", "20 minutes weekly"],
            ["Location:", "Gym", "Discipline /\nProvider:", person],
          ], widths: [80, 160, 80, 160])
      }
    }.services
    #expect(services.map(\.provider?.code) == [.pt, .counselor])
  }

  @Test func valuesThatReadLikeLabelsStandBehindAColumnOfLabels() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Nursing Services"], ["Service Model", "Direct"], ["Setting", "School Building"],
          ["Amount/Frequency", "30 minutes weekly"],
        ], widths: [120, 160])
    }.services
    #expect(services.map(\.location?.text) == ["School Building"])
    #expect(services.map(\.delivery) == [.direct])
  }

  @Test func aValueUnderItsLabelMayHoldAColon() throws {
    let columns = [50.0, 180, 320, 400]
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (person, name) in [("Special Educator", "Special Education: Math"), ("DPT", "P.T.")] {
        sheet.row(["Provider", "Type of Service", "Length", "Frequency of Service"], at: columns)
        sheet.row([person, name, "30", "2 x weekly"], at: columns)
        sheet.row(["Starting", "To", "Location"], at: columns)
        sheet.row(["2025-11-18", "2026-11-17", "Gym"], at: columns)
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .physicalTherapy])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .pt])
  }

  @Test func theEndOfALabelInBoldOpensNoSection() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      for (name, minutes) in [("Counseling", 20), ("Physical Therapy", 30)] {
        for (label, value) in [
          ("Special Education /", name), ("Related Service:", ""), ("Frequency:", "\(minutes) min weekly"),
          ("Place:", "Gym"),
        ] {
          sheet.write(label, x: 50, y: sheet.y, bold: true)
          sheet.row(["", value], at: [50, 180], leading: 1.2)
        }
        sheet.gap(8)
      }
    }
    #expect(document.services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(document.sections.filter { $0.code == .services }.count == 1)
  }

  @Test func aLabelAndItsValueMayBothWrap() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, person, rest) in [
        ("Counseling", "School", "Counselor"), ("Reading instruction", "Sp. Ed.", "Teacher"),
      ] {
        for (label, value) in [("Service", name), ("Frequency", "20 min weekly"), ("Discipline /", person)] {
          sheet.row([label, value], at: [50, 180], leading: 1.2)
        }
        sheet.row(["Provider", rest], at: [50, 180], leading: 1.4)
        sheet.row(["Location", "Gym"], at: [50, 180])
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.provider?.code) == [.counselor, .specialEducationTeacher])
  }
}
