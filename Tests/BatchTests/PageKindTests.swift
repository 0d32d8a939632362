import Foundation
import Testing

/// Text that does not simply lie on an upright page.
@Suite struct PageKindTests {
  private static let services = [
    ["Service", "Frequency and Duration", "Location", "Provider"],
    ["Speech Therapy", "2 x 30 minutes per week", "Speech room", "SLP"],
    ["Physical Therapy", "1 x 45 minutes per month", "Gym", "PT"],
  ]

  private func read(_ pdf: TinyPDF) throws -> (document: [String: Any]?, status: String?) {
    let scratch = try Program.Scratch()
    try scratch.write(pdf.data, to: "in/plan.pdf")
    _ = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out", "--as-of", "2026-09-01")
    let status = try Program.inputs(scratch.path + "/out").first?.value.status
    return (try Program.documents(scratch.path + "/out").first, status)
  }

  private func lines(_ document: [String: Any]?) -> [String] {
    document?.list("services").map { line in
      [line.at("service", "code"), line.at("dose", "text"), line.at("location", "text"), line.at("provider", "text")]
        .map { $0 as? String ?? "-" }.joined(separator: "; ")
    } ?? []
  }

  @Test(arguments: [TinyPDF.Turn.upward, .downward])
  func aPageSetSidewaysReadsAsAnUprightOne(turn: TinyPDF.Turn) throws {
    let upright = try read(.plan(Self.services)).document
    let sideways = try read(.plan(Self.services, turn: turn)).document
    #expect(lines(upright).count == 2)
    #expect(lines(sideways) == lines(upright))
    #expect(sideways?.list("goals").first?["text"] as? String == upright?.list("goals").first?["text"] as? String)
    // Places are those of the page as displayed: an upright line is wide, a turned one is tall.
    let box = sideways?.list("services").first?.list("provenance").compactMap { $0["box"] as? [Double] }.first
    let place = try #require(box)
    #expect(place[3] - place[1] > place[2] - place[0])
    #expect(place[2] <= Double(TinyPDF.width) && place[3] <= Double(TinyPDF.height))
  }

  @Test func freeTextAndCommentsAreTextOfTheirPlace() throws {
    var pdf = TinyPDF.plan(Self.services)
    pdf.annotations = [
      "/Type /Annot /Subtype /FreeText /Rect [60 400 540 440] /DA (/Helv 10 Tf) "
        + "/Contents (The team agreed that Jo receives occupational therapy for 20 minutes each week.)",
      "/Type /Annot /Subtype /Text /Rect [60 300 240 320] /Contents (Counseling is 30 minutes per month.)",
      "/Type /Annot /Subtype /Text /F 2 /Rect [60 200 240 220] /Contents (Nursing is 15 minutes per day.)",
    ]
    let document = try read(pdf).document
    let everything = String(describing: document?.list("sections") ?? [])
    #expect(everything.contains("occupational therapy for 20 minutes each week"))
    #expect(everything.contains("Counseling is 30 minutes per month"))
    #expect(!everything.contains("Nursing"))
    let mentions = document?.list("serviceMentions").compactMap { $0.at("service", "code") as? String } ?? []
    #expect(mentions.contains("occupational-therapy") && mentions.contains("counseling"))
  }

  @Test func aFormWhoseDataIsKeptApartIsReadThroughItsPacket() throws {
    var pdf = TinyPDF()
    pdf.text(
      "Please wait... If this message is not eventually replaced, your viewer may not show this form.", x: 60, y: 60)
    pdf.formData = """
      <xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><plan>
      <Pupil><FirstName>Jo</FirstName><LastName>Sample</LastName><BirthDate>2016-01-02</BirthDate></Pupil>
      <Services>
      <Row><Service>Speech Therapy</Service><Minutes>30</Minutes><Times>2</Times><Per>Week</Per>
      <Location>Speech room</Location><Provider>SLP</Provider><Begin>2026-09-01</Begin><End>2027-08-31</End></Row>
      <Row><Service>Physical Therapy</Service><Minutes>45</Minutes><Times>1</Times><Per>Month</Per>
      <Location>Gym</Location><Provider>PT</Provider><Begin>2026-09-01</Begin><End>2027-08-31</End></Row>
      </Services>
      <Goals><Goal><No>1</No><Area>Writing</Area>
      <Text>By May 2027, Jo will copy a paragraph of five sentences with 90% accuracy in 4 of 5 trials.</Text></Goal></Goals>
      </plan></xfa:data></xfa:datasets>
      """
    let (document, status) = try read(pdf)
    #expect(status == "read")
    #expect(
      document?.list("services").compactMap { $0.at("service", "code") as? String } == [
        "speech-language", "physical-therapy",
      ])
    #expect(document?.list("goals").count == 1)
    #expect(document?.at("source", "format") as? String == "pdf")
  }

  @Test func aFormWithoutAPlanSaysSo() throws {
    var pdf = TinyPDF()
    pdf.text("Please wait...", x: 60, y: 60)
    pdf.formData = """
      <xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><order><Item>Chairs</Item></order>
      </xfa:data></xfa:datasets>
      """
    #expect(try read(pdf).status == "not-an-iep")
  }
}
