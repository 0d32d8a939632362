import Foundation

/// The outer side of one worker process. Owns the process and its two pipes: ends and reaps it in deinit.
final class WorkerProcess {
  private let pid: pid_t
  private let requests: Int32
  /// Where answers come from; for `poll`.
  let replies: Int32
  private var pending: [UInt8] = []
  private var isReaped = false
  /// Files sent so far.
  private(set) var served = 0

  /// Starts `executable worker` and hands it the configuration.
  init(executable: String, configuration: WorkerConfiguration) throws {
    // Writing to a worker that died fails; it must not end this process.
    signal(SIGPIPE, SIG_IGN)
    let request = try Descriptor.pipe()
    let reply = try Descriptor.pipe()
    defer {
      close(request.read)
      close(reply.write)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, request.read, 0)
    posix_spawn_file_actions_adddup2(&actions, reply.write, Worker.replyDescriptor)
    // What a library prints may quote the document: it goes nowhere.
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    // A crash is told by its signal; a backtrace would take seconds and could hold a student's data.
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    // What one page gives back the next asks for again. Kept at hand by its size it need not be sorted and joined each
    // time (2 % of a worker's time), and in large pages it is found sooner (1 %). Only glibc knows these.
    environment["GLIBC_TUNABLES"] =
      environment["GLIBC_TUNABLES"] ?? "glibc.malloc.tcache_count=60000:glibc.malloc.hugetlb=1"
    let arguments = CStringArray([executable, "worker"])
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" })
    var child: pid_t = 0
    let status = posix_spawn(&child, executable, &actions, &attributes, arguments.pointers, variables.pointers)
    guard status == 0 else {
      close(request.write)
      close(reply.read)
      throw Descriptor.Failure(description: "\(executable): \(String(cString: strerror(status)))")
    }
    pid = child
    requests = request.write
    replies = reply.read
    _ = fcntl(replies, F_SETFL, O_NONBLOCK)
    try send(configuration)
  }

  deinit {
    close(requests)
    close(replies)
    if !isReaped {
      kill(pid, SIGKILL)
      _ = reap()
    }
  }

  func send(_ request: WorkerRequest) throws {
    try send(request as any Encodable)
    served += 1
  }

  private func send(_ message: any Encodable) throws {
    var bytes = [UInt8](try JSONEncoder().encode(message))
    bytes.append(UInt8(ascii: "\n"))
    try Descriptor.writeAll(bytes, to: requests)
  }

  enum Event {
    case nothing
    case reply(WorkerReply)
    /// The worker closed its end: it died.
    case ended
  }

  /// Takes what has come, without waiting.
  func receive() -> Event {
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(replies, &piece, piece.count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 && errno == EAGAIN { break }
      guard got > 0 else { return .ended }
      pending += piece[..<got]
    }
    guard let end = pending.firstIndex(of: UInt8(ascii: "\n")) else { return .nothing }
    let line = Data(pending[..<end])
    pending.removeSubrange(...end)
    guard let reply = try? JSONDecoder().decode(WorkerReply.self, from: line) else { return .ended }
    return .reply(reply)
  }

  /// Kills first, then waits; says by which signal or status it ended.
  func end() -> String {
    kill(pid, SIGKILL)
    return reap()
  }

  /// Waits for a worker that ended by itself.
  func reap() -> String {
    guard !isReaped else { return "ended" }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    isReaped = true
    let signal = status & 0x7F
    return signal == 0 ? "status \((status >> 8) & 0xFF)" : "signal \(signal)"
  }
}

/// A NULL-terminated array of C strings, freed with its owner.
private final class CStringArray {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
