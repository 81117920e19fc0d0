import Foundation
import TestSupport
import Testing

/// One person's log for a first try, and how it gets a second.
@Suite struct SingleOfficerTests {
    private func create(_ desk: OfficerDesk) -> Program.Outcome {
        desk.run(
            [
                "log", "create", desk.home, "--centre", "CARICC", "--desk", "TRY", "--single", "--officer",
                OfficerDesk.first,
            ], extra: ["four plain words of e.ermekov"])
    }

    @Test func itIsMadeInNoTimeAndSaysWhatItLacks() throws {
        let desk = try OfficerDesk()
        let begin = ContinuousClock.now
        let created = create(desk)
        desk.changePassphrase(of: OfficerDesk.first, to: "four plain words of e.ermekov")
        let alert = desk.run(["alert", "raise", "first", "--source", "UZB"], by: [OfficerDesk.first])
        print("a log of one person and its first alert: \(begin.duration(to: .now))")
        #expect(created.status == 0, "\(created.errors)")
        #expect(created.output.contains("nobody approves") && created.output.contains("officer enrol CARD"))
        #expect(alert.status == 0, "\(alert.errors)")
        #expect(desk.run(["officer", "list"]).output.contains("One person acts alone here"))
        // At once, as long as there is nobody who could approve; then two persons decide.
        try desk.makeKey("s.karimova", person: "002")
        let enrolled = desk.act(
            OfficerDesk.first, ["officer", "enrol", desk.card("s.karimova"), "--roles", "supervisor"])
        #expect(enrolled.output.hasPrefix("saved #"), "\(enrolled.output)\(enrolled.errors)")
        try desk.makeKey("a.orazov", person: "003")
        let third = desk.act(OfficerDesk.first, ["officer", "enrol", desk.card("a.orazov"), "--roles", "observer"])
        #expect(third.output.hasPrefix("proposed as #"), "\(third.output)\(third.errors)")
        desk.isWhole()
    }

    @Test func twoAttemptsDoNotMakeTwoKeys() throws {
        let desk = try OfficerDesk()
        try FileManager.default.createDirectory(atPath: desk.home, withIntermediateDirectories: true)
        try "something else".write(toFile: desk.home + "/file", atomically: true, encoding: .utf8)
        #expect(create(desk).status == 3)
        try FileManager.default.removeItem(atPath: desk.home + "/file")
        let again = create(desk)
        #expect(again.status == 0, "\(again.errors)")
        #expect(create(desk).status == 3)
    }

    /// A log without officers' keys says so, and goes on as before.
    @Test func withoutKeysTheDeskSigns() throws {
        let folder = try TemporaryFolder()
        let created = Program.run(["log", "create", folder.path + "/log", "--centre", "CARICC", "--desk", "A"])
        #expect(created.status == 0 && created.output.contains("Officers have no keys here"))
        let environment = ["CARICC_HOME": folder.path + "/log"]
        let refused = Program.run(
            ["officer", "revoke", "a.orazov", "--reason", "x"], environment: environment)
        #expect(refused.status == 3 && refused.errors.contains("the desk signs for everybody"), "\(refused.errors)")
        #expect(Program.run(["alert", "raise", "x", "--source", "UZB"], environment: environment).status == 0)
    }

    @Test(arguments: ["en", "ru", "zh"])
    func theFoundingSheetFitsOnPaper(_ language: String) throws {
        let desk = try OfficerDesk()
        try desk.makeKey(OfficerDesk.first, person: "001")
        try desk.makeKey(OfficerDesk.second, person: "002")
        let sheet = desk.folder.path + "/sheet"
        let created = desk.run(
            [
                "log", "create", desk.home, "--centre", "CARICC", "--desk", "ALMATY-1", "--custodian",
                desk.card(OfficerDesk.first), "--custodian", desk.card(OfficerDesk.second), "--sheet", sheet,
                "--language", language,
            ], by: [OfficerDesk.first, OfficerDesk.second])
        #expect(created.status == 0, "\(created.errors)")
        let lines = try String(contentsOfFile: sheet, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 62, "\(lines.count)")
        for line in lines {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
        let text = lines.joined(separator: "\n")
        for key in [OfficerDesk.first, OfficerDesk.second] {
            let card = try String(contentsOfFile: desk.card(key), encoding: .utf8).split(separator: "|")
            #expect(text.contains(card[4]), "the whole key of \(key)")
        }
        let report = desk.run(["log", "verify", "--json"]).output
        let root = try #require(report.firstMatch(of: /"root":"([0-9a-f]{64})"/)?.1)
        #expect(text.contains(root.prefix(8)) && text.contains(root.suffix(8)))
        let again = desk.run(
            [
                "log", "create", desk.home + "2", "--centre", "CARICC", "--desk", "ALMATY-1", "--custodian",
                desk.card(OfficerDesk.first), "--custodian", desk.card(OfficerDesk.second), "--sheet", sheet,
            ], by: [OfficerDesk.first, OfficerDesk.second])
        #expect(again.status == 4 && !FileManager.default.fileExists(atPath: desk.home + "2"), "\(again.errors)")
    }
}
