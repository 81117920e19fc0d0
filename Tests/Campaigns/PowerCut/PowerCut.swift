import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Records what a writer does to its disk, and plays back what the disk may hold when the power is cut.
struct PowerCut: FaultCampaign {
    static let title = "power-cut"
    static let defaultRounds = 200
    static let configuration = CommandConfiguration(
        abstract: "Opens the log as a power cut may leave it, at many moments of a recorded session.")

    enum Durability: String, ExpressibleByArgument, CaseIterable { case full, normal }

    @OptionGroup var options: CampaignOptions
    @Option(help: "normal is the control, which must lose acknowledged events.")
    var durability = Durability.full
    @Option(help: "How many events the recorded session appends.")
    var appends = 100

    private struct Tally {
        var withLoss = 0
        var mostLost = 0
        var notNamed = 0
        var acknowledged = 0
        var byRemainder: [SimulatedDisk.Remainder: Int] = [:]
    }

    private static let notesName = "notes"

    func play(_ run: CampaignRun) throws {
        let folder = try MemoryFolder()
        let log = folder.path + "/log"
        let before = try found(folder.path, log)
        let trace = try record(folder.path, log, run)
        // The notes lie in the watched folder, so that the trace says what was acknowledged by when.
        let points = (0..<run.rounds).map { _ in Int.random(in: 0...trace.calls.count, using: &run.generator) }.sorted()
        var disk = SimulatedDisk(before)
        var notes: [UInt8] = []
        var notesFile: UInt64?
        var taken = 0
        var tally = Tally()
        for (round, point) in points.enumerated() {
            run.round = round + 1
            while taken < point {
                let call = trace.calls[taken]
                taken += 1
                switch call {
                case .create(let file, PowerCut.notesName): notesFile = file
                case .write(let file, _, let bytes) where file == notesFile: notes += bytes
                case .sync(let file) where file == notesFile: break
                default: disk.take(call)
                }
            }
            let remainder = SimulatedDisk.Remainder.allCases.randomElement(using: &run.generator) ?? .none
            let files = disk.afterPowerCut(remainder, &run.generator)
            try PlainBytes.replace(folder.path + "/state", by: files)
            try judge(folder.path + "/state", Notes(text: String(decoding: notes, as: UTF8.self)), run, &tally)
            tally.byRemainder[remainder, default: 0] += 1
        }
        try conclude(tally, trace, run)
    }

    // MARK: Recording

    private var library: String { ChildProcess.ownFolder + "/libRecorder.so" }

    private func surroundings(_ folder: String) throws -> [String: String] {
        guard access(library, R_OK) == 0 else {
            throw Skipped(
                reason: "libRecorder.so is not beside this program; build the whole package, not this product alone")
        }
        let boot = folder + "/boot"
        try PlainBytes.write(boot, Array("0badc0de-0000-4000-8000-000000000000\n".utf8))
        return ["LD_PRELOAD": library, "CARICC_BOOT_ID": boot]
    }

    /// Founds the log in a process that believes in another start of the machine. Returns the files.
    private func found(_ folder: String, _ log: String) throws -> [String: [UInt8]] {
        let child = try ChildProcess(
            ["writer", "--log", log, "--notes", folder + "/founding", "--seed", "0", "--work", "found"],
            environment: surroundings(folder))
        guard child.wait() == .exited(0) else { throw Violation("the log could not be founded") }
        return PlainBytes.folder(log).filter { !$0.key.hasSuffix("-shm") }
    }

    private func record(_ folder: String, _ log: String, _ run: CampaignRun) throws -> Trace {
        var environment = try surroundings(folder)
        environment["CARICC_TRACE"] = folder + "/trace"
        environment["CARICC_TRACE_FOLDER"] = log
        let arguments = [
            "writer", "--log", log, "--notes", log + "/" + PowerCut.notesName, "--seed", "\(run.generator.next())",
            "--count", "\(appends)", "--reopen-every", "23", "--checkpoint-every", "17",
        ]
        let child = try ChildProcess(
            arguments + (durability == .normal ? ["--normal-durability"] : []), environment: environment)
        guard child.wait() == .exited(0) else { throw Violation("the recorded writer failed") }
        let trace = try Trace(PlainBytes.read(folder + "/trace") ?? [], folder: log)
        let syncs = trace.calls.count { if case .sync = $0 { true } else { false } }
        guard syncs > appends else { throw Violation("the recorder saw \(syncs) syncs in \(appends) appends") }
        run.say("recorded \(appends) appends: \(trace.calls.count) calls, \(syncs) syncs")
        return trace
    }

    // MARK: Judging

    private func judge(_ path: String, _ notes: Notes, _ run: CampaignRun, _ tally: inout Tally) throws {
        let checks = StandingChecks(path)
        try checks.take(notes)
        tally.acknowledged = max(tally.acknowledged, notes.saved.count)
        let store = try LogStore(opening: path)
        if durability == .normal {
            let lost = try checks.lost(in: store)
            if lost > 0 {
                tally.withLoss += 1
                tally.mostLost = max(tally.mostLost, lost)
            }
            // The head waits for the disk in either case; it may name an entry whose answer was still under way.
            if case .short = store.obstacle { return }
            if lost > 0 {
                tally.notNamed += 1
                return
            }
        }
        // Every fifth state in full; the walk over all entries checks every signature in each.
        try checks.check(store, signatures: run.round % 5 == 0)
        try checks.append(to: store, generator: &run.generator)
        try checks.check(store, signatures: false)
        store.close()
    }

    private func conclude(_ tally: Tally, _ trace: Trace, _ run: CampaignRun) throws {
        let kinds = SimulatedDisk.Remainder.allCases.map { "\($0) \(tally.byRemainder[$0] ?? 0)" }
        run.say(
            "\(durability.rawValue): \(run.rounds) states (\(kinds.joined(separator: ", "))), up to \(tally.acknowledged) acknowledged"
        )
        run.say(
            "acknowledged events lost in \(tally.withLoss) of \(run.rounds) states, \(tally.mostLost) at most; loss not named: \(tally.notNamed)"
        )
        guard durability == .normal else { return }
        run.isProof = false
        guard tally.withLoss > 0 else {
            throw Violation("the control lost nothing: this campaign could not find a loss")
        }
        guard tally.notNamed == 0 else { throw Violation("the log did not say that it is short") }
    }
}
