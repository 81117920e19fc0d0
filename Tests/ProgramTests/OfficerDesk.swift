import Foundation
import TestSupport
import Testing

/// A log with officers' keys, as two custodians make it with the built program.
final class OfficerDesk {
    let folder: TemporaryFolder
    /// The folder of the log, with the keys in it.
    let home: String
    private(set) var passphrases: [String: String] = [:]

    static let first = "e.ermekov"
    static let second = "s.karimova"

    init() throws {
        folder = try TemporaryFolder()
        home = folder.path + "/log"
    }

    /// A log with two custodians, and one officer of the watch.
    static func founded() throws -> OfficerDesk {
        let desk = try OfficerDesk()
        try desk.makeKey(first, person: "001")
        try desk.makeKey(second, person: "002")
        let founding = desk.run(
            [
                "log", "create", desk.home, "--centre", "CARICC", "--desk", "A", "--custodian", desk.card(first),
                "--custodian", desk.card(second), "--sheet", desk.folder.path + "/sheet",
            ], by: [first, second])
        #expect(founding.status == 0, "\(founding.errors)")
        return desk
    }

    func card(_ officer: String, _ suffix: String = "") -> String { "\(folder.path)/\(officer)\(suffix).card" }

    func keyFile(_ officer: String) -> String { "\(home)/keys/CARICC+live+\(officer).key" }

    func makeKey(_ officer: String, person: String, suffix: String = "") throws {
        passphrases[officer] = "four plain words of \(officer)\(suffix)"
        let made = run(
            [
                "officer", "key", "new", officer, "--name", "Officer \(officer)", "--person", person, "--centre",
                "CARICC",
            ], by: [officer])
        try #require(made.status == 0, "\(made.errors)")
        try made.output.write(toFile: card(officer, suffix), atomically: true, encoding: .utf8)
    }

    /// Runs the program with the passphrases of these officers, in this order, each on a descriptor of its own.
    func run(_ arguments: [String], by officers: [String] = [], input: String? = nil, extra: [String] = [])
        -> Program.Outcome
    {
        let words = officers.map { passphrases[$0] ?? "no passphrase" } + extra
        var texts: [Int32: String] = [:]
        var options: [String] = []
        for (number, word) in words.enumerated() {
            texts[Int32(number + 10)] = word + "\n"
            options += ["--passphrase-fd", "\(number + 10)"]
        }
        if let input { texts[0] = input }
        return Program.run(arguments + options, environment: ["CARICC_HOME": home], texts: texts)
    }

    /// The same as the first of these officers.
    func act(_ officer: String, _ arguments: [String], input: String? = nil, extra: [String] = []) -> Program.Outcome {
        run(arguments + ["--officer", officer], by: [officer], input: input, extra: extra)
    }

    func changePassphrase(of officer: String, to words: String) { passphrases[officer] = words }

    /// The number in “saved #12 …” or “proposed as #12 …”.
    static func number(_ outcome: Program.Outcome) -> Int? {
        guard let match = outcome.output.firstMatch(of: /(?:saved|proposed as|as) #(\d+)/) else { return nil }
        return Int(match.1)
    }

    /// Proposes as the first custodian and approves as the second.
    func decide(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let proposed = act(OfficerDesk.first, arguments)
        let number = try #require(OfficerDesk.number(proposed), "\(proposed.output)\(proposed.errors)")
        #expect(proposed.output.hasPrefix("proposed as #"), sourceLocation: sourceLocation)
        let approved = act(OfficerDesk.second, ["officer", "approve", "\(number)"])
        #expect(approved.status == 0, "\(approved.errors)", sourceLocation: sourceLocation)
    }

    func enrol(_ officer: String, person: String, roles: String) throws {
        try makeKey(officer, person: person)
        try decide(["officer", "enrol", card(officer), "--roles", roles])
    }

    func isWhole(sourceLocation: SourceLocation = #_sourceLocation) {
        let verified = run(["log", "verify"])
        #expect(verified.status == 0, "\(verified.output)", sourceLocation: sourceLocation)
    }
}
