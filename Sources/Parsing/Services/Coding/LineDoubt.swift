/// Something on the page that tells that a line of services may not be whole.
///
/// A line's confidence is the product of `trust` over its doubts: each is taken as a way of its own to go wrong, and its
/// number is the share of lines that are whole in spite of it where no other doubt explains a fault. The numbers were
/// measured by maximum likelihood on 2953 lines of 546 documents (nine sets of hand-made forms, three seeds of generated
/// ones, a synthetic corpus), each document counting by the root of its lines, and rounded. The five at 0.88 and those
/// above were measured higher (0.9 to 1.0) and are held down: words that nobody understood are what forms of other
/// authors bring, and the sets at hand have few. Tables without rules, columns typed by their values, rivals for a role,
/// amounts in three cells, tables that go on without a header and rows joined told nothing that these do not.
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

  /// How surely a line is whole in spite of it: 0 to 1.
  var trust: Double {
    switch self {
    case .unknownProvider, .unknownService: 0.1
    case .unknownPlace: 0.12
    case .weakProvider, .unknownDate: 0.25
    case .noDate, .noAmount, .oddAmount: 0.35
    case .placeFromName: 0.4
    case .headingWithoutDelivery, .seasonLeft: 0.5
    case .assumedInstruction, .assumedKind, .marksLeft: 0.6
    case .groupingLeft, .noPlace, .severalPlaces: 0.63
    case .kindAgainstService: 0.66
    case .noPeriod, .unreadAmount: 0.72
    case .oneDate, .unreadGoals: 0.8
    case .goalFromHeading, .looseService: 0.83
    case .noMinutes, .sentence: 0.86
    case .unreadLabel, .unreadText, .loosePlace, .looseProvider, .weakPlace: 0.88
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
