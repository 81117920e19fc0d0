import Foundation
import TestSupport
import Testing

/// A stranger's program counts an export and comes to the figures that `alert health` prints.
@Suite struct AlarmHealthOutsideTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Outside/alarm_health.py").path
    static let hasPython = Program.run(["--version"], program: "/usr/bin/python3").status == 0

    @Test(.enabled(if: hasPython)) func theStrangersFiguresAreOurs() throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        func caricc(_ arguments: String...) -> String {
            let outcome = Program.run(arguments + ["--log", log])
            #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
            return outcome.output
        }
        #expect(Program.run(["log", "create", log, "--centre", "CARICC", "--desk", "ALMATY-1"]).status == 0)
        var names: [String] = []
        for number in 0..<14 {
            let text = number % 3 == 0 ? "Gate open" : "load \(number)"
            let saved = caricc("alert", "raise", text, "--source", "UZB", "--priority", "\(number % 4 + 1)", "--json")
            names.append(try name(in: saved))
        }
        for (place, name) in names.enumerated() where place % 2 == 0 { _ = caricc("alert", "ack", name) }
        _ = caricc("alert", "call", names[0], "--whom", "UZB desk", "--outcome", "no-answer")
        _ = caricc("alert", "shelve", names[1], "--until", "1h", "--reason", "r")
        _ = caricc("alert", "unshelve", names[1])
        _ = caricc("alert", "shelve", names[1], "--until", "1h", "--reason", "again")
        for _ in 0..<2 { _ = caricc("alert", "file", names[3], "--from", "UZB", "--kind", "information", "more") }
        let ours = try object(caricc("alert", "health", "--json"))
        _ = caricc("log", "export", folder.path + "/export")
        let period = [try #require(ours["from"] as? String), try #require(ours["until"] as? String)]
        let outcome = Program.run([Self.script, folder.path + "/export"] + period, program: "/usr/bin/python3")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let theirs = try object(outcome.output)
        #expect(theirs["arrivals"] as? Int == 16)
        for key in theirs.keys where key != "floods" {
            let (a, b) = (theirs[key] as? NSObject, ours[key] as? NSObject)
            #expect(a == b, "\(key): \(String(describing: a)), ours \(String(describing: b))")
        }
        #expect((theirs["floods"] as? [Any])?.count == 1 && (ours["floods"] as? [Any])?.count == 1)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func name(in text: String) throws -> String { try #require(try object(text)["subject"] as? String) }
}
