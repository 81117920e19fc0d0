import EventLog
import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// A handover between consoles of the whole program: who signs where, and what a console that is lost leaves behind.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable)) struct CertificateStoryTests {
    private static let outgoing = "a.orazov"
    private static let incoming = "s.karimova"

    /// The first has the watch and has offered it to the second.
    private static func makeDesk(in folder: TemporaryFolder) throws -> OfficersOnDisk {
        let desk = try OfficersOnDisk(in: folder.path, bothTakeTheWatch: true)
        let now = MachineMoment.now().wall
        try write(desk, by: outgoing) { _ in
            [
                (
                    .new(.shifts),
                    .shift(
                        .started(
                            ShiftStarted(
                                officer: "Orazov D.M.", officerID: outgoing, until: now + .hours(8)))), nil
                )
            ]
        }
        try write(desk, by: outgoing) { board in
            let watch = try #require(board.watch)
            let written = HandoverDraft(board, for: watch, at: now).written(riskReason: "a test at any hour")
            return [(.existing(watch.name), .shift(.offered(ShiftOffered(to: incoming, handover: written))), nil)]
        }
        return desk
    }

    private static func write(
        _ desk: OfficersOnDisk, by officer: String,
        _ events: (Board) throws -> [(target: Proposal.Target, event: Event, expecting: Int64?)]
    ) throws {
        let store = try LogStore(opening: desk.log)
        defer { store.close() }
        var ids = EventIDSource()
        let proposals = try events(store.board()).map {
            Proposal(
                $0.target, $0.event, id: ids.next(at: MachineMoment.now().wall), actor: officer,
                expecting: $0.expecting)
        }
        _ = try store.append(proposals, moment: .now(), signer: try desk.signer(officer, as: .dutyOfficer))
    }

    /// At a third place, where nobody makes a checkpoint.
    private static func accept(_ desk: OfficersOnDisk) throws {
        try write(desk, by: incoming) { board in
            WatchRelief(
                of: try #require(board.watch), by: incoming, named: "Karimova S.T.",
                until: MachineMoment.now().wall + .hours(12)
            ).events
        }
    }

    private static func console(_ desk: OfficersOnDisk, _ officer: String) throws -> TerminalSession {
        let console = try SignOnStoryTests.console(desk, "--officer \(officer)")
        if console.shows("In which role", seconds: 3) { console.type("Enter") }
        SignOnStoryTests.signOn(console)
        #expect(console.shows("Signed on: \(officer)", seconds: 30), "\(console.screen)")
        return console
    }

    private static func missing(_ desk: OfficersOnDisk) throws -> [String]? {
        let store = try LogStore(opening: desk.log, access: .reading)
        guard let relief = try store.relief() else { return nil }
        return try store.certificate(of: relief)?.missing.map(\.officer)
    }

    @Test func eachSignsAtTheirOwnConsoleAndALostOneCatchesUp() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let first = try Self.console(desk, Self.outgoing)
        // Lost in the middle: what was offered is in the log, and so is what is accepted meanwhile.
        kill(try #require(first.process), SIGKILL)
        let second = try Self.console(desk, Self.incoming)
        try Self.accept(desk)
        #expect(second.shows("Certified: handover of SH-2026-001", seconds: 30), "\(second.screen)")
        #expect(second.shows("this line is MISSING"))
        #expect(try Self.missing(desk) == [Self.outgoing])
        let again = try Self.console(desk, Self.outgoing)
        #expect(again.shows("Certified: handover of SH-2026-001", seconds: 30), "\(again.screen)")
        #expect(try Self.missing(desk) == [])
        second.type("Escape")
        // What follows at once would be a key with Alt.
        _ = second.wait { !$0.contains("Certified:") }
        second.type(text: ":certificate")
        second.type("Enter")
        let whole = second.wait { $0.contains("Control phrase") && !$0.contains("MISSING") }
        #expect(whole.holds, "\(whole.screen)")
        #expect(Program.run(["log", "verify", desk.log]).status == 0)
    }

    @Test func bothSignAtOneConsole() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let console = try Self.console(desk, Self.incoming)
        try Self.accept(desk)
        #expect(console.shows("this line is MISSING", seconds: 30), "\(console.screen)")
        console.type("s")
        SignOnStoryTests.signOn(console, "not the right one")
        #expect(console.shows("not the passphrase", seconds: 30))
        #expect(try Self.missing(desk) == [Self.outgoing])
        SignOnStoryTests.signOn(console)
        let whole = console.wait(seconds: 30) { $0.contains("Control phrase") && !$0.contains("MISSING") }
        #expect(whole.holds, "\(whole.screen)")
        #expect(try Self.missing(desk) == [])
        console.type("Escape")
        // Whoever took the watch still sits there.
        #expect(console.shows(Self.incoming))
        #expect(Program.run(["log", "verify", desk.log]).status == 0)
    }
}
