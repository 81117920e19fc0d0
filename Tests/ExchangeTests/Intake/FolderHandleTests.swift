import Glibc
import Model
import Testing

@testable import Exchange

/// What somebody may put into a folder that we read.
@Suite struct FolderHandleTests {
    private func name(_ bytes: [UInt8]) throws -> FileName { try #require(FileName(bytes: bytes)) }
    private func name(_ text: String) throws -> FileName { try #require(FileName(text)) }

    private func make(_ scratch: ScratchFolder) throws {
        try scratch.write([1, 2, 3], as: "right")
        try scratch.write([], as: "empty")
        #expect(mkfifo(scratch.path + "/pipe", 0o600) == 0)
        #expect(symlink("/etc/passwd", scratch.path + "/link") == 0)
        #expect(symlink("right", scratch.path + "/nearlink") == 0)
        #expect(link(try scratch.write([4], as: "hard"), scratch.path + "/twin") == 0)
        #expect(mkdir(scratch.path + "/folder", 0o700) == 0)
        #expect(truncate(try scratch.write([], as: "sparse"), 1 << 40) == 0)
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array((scratch.path + "/socket").utf8) + [0]
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
        }
        #expect(isBound == 0)
    }

    @Test func oneOfTheZooIsRead() throws {
        let scratch = try ScratchFolder()
        try make(scratch)
        let folder = try scratch.handle()
        let faults: [(String, SafeFile.Fault)] = [
            ("pipe", .namedPipe), ("link", .symbolicLink), ("nearlink", .symbolicLink),
            ("hard", .severalNames(count: 2)),
            ("twin", .severalNames(count: 2)), ("folder", .directory), ("sparse", .tooLarge(limitBytes: 1 << 20)),
            ("socket", .socket), ("absent", .notThere),
        ]
        for (text, fault) in faults {
            #expect(throws: fault, "\(text)") { try folder.read(try name(text), limitBytes: 1 << 20) }
        }
        #expect(try folder.read(try name("right"), limitBytes: 3).bytes == [1, 2, 3])
        #expect(try folder.read(try name("empty"), limitBytes: 3).bytes == [])
        #expect(throws: SafeFile.Fault.tooLarge(limitBytes: 2)) { try folder.read(try name("right"), limitBytes: 2) }
        let listing = try folder.names()
        #expect(listing.count == 10)
        let listed = Dictionary(uniqueKeysWithValues: listing.oldest.map { ($0.name.text, $0.fault) })
        #expect(listed["pipe"] == .namedPipe && listed["link"] == .symbolicLink && listed["socket"] == .socket)
        #expect(listed["folder"] == .directory && listed["right"] == .some(nil))
    }

    @Test func rightsAndOwnersAreRespected() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write([1], as: "file")
        let folder = try scratch.handle()
        let file = try name("file")
        chmod(path, 0)
        if geteuid() == 0 {
            #expect(try folder.read(file, limitBytes: 9).bytes == [1])
            #expect(chown(path, 4_711, 0) == 0)
            #expect(throws: SafeFile.Fault.foreignOwner(user: 4_711)) { try folder.read(file, limitBytes: 9) }
            #expect(try folder.read(file, limitBytes: 9, owners: .only([4_711])).bytes == [1])
            #expect(try folder.read(file, limitBytes: 9, owners: .anyone).bytes == [1])
        } else {
            #expect(throws: SafeFile.Fault.notAllowed) { try folder.read(file, limitBytes: 9) }
            chmod(path, 0o600)
            #expect(throws: SafeFile.Fault.foreignOwner(user: geteuid())) {
                try folder.read(file, limitBytes: 9, owners: .only([4_711]))
            }
        }
    }

    @Test func namesAreBytes() throws {
        let scratch = try ScratchFolder()
        let folder = try scratch.handle()
        let odd: [[UInt8]] = [
            Array("a\nb".utf8), Array("\u{1B}[2J".utf8), [0xFF, 0xFE, 0x41], [0xC3], Array("-rf".utf8),
            Array("a b".utf8),
            [UInt8](repeating: 0x78, count: 255), Array("Ош.xml".utf8), Array("…".utf8), [0x80, 0x0D],
        ]
        for (n, bytes) in odd.enumerated() { try folder.write([UInt8(n)], as: try name(bytes)) }
        let listing = try folder.names()
        #expect(Set(listing.oldest.map(\.name.bytes)) == Set(odd))
        for (n, bytes) in odd.enumerated() {
            #expect(try folder.read(try name(bytes), limitBytes: 1).bytes == [UInt8(n)])
        }
        #expect(try name([0xFF, 0x41, 0xC3]).text == "\\xFFA\\xC3")
        #expect(throws: SafeFile.Fault.exists) { try folder.write([], as: try name(odd[0])) }
        for wrong in [[], [0x2E], [0x2E, 0x2E], [0x61, 0x2F, 0x62], [0x61, 0], [UInt8](repeating: 0x78, count: 256)] {
            #expect(FileName(bytes: wrong as [UInt8]) == nil)
        }
    }

    @Test func theOldestComeFirstAndFewAreHeld() throws {
        let scratch = try ScratchFolder()
        let folder = try scratch.handle()
        for n in 0..<300 {
            let path = try scratch.write([UInt8](repeating: 0, count: n), as: "f\(1_000 + n)")
            var times = [timespec(tv_sec: 5_000 - n / 2, tv_nsec: 0), timespec(tv_sec: 5_000 - n / 2, tv_nsec: 0)]
            utimensat(AT_FDCWD, path, &times, 0)
        }
        try scratch.write([1], as: ".hidden")
        let listing = try folder.names(limit: 7)
        #expect(listing.count == 300)
        #expect(listing.byteCount == 299 * 300 / 2)
        #expect(listing.oldest.map(\.name.text) == ["f1298", "f1299", "f1296", "f1297", "f1294", "f1295", "f1292"])
        #expect(listing.oldestModified == Instant(milliseconds: (5_000 - 149) * 1_000))
        #expect(try folder.names(limit: 1_000).oldest.count == 300)
    }

    @Test func movingNeverReplaces() throws {
        let scratch = try ScratchFolder()
        let folder = try scratch.handle()
        try folder.makeFolder(try name("done"))
        try folder.makeFolder(try name("done"))
        let done = try folder.folder(try name("done"))
        try folder.write([1], as: try name("a"))
        try done.write([2], as: try name("b"))
        #expect(throws: SafeFile.Fault.exists) { try folder.rename(try name("a"), to: done, as: try name("b")) }
        try folder.rename(try name("a"), to: done, as: try name("a"))
        try done.sync()
        let moved = try name("a")
        #expect(!folder.has(moved))
        #expect(done.has(moved))
        #expect(try done.read(try name("b"), limitBytes: 9).bytes == [2])
        try done.remove(try name("b"))
        #expect(throws: SafeFile.Fault.notThere) { try done.remove(try name("b")) }
    }

    @Test func aFolderThatIsALinkIsNotEntered() throws {
        let scratch = try ScratchFolder()
        #expect(symlink("/etc", scratch.path + "/new") == 0)
        #expect(throws: SafeFile.Fault.self) { try scratch.handle().folder(try name("new")) }
        #expect(throws: SafeFile.Fault.self) { try FolderHandle.open(scratch.path + "/new") }
        // Another file system, as a mount that somebody put there.
        #expect(throws: SafeFile.Fault.outside) { try FolderHandle.open("/").folder(try name("proc")) }
    }

    @Test func whatIsRenamedMeanwhileStaysTheSameFolder() throws {
        let scratch = try ScratchFolder()
        let folder = try scratch.handle()
        try folder.makeFolder(try name("new"))
        let inner = try folder.folder(try name("new"))
        try inner.write([7], as: try name("a"))
        #expect(rename(scratch.path + "/new", scratch.path + "/moved") == 0)
        #expect(symlink("/etc", scratch.path + "/new") == 0)
        #expect(try inner.read(try name("a"), limitBytes: 9).bytes == [7])
    }

    @Test(.enabled(if: ProbeProgram.isThere)) func aFileThatIsSwappedForALinkIsNeverReadBeyondTheFolder() throws {
        let scratch = try ScratchFolder()
        let elsewhere = try ScratchFolder()
        let secret = try elsewhere.write(Array("secret".utf8), as: "key")
        let folder = try scratch.handle()
        let victim = try name("message")
        let swapper = try ProbeProgram.start(["swap", scratch.path, "message", secret])
        defer { ProbeProgram.end(swapper) }
        var outcomes: [String: Int] = [:]
        for _ in 0..<20_000 {
            do throws(SafeFile.Fault) {
                let bytes = try folder.read(victim, limitBytes: 100).bytes
                #expect(bytes == Array("plain".utf8) || bytes.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
                outcomes["read", default: 0] += 1
            } catch {
                outcomes["\(error)", default: 0] += 1
            }
        }
        print("Swapped while read: \(outcomes.sorted { $0.key < $1.key })")
        #expect(outcomes.count > 1)
    }

    @Test(.enabled(if: ProbeProgram.isThere)) func aFileThatChangesIsReadWholeOrNotAtAll() throws {
        let scratch = try ScratchFolder()
        let folder = try scratch.handle()
        let victim = try name("message")
        let grower = try ProbeProgram.start(["grow", scratch.path, "message"])
        defer { ProbeProgram.end(grower) }
        var outcomes: [String: Int] = [:]
        for _ in 0..<5_000 {
            do throws(SafeFile.Fault) {
                let bytes = try folder.read(victim, limitBytes: 100_000).bytes
                #expect(Set(bytes).count <= 1)
                // A writer that stops within one write leaves whole pages and nothing that shows it: only a rename, as a
                // spool asks for, makes a message whole at once.
                #expect([0, 20_000, 30_000, 40_000].contains(bytes.count) || bytes.count % 4_096 == 0)
                outcomes["read", default: 0] += 1
            } catch {
                outcomes["\(error)", default: 0] += 1
            }
        }
        print("Written while read: \(outcomes.sorted { $0.key < $1.key })")
        #expect(outcomes["read", default: 0] > 0)
    }
}
