import Foundation
import IEPModel

/// What the headings above a line say of it: the section's, the table's bands'.
struct ServiceContext: Sendable, Hashable {
  var category: ServiceCategory?
  var delivery: Delivery?
  var location: Coded<LocationCode>?
  var provider: Coded<ProviderCode>?
  /// The service whose name heads the group: "Occupational therapy" over "Direct" and "Consultation".
  var service: String?
  var extendedSchoolYear = false
  /// The section itself is that of the extended year, whatever groups its tables have.
  var isExtendedYearSection = false
  /// The words of the headings, for amounts' units ("Minutes per week").
  var heading = ""
  /// The unit in which the form says that its amounts are printed: "All amounts are hours of service".
  var unitOfAmounts: String?
  /// The dates that a heading gives for all lines below it.
  var start: CalendarDate?
  var end: CalendarDate?
  /// The heading says so for every line that has no dates of its own: "unless otherwise noted".
  var datesFillBlanks = false
  /// They hold for the sections below too.
  var datesGoOn = false
  /// The goal under whose heading the services stand.
  var goal: String?
  /// School days of the cycle that the form counts by.
  var cycleDays: Int?
  /// Related services stand in a table of their own, so that a table of special education holds nothing else.
  var listsRelatedApart = false
  /// A band above asked for consultation: bands that name a setting are of services given to the student.
  var isBesideConsultation = false
  /// The place was named right over the name of a group of services: groups are parts of what is given there.
  var placeHoldsGroups = false
  /// How the services are given was said over the tables: the groups in them are parts of what is given so.
  var deliveryHoldsGroups = false
  /// Below come classes that everybody takes, with or without aids: no services.
  var listsGeneralClasses = false

  /// "Supplementary aids: help from an adult": the kind, and in other words what the group holds.
  private static func categoryBeforeColon(_ heading: String, _ vocabulary: Vocabulary) -> ServiceCategory? {
    guard heading.utf8.count < 80, let colon = heading.range(of: ": "),
      case let rest = heading[colon.upperBound...], !rest.contains(where: { $0.isNumber || ".;☐☒".contains($0) }),
      // "Special education: instruction/related services" lists several kinds.
      !vocabulary.namesCategory(String(rest))
    else { return nil }
    return vocabulary.category(ofHeading: String(heading[..<colon.lowerBound]))
  }

  /// The context below a band that stands right under another one: "Related Services" under "Within the general education
  /// classroom" is a part of what is given there, as are the groups that follow.
  func under(_ band: String, rightBelow above: String, vocabulary: Vocabulary) -> ServiceContext {
    var context = self
    if let location, location.text == above, vocabulary.category(ofHeading: above) == nil,
      vocabulary.category(ofHeading: band) != nil
    {
      context.placeHoldsGroups = true
    }
    return context.under(band, vocabulary: vocabulary, isBand: true)
  }

  /// The context below a further heading. A heading that names a category of services closes the one before it.
  func under(_ heading: String, vocabulary: Vocabulary, isBand: Bool = false) -> ServiceContext {
    var context = self
    // The unit of a heading above holds until another names one.
    if self.heading.isEmpty || DoseGrammar.namesUnit(heading) { context.heading = heading }
    // "SCHOOL PSYCHOLOGIST", "BEHAVIOR ANALYST (BCBA)" over the rows of what that person gives.
    if isBand, let person = Self.person(heading, vocabulary: vocabulary) {
      context.provider = Coded(code: person, text: heading)
      return context
    }
    if isBand {
      let isKind = vocabulary.category(ofHeading: heading) != nil
      context.service = !isKind && vocabulary.serviceCode(of: heading) != nil ? heading : nil
    }
    let tokens = LabelTokens.of(heading)
    let lowered = heading.lowercased()
    let words = Set(tokens)
    let isESY =
      heading.namesExtendedYear || words.contains("summer")
      || lowered.contains("12-month") || lowered.contains("12 month")
    if let category = vocabulary.category(ofHeading: heading) ?? Self.categoryBeforeColon(heading, vocabulary) {
      context.category = category
      if !deliveryHoldsGroups, !isBand || vocabulary.locationCode(of: heading) == nil { context.delivery = nil }
      if !placeHoldsGroups { context.location = nil }
      context.provider = nil
      if isBand { context.extendedSchoolYear = isESY || isExtendedYearSection }
    }
    if isESY {
      context.extendedSchoolYear = true
      // "Extended School Year" over rows closes the group above it.
      if isBand, vocabulary.category(ofHeading: heading) == nil { context.category = nil }
    }
    // "Regular school year", and "School year services" over a group beside that of the summer.
    if words.contains("regular") && (words.contains("year") || words.contains("term"))
      || isBand && !isESY && words.isSuperset(of: ["school", "year"])
    {
      context.extendedSchoolYear = false
    }
    if isBand, vocabulary.namesCategory(heading) || vocabulary.locationCode(of: heading) != nil {
      context.listsGeneralClasses = Self.namesGeneralClasses(words)
      // "Special education and related services within the general classroom": each line by what it is.
      if words.isSuperset(of: ["special", "related"]) {
        context.category = nil
        // "Extended School Year: Special Education and Related Services" closes the place of the bands above.
        if isESY, !placeHoldsGroups { context.location = nil }
        // "... within the general classroom - Related Services": but for what its end says.
        if let dash = heading.range(of: " - ", options: .backwards) ?? heading.range(of: " – ", options: .backwards) {
          context.category = vocabulary.category(ofHeading: String(heading[dash.upperBound...]))
        }
      }
    }
    let deliveries = vocabulary.deliveries(named: heading)
    if deliveries.count == 1 {
      context.delivery = deliveries[0]
      if isBand, deliveries[0] != .direct { context.isBesideConsultation = true }
    } else if isBand, !deliveryHoldsGroups,
      context.location != nil || vocabulary.locationCode(of: heading) != nil
    {
      // A band for a setting closes the one for a delivery; beside a band of consultation its services are direct.
      context.delivery = isBesideConsultation ? .direct : nil
    }
    // "Special Education and Related Services (Direct Service)" names kinds of services, no setting.
    let namesKinds = words.contains("related") || lowered.contains("special education service")
    if let location = vocabulary.locationCode(of: heading),
      location == .generalEducation || location == .specialEducation, tokens.count <= 14,
      !words.isDisjoint(with: ["setting", "classroom", "inside", "outside"])
        || words.contains("direct") && (location == .generalEducation || !namesKinds)
    {
      context.location = Coded(code: location, text: heading)
    }
    if Self.insideClass.contains(where: lowered.contains), !lowered.contains("not in"), !lowered.contains("outside") {
      context.location = Coded(code: .generalEducation, text: heading)
    }
    if lowered.contains("other setting") || Self.outsideClass.contains(where: lowered.contains) {
      context.location = Coded(code: .specialEducation, text: heading)
    }
    if let place = PlaceHeading.place(in: heading, vocabulary: vocabulary) { context.location = place }
    if isBand, let (place, person) = Self.placeAndPerson(heading, vocabulary: vocabulary) {
      (context.location, context.provider) = (place, person)
    }
    return context
  }

