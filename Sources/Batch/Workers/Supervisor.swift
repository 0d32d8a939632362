import Foundation
import Reporting

/// Hands files to worker processes and collects what became of them. A worker that crashes or takes too long costs
/// its own file and nothing else. The order of the results is that of the files, whatever the number of workers.
struct Supervisor {
  var executable: String
  var configuration: WorkerConfiguration
  var jobs: Int
  /// Called after each file with the number done.
  var progress: (Int) -> Void = { _ in }

  /// The first worker where it was started before there was anything to read.
  var ahead: WorkerProcess?

  /// A worker is replaced after so many files, so that a slow leak in a library never adds up.
  private static let filesPerWorker = 500

  /// A worker and the file it is at.
  private struct Seat {
    var worker: WorkerProcess?
    var file: Int?
    var deadline = 0.0
  }

  /// Starts the first worker, which has the seeds to read before it can read a file. Where it cannot be started, `process`
  /// says so.
  mutating func startAhead() { ahead = try? WorkerProcess(executable: executable, configuration: configuration) }

  /// - Parameter take: called with each reply, in the order of the requests.
  mutating func process(
    _ requests: [WorkerRequest], take: (WorkerReply) throws(BatchError) -> Void
  ) throws(BatchError) -> [WorkerReply] {
    var replies = [WorkerReply?](repeating: nil, count: requests.count)
    var seats = [Seat](repeating: Seat(), count: max(1, min(jobs, requests.count)))
    seats[0].worker = ahead
    ahead = nil
    var next = 0
    var done = 0
    var taken = 0
    while done < requests.count {
      for index in seats.indices where seats[index].file == nil && next < requests.count {
        try give(requests[next], number: next, to: &seats[index])
        next += 1
      }
      while taken < replies.count, let reply = replies[taken] {
        try take(reply)
        taken += 1
      }
      wait(for: seats)
      for index in seats.indices {
        guard let file = seats[index].file, let reply = look(at: &seats[index]) else { continue }
        replies[file] = reply
        seats[index].file = nil
        done += 1
        progress(done)
      }
    }
    let all = replies.compactMap { $0 }
    for reply in all[taken...] { try take(reply) }
    return all
  }

  /// Sends a file to the seat's worker; starts one where there is none, and once more where it died while idle.
  private func give(_ request: WorkerRequest, number: Int, to seat: inout Seat) throws(BatchError) {
    if let worker = seat.worker, worker.served >= Supervisor.filesPerWorker { seat.worker = nil }
    for attempt in 1...2 {
      do {
        let worker =
          if let current = seat.worker { current } else {
            try WorkerProcess(executable: executable, configuration: configuration)
          }
        try worker.send(request)
        seat.worker = worker
        seat.file = number
        seat.deadline = Supervisor.now + configuration.timeLimit
        return
      } catch {
        seat.worker = nil
        guard attempt == 1 else {
          throw BatchError(.output, "a worker process could not be started: \(error)")
        }
      }
    }
  }

  private func look(at seat: inout Seat) -> WorkerReply? {
    guard let worker = seat.worker else { return nil }
    switch worker.receive() {
    case .reply(let reply): return reply
    case .ended:
      let cause = worker.end()
      seat.worker = nil
      return WorkerReply(
        status: .failed, code: InputCode.crashed,
        reason:
          "the reader stopped on this file (\(cause)); the others are not affected, please report the file's kind",
        documents: [])
    case .nothing:
      guard Supervisor.now > seat.deadline else { return nil }
      _ = worker.end()
      seat.worker = nil
      let limit = Int(configuration.timeLimit.rounded())
      return WorkerReply(
        status: .failed, code: InputCode.timeout,
        reason: "not done within \(limit) s; try it alone with a longer --time-limit", documents: [])
    }
  }

  /// Sleeps until a worker has something to say or a time limit is reached.
  private func wait(for seats: [Seat]) {
    let busy = seats.filter { $0.file != nil }
    var descriptors = busy.compactMap { seat in
      seat.worker.map { pollfd(fd: $0.replies, events: Int16(POLLIN), revents: 0) }
    }
    let first = busy.map(\.deadline).min() ?? Supervisor.now
    let milliseconds = min(max(0, (first - Supervisor.now) * 1000) + 1, 60_000)
    _ = poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds))
  }

  /// Seconds on a clock that nobody sets.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
