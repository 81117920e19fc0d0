import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// What partners, and others, may do to a spool on purpose.
@Suite struct SpoolHostileTests {
    /// T-SPL-1 of the catalogue of tests: everything that a folder may hold.
    @Test func ofAZooTheOneSoundFileIsTakenAndTheRestIsHeld() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let new = desk.spool + "/uzb/new"
        let outside = desk.folder.path + "/secret"
        try SpoolDesk.text("secret").write(toFile: outside, atomically: true, encoding: .utf8)
        try desk.put(SpoolDesk.text("sound"), as: "sound")
        try #require(mkfifo(new + "/fifo", 0o600) == 0)
        try #require(symlink(outside, new + "/link") == 0)
        try #require(symlink(desk.home + "/desk.key", new + "/key") == 0)
        try #require(link(outside, new + "/hard") == 0)
        try #require(mkdir(new + "/folder", 0o700) == 0)
        try desk.put("", as: "empty")
        try desk.put(SpoolDesk.text("long"), as: String(repeating: "n", count: 255))
        try desk.put("\u{1B}[31m", as: "line\nfeed\u{1B}[2J\u{202E}")
        let sparse = open(new + "/sparse", O_CREAT | O_WRONLY, 0o600)
        try #require(ftruncate(sparse, 1 << 40) == 0)
        close(sparse)
        let raw: [UInt8] = Array((new + "/").utf8) + [0xFF, 0xFE, 0x62, 0]
        let odd = raw.withUnsafeBytes {
            open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
        }
        try #require(odd >= 0 && write(odd, "odd", 3) == 3)
        close(odd)
        let socketPlace = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socketPlace) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let short = "\(desk.folder.path)/s"
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8.prefix(100)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socketPlace, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if bound == 0 { try #require(rename(short, new + "/socket") == 0) }
        desk.take()
        #expect(desk.names("new").isEmpty, "\(desk.names("new"))")
        let held = desk.held()
        #expect(desk.bodies("alertRaised").compactMap { $0["their_number"] as? String }.sorted() == ["long", "sound"])
        let reasons = Dictionary(
            held.compactMap { item in (item["file"] as? String).map { ($0, item["reason"] as? String ?? "") } },
            uniquingKeysWith: { first, _ in first })
        for name in ["fifo", "link", "key", "hard", "folder"] { #expect(reasons[name] == "not_a_file", "\(name)") }
        #expect(reasons["sparse"] == "too_large" && reasons["empty"] == "malformed")
        #expect(reasons["line\\u{a}feed\\u{1b}[2J\\u{202e}"] == "control_character", "\(reasons.keys)")
        #expect(reasons["\\xFF\\xFEb"] == "unknown_format", "\(reasons.keys)")
        if bound == 0 { #expect(reasons["socket"] == "not_a_file") }
        #expect(desk.names("done").count == 2)
        // Nothing of what the links point to was read.
        #expect(!desk.run(["log", "show", "--json", "--last", "100"]).output.contains("words of secret"))
        desk.isWhole()
    }

    @Test func aSecondReaderSaysWhoReads() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let lock = open(desk.spool + "/.runner", O_RDWR | O_CREAT, 0o600)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX) == 0)
        let number = Array("\(getpid())\n".utf8)
        _ = number.withUnsafeBytes { pwrite(lock, $0.baseAddress, $0.count, 0) }
        let refused = desk.run(["spool", "run", "--once"])
        #expect(refused.status == 3 && refused.errors.contains("Process \(getpid()) reads"), "\(refused.errors)")
    }

    /// A limit on the size of files stands for the full disk.
    @Test func aFullDiskMovesNothingAndLosesNothing() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        for number in 0..<40 { try desk.put(SpoolDesk.text("n\(number)"), as: "\(number)") }
        let full = Program.run(
            ["-c", "ulimit -f 70; exec \"$0\" spool run --once", Program.path],
            environment: ["CARICC_HOME": desk.home], program: "/bin/bash")
        #expect(full.status == 4, "\(full.output)\(full.errors)")
        let left = desk.names("new").count
        #expect(left > 0)
        desk.take()
        #expect(desk.names("new").isEmpty && desk.names("done").count == 40)
        #expect(Set(desk.bodies("alertRaised").compactMap { $0["their_number"] as? String }).count == 40)
        #expect(desk.bodies("alertRaised").count == 40)
        desk.isWhole()
    }

    /// Officers with keys: what the program took in is the desk's, and a stranger's verifier agrees.
    @Test func aLogWithOfficersIsWholeAfterwards() throws {
        let desk = try OfficerDesk.founded()
        let made = desk.run(["spool", "init", "uzb", "--party", "UZB"])
        #expect(made.status == 0, "\(made.errors)")
        func put(_ text: String, _ name: String) throws {
            try text.write(toFile: "\(desk.home)/spool/uzb/new/\(name)", atomically: true, encoding: .utf8)
        }
        try put(SpoolDesk.cap("2", type: "Update", references: SpoolDesk.reference("1")), "2")
        try put("no message", "junk")
        #expect(desk.run(["spool", "run", "--once"]).status == 0)
        try put(SpoolDesk.cap("1"), "1")
        #expect(desk.run(["spool", "run", "--once"]).status == 0)
        try put(SpoolDesk.cap("1"), "again")
        let last = desk.run(["spool", "run", "--once"])
        #expect(last.status == 0, "\(last.errors)")
        let text = desk.run(["log", "show", "--json", "--last", "100"]).output
        for kind in ["alertRaised", "messageFiled", "messageHeld", "heldReleased", "messageRepeated"] {
            #expect(text.contains("\"kind\":\"\(kind)\""), "\(kind)")
        }
        // A held message is a person's to put aside, with their key.
        let held = desk.run(["spool", "held", "--json"]).output
        let name = try #require(held.firstMatch(of: /"name":"(IN-[0-9-]+)"/)).1
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        let discarded = desk.act("a.orazov", ["spool", "discard", String(name), "--reason", "no message"])
        #expect(discarded.status == 0, "\(discarded.errors)")
        desk.isWhole()
        let export = desk.folder.path + "/export"
        let exported = desk.run(["log", "export", export])
        if exported.status == 0 {
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Outside/verify_export.py").path
            let judged = Program.run([script, export], program: "python3")
            #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
        }
    }

    /// Every message of other services and every hostile file: taken in, or held with a reason; nothing else.
    @Test func everyRealAndHostileFileIsTakenOrHeld() throws {
        let data = ProcessInfo.processInfo.environment["CARICC_DATA"] ?? SpoolHostileTests.besideThePackage
        let files = ["cap", "hostile"].flatMap { SpoolHostileTests.files(under: "\(data)/\($0)") }
        guard !files.isEmpty else {
            print("No data folder: set CARICC_DATA to it. Nothing was tested on real files.")
            return
        }
        let desk = try SpoolDesk()
        try desk.partner(
            "uzb", "UZB", "formats = [\"cap\", \"labelled_text\", \"unodc_csv\", \"event_lines\"]\nper_minute = 100000")
        var contents: Set<Data> = []
        for (number, file) in files.enumerated() {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            contents.insert(bytes)
            let path = desk.folder.path + "/outgoing"
            try bytes.write(to: URL(fileURLWithPath: path))
            let name = (file as NSString).lastPathComponent.prefix(200)
            try #require(rename(path, "\(desk.spool)/uzb/new/\(number)-\(name)") == 0)
        }
        print(desk.take())
        #expect(desk.names("new").isEmpty)
        #expect(desk.names("done").count + desk.names("held").count == files.count)
        let held = desk.held()
        let reasons = Dictionary(grouping: held) { $0["reason"] as? String ?? "" }.mapValues(\.count)
        let taken = desk.bodies("alertRaised").count + desk.bodies("messageFiled").count
        print("\(files.count) files, \(contents.count) different: \(taken) messages taken in, held: \(reasons)")
        #expect(taken + held.count == contents.count)
        #expect(reasons["not_read"] == nil && reasons["other"] == nil)
        desk.isWhole()
    }

    private static let besideThePackage: String = {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return (root + ["..", "shared", "data"]).joined(separator: "/")
    }()

    private static func files(under path: String) -> [String] {
        guard let names = FileManager.default.enumerator(atPath: path) else { return [] }
        return names.compactMap { $0 as? String }.sorted().map { path + "/" + $0 }.filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
