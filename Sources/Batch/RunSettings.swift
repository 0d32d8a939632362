import Audit
import Classification
import Foundation
import IEPModel
import Reporting
import Seeds

/// The seeds and the calendar of a run, read and checked before any input is touched.
struct RunSettings {
  let configuration: WorkerConfiguration
  let calendar: SchoolCalendar
  let formHintsHash: String?
  private let seeds: SeedStore

  var seedsHash: String { seeds.hash }

  /// Names of rules and criteria for the report.
  func texts() throws(BatchError) -> ReportTexts {
    do throws(SeedError) {
      return ReportTexts(
        rules: Dictionary(
          try RuleCatalogue(seeds: seeds).rules.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a }),
        criteria: try CriteriaPack.names(
          of: configuration.criteria, file: configuration.criteriaFile, seeds: seeds))
    } catch {
      throw BatchError(.usage, error.description)
    }
  }

  init(_ options: RunOptions) throws(BatchError) {
    do {
      let hints = try options.formHintsFile.map { file throws(SeedError) in
        guard let data = FileManager.default.contents(atPath: file), let own = String(data: data, encoding: .utf8)
        else { throw SeedError(file: file, reason: "cannot be read; give form hints in UTF-8") }
        return own
      }
      seeds = try SeedStore(folder: options.seedsFolder, formHints: hints, file: options.formHintsFile)
      let text: String
      if let file = options.calendarFile {
        guard let data = FileManager.default.contents(atPath: file), let own = String(data: data, encoding: .utf8)
        else { throw SeedError(file: file, reason: "cannot be read; give a calendar file in UTF-8") }
        text = own
      } else {
        text = try seeds.text(of: "calendars/default.yaml")
      }
      let mapping = try options.mappingFile.map { file throws(SeedError) in
        guard let data = FileManager.default.contents(atPath: file), let own = String(data: data, encoding: .utf8)
        else { throw SeedError(file: file, reason: "cannot be read; give a mapping in UTF-8") }
        return own
      }
      let criteria = try options.criteriaFile.map { file throws(SeedError) in
        guard let data = FileManager.default.contents(atPath: file), let own = String(data: data, encoding: .utf8)
        else { throw SeedError(file: file, reason: "cannot be read; give criteria in UTF-8") }
        return own
      }
      calendar = try SchoolCalendar(yaml: text, file: options.calendarFile ?? "calendars/default.yaml")
      formHintsHash = hints.map { SHA256.hex(of: Array($0.utf8)) }
      configuration = WorkerConfiguration(
        output: options.output, seeds: options.seedsFolder, calendar: text, asOf: options.asOf,
        passwords: options.passwords, mapping: mapping, criteria: criteria,
        criteriaFile: options.criteriaFile, formHints: hints, formHintsFile: options.formHintsFile,
        timeLimit: options.timeLimit)
      // A fault in seeds of a district's own is told once, here, and not by every worker.
      let isOwn = options.seedsFolder != nil || hints != nil || mapping != nil || criteria != nil
      if isOwn { try Pipeline(configuration).makeAll() }
    } catch let error as SeedError {
      throw BatchError(.usage, error.description)
    } catch {
      throw BatchError(.usage, "\(error)")
    }
  }
}
