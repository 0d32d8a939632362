import IEPModel
import Testing

@testable import Parsing

/// Shares of school time, inside and outside, as forms and sentences state them.
@Suite struct PlacementPercentTests {
  private func share(_ text: String) -> Rational? { PlacementPercent.statement(text)?.share }

  private static let inside = [
    "{} of the day in the general education classroom", "spends {} of the school week with nondisabled peers",
    "Inside the regular class: {} of the time", "Time in general education: {}",
    "The student participates with typical peers for {} of the school day.",
  ]
  private static let outside = [
    "removed from the regular class for {} of the week", "Percent of time outside general education: {}",
    "is pulled out for {} of the school day", "{} of the day outside of the general education classroom",
    "will not participate with nondisabled peers for {} of the school day",
  ]

  @Test func whatStandsBehindAShareSaysOfWhatItIs() {
    #expect(
      share("220 minutes outside the regular class, or 88.5% of the week in the regular class") == Rational(885, 10))
    #expect(
      share("is with peers in the regular class for 95 percent of the week and outside of it for 5 percent") == 95)
  }

  @Test func theResultOfASumIsOfWhatWasAsked() {
    #expect(
      share("Percentage in general education: 1,800 minutes - 270 minutes outside general education / 1,800 = 85%")
        == 85)
  }

  @Test func howAShareIsWorkedOutIsNoShare() {
    #expect(
      share("Percentage of time inside general education: (line 1 - line 2) / line 1 x 100 = 90.8%")
        == Rational(908, 10))
    #expect(share("Time with non-disabled peers, hours/week 20.00 Percent TWNDP 61.5%") == Rational(615, 10))
  }

  /// Every share in every phrasing gives back what it was made of.
  @Test(arguments: [0, 7, 35, 50, 78, 93, 100])
  func sharesAreReadBackOnTheirSide(percent: Int) {
    for written in ["\(percent)%", "\(percent) %", "\(percent) percent"] {
      for template in Self.inside {
        let text = template.replacing("{}", with: written)
        #expect(share(text) == Rational(percent), "\(text)")
      }
      for template in Self.outside {
        let text = template.replacing("{}", with: written)
        #expect(share(text) == Rational(100 - percent), "\(text)")
      }
    }
  }

  @Test func decimalsAreKept() {
    #expect(share("93.5% of the school day in general education")?.formatted(places: 1) == "93.5")
    #expect(share("removed from regular class for 6.5 % of the day")?.formatted(places: 1) == "93.5")
  }

  @Test(arguments: [
    "Inside regular class 80% or more of the day", "Regular class at least 80% of the day",
    "Inside regular class 40% to 79% of the day", "Inside the regular class less than 40% of the day",
    "between 40% and 79% of the day in general education",
    "general education >= 80% of the time".replacing(">=", with: "≥"),
    "Inside regular class no more than 79 percent of the day, 40 % or higher",
  ])
  func boundsOfACategoryStateNoShare(text: String) { #expect(share(text) == nil) }

  @Test func anOptionLeftOpenStatesNothing() {
    #expect(share("☐ 55% of the day in general education") == nil)
    #expect(share("☐ 55% in general education ☒ 85% of the day in general education ☐ 15% in general education") == 85)
  }

  @Test func ofTwoClausesEachHoldsForItsOwnShare() {
    #expect(share("is removed for 315 minutes a week and is with peers without disabilities for 82% of it") == 82)
    #expect(share("attends general education for music and is removed for 18% of the day") == 82)
  }

  @Test(arguments: [
    ("Percent of time in regular education classroom: 71", 71), ("% of day outside general education 29", 71),
    ("Percentage of the school week in the general class 71", 71),
  ])
  func aBareNumberAnswersWhatIsAskedInPercent(text: String, percent: Int) {
    #expect(share(text) == Rational(percent))
  }

  @Test(arguments: [
    "Percent of school minutes in general education: 1,950", "Percent of time in general education: 140",
    "Minutes in general education: 71",
  ])
  func whatIsNoPercentageStatesNone(text: String) { #expect(share(text) == nil) }

  @Test(arguments: [
    "will answer with 85% accuracy in the general education classroom", "scored at the 12% percentile in regular class",
    "completes 70% of trials in general education", "grew by 20% since fall",
  ])
  func howWellAStudentDoesIsNoPlacement(text: String) { #expect(share(text) == nil) }

  @Test func aThousandIsNoPercentage() {
    #expect(Percent.read("1,840") == nil)
    #expect(Percent.read("(62.5%)")?.formatted(places: 1) == "62.5")
    #expect(Percent.read("about 60") == nil)
  }

  @Test func theSectionOnPlacementOutweighsTheCover() throws {
    let document = try plan { sheet in
      sheet.heading("Individualized Education Program")
      sheet.paragraph("Last year 40% of the day was in general education.")
      sheet.heading("Least Restrictive Environment")
      sheet.paragraph("Odalys spends 77% of the school week in the general education classroom with her peers.")
    }
    #expect(document.iep.placement?.generalEducationPercent == 77)
  }

  @Test func theTickedOptionOfAListStatesTheShare() throws {
    let document = try plan { sheet in
      sheet.heading("Least Restrictive Environment")
      sheet.line("☐ Inside the regular class 80% or more of the day")
      sheet.line("☒ Inside the regular class 40% to 79% of the day")
      sheet.line("☐ Inside the regular class less than 40% of the day")
      sheet.gap(10)
      sheet.paragraph("Percent of the school day in general education: 64%")
    }
    #expect(document.iep.placement?.generalEducationPercent == 64)
  }

  @Test func theWordsOfAShareMayBeShortened() {
    #expect(PlacementPercent.statement("Sch. wk = 1,650 min. In GE 74% of wk.")?.share == 74)
  }
}
