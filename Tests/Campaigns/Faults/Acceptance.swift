import ArgumentParser
import EventLog
import Foundation
import Glibc
import Model
import TestSupport

/// The officer to whom the watch was offered accepts it at two consoles in the same second, and one of the two is killed in every
/// system call in turn, from the first one that touches the log for writing to the last.
struct Acceptance: FaultCampaign {
    static let title = "acceptance"
    static let defaultRounds = 300
    static let configuration = CommandConfiguration(
        abstract: "Kills an acceptance of the watch at each system call, alone and beside a rival; needs strace.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "With which call of the window to begin.")
    var first = 1

    /// One call of the program: the n-th of its kind in one of its threads.
    private struct Call: Equatable {
        let name: String
        let number: Int
    }

    private static let officers = ["sagynbaeva", "orazov"]

    /// What the rounds came to.
    private struct Tally {
        var kills = 0
        var accepted = 0
        var duels = 0
    }

    func play(_ run: CampaignRun) throws {
        guard access("/usr/bin/strace", X_OK) == 0 else { throw Skipped(reason: "strace is not installed") }
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        try begin(log)
        var tally = Tally()
        // The first acceptance is watched and left alone: it says which calls there are.
        let calls = try window(log, folder.path)
        run.say("\(calls.count) system calls from the first that takes the log for writing to the last that leaves it")
        var place = min(first, calls.count) - 1
        for round in 1...run.rounds {
            run.round = round
            let (from, to) = (Acceptance.officers[round % 2], Acceptance.officers[(round + 1) % 2])
            let old = try offer(log, by: from, to: to)
            let victim = try accept(log, as: to, folder.path, killedAt: calls[place])
            let rival = round.isMultiple(of: 2) ? try accept(log, as: to, folder.path, killedAt: nil) : nil
            let end = victim.wait()
            if let rival {
                tally.duels += 1
                // The rival has the watch, or is told that this officer has it already.
                guard [.exited(0), .exited(3)].contains(rival.wait()) else { throw Violation("the rival failed") }
            }
            try judge(log, old, to: to, folder.path, &tally)
            if end == .killed(signal: SIGKILL) { tally.kills += 1 }
            place = (place + 1) % calls.count
        }
        guard tally.kills > 0 else { throw Skipped(reason: "strace killed nothing here") }
        run.say("\(tally.kills) acceptances killed, each at another system call, \(tally.duels) beside a rival")
        run.say("\(tally.accepted) had taken the watch; one officer had it each time, never two and never none")
        run.say("\(run.rounds) handovers certified, each by the first checkpoint that covers it")
    }

    /// Every call between the first that writes to a file of the log and the last that touches one, by kind and number.
    private func window(_ log: String, _ folder: String) throws -> [Call] {
        let (from, to) = (Acceptance.officers[0], Acceptance.officers[1])
        _ = try offer(log, by: from, to: to)
        let trace = folder + "/trace"
        let words = [SpoolScene.program, "handover", "accept", "--log", log, "--officer", to, "--until", "12h"]
        let child = try ChildProcess(
            ["-qq", "-f", "-y", "-o", trace] + words, executable: "/usr/bin/strace", output: folder + "/words")
        guard child.wait() == .exited(0) else { throw Violation("the watched acceptance failed") }
        var counts: [String: Int] = [:]
        var all: [(call: Call, line: Substring)] = []
        for line in try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2 else { continue }
            // A short process number is filled up with blanks.
            let said = parts[1].drop { $0 == " " }
            guard let name = said.split(separator: "(").first,
                name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
            else { continue }
            let key = "\(parts[0]) \(name)"
            counts[key, default: 0] += 1
            all.append((Call(name: String(name), number: counts[key] ?? 1), said))
        }
        let writing = ["pwrite64(", "write(", "ftruncate(", "fcntl(", "flock("]
        func isOfLog(_ line: Substring) -> Bool { line.contains(log + "/") }
        guard
            let begin = all.firstIndex(where: { item in
                isOfLog(item.line) && writing.contains { item.line.hasPrefix($0) }
            }), let end = all.lastIndex(where: { isOfLog($0.line) }), begin < end
        else { throw Violation("the trace shows no append") }
        return all[begin...end].map(\.call)
    }

