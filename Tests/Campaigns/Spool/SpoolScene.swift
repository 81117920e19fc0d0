import EventLog
import Glibc
import Model
import TestSupport

/// A log, a spool of several partners, and the messages that were put into it.
final class SpoolScene {
    let folder: TemporaryFolder
    let log: String
    let spool: String
    let partners: [String]
    /// The hash of the bytes of every message that was put there, and of which partner.
    private(set) var sent: [String: String] = [:]
    /// Hashes that were put there more than once.
    private(set) var doubled: Set<String> = []
    private(set) var fileCount = 0
    private var number = 0

    init(partners: [String]) throws {
        folder = try TemporaryFolder()
        log = folder.path + "/log"
        spool = folder.path + "/spool"
        self.partners = partners
        try StandingChecks.found(log)
        for partner in partners {
            let made = try ChildProcess(
                ["spool", "init", partner, "--spool", spool, "--log", log], executable: SpoolScene.program,
                output: folder.path + "/words")
            guard made.wait() == .exited(0) else { throw Violation("no folder for \(partner): \(words)") }
            let settings = "party = \"\(partner)\"\nper_minute = 100000\nper_day = 10000000\n"
            try PlainBytes.write("\(spool)/\(partner)/partner.toml", Array(settings.utf8))
        }
        mkdir(folder.path + "/out", 0o700)
    }

    static var program: String { ChildProcess.ownFolder + "/caricc" }

    /// What the programs said.
    var words: String { String(decoding: (PlainBytes.read(folder.path + "/words") ?? []).suffix(2_000), as: UTF8.self) }

    func start(_ arguments: [String] = []) throws -> ChildProcess {
        try ChildProcess(
            ["spool", "run", "--spool", spool, "--log", log] + arguments, executable: SpoolScene.program,
            output: folder.path + "/words")
    }

    // MARK: Sending

    /// Puts a message of a partner into `new` as a partner does: written elsewhere, then renamed.
    func send(_ bytes: [UInt8], by partner: String, name: String? = nil) throws {
        fileCount += 1
        let name = name ?? "m\(fileCount).txt"
        let path = "\(folder.path)/out/\(fileCount)"
        try PlainBytes.write(path, bytes)
        guard rename(path, "\(spool)/\(partner)/new/\(name)") == 0 else {
            throw Violation("\(name): \(String(cString: strerror(errno)))")
        }
        let hash = Hashing.plain(bytes).hex
        if sent.updateValue(partner, forKey: hash) != nil { doubled.insert(hash) }
    }

    /// A few messages that belong together, some of them in the wrong order, some unreadable, some twice.
    func sendSome(_ count: Int, _ generator: inout SeededGenerator) throws {
        var texts: [(String, String)] = []
        for _ in 0..<count {
            number += 1
            let partner = partners[number % partners.count]
            let chance = Int.random(in: 0..<10, using: &generator)
            switch chance {
            case 0..<5: texts.append((message(number, "warning", partner), partner))
            case 5, 6:
                texts.append((message(number, "feedback", partner, about: "\(partner)-w\(number)"), partner))
                texts.append((message(number, "warning", partner, name: "\(partner)-w\(number)"), partner))
            case 7:
                texts.append((message(number, "cancellation", partner, about: "\(partner)-never-\(number)"), partner))
            case 8: texts.append(("<alert>\(number)</alert>", partner))
            default:
                let text = message(number, "warning", partner)
                texts += [(text, partner), (text, partner)]
            }
        }
        for (text, partner) in texts { try send(Array(text.utf8), by: partner) }
    }

    func message(_ number: Int, _ kind: String, _ partner: String, name: String? = nil, about: String? = nil) -> String
    {
        """
        CARICC MESSAGE 1
        KIND: \(kind)
        FROM: desk-\(partner)
        NUMBER: \(name ?? "\(partner)-\(kind)-\(number)")
        DATE: 2026-10-17 04:06 +05:00
        \(about.map { "REFERS TO: \($0)\n" } ?? "")HEADLINE: message \(number)
        ITEM: heroin, 5.065 kg
        PLATE: 01 A 123 BC
        TEXT:
        a lorry with \(number) pallets, call +998 90 123 45 67
        END

        """
    }

    // MARK: Checking

    struct Count: Equatable {
        var raised = 0
        var filed = 0
        var held = 0
        var waiting = 0
    }

    /// Every message is in the log exactly once, every file is in `done` or `held`, and the log is whole.
    @discardableResult
    func check(_ checksFiles: Bool = true) throws -> Count {
        let store = try LogStore(opening: log)
        var count = Count()
        var places: [String: Int] = [:]
        var open: [SubjectName: String] = [:]
        var released: Set<String> = []
        for entry in try store.entries(from: 0, limit: Int(try store.size())) {
            switch entry.event {
            case .alert(.raised(let body)):
                count.raised += 1
                if let raw = body.head.raw { places[raw, default: 0] += 1 }
            case .alert(.messageFiled(let body)):
                count.filed += 1
                if let raw = body.head.raw { places[raw, default: 0] += 1 }
            case .intake(.held(let body)):
                count.held += 1
                guard let raw = body.raw else { continue }
                if open.values.contains(raw) { throw Violation("\(raw) is held twice") }
                open[entry.subject] = raw
            case .intake(.released), .intake(.discarded):
                if let raw = open.removeValue(forKey: entry.subject) { released.insert(raw) }
            default: break
            }
        }
        for raw in open.values { places[raw, default: 0] += 1 }
        count.waiting = open.count
        for (hash, partner) in sent {
            let times = places[hash] ?? 0
            guard times == 1 else { throw Violation("message \(hash) of \(partner) is in the log \(times) times") }
        }
        guard places.count == sent.count else { throw Violation("\(places.count) messages, \(sent.count) were sent") }
        for raw in released where places[raw] != 1 { throw Violation("\(raw) was released to nothing") }
        if checksFiles { try checkFiles() }
        guard let report = Verifier.verify(path: log, mode: .full, signatures: true), report.isWhole else {
            throw Violation("the log is not whole")
        }
        return count
    }

    private func checkFiles() throws {
        var left: [String: Int] = [:]
        for partner in partners {
            let new = PlainBytes.names("\(spool)/\(partner)/new")
            guard new.isEmpty else { throw Violation("\(new.count) files are left in new: \(new.prefix(3)); \(words)") }
            for part in ["done", "held"] {
                for name in PlainBytes.names("\(spool)/\(partner)/\(part)") {
                    guard let bytes = PlainBytes.read("\(spool)/\(partner)/\(part)/\(name)") else { continue }
                    left[Hashing.plain(bytes).hex, default: 0] += 1
                }
            }
        }
        let total = left.values.reduce(0, +)
        guard total == fileCount else { throw Violation("\(total) files of \(fileCount) are in done and held") }
        for hash in sent.keys where left[hash] == nil { throw Violation("the file of \(hash) is gone") }
    }
}
