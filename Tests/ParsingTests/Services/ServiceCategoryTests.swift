import IEPModel
import Testing

@testable import Parsing

/// Under which head of the law a service stands.
@Suite struct ServiceCategoryTests {
  @Test(arguments: [
    (ServiceCode.transportation, ServiceCategory.specialEducation, ServiceCategory.transportation),
    (.paraprofessional, .relatedService, .supplementaryAid),
    (.specializedInstruction, .relatedService, .specialEducation),
    (.occupationalTherapy, .specialEducation, .relatedService),
  ])
  func aHeadingThatAServiceCannotBelongToDoesNotHold(
    service: ServiceCode, heading: ServiceCategory, category: ServiceCategory
  ) {
    #expect(ServiceCategory(of: service, under: heading) == category)
  }

  @Test(arguments: [
    (ServiceCode.speechLanguage, ServiceCategory.specialEducation), (.occupationalTherapy, .supplementaryAid),
    (.paraprofessional, .supplementaryAid), (.specializedInstruction, .transition),
  ])
  func everyOtherHeadingHolds(service: ServiceCode, heading: ServiceCategory) {
    #expect(ServiceCategory(of: service, under: heading) == heading)
  }

  @Test func oneGridUnderAHeadingMayHoldAllKinds() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date", "End Date"],
          ["Special Education", nil, nil, nil, nil],
          ["Reading instruction", "30 minutes daily", "Resource room", "4/9/2027", "4/8/2028"],
          ["Nursing Services", "15 minutes weekly", "Clinic", "4/9/2027", "4/8/2028"],
        ], widths: [150, 110, 90, 70, 70])
    }.services
    #expect(services.map(\.category) == [.specialEducation, .relatedService])
  }
}
