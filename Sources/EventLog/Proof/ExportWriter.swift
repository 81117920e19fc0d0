import Foundation
import Glibc
import Model

/// Writes the tree and the entries of an export, in order, as C2SP tlog-tiles has them.
struct ExportWriter {
    private(set) var edge = TreeEdge()
    private let folder: ExportFolder
    private let text: OutputFile
    private var bundle: [UInt8] = []
    /// The unfinished tile of each level.
    private var rows: [[Digest]] = []
    private var numbers: [Int64] = []

    init(_ folder: ExportFolder) throws {
        self.folder = folder
        text = try OutputFile(folder.entries)
    }

    mutating func add(_ stored: StoredEntry) throws {
        guard stored.index == edge.size, stored.isSound else { throw LogFault.damaged(index: edge.size) }
        edge.append(stored.leaf)
        bundle += [UInt8(stored.bytes.count >> 8), UInt8(stored.bytes.count & 0xFF)] + stored.bytes
        try text.write(stored.bytes + [0x0A])
        let isFull = edge.size % Int64(TileShape.width) == 0
        if isFull { try writeBundle(width: TileShape.width) }
        try push(stored.leaf, level: 0)
    }

    /// Writes the partial tiles of the right edge.
    mutating func finish() throws {
        let width = Int(edge.size % Int64(TileShape.width))
        if width > 0 { try writeBundle(width: width) }
        for (level, row) in rows.enumerated() where !row.isEmpty {
            try OutputFile.create(
                folder.tile(level: level, number: numbers[level], width: row.count), row.flatMap(\.bytes))
        }
        try text.close()
    }

    private mutating func writeBundle(width: Int) throws {
        let number = (edge.size - 1) / Int64(TileShape.width)
        try OutputFile.create(folder.bundle(number: number, width: width), bundle)
        bundle = []
    }

    private mutating func push(_ hash: Digest, level: Int) throws {
        if rows.count == level {
            rows.append([])
            numbers.append(0)
        }
        rows[level].append(hash)
        guard rows[level].count == TileShape.width else { return }
        let row = rows[level]
        try OutputFile.create(
            folder.tile(level: level, number: numbers[level], width: row.count), row.flatMap(\.bytes))
        rows[level] = []
        numbers[level] += 1
        try push(TileShape.root(of: row), level: level + 1)
    }
}

/// A new file that is written from front to back, and durable when it is closed. Its folder is synced by `UnfinishedFolder`.
final class OutputFile {
    private let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// Makes the folders above it, too; fails when the file is there already.
    init(_ path: String) throws(LogFault) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if descriptor < 0, errno == ENOENT {
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        }
        guard descriptor >= 0 else { throw OutputFile.fault(path) }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    static func create(_ path: String, _ bytes: [UInt8]) throws(LogFault) {
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.close()
    }

    func write(_ bytes: [UInt8]) throws(LogFault) {
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    func close() throws(LogFault) {
        try flush()
        guard fsync(descriptor) == 0 else { throw OutputFile.fault(path) }
        let outcome = Glibc.close(descriptor)
        descriptor = -1
        guard outcome == 0 else { throw OutputFile.fault(path) }
    }

    private func flush() throws(LogFault) {
        var offset = 0
        while offset < buffer.count {
            let put = buffer.withUnsafeBytes { raw -> Int in
                guard let base = raw.baseAddress else { return 0 }
                return Glibc.write(descriptor, base + offset, raw.count - offset)
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw OutputFile.fault(path) }
            offset += put
        }
        buffer.removeAll(keepingCapacity: true)
    }

    static func fault(_ path: String) -> LogFault {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
        case EROFS, EACCES: .readOnly(path: path)
        case EEXIST: .alreadyExists(path)
        default: .failed(reason: "\(path): \(errorText(errno))")
        }
    }
}

/// A folder in the making: it gets its name when everything in it is on disk, or it goes away.
struct UnfinishedFolder {
    let path: String
    private let target: String

    /// Refuses a target that exists.
    init(for target: String) throws(LogFault) {
        var facts = stat()
        guard lstat(target, &facts) != 0 else { throw .alreadyExists(target) }
        self.target = target
        path = "\(target).unfinished-\(getpid())-\(UInt32.random(in: .min ... .max))"
        guard mkdir(path, 0o755) == 0 else { throw OutputFile.fault(path) }
    }

    /// Makes its folders durable, then gives it its name.
    func finish() throws(LogFault) {
        let names = FileManager.default.enumerator(atPath: path)
        while let name = names?.nextObject() as? String {
            let inner = "\(path)/\(name)"
            var facts = stat()
            if lstat(inner, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR { PlainFile.syncFolder(of: inner + "/.") }
        }
        PlainFile.syncFolder(of: path + "/.")
        var facts = stat()
        guard lstat(target, &facts) != 0 else { throw .alreadyExists(target) }
        guard rename(path, target) == 0 else { throw OutputFile.fault(target) }
        PlainFile.syncFolder(of: target)
    }

    func discard() { try? FileManager.default.removeItem(atPath: path) }
}
