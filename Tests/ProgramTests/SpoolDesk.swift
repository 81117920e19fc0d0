import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// A log with a spool, as somebody sets it up with the built program.
final class SpoolDesk {
    let folder: TemporaryFolder
    let home: String
    var spool: String { home + "/spool" }

    init(exercise: Bool = false) throws {
        folder = try TemporaryFolder()
        home = folder.path + "/log"
        let create =
            ["log", "create", home, "--centre", "CARICC", "--desk", "A"]
            + (exercise ? ["--exercise", "--epoch", "r1"] : [])
        let created = Program.run(create)
        try #require(created.status == 0, "\(created.errors)")
    }

    func run(_ arguments: [String]) -> Program.Outcome {
        Program.run(arguments, environment: ["CARICC_HOME": home])
    }

    func partner(_ name: String, _ party: String, _ settings: String = "") throws {
        let made = run(["spool", "init", name, "--party", party])
        try #require(made.status == 0, "\(made.errors)")
        let lines = "party = \"\(party)\"\n\(settings)\n"
        try lines.write(toFile: "\(spool)/\(name)/partner.toml", atomically: true, encoding: .utf8)
    }

    /// Written elsewhere and renamed, as partners do.
    func put(_ text: String, as name: String, by partner: String = "uzb") throws {
        let path = folder.path + "/outgoing"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try #require(rename(path, "\(spool)/\(partner)/new/\(name)") == 0)
    }

    @discardableResult
    func take(sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let outcome = run(["spool", "run", "--once"])
        #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        return outcome.output
    }

    func names(_ part: String, of partner: String = "uzb") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(spool)/\(partner)/\(part)")) ?? []).sorted()
    }

    /// The reasons for which something is held, the oldest first.
    func held() -> [[String: Any]] {
        run(["spool", "held", "--json"]).output.split(separator: "\n").compactMap {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
        }
    }

    /// The bodies of the entries of a kind, in the order of the log.
    func bodies(_ kind: String) -> [[String: Any]] {
        run(["log", "show", "--json", "--last", "100000"]).output.split(separator: "\n").compactMap { line in
            let entry = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            guard let entry, entry["kind"] as? String == kind else { return nil }
            var body = entry["body"] as? [String: Any] ?? [:]
            body["subject"] = entry["subject"]
            return body
        }
    }

    func isWhole(sourceLocation: SourceLocation = #_sourceLocation) {
        let verified = run(["log", "verify"])
        #expect(verified.status == 0, "\(verified.output)", sourceLocation: sourceLocation)
    }

    static func cap(
        _ number: String, type: String = "Alert", status: String = "Actual", references: String? = nil,
        sent: String = "2026-10-17T04:06:00+05:00", headline: String = "a lorry", severity: String = "Severe",
        sender: String = "desk@uz"
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>\(number)</identifier><sender>\(sender)</sender><sent>\(sent)</sent>
        <status>\(status)</status><msgType>\(type)</msgType><scope>Public</scope>
        \(references.map { "<references>\($0)</references>" } ?? "")
        <info><category>Security</category><event>warning</event><urgency>Expected</urgency>
        <severity>\(severity)</severity><certainty>Observed</certainty><headline>\(headline)</headline></info>
        </alert>
        """
    }

    static func reference(_ number: String, sender: String = "desk@uz") -> String {
        "\(sender),\(number),2026-10-17T04:06:00+05:00"
    }

    static func text(_ number: String, _ kind: String = "warning", _ more: String = "") -> String {
        """
        CARICC MESSAGE 1
        KIND: \(kind)
        FROM: desk-uz
        NUMBER: \(number)
        DATE: 2026-10-17 04:06 +05:00
        \(more)
        TEXT:
        words of \(number)
        END

        """
    }
}
