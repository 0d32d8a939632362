import Foundation
import Reporting

/// Finds every file under the inputs, sorted by path. A folder is entered once on each way down; links that lead
/// back into a folder on that way, or again to a linked folder, are listed and not followed.
struct FolderWalk {
  private(set) var files: [SourceFile] = []
  /// The output's own folder, which is never an input.
  private let excluded: FileIdentity?
  private var linkedFolders: Set<FileIdentity> = []

  /// Device and inode: the same folder by whatever name.
  struct FileIdentity: Hashable {
    var device: UInt64
    var inode: UInt64

    init?(path: String) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      self.init(information)
    }
    init(_ information: stat) {
      device = UInt64(information.st_dev)
      inode = UInt64(information.st_ino)
    }
  }

  /// All files of `inputs`. Throws where one of them does not exist, before anything is read.
  static func find(inputs: [String], excluding output: String?) throws(BatchError) -> [SourceFile] {
    var walk = FolderWalk(excluded: output.flatMap { FileIdentity(path: $0) })
    for input in inputs {
      var information = stat()
      guard stat(input, &information) == 0 else {
        throw BatchError(.usage, "\(input): \(String(cString: strerror(errno))); give a file or folder that exists")
      }
    }
    var used: [String: Int] = [:]
    for input in inputs {
      let name = baseName(of: input)
      let isFolder = FolderWalk.isFolder(input)
      var prefix = ""
      if inputs.count > 1 {
        let count = (used[name] ?? 0) + 1
        used[name] = count
        prefix = FolderWalk.numbered(name, count, isFolder: isFolder)
      } else if !isFolder {
        prefix = name
      }
      walk.visit(location: input, path: prefix, name: name, above: [], isInput: true)
    }
    return walk.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private init(excluded: FileIdentity?) { self.excluded = excluded }

  /// `name-2` for the second input of that name; of a file the number stands before the ending.
  private static func numbered(_ name: String, _ count: Int, isFolder: Bool) -> String {
    guard count > 1 else { return name }
    let ending = (name as NSString).pathExtension
    guard !isFolder, !ending.isEmpty else { return "\(name)-\(count)" }
    return "\((name as NSString).deletingPathExtension)-\(count).\(ending)"
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// The last component; of `.` or `..` that of the folder meant.
  private static func baseName(of path: String) -> String {
    let last = (path as NSString).lastPathComponent
    guard last.isEmpty || last == "." || last == ".." || last == "/" else { return last }
    let resolved = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().lastPathComponent
    return resolved == "/" ? "root" : resolved
  }

  private mutating func visit(location: String, path: String, name: String, above: [FileIdentity], isInput: Bool) {
    if name.hasPrefix("."), !isInput {
      return leave(path, location, .skipped, InputCode.hidden, "its name begins with a dot")
    }
    var own = stat()
    var target = stat()
    let isLink = lstat(location, &own) == 0 && own.st_mode & S_IFMT == S_IFLNK
    guard stat(location, &target) == 0 else {
      let reason = String(cString: strerror(errno))
      if isLink, errno == ENOENT || errno == ELOOP {
        return leave(path, location, .skipped, InputCode.brokenLink, "is a link that leads nowhere")
      }
      return leave(path, location, .failed, InputCode.unreadable, "cannot be read: \(reason)")
    }
    switch target.st_mode & S_IFMT {
    case S_IFDIR:
      let identity = FileIdentity(target)
      if identity == excluded { return }
      if above.contains(identity) || (isLink && !isInput && !linkedFolders.insert(identity).inserted) {
        return leave(
          path, location, .skipped, InputCode.linkLoop, "is a link to a folder that is read already; not followed")
      }
      enter(location: location, path: path, above: above + [identity])
    case S_IFREG:
      files.append(FolderWalk.look(at: location, path: path, bytes: Int(target.st_size)))
    default:
      leave(path, location, .skipped, InputCode.specialFile, "is no regular file")
    }
  }

  private mutating func enter(location: String, path: String, above: [FileIdentity]) {
    guard let folder = opendir(location) else {
      let reason = String(cString: strerror(errno))
      return leave(
        path.isEmpty ? FolderWalk.baseName(of: location) : path, location, .failed, InputCode.unreadable,
        "the folder cannot be read: \(reason)")
    }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    closedir(folder)
    names.sort { $0.lexicographicallyPrecedes($1) }
    for bytes in names {
      let shown = String(decoding: bytes, as: UTF8.self)
      let below = path.isEmpty ? shown : "\(path)/\(shown)"
      guard String(validating: bytes, as: UTF8.self) != nil else {
        leave(below, location, .failed, InputCode.nameEncoding, "the name is no UTF-8; rename the file")
        continue
      }
      visit(location: "\(location)/\(shown)", path: below, name: shown, above: above, isInput: false)
    }
  }

  private mutating func leave(
    _ path: String, _ location: String, _ status: InputStatus, _ code: String, _ reason: String
  ) {
    files.append(
      SourceFile(path: path, location: location, bytes: 0, triage: .leave(status, code: code, reason: reason)))
  }

  /// Sniffs one regular file.
  private static func look(at location: String, path: String, bytes: Int) -> SourceFile {
    let triage: Triage
    if let prefix = FileBytes.prefix(of: location, count: FileKind.prefixLength) {
      triage = Triage(kind: FileKind(prefix: prefix), ending: (path as NSString).pathExtension.lowercased())
    } else {
      triage = .leave(
        .failed, code: InputCode.unreadable, reason: "cannot be read: \(String(cString: strerror(errno)))")
    }
    return SourceFile(path: path, location: location, bytes: bytes, triage: triage)
  }
}
