import EventLog
import Foundation
import Glibc
import Model

/// A spool of four partners beside a log, and the product's reader of it.
final class SpoolScene {
    private let bench: Workbench
    let log: String
    let spool: String
    let templates: MessageTemplates
    static let partners = ["UZB", "KAZ", "TJK", "KGZ"]

    init(_ bench: Workbench, log: String, _ templates: MessageTemplates) throws {
        self.bench = bench
        self.log = log
        spool = log + "/spool"
        self.templates = templates
        for partner in SpoolScene.partners {
            try bench.command(["spool", "init", partner, "--log", log])
            let settings = "party = \"\(partner)\"\nper_minute = 100000\nper_day = 10000000\n"
            try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(spool)/\(partner)/partner.toml"))
        }
        guard mkdir(log + "/out", 0o700) == 0 else { throw PseudoTerminal.Failure(description: "\(log)/out") }
    }

    /// Those of the templates that the product takes in: each is tried in a log of its own.
    static func usable(_ bench: Workbench) throws -> MessageTemplates {
        let all = try MessageTemplates(folder: bench.messages)
        return try bench.scratch("templates") { path in
            let identity = try LogIdentity(centre: "CARICC", desk: "BENCH", isExercise: false, epoch: "2026")
            try LogStore.found(path, identity: identity, actor: LogMaker.actor, moment: .now())
            let scene = try SpoolScene(bench, log: path, all)
            for place in 0..<all.count {
                try scene.send(place, all.text(place, of: place))
            }
            try bench.command(["spool", "run", "--once", "--log", path])
            let taken = try scene.taken()
            let usable = all.filtered { taken[MessageTemplates.name($0)] == 1 }
            guard usable.count > 0 else {
                throw PseudoTerminal.Failure(description: "\(bench.messages) has no message that is taken in")
            }
            return usable
        }
    }

    /// Puts a message into `new` as partners do: written elsewhere, then renamed.
    func send(_ number: Int, _ text: String? = nil) throws {
        let path = "\(log)/out/\(number)"
        let bytes = Array((text ?? templates.text(number)).utf8)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw PseudoTerminal.Failure(description: path) }
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        let partner = SpoolScene.partners[number % SpoolScene.partners.count]
        guard count == bytes.count, rename(path, "\(spool)/\(partner)/new/m\(number).xml") == 0 else {
            throw PseudoTerminal.Failure(description: "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// How often each message is in the log, by its number.
    func taken() throws -> [String: Int] {
        let store = try LogStore(opening: log, access: .reading)
        var taken: [String: Int] = [:]
        var next: Int64 = 0
        let size = try store.size()
        while next < size {
            for entry in try store.entries(from: next, limit: 5_000) {
                if let number = entry.sentNumber { taken[number, default: 0] += 1 }
            }
            next += 5_000
        }
        return taken
    }

    /// "each once, new is empty", or what is wrong.
    func verdict(of count: Int) throws -> (text: String, isMet: Bool) {
        let taken = try taken()
        let once = taken.values.count { $0 == 1 }
        let left = SpoolScene.partners.reduce(0) { $0 + SpoolScene.names("\(spool)/\($1)/new") }
        let done = SpoolScene.partners.reduce(0) { $0 + SpoolScene.names("\(spool)/\($1)/done") }
        guard once == count, taken.count == count, left == 0, done == count else {
            let found = [once, taken.count - once, left, done].map { Decimal.grouped(Int64($0)) }
            return ("\(found[0]) once, \(found[1]) more often, \(found[2]) left in new, \(found[3]) in done", false)
        }
        return ("each in the log once, new is empty", true)
    }

    static func names(_ folder: String) -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
    }
}

extension Entry {
    /// The number of a message from elsewhere.
    var sentNumber: String? {
        switch event {
        case .alert(.raised(let body)): body.head.theirNumber
        case .alert(.messageFiled(let body)): body.head.theirNumber
        default: nil
        }
    }
}

extension Workbench {
    /// Runs the product to its end; returns what it said and how long it took.
    @discardableResult
    func command(_ arguments: [String]) throws -> (text: String, duration: Duration) {
        let start = ContinuousClock.now
        let child = try child(arguments)
        let data = child.output.readDataToEndOfFile()
        child.process.waitUntilExit()
        guard child.process.terminationStatus <= 1 else {
            throw PseudoTerminal.Failure(
                description: "caricc \(arguments.joined(separator: " ")): exit \(child.process.terminationStatus)")
        }
        return (String(decoding: data, as: UTF8.self), ContinuousClock.now - start)
    }

    /// Starts the product without a terminal.
    func child(_ arguments: [String]) throws -> (process: Process, output: FileHandle) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, pipe.fileHandleForReading)
    }
}
