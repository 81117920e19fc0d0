import EventLog
import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// Officers at consoles of the whole program: sign-on, lock, two persons, and what a kill leaves behind.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable)) struct SignOnStoryTests {
    /// A log with two officers and a delivery.
    static func makeDesk(in folder: TemporaryFolder) throws -> OfficersOnDisk {
        let desk = try OfficersOnDisk(in: folder.path)
        let store = try LogStore(opening: desk.log)
        defer { store.close() }
        let signer = try desk.signer("a.orazov", as: .dutyOfficer)
        var ids = EventIDSource()
        let opened = DeliveryOpened(
            priority: 2, goods: "heroin 38.4 kg", method: .intact, conveyance: nil, initiator: "TJK")
        let proposal = Proposal(
            .new(.deliveries), .delivery(.opened(opened)), id: ids.next(at: MachineMoment.now().wall), actor: "a.orazov"
        )
        _ = try store.append([proposal], moment: .now(), signer: signer)
        return desk
    }

    static func console(_ desk: OfficersOnDisk, _ options: String = "") throws -> TerminalSession {
        try #require(
            TerminalSession(
                "\(TerminalSession.program) --log \(desk.log) \(options)", width: 110, height: 30,
                environment: desk.environment))
    }

    static func signOn(_ console: TerminalSession, _ passphrase: String = OfficersOnDisk.passphrase) {
        _ = console.shows("Passphrase")
        // Key by key, as a person types; what arrives in one burst is a paste.
        console.type(text: passphrase)
        console.type("Enter")
    }

    static func entries(_ desk: OfficersOnDisk) throws -> [Entry] {
        let store = try LogStore(opening: desk.log, access: .reading)
        return try store.entries(from: 0, limit: 1_000)
    }

    @Test func aProposalOutlivesTheConsoleThatMadeItAndAnotherPersonApprovesIt() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let first = try Self.console(desk)
        #expect(first.shows("Who signs on?"))
        first.type("Enter")
        #expect(first.shows("In which role"))
        first.type("Enter")
        Self.signOn(first)
        #expect(first.shows("Signed on: a.orazov, duty officer", seconds: 30), "\(first.screen)")
        first.type(text: ":send-request")
        first.type("Enter")
        #expect(first.shows("Needs a second person"))
        // What comes in one burst would be a paste, with the tabulators in it.
        first.type(text: "tjk")
        #expect(first.shows("tjk"))
        first.type("Tab")
        #expect(first.shows(">Channel"))
        first.type(text: "CENcomm")
        #expect(first.shows("CENcomm"))
        first.type("Tab", "Tab")
        #expect(first.shows(">Text"))
        first.type(text: "name the driver")
        #expect(first.shows("name the driver"))
        for _ in 0..<8 { first.type("Enter") }
        #expect(first.shows("Proposed as #5"), "\(first.screen)")
        // Killed: nothing of it may be lost, and its key dies with it.
        let process = try #require(first.process)
        #expect(kill(process, SIGKILL) == 0)

        let second = try Self.console(desk, "--officer s.karimova")
        Self.signOn(second)
        #expect(second.shows("Signed on: s.karimova", seconds: 30), "\(second.screen)")
        #expect(second.shows("a.orazov waits"))
        second.type(text: ":approvals")
        second.type("Enter")
        second.type("Enter")
        #expect(second.shows("name the driver"))
        // Nobody approves what was not fetched yet.
        #expect(second.shows("Hash"))
        second.type("a")
        Self.signOn(second)
        #expect(second.shows("APPROVED #5", seconds: 30), "\(second.screen)")
        second.type(text: ":quit")
        second.type("Enter")
        #expect(second.shows("LEFT"))
        let entries = try Self.entries(desk)
        let kinds = entries.map(\.kind).suffix(5)
        #expect(
            kinds == ["officerSignedOn", "actionProposed", "officerSignedOn", "actionApproved", "officerSignedOff"])
        #expect(entries.suffix(5).map(\.actor) == ["a.orazov", "a.orazov", "s.karimova", "s.karimova", "s.karimova"])
        #expect(Program.run(["log", "verify", desk.log]).status == 0)
    }

    @Test func wrongPassphrasesAreWrittenAndLockingHidesWhatWasThere() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let console = try Self.console(desk, "--officer s.karimova")
        #expect(console.shows("NOBODY SIGNED ON"))
        #expect(!console.screen.contains("heroin"))
        for count in 1...3 {
            Self.signOn(console, "not the right one \(count)")
            #expect(console.shows("not the passphrase", seconds: 30))
            // The next try waits two seconds at most here.
            usleep(count == 1 ? 100_000 : 1_200_000)
        }
        let isWritten = console.wait { _ in (try? Self.entries(desk).last?.kind) == "signOnFailed" }.holds
        #expect(isWritten)
        sleep(2)
        Self.signOn(console)
        #expect(console.shows("Signed on: s.karimova", seconds: 30), "\(console.screen)")
        #expect(console.shows("heroin"))
        console.type("L")
        #expect(console.shows("LOCKED s.karimova"))
        #expect(!console.screen.contains("heroin"))
        console.type("Enter")
        #expect(console.shows("L unlocks it"))
        // The terminal goes away: the log says that nobody sits there any longer.
        console.kill()
        let end = Date().addingTimeInterval(15)
        while try Self.entries(desk).last?.kind != "officerSignedOff", Date() < end { usleep(50_000) }
        guard case .officer(.signedOff(let off))? = try Self.entries(desk).last?.event else {
            Issue.record("no sign-off: \(try Self.entries(desk).map(\.kind))")
            return
        }
        #expect(off.cause == .hangUp)
        #expect(Program.run(["log", "verify", desk.log]).status == 0)
    }

    @Test func thePlainModeAsksWithoutEcho() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let talk = try #require(
            LineProgram(["--lines", "--log", desk.log], settings: ["TERM": ""].merging(desk.environment) { $1 }))
        #expect(talk.waits(for: "Nobody is signed on"))
        talk.type("sign-on s.karimova\n")
        #expect(talk.waits(for: "Passphrase>"))
        talk.type(OfficersOnDisk.passphrase + "\u{7F}2\n")
        #expect(talk.waits(for: "Signed on: s.karimova", seconds: 30), "\(talk.heard)")
        #expect(!talk.heard.contains("river"), "nothing of it is echoed")
        talk.type("lock\n")
        #expect(talk.waits(for: "LOCKED"))
        talk.type("read\n")
        #expect(talk.waits(for: "details are hidden"))
        talk.type("quit\n")
        #expect(talk.status() == 0)
        #expect(talk.echoes)
        let script = "sign-on s.karimova\n\(OfficersOnDisk.passphrase)\nnote CD-2026-001 called\nyes\nquit\n"
        let outcome = LineProgram.run(
            ["--lines", "--log", desk.log], input: script, environment: desk.environment)
        #expect(outcome.output.contains("Saved #"), "\(outcome.output) \(outcome.errors)")
        #expect(!outcome.output.contains("river"))
    }

    @Test func stoppingTheProgramLocksItFirst() throws {
        let folder = try TemporaryFolder()
        let desk = try Self.makeDesk(in: folder)
        let console = try Self.console(desk, "--officer s.karimova")
        Self.signOn(console)
        #expect(console.shows("Signed on", seconds: 30))
        let process = try #require(console.process)
        console.type("C-z")
        let end = Date().addingTimeInterval(10)
        while Self.state(of: process) != "T", Date() < end { usleep(20_000) }
        #expect(Self.state(of: process) == "T")
        kill(process, SIGCONT)
        #expect(console.shows("LOCKED s.karimova"), "\(console.screen)")
    }

    /// R, S, T … as the kernel names it.
    static func state(of process: pid_t) -> String {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let rest = text.split(separator: ")").last
        else { return "" }
        return rest.split(separator: " ").first.map(String.init) ?? ""
    }
}
