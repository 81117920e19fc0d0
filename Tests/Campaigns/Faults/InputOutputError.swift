import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Lets the k-th system call of a writer fail, for every k, and asks afterwards what the log holds.
struct InputOutputError: FaultCampaign {
    static let title = "io-error"
    static let defaultRounds = 40
    static let configuration = CommandConfiguration(
        commandName: "io-error",
        abstract: "Fails the k-th sync or write of a writer, once or for ever; needs strace.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many events the writer appends.")
    var appends = 4

    /// A kind of failure, swept from the first call to the last.
    private struct Sweep {
        let call: String
        let error: String
        let isLasting: Bool

        var text: String { "\(call) \(error)\(isLasting ? " for ever" : "")" }
        func rule(_ k: Int) -> String { "inject=\(call):error=\(error):when=\(k)\(isLasting ? "+" : "")" }
    }

    private static let sweeps = [
        Sweep(call: "fdatasync", error: "EIO", isLasting: false),
        Sweep(call: "pwrite64", error: "ENOSPC", isLasting: false),
        Sweep(call: "fdatasync", error: "EIO", isLasting: true),
        Sweep(call: "pwrite64", error: "ENOSPC", isLasting: true),
        Sweep(call: "pwrite64", error: "EIO", isLasting: false),
        Sweep(call: "ftruncate", error: "EIO", isLasting: false),
    ]

    private struct Tally {
        var injected: [String: Int] = [:]
        var saved = 0
        var notSaved = 0
        var diskFull = 0
        var notSure = 0
        var notSureFound = 0
        var otherAnswers = 0
        var refusedToOpen = 0
    }

    func play(_ run: CampaignRun) throws {
        guard let strace = InputOutputError.strace() else {
            throw Skipped(reason: "strace is not installed, or tracing is not allowed here")
        }
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        let pristine = try prepare(log, run)
        var tally = Tally()
        var remaining = InputOutputError.sweeps.map { (sweep: $0, k: 1) }
        var round = 0
        // One step of each sweep in turn, so that a small run meets all kinds near the beginning.
        while round < run.rounds, !remaining.isEmpty {
            for place in remaining.indices.reversed() where round < run.rounds {
                let (sweep, k) = remaining[place]
                run.round = round + 1
                try PlainBytes.replace(log, by: pristine)
                let wasInjected = try playOnce(strace, folder.path, sweep.rule(k), run, &tally)
                if wasInjected {
                    round += 1
                    tally.injected[sweep.text, default: 0] += 1
                    remaining[place].k += 1
                } else {
                    remaining.remove(at: place)
                }
            }
        }
        tell(tally, finished: remaining.isEmpty, run)
    }

    private func tell(_ tally: Tally, finished: Bool, _ run: CampaignRun) {
        for (text, count) in tally.injected.sorted(by: { $0.key < $1.key }) { run.say("\(text): calls 1 to \(count)") }
        if finished { run.say("every call of the session was met") }
        run.say(
            "answers: saved \(tally.saved), not saved \(tally.notSaved), disk full \(tally.diskFull), not sure \(tally.notSure) (\(tally.notSureFound) found), another fault \(tally.otherAnswers)"
        )
        run.say("after opening anew: saved is there, not saved is not, asked again each stands once")
    }

    private static func strace() -> String? {
        guard let path = ["/usr/bin/strace", "/usr/local/bin/strace", "/bin/strace"].first(where: { access($0, X_OK) == 0 }),
            let child = try? ChildProcess(["-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "/bin/true"], executable: path, output: "/dev/null"),
            child.wait() == .exited(0)
        else { return nil }
        return path
    }

    /// A log with a few entries, as files.
    private func prepare(_ log: String, _ run: CampaignRun) throws -> [String: [UInt8]] {
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        let store = try LogStore(opening: log)
        for _ in 0..<3 { try checks.append(to: store, generator: &run.generator) }
        store.close()
        founding = checks
        return PlainBytes.folder(log).filter { !$0.key.hasSuffix("-shm") }
    }
}