    private func begin(_ log: String) throws {
        let store = try LogStore(opening: log)
        let officer = Acceptance.officers[0]
        let started = ShiftStarted(officer: officer, officerID: officer, until: MachineMoment.now().wall + .hours(12))
        try append(store, [(.new(.shifts), .shift(.started(started)), nil)], as: officer)
        store.close()
    }

    private func append(
        _ store: LogStore, _ events: [(target: Proposal.Target, event: Event, expecting: Int64?)], as officer: String
    ) throws {
        var ids = EventIDSource()
        let moment = MachineMoment.now()
        _ = try store.append(
            events.map {
                Proposal(
                    $0.target, $0.event, id: ids.next(at: moment.wall), actor: officer, expecting: $0.expecting)
            }, moment: moment)
    }

    private func offer(_ log: String, by officer: String, to next: String) throws -> SubjectName {
        let store = try LogStore(opening: log)
        defer { store.close() }
        let board = try store.board()
        guard let watch = board.watch, watch.officerID == officer else { throw Violation("\(officer) has no watch") }
        let now = MachineMoment.now().wall
        let written = HandoverDraft(board, for: watch, at: now).written(riskReason: "a test at any hour")
        try append(
            store, [(.existing(watch.name), .shift(.offered(ShiftOffered(to: next, handover: written))), nil)],
            as: officer)
        return watch.name
    }

    private func accept(_ log: String, as officer: String, _ folder: String, killedAt call: Call?) throws
        -> ChildProcess
    {
        let words = [
            SpoolScene.program, "handover", "accept", "--log", log, "--officer", officer, "--until", "12h",
        ]
        guard let call else {
            return try ChildProcess(Array(words.dropFirst()), executable: words[0], output: folder + "/words")
        }
        let trace = [
            "-qq", "-f", "-o", "/dev/null", "-e", "inject=\(call.name):signal=KILL:when=\(call.number)",
        ]
        return try ChildProcess(trace + words, executable: "/usr/bin/strace", output: folder + "/words")
    }

    /// One holder, a chain that holds, and a certificate as soon as somebody asks for it.
    private func judge(_ log: String, _ old: SubjectName, to next: String, _ folder: String, _ tally: inout Tally)
        throws
    {
        let store = try LogStore(opening: log)
        guard let watch = try store.board().watch, try store.foldedBoard(to: store.size()).shifts.count == 1 else {
            throw Violation("after an acceptance there is not one officer on watch")
        }
        store.close()
        if watch.name == old {
            let again = try accept(log, as: next, folder, killedAt: nil)
            guard again.wait() == .exited(0) else { throw Violation("the offer could not be accepted again") }
        } else {
            tally.accepted += 1
        }
        let sign = ["handover", "certificate", old.text, "--sign", "--log", log]
        let signing = try ChildProcess(sign, executable: SpoolScene.program, output: folder + "/words")
        guard signing.wait() == .exited(0) else { throw Violation("the handover could not be certified") }
        let after = try LogStore(opening: log)
        defer { after.close() }
        guard let relief = try after.relief(of: old), relief.incoming.officer == next,
            let certificate = try after.certificate(of: relief)
        else { throw Violation("\(old) has no certificate") }
        let covering = try after.checkpoints().map(\.size).filter { $0 > relief.last }
        guard certificate.size == covering.min() else {
            throw Violation("#\(relief.last) is certified by \(certificate.size), covered by \(covering)")
        }
        guard let report = Verifier.verify(path: log), report.isWhole else { throw Violation("the log is not whole") }
    }
}
