import IEPModel
import Reporting

/// Which files are read and which share the result of another: files with the same bytes are one document.
struct ReadingPlan {
  private let files: [SourceFile]
  /// Where the result of each file comes from.
  private let results: [Origin]
  /// What the workers are asked to read, in the order of the files.
  let requests: [WorkerRequest]

  private enum Origin {
    case own(Int)
    /// The same bytes as the file at this place, whose request has this number.
    case same(asFile: Int, request: Int)
    case left
  }

  init(_ files: [SourceFile]) {
    self.files = files
    var requests: [WorkerRequest] = []
    var results: [Origin] = []
    // Only files of one size can hold the same bytes, so most are never hashed here.
    var sizes: [Int: Int] = [:]
    for file in files { sizes[file.bytes, default: 0] += 1 }
    var seen: [String: (file: Int, request: Int)] = [:]
    for (index, file) in files.enumerated() {
      let format: Source.Format
      switch file.triage {
      case .leave:
        results.append(.left)
        continue
      case .readPDF: format = .pdf
      case .readXML: format = .xml
      }
      if sizes[file.bytes, default: 0] > 1, let digest = FileBytes.sha256(of: file.location) {
        if let first = seen[digest] {
          results.append(.same(asFile: first.file, request: first.request))
          continue
        }
        seen[digest] = (index, requests.count)
      }
      results.append(.own(requests.count))
      requests.append(WorkerRequest(path: file.path, location: file.location, format: format))
    }
    self.requests = requests
    self.results = results
  }

  /// One entry for each file found, in their order.
  func entries(with replies: [WorkerReply]) -> [InputEntry] {
    zip(files, results).map { file, origin in
      switch origin {
      case .left:
        guard case .leave(let status, let code, let reason) = file.triage else { break }
        return InputEntry(path: file.path, status: status, code: code, reason: reason)
      case .own(let request):
        let reply = replies[request]
        return InputEntry(
          path: file.path, status: reply.status, code: reply.code, reason: reply.reason, documents: reply.documents,
          unread: NamedValues(reply.unread.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
      case .same(let first, let request):
        let reply = replies[request]
        let same = "has the same bytes as \(files[first].path)"
        if reply.status == .read || reply.status == .partial {
          return InputEntry(
            path: file.path, status: .read, code: InputCode.duplicate, reason: same, documents: reply.documents)
        }
        return InputEntry(
          path: file.path, status: reply.status, code: reply.code,
          reason: "\(same): \(reply.reason ?? reply.status.rawValue)")
      }
      return InputEntry(path: file.path, status: .skipped)
    }
  }
}