  /// A person and nothing else, not a kind of service that people are named by.
  private static func person(_ heading: String, vocabulary: Vocabulary) -> ProviderCode? {
    let name = heading.prefix { $0 != "(" }.description.trimmingBlanks
    guard vocabulary.isPerson(name), let last = LabelTokens.words(name).last,
      Vocabulary.people.contains(last) || !vocabulary.namesCategory(name),
      case let person = vocabulary.providerCode(of: heading), person != .other
    else { return nil }
    return person
  }

  private static let insideClass = [
    "in general education", "in the general education", "in the general class", "in the regular class",
    "inside general", "inside the general", "inside regular", "inside the regular",
    "within general education", "within the general", "within the regular",
  ]
  private static let outsideClass = [
    "outside general", "outside the general", "outside of general", "outside of the general", "outside regular",
    "outside the regular", "outside of the regular",
  ]

  /// "Resource room — Special education teacher", "Occupational Therapist, in the resource room" over the rows of what is
  /// given there by that person.
  private static func placeAndPerson(
    _ heading: String, vocabulary: Vocabulary
  ) -> (place: Coded<LocationCode>, person: Coded<ProviderCode>)? {
    for mark in [" — ", " – ", " - ", " / ", ": ", ", "] where heading.contains(mark) {
      let halves = heading.components(separatedBy: mark).map { Clauses.withoutLead($0.trimmingBlanks) }
      guard halves.count == 2 else { continue }
      for (place, person) in [(halves[0], halves[1]), (halves[1], halves[0])] {
        guard let location = vocabulary.locationCode(of: place), vocabulary.isPlace(place),
          let provider = vocabulary.providerCode(of: person), !vocabulary.isPlace(person),
          // "Special Education Services - Outside General Education" names no person.
          place == halves[0] || vocabulary.isPerson(person)
        else { continue }
        return (Coded(code: location, text: place), Coded(code: provider, text: person))
      }
    }
    return nil
  }

  /// "General education with no supplementary aids", "Participation in general education classes".
  private static func namesGeneralClasses(_ words: Set<String>) -> Bool {
    !words.isDisjoint(with: ["general", "regular"]) && !words.isDisjoint(with: ["with", "without", "participation"])
      && words.isDisjoint(with: [
        "special", "related", "services", "service", "direct", "outside", "support", "supports",
      ])
  }

  /// The context of a table whose header names the group of its services: "Related Services | Amount | Location",
  /// "Extended school year services | Amount".
  func under(header: [String], vocabulary: Vocabulary) -> ServiceContext {
    guard let first = header.first(where: { !$0.isEmpty }), first.utf8.count < 80 else { return self }
    var context = self
    if first.namesExtendedYear {
      context.extendedSchoolYear = true
      context.category = nil
    } else if let category = vocabulary.category(ofColumn: first),
      // "Special education service" may head a list of all kinds; below a heading of aids it names what it heads.
      self.category == .supplementaryAid || category == .personnelSupport
        || category != .specialEducation && (self.category == nil || self.category == .specialEducation)
    {
      context.category = category
    }
    // "Consultation Services | Setting | Begin Date"
    if context.delivery == nil, first.contains(inAnyCase: "consult"),
      case let deliveries = vocabulary.deliveries(named: first), deliveries.count == 1
    {
      context.delivery = deliveries[0]
    }
    return context
  }

  /// Takes what a line over a table says of all its rows.
  mutating func take(_ text: String, as role: ServiceRole, vocabulary: Vocabulary) {
    switch role {
    case .category: category = vocabulary.category(ofHeading: text) ?? category
    case .provider: provider = vocabulary.providerCode(of: text).map { Coded(code: $0, text: text) }
    case .location: location = vocabulary.locationCode(of: text).map { Coded(code: $0, text: text) }
    case .delivery: delivery = vocabulary.delivery(of: text)
    default: break
    }
  }

  /// The context of the lines below a heading that is the name of their service: "Occupational Therapy (consultation)".
  func naming(_ service: String, vocabulary: Vocabulary) -> ServiceContext {
    var context = self
    if let delivery = vocabulary.delivery(of: service) { context.delivery = delivery }
    return context
  }
}
