/// Something on the page that tells that a line of services may not be whole.
///
/// A line's confidence is the product of `trust` over its doubts: each is taken as a way of its own to go wrong, so that
/// the numbers are the share of lines that no other doubt explains and that are whole in spite of this one. They were
/// measured on 2951 lines of 530 documents (hand-made forms of nine kinds, generated forms of three seeds, a synthetic
/// corpus), each document counting by the root of its lines, by maximum likelihood, and rounded. A doubt that only few
/// documents show is held near what they say of it. What was looked at and told nothing that these do not (tables
/// without rules, columns typed by their values, rivals for a role, amounts in three cells, tables that go on without a
/// header, facts from headings) is no doubt. `Tests` hold the order of magnitude, not the digits.
enum LineDoubt: String, CaseIterable, Sendable, Hashable {
  // MARK: Where it was found
  /// Read from running text, where a fact may stand in any clause.
  case sentence
  /// Found in another section than the services'.
  case outsideServices
  /// The service of most other rows or cards of its table is unknown.
  case fewFellows
  /// The card's service is named by the line above it, not by a label.
  case cardTitle

  // MARK: What stands there and was not read
  /// A column without a known role holds a number or an amount.
  case unreadAmount
  /// A column without a known role holds words.
  case unreadText
  /// A label of the card that nobody knew has a value.
  case unreadLabel
  /// A cell holds boxes that could not be told to be set or open.
  case marksLeft
  /// A cell begins or ends in the middle of a phrase: the columns may cut words.
  case cutText

  // MARK: The service and its kind
  /// No code for the service.
  case unknownService
  /// The vocabulary does not name it; what stands around it says that it is instruction.
  case assumedInstruction
  /// Most of the cell's words are none of any service.
  case looseService
  /// Forms list this service now as one kind, now as another, and nothing here says which.
  case assumedKind
  /// The heading's kind is not the service's own.
  case kindAgainstService

  // MARK: The amount
  /// Nothing that reads as an amount.
  case noAmount
  /// No minutes a period.
  case noMinutes
  /// Minutes, but not how often.
  case noPeriod
  /// Words or numbers of the amount were not understood.
  case amountInPart
  /// No time at all, or more than a week of school holds.
  case oddAmount

  // MARK: The place and the person
  /// No place at all.
  case noPlace
  /// A place that has no code.
  case unknownPlace
  /// Some of the cell's words are of no place.
  case loosePlace
  /// Only a word that may mean a place.
  case weakPlace
  /// More than one place is named.
  case severalPlaces
  /// The place stands behind the service's name.
  case placeFromName
  /// A heading says where the service is given but leaves open how.
  case headingWithoutDelivery
  /// A person that has no code.
  case unknownProvider
  /// Some of the cell's words are of no person.
  case looseProvider
  /// Only a word that may mean a person.
  case weakProvider

  // MARK: The rest
  /// Words for a grouping stand in it, but the line has none.
  case groupingLeft
  /// A date's cell holds no date.
  case unknownDate
  /// Neither begin nor end.
  case noDate
  /// Begin or end alone.
  case oneDate
  /// The goal is that of the heading above.
  case goalFromHeading
  /// A goal's cell names no goal.
  case unreadGoals
  /// Words for the summer stand in it, but the line is not of the extended school year.
  case seasonLeft

  /// The share of lines with this doubt and no other that are whole: 0 to 1.
  var trust: Double {
    switch self {
    case .unknownProvider, .unknownService: 0.1
    case .unknownPlace: 0.12
    case .weakProvider, .unknownDate: 0.26
    case .noDate, .noAmount, .oddAmount: 0.36
    case .placeFromName, .headingWithoutDelivery: 0.42
    case .seasonLeft: 0.5
    case .severalPlaces: 0.54
    case .assumedInstruction: 0.59
    case .kindAgainstService, .groupingLeft, .noPlace: 0.62
    case .marksLeft, .noPeriod, .unreadAmount: 0.7
    case .oneDate: 0.77
    case .goalFromHeading, .looseService, .unreadGoals: 0.8
    case .assumedKind, .noMinutes, .sentence, .weakPlace: 0.86
    case .unreadLabel, .unreadText, .loosePlace, .looseProvider: 0.88
    case .cutText: 0.92
    case .outsideServices, .fewFellows, .cardTitle, .amountInPart: 0.95
    }
  }

  /// How far the line may still be a service at all: 0 to 1. A place without a code makes a line doubtful, but a table
  /// that gives no amounts to things that are no services is a list of something else.
  var plausibility: Double {
    switch self {
    case .unknownService: 0.45
    case .noAmount, .assumedInstruction, .fewFellows: 0.6
    case .unknownDate: 0.7
    case .unknownPlace: 0.75
    case .noMinutes, .noPeriod, .amountInPart, .unknownProvider, .weakProvider: 0.8
    case .noDate: 0.85
    case .noPlace, .oneDate, .sentence: 0.9
    default: 1
    }
  }
}
