extension IEPDocument {
  /// Changes every place that the stages before the audit noted.
  public mutating func mapPlaces(_ change: (Place) -> Place) {
    student.provenance = student.provenance.map(change)
    iep.provenance = iep.provenance.map(change)
    for index in services.indices { services[index].provenance = services[index].provenance.map(change) }
    for index in serviceMentions.indices {
      serviceMentions[index].provenance = serviceMentions[index].provenance.map(change)
    }
    for index in goals.indices {
      goals[index].provenance = goals[index].provenance.map(change)
      for objective in goals[index].objectives.indices {
        goals[index].objectives[objective].provenance = goals[index].objectives[objective].provenance.map(change)
      }
    }
    for index in accommodations.indices {
      accommodations[index].provenance = accommodations[index].provenance.map(change)
    }
    for index in sections.indices { sections[index].provenance = sections[index].provenance.map(change) }
    for index in diagnostics.indices { diagnostics[index].provenance = diagnostics[index].provenance.map(change) }
  }
}
