import IEPModel
import Testing

@testable import Parsing

/// What a table of services says over its labels, and labels that are parts of one.
@Suite struct TableFactTests {
  @Test func partsOfAnAmountAreLabelsByThemselves() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Location", "Frequency and Duration", nil, nil, "Dates", nil],
          ["^", "^", "Times", "Per", "Length", "Begin", "End"],
          ["Resource: Language Arts", "Resource room", "5", "Week", "80 min", "9/8/2026", "6/18/2027"],
          ["Occupational Therapy", "General education class", "3", "Month", "30 min", "9/8/2026", "6/18/2027"],
        ], widths: [120, 100, 40, 45, 50, 60, 60])
    }
    #expect(found.services.map { $0.dose.sessions } == [Interval(5), Interval(3)])
    #expect(found.services.map { $0.dose.sessionMinutes } == [Interval(80), Interval(30)])
  }

  @Test func aLetterBesideThatOfAGroupIsIndividual() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Minutes", "Times", "Cycle", "Service Delivery", "Place", "Begin Date"],
          ["Physical Therapy", "30 min", "4", "Week", "G", "Gym", "9/8/2026"],
          ["Nursing Services", "45 min", "1", "Month", "I", "Classroom", "9/8/2026"],
        ], widths: [110, 50, 40, 50, 80, 80, 60])
    }
    #expect(found.services.map(\.grouping) == [.group, .individual])
    #expect(found.services.map(\.delivery) == [nil, nil])
  }

  @Test func datesInARowOverTheLabelsAreNoLabels() throws {
    let found = try plan { sheet in
      sheet.heading("Educational Services and Placement")
      sheet.table(
        [
          ["Initiation Date: 11/10/2026", nil, "Duration Date: 11/09/2027", nil],
          [
            "Participation in General Education Classes", "Minutes Per Week in Setting", "Initiation Date",
            "Duration Date",
          ],
          ["SPECIAL EDUCATION SERVICES - Outside General Education", nil, nil, nil],
          ["Resource - Math", "210", "11/10/2026", "11/09/2027"],
          ["RELATED SERVICES - Within the General Education Classroom", nil, nil, nil],
          ["Social Work", "20", "11/10/2026", "11/09/2027"],
          ["2. Total special education minutes per week", "210", "", ""],
        ], widths: [220, 90, 90, 90])
    }
    #expect(found.services.map(\.service.code) == [.specializedInstruction, .socialWork])
    #expect(found.services.map { $0.dose.totalMinutes } == [Interval(210), Interval(20)])
    #expect(found.services.map { $0.location?.code } == [.specialEducation, .generalEducation])
  }

  @Test func howToWriteADateOrANameIsNoPartOfALabel() {
    #expect(LabelTokens.of("Date of birth (mm/dd/yy)") == LabelTokens.of("Date of birth"))
    #expect(LabelTokens.of("Student's name (Last, First, Middle)") == LabelTokens.of("Student's name"))
    #expect(LabelTokens.of("First name") == ["first", "name"])
  }

  @Test func anAnsweredQuestionOfTheExtendedYearHeadsNoTable() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Begins", "Ends"],
          ["Physical therapy", "20 minutes weekly", "Gym", "4/9/2027", "4/8/2028"],
        ], widths: [110, 110, 80, 80, 80])
      sheet.line("Extended school year: ☐ yes ☒ no")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Begins", "Ends"],
          ["Nursing", "10 minutes daily", "Classroom", "4/9/2027", "4/8/2028"],
        ], widths: [110, 110, 80, 80, 80])
    }
    #expect(found.services.map { $0.extendedSchoolYear ?? false } == [false, false])
  }

  @Test func aCellBesideALabelAnswersItThoughItReadsAsLabelAndValue() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      for (name, times) in [("School\nPsychology", "1 time per month"), ("Speech\nTherapy", "2 times per week")] {
        sheet.table(
          [
            ["Program or\nService:", name, "Service\nModel:", "Direct"],
            ["Frequency\nof\nService:", times, "Minutes:", "30"], ["Begins:", "2/6/2026", "Ends:", "2/5/2027"],
            ["Setting:", "General Education\nClassroom", "Provider:", "School\nPsychologist"],
          ], widths: [80, 120, 80, 120])
        sheet.gap(10)
      }
    }.services
    #expect(services.map(\.service.code) == [.psychological, .speechLanguage])
    #expect(services.map { $0.dose.sessions?.max } == [1, 2])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
  }

  @Test func aWordOfALabelIsNoValueOfItsFirst() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Instruction or\nService Provided", "Counseling"], ["Minutes", "40 min."],
          ["Frequency\nof\nService", "3 times per week"], ["Start\nDate", "2/6/2026"],
          ["Expected\nEnd", "2/5/2027"], ["Educational\nSetting", "General Education\nClassroom"],
        ], widths: [90, 200])
    }.services
    #expect(services.map { $0.dose.sessions?.max } == [3])
    #expect(services.map(\.location?.text) == ["General Education Classroom"])
  }
}
