import EventLog
import Glibc
import Model
import TestSupport

/// The same by keys: the form of the acceptance stands open on two consoles, both press the key that saves at once, and one of
/// the two is killed at another instant each time, from before it has read the key to after it has certified the handover.
extension Acceptance {
    /// After this long a console has accepted, certified and shown the certificate.
    private static let span: UInt32 = 150_000

    func playAtConsoles(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        try begin(log)
        var tally = Tally()
        for round in 1...run.rounds {
            run.round = round
            let (from, to) = (Acceptance.officers[round % 2], Acceptance.officers[(round + 1) % 2])
            let old = try offer(log, by: from, to: to)
            let victim = try form(log, of: to, folder.path)
            let rival = round.isMultiple(of: 2) ? try form(log, of: to, folder.path) : nil
            // Both in the same millisecond, now this one first, now that one.
            for console in round.isMultiple(of: 4) ? [rival, victim] : [victim, rival] { console?.type("\u{13}") }
            let moment = UInt32(round % 50) * (Acceptance.span / 50)
            usleep(moment + UInt32.random(in: 0..<(Acceptance.span / 50), using: &run.generator))
            victim.process.kill()
            if victim.process.wait() == .killed(signal: SIGKILL) { tally.kills += 1 }
            if let rival {
                tally.duels += 1
                try expectTaken(log, old, rival)
                rival.process.kill()
                rival.process.wait()
            }
            try judge(log, old, to: to, folder.path, &tally)
        }
        run.say("\(tally.kills) consoles killed after the key was pressed, \(tally.duels) beside a rival")
        run.say("\(tally.accepted) had taken the watch; one officer had it each time, never two and never none")
        run.say("\(run.rounds) handovers certified, each by the first checkpoint that covers it")
    }

    /// A console of the officer to whom the watch is offered, with the form of the acceptance open.
    private func form(_ log: String, of officer: String, _ home: String) throws -> ConsoleChild {
        let console = try ConsoleChild(["--log", log, "--officer", officer], program: SpoolScene.program, home: home)
        guard console.shows("LIVE") else { throw Violation("a console does not come up") }
        console.type(":take-watch\r")
        guard console.shows("Reservation") else { throw Violation("a console does not offer to take the watch") }
        return console
    }

    /// The rival goes on: it takes the watch, or sees that its officer has it.
    private func expectTaken(_ log: String, _ old: SubjectName, _ rival: ConsoleChild) throws {
        let store = try LogStore(opening: log, access: .reading)
        let watch = Stopwatch()
        while try store.board().watch?.name == old {
            rival.drain()
            guard watch.milliseconds < 60_000 else { throw Violation("a console does not take the watch any more") }
            usleep(5_000)
        }
    }
}
