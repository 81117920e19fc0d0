import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// Looks for passphrases and private keys where the shell's commands might leave them.
///
/// Swap is not looked at: pages that hold secrets are locked, which is checked, and others never hold any.
@Suite(.serialized) struct ShellSecretTests {
    private struct Prey {
        let passphrase: String
        let seed: [UInt8]

        /// The forms in which they might lie about.
        var forms: [[UInt8]] {
            let words = Array(passphrase.utf8)
            return [words, seed].flatMap { bytes in
                [
                    bytes, Array(bytes.map { String(format: "%02x", $0) }.joined().utf8),
                    Array(Data(bytes).base64EncodedString().utf8.prefix(bytes.count)),
                ]
            }
        }
    }

    private func prey(_ desk: OfficerDesk, _ officer: String) throws -> Prey {
        let words = try #require(desk.passphrases[officer])
        let name = try #require(OfficerKeyName("CARICC/live/\(officer)"))
        let secret = Secret()
        for character in words { secret.append(character) }
        let key = try OfficerKeyFile.open(desk.keyFile(officer), expecting: name, passphrase: secret)
        return Prey(passphrase: words, seed: try #require(key.withSeed { Array($0) }))
    }

    /// - Parameter held: what may lie in locked memory, and must
    private func hunt(_ prey: Prey, in process: pid_t, held: [[UInt8]], _ what: String) throws {
        for file in ["cmdline", "environ"] {
            let bytes = Data(try #require(MemoryMap.bytes(of: "/proc/\(process)/\(file)")))
            for form in prey.forms { #expect(bytes.range(of: Data(form)) == nil, "\(what): \(file)") }
        }
        for form in prey.forms {
            let found = try #require(MemoryMap.places(of: Array(form.prefix(16)), in: process))
            #expect(
                found.isEmpty == !held.contains(form),
                "\(what): \(found.count) times \(String(decoding: form, as: UTF8.self))")
            for place in found { #expect(place.range.flags.isSuperset(of: ["lo", "dd", "wf"]), "\(what): \(place)") }
        }
    }

    @Test func aBatchHoldsTheKeyInLockedMemoryAndNothingElse() throws {
        guard geteuid() == 0 else { return }
        let desk = try OfficerDesk.founded()
        let prey = try prey(desk, OfficerDesk.first)
        let arguments = ["batch", "-", "--officer", OfficerDesk.first, "--passphrase-fd", "10"]
        let program = try #require(
            PipedProgram(arguments, environment: ["CARICC_HOME": desk.home], pipes: [0, 10]))
        usleep(300_000)
        try hunt(prey, in: program.process, held: [], "before the passphrase")
        program.write(prey.passphrase + "\n", to: 10)
        program.end(10)
        program.write("alert raise one --source UZB\n", to: 0)
        #expect(program.shows("saved #"), "\(program.errors)")
        try hunt(prey, in: program.process, held: [prey.seed], "with the key open")
        program.end(0)
        #expect(program.wait() == 0)
    }

    @Test func aPassphraseThatWaitsForAnotherLiesInLockedMemory() throws {
        guard geteuid() == 0 else { return }
        let desk = try OfficerDesk.founded()
        let prey = try prey(desk, OfficerDesk.first)
        let arguments = [
            "officer", "key", "passphrase", OfficerDesk.first, "--passphrase-fd", "10", "--passphrase-fd", "11",
        ]
        let program = try #require(
            PipedProgram(arguments, environment: ["CARICC_HOME": desk.home], pipes: [10, 11]))
        program.write(prey.passphrase + "\n", to: 10)
        program.end(10)
        usleep(500_000)
        try hunt(prey, in: program.process, held: [Array(prey.passphrase.utf8)], "while it waits")
        program.write("five other plain words here\n", to: 11)
        program.end(11)
        #expect(program.wait() == 0, "\(program.errors)")
        #expect(desk.act(OfficerDesk.first, ["alert", "raise", "x", "--source", "UZB"]).status == 3)
        desk.changePassphrase(of: OfficerDesk.first, to: "five other plain words here")
        #expect(desk.act(OfficerDesk.first, ["alert", "raise", "x", "--source", "UZB"]).status == 0)
    }

    @Test func nothingIsLeftOnATerminalOrInAFile() throws {
        guard TerminalSession.isAvailable else { return }
        let desk = try OfficerDesk.founded()
        let prey = try prey(desk, OfficerDesk.first)
        let session = try #require(
            TerminalSession(
                "\(TerminalSession.program) alert raise seen --source UZB --officer \(OfficerDesk.first)",
                environment: ["CARICC_HOME": desk.home]))
        #expect(session.shows("Passphrase of e.ermekov"))
        session.type(text: prey.passphrase)
        session.type("Enter")
        #expect(session.shows("saved #"))
        #expect(session.history.contains("Passphrase of"))
        #expect(!session.history.contains(prey.passphrase.prefix(8)))
        let place = desk.folder.path + "/backup"
        #expect(desk.run(["log", "backup", place]).status == 0)
        let forms = prey.forms.map { Data($0) }
        var files = 0
        for name in try FileManager.default.subpathsOfDirectory(atPath: desk.folder.path) {
            guard let bytes = FileManager.default.contents(atPath: "\(desk.folder.path)/\(name)") else { continue }
            files += 1
            for form in forms { #expect(bytes.range(of: form) == nil, "\(name)") }
        }
        #expect(files > 12)
    }

    /// A process that dies between proposal and approval takes nothing with it.
    @Test func aProposalOutlivesTheOneWhoWasAboutToApprove() throws {
        let desk = try OfficerDesk.founded()
        try desk.makeKey("a.orazov", person: "003")
        let proposed = desk.act(
            OfficerDesk.first, ["officer", "enrol", desk.card("a.orazov"), "--roles", "duty-officer"])
        let number = try #require(OfficerDesk.number(proposed))
        let arguments = ["officer", "approve", "\(number)", "--officer", OfficerDesk.second, "--passphrase-fd", "10"]
        let program = try #require(PipedProgram(arguments, environment: ["CARICC_HOME": desk.home], pipes: [10]))
        // Everything is shown before the passphrase is asked for.
        #expect(program.shows("hash: "))
        program.stop()
        #expect(desk.run(["officer", "approvals"]).output.contains("#\(number) "))
        #expect(desk.act(OfficerDesk.second, ["officer", "approve", "\(number)"]).status == 0)
        #expect(desk.act("a.orazov", ["alert", "raise", "x", "--source", "UZB"]).status == 0)
        desk.isWhole()
    }
}
