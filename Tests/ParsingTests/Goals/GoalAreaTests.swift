import IEPModel
import Testing

@testable import Parsing

/// Areas of goals: what names them, where they stand, and what they mean.
@Suite struct GoalAreaTests {
  private static let texts = [
    "By May 2027, Zadie will write a paragraph of\nfive sentences in 4 of 5 samples.",
    "By May 2027, Zadie will count coins up to one\ndollar in 8 of 10 trials.",
  ]

  @Test func anAreaOverACardOutsideAGoalsSectionIsItsOwn() throws {
    let found = try plan { sheet in
      sheet.heading("Consideration of Special Factors")
      sheet.line("Behavior: No Communication: No Vision: No")
      for (index, area) in ["Writing", "Mathematics"].enumerated() {
        sheet.table(
          [
            ["Area of Concern: \(area)", nil], ["Present Level of Performance: Zadie likes to work with a peer.", nil],
            ["Annual Goal \(index + 1): \(Self.texts[index])", "Evaluation Procedure(s): Work samples"],
          ], widths: [310, 200])
      }
    }.goals
    #expect(found.map(\.text) == Self.texts.map { $0.replacing("\n", with: " ") })
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
  }

  @Test func anAreaIsNotThatOfTheGoalAboveIt() throws {
    let found = try goals { sheet in
      for (index, area) in [nil, "Mathematics"].enumerated() {
        if let area { sheet.line("Area of Concern: \(area)") }
        sheet.line("Annual Goal \(index + 1)", bold: true)
        sheet.paragraph(Self.texts[index].replacing("\n", with: " "))
        sheet.line("Evaluation procedure: Work samples")
      }
    }
    #expect(found.map { $0.area?.text } == [nil, "Mathematics"])
  }

  @Test func anAreaOverThePresentLevelIsThatOfTheGoalBelow() throws {
    let sheets = (0..<2).map { index in
      var sheet = Sheet(page: index + 1)
      sheet.heading("INDIVIDUALIZED EDUCATION PROGRAM")
      sheet.line("AREA: \(["Writing", "Mathematics"][index])", bold: true)
      sheet.line("PRESENT LEVEL OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE:", bold: true)
      sheet.line("Zadie works well with a peer.")
      sheet.line("MEASURABLE ANNUAL GOAL related to meeting the student's needs:", bold: true)
      sheet.paragraph(Self.texts[index].replacing("\n", with: " "))
      return sheet
    }
    let found = try Readers.embedded().parser.parse(sheets).goals
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
  }

  @Test func anAreaMayStandOverTheLabelOfItsGoal() throws {
    let found = try goals { sheet in
      sheet.table(
        [["Behavior\nGoal: Zadie will decrease disruptive behaviors.", nil], ["By: 02/23/2027", "With: Help"]],
        widths: [255, 255])
    }
    #expect(found.first?.text == "Zadie will decrease disruptive behaviors.")
    #expect(found.first?.area?.code == .behavior)
  }

  @Test(arguments: [
    ("Preschool Participation", GoalAreaCode.socialEmotional), ("Listening", .communication),
    ("Hearing/Listening", .hearing), ("Study Habits", .executiveFunction), ("Early Numeracy", .mathematics),
    ("Money Concepts", .mathematics), ("Paragraph Development", .writing), ("Cane Use", .mobility),
    ("College and Career Readiness", .vocational), ("Meal Preparation", .independentLiving),
    ("Dressing and Undressing", .selfCare), ("Specially Designed P.E.", .grossMotor),
  ])
  func anAreaHasItsCode(name: String, code: GoalAreaCode) throws {
    #expect(try Readers.embedded().vocabulary.goalAreaCode(of: name) == code)
  }

  @Test func dailyLivingIsWhatTheGoalIsAbout() throws {
    let sense = GoalAreaSense(topics: try Readers.embedded().vocabulary.topics)
    func code(_ goal: String, of area: String = "Daily Living Skills") -> GoalAreaCode? {
      sense.code(.independentLiving, of: area, goal: Goal(id: "goal-1", text: goal))
    }
    #expect(code("Zadie will carry her tray and clear her place at lunch.") == .selfCare)
    #expect(code("Zadie will follow a recipe and clean up.") == .independentLiving)
    #expect(code("Zadie will order lunch.", of: "Community") == .independentLiving)
  }

  @Test func anAreaOfNoKnownNameIsWhatTheGoalIsAbout() throws {
    let sense = GoalAreaSense(topics: try Readers.embedded().vocabulary.topics)
    let goal = Goal(id: "goal-1", text: "Zadie will add and subtract fractions and solve two equations a day.")
    #expect(sense.code(nil, of: "Power hour", goal: goal) == .mathematics)
    #expect(sense.code(nil, of: "Power hour", goal: Goal(id: "goal-2", text: "Zadie will do her best.")) == nil)
    let essay = Goal(id: "goal-3", text: "Zadie will write an essay of three paragraphs with correct punctuation.")
    #expect(sense.code(.reading, of: "English", goal: essay) == .writing)
  }

  @Test func aHeadingInATableMaySayWhenItIsFilledIn() throws {
    let found = try plan { sheet in
      sheet.heading("SECONDARY TRANSITION")
      sheet.line("Measurable postsecondary goals: Education/training: After high school Zadie will study art.")
      sheet.table(
        [
          ["MEASURABLE ANNUAL GOALS (short-term objectives only if the student takes the alternate\nassessment)", nil],
          ["Goal 1 Area:\nWriting", ""], ["Baseline", "Two sentences"], ["Annual goal", Self.texts[0]],
        ], widths: [110, 400])
    }.goals
    #expect(found.count == 1)
    #expect(found.first?.baseline == "Two sentences")
  }
}
