import Foundation
import TestSupport
import Testing

/// Officers from their first key to their last, by the built program alone.
@Suite struct OfficerShellTests {
    @Test func fromTheFirstKeyToTheLast() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        func alert(_ text: String) -> Program.Outcome {
            desk.act("a.orazov", ["alert", "raise", text, "--source", "UZB"])
        }
        #expect(alert("one").output.hasPrefix("saved #"))
        // A new key of their own; the old file is gone, and the old passphrase opens nothing.
        let rotated = desk.act(
            "a.orazov", ["officer", "rotate", "--reason", "yearly"], extra: ["another four plain words"])
        #expect(rotated.status == 0, "\(rotated.errors)")
        #expect(alert("two").status == 3)
        desk.changePassphrase(of: "a.orazov", to: "another four plain words")
        #expect(alert("three").status == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.home + "/keys").allSatisfy { $0.hasSuffix(".key") }
        )
        // Lost: two others end it, and a new card brings a new key.
        try desk.decide(["officer", "lost", "a.orazov", "--reason", "the stick was stolen"])
        let late = alert("four")
        #expect(late.status == 3 && late.errors.contains("no longer valid"), "\(late.errors)")
        try FileManager.default.removeItem(atPath: desk.keyFile("a.orazov"))
        try desk.makeKey("a.orazov", person: "003", suffix: "-2")
        let early = alert("five")
        #expect(early.status == 3 && early.errors.contains("not a key of"), "\(early.errors)")
        try desk.decide(["officer", "enrol-key", desk.card("a.orazov", "-2")])
        #expect(alert("six").status == 0)
        try desk.decide(["officer", "roles", "a.orazov", "observer", "--reason", "looks on now"])
        let observer = alert("seven")
        #expect(observer.status == 3 && observer.errors.contains("observer"), "\(observer.errors)")
        try desk.decide(["officer", "revoke", "a.orazov", "--reason", "left"])
        let ended = alert("eight")
        #expect(ended.status == 3 && ended.errors.contains("ended"), "\(ended.errors)")
        let page = desk.run(["officer", "show", "a.orazov"]).output
        #expect(page.components(separatedBy: "\nkey from #").count == 4, "\(page)")
        #expect(desk.run(["alert", "list"]).output.split(separator: "\n").count == 3)
        desk.isWhole()
    }

    @Test func anApprovalHoldsOnceAndNeverForOneself() throws {
        let desk = try OfficerDesk.founded()
        try desk.makeKey("a.orazov", person: "003")
        let proposed = desk.act(
            OfficerDesk.first, ["officer", "enrol", desk.card("a.orazov"), "--roles", "duty-officer"])
        let number = try #require(OfficerDesk.number(proposed))
        #expect(proposed.output.contains("s.karimova approves it"))
        func approve(_ officer: String, _ more: String...) -> Program.Outcome {
            desk.act(officer, ["officer", "approve", "\(number)"] + more)
        }
        let own = approve(OfficerDesk.first)
        #expect(own.status == 3 && own.errors.contains("your own"))
        let other = approve(OfficerDesk.second, "--hash", String(repeating: "0", count: 64))
        #expect(other.status == 3 && other.errors.contains("not what was shown"), "\(other.errors)")
        let shown = desk.run(["officer", "approvals", "--json"]).output
        let hash = try #require(shown.firstMatch(of: /"leaf":"([0-9a-f]{64})"/)?.1)
        let approved = approve(OfficerDesk.second, "--hash", String(hash))
        #expect(approved.status == 0, "\(approved.errors)")
        // What was shown before is exactly what the log has.
        #expect(approved.output.contains("Officer a.orazov") && approved.output.contains("word for word: {"))
        let again = approve(OfficerDesk.second)
        #expect(again.status == 3 && again.errors.contains("not a proposal that waits"), "\(again.errors)")
        #expect(desk.run(["officer", "approvals"]).output == "Nothing waits for a second person\n")
        desk.isWhole()
    }

    @Test func nobodyActsAsAnotherOrOutsideOfTheirRoles() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        let role = desk.act("a.orazov", ["alert", "raise", "x", "--source", "UZB", "--role", "supervisor"])
        #expect(role.status == 3 && role.errors.contains("may not act as supervisor"), "\(role.errors)")
        let foreign = desk.run(
            [
                "alert", "raise", "x", "--source", "UZB", "--officer", "a.orazov", "--key",
                desk.keyFile(OfficerDesk.first),
            ],
            by: [OfficerDesk.first])
        #expect(
            foreign.status == 3 && foreign.errors.contains("is the key of CARICC/live/e.ermekov"), "\(foreign.errors)")
        let nobody = desk.run(["alert", "raise", "x", "--source", "UZB", "--officer", "n.nobody"], by: ["a.orazov"])
        #expect(nobody.status == 3 && nobody.errors.contains("not enrolled"), "\(nobody.errors)")
        let unnamed = desk.run(["alert", "raise", "x", "--source", "UZB"], by: ["a.orazov"])
        #expect(unnamed.status == 2 && unnamed.errors.contains("--officer"), "\(unnamed.errors)")
        let twice = desk.act(OfficerDesk.first, ["officer", "enrol", desk.card("a.orazov"), "--roles", "supervisor"])
        #expect(twice.status == 3 && twice.errors.contains("is taken"), "\(twice.errors)")
        let asker = desk.run(["alert", "raise", "x", "--source", "UZB", "--officer", "a.orazov"])
        #expect(asker.status == 2 && asker.errors.contains("--passphrase-fd"), "\(asker.errors)")
        desk.isWhole()
    }

    /// Each in one sentence with the status 3, and nothing of it is written.
    @Test func whatIsWrongWithAKeyFileIsSaid() throws {
        let desk = try OfficerDesk.founded()
        let file = desk.keyFile(OfficerDesk.first)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let aside = desk.folder.path + "/aside.key"
        try FileManager.default.moveItem(atPath: file, toPath: aside)
        func refused(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
            let outcome = desk.act(OfficerDesk.first, ["alert", "raise", "x", "--source", "UZB"])
            #expect(outcome.status == 3, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
            #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
            #expect(outcome.errors.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
        }
        refused("There is no key file")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: aside)
        refused("symbolic link")
        try FileManager.default.removeItem(atPath: file)
        func put(_ bytes: Data, mode: Int = 0o600) throws {
            try? FileManager.default.removeItem(atPath: file)
            #expect(
                FileManager.default.createFile(atPath: file, contents: bytes, attributes: [.posixPermissions: mode]))
        }
        try put(bytes.prefix(200))
        refused("ends too early")
        try put(bytes, mode: 0o644)
        refused("Others on this machine")
        try put(try Data(contentsOf: URL(fileURLWithPath: desk.keyFile(OfficerDesk.second))))
        refused("is the key of CARICC/live/s.karimova")
        try put(bytes)
        refused("is a copy")
        let known = desk.act(OfficerDesk.first, ["alert", "raise", "x", "--source", "UZB", "--copied-key"])
        #expect(known.status == 0, "\(known.errors)")
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.moveItem(atPath: aside, toPath: file)
        #expect(desk.run(["log", "show"]).output.contains("signOnFailed") == false)
        let right = desk.passphrases[OfficerDesk.first] ?? ""
        desk.changePassphrase(of: OfficerDesk.first, to: "not at all the right one")
        refused("the passphrase is wrong")
        #expect(desk.run(["log", "show"]).output.contains("signOnFailed shell {\"attempts\":1"))
        desk.changePassphrase(of: OfficerDesk.first, to: right)
        let weak = desk.run(
            ["officer", "key", "new", "b.bekov", "--name", "Bekov", "--person", "9", "--centre", "CARICC"],
            extra: ["short"])
        #expect(weak.status == 3 && weak.errors.contains("too short"), "\(weak.errors)")
        let there = desk.run(
            ["officer", "key", "new", OfficerDesk.first, "--name", "Bekov", "--person", "9", "--centre", "CARICC"],
            extra: ["long enough for anybody"])
        #expect(there.status == 3 && there.errors.contains("already"), "\(there.errors)")
        desk.isWhole()
    }

    @Test func oneAloneAtNightActsByTelephoneAndIsCountersigned() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "duty-officer")
        let opened = desk.act("a.orazov", ["delivery", "open", "heroin 38.4 kg", "--initiator", "TJK"])
        let delivery = try #require(opened.output.firstMatch(of: /CD-\d+-\d+/)?.0)
        let request = desk.act(
            "a.orazov",
            [
                "delivery", "request", String(delivery), "hold the truck", "--state", "UZB", "--channel", "CENcomm",
                "--json",
            ])
        #expect(request.status == 0 && request.output.contains("\"proposed\":true"), "\(request.output)")
        let number = try #require(request.output.firstMatch(of: /"idx":(\d+)/)?.1)
        let told = desk.act(
            "a.orazov",
            ["officer", "approve", String(number), "--told-by", OfficerDesk.first, "--told-at", "1min ago"])
        #expect(told.status == 2)
        let now = ISO8601DateFormatter().string(from: Date().addingTimeInterval(-60))
        let approved = desk.act(
            "a.orazov",
            [
                "officer", "approve", String(number), "--told-by", OfficerDesk.first, "--told-at", now, "--number",
                "+7 000 000-01-07",
            ])
        let entry = try #require(OfficerDesk.number(approved), "\(approved.errors)")
        #expect(desk.run(["officer", "approvals"]).output.contains("only Officer e.ermekov (e.ermekov) can sign it"))
        #expect(desk.act(OfficerDesk.second, ["officer", "countersign", "\(entry)"]).status == 3)
        let signed = desk.act(OfficerDesk.first, ["officer", "countersign", "\(entry)"])
        #expect(signed.status == 0 && signed.output.contains("hold the truck"), "\(signed.errors)")
        // What a State reported is saved at once, and owed.
        let ended = desk.act("a.orazov", ["delivery", "end", String(delivery), "--outcome", "seizure"])
        let end = try #require(OfficerDesk.number(ended))
        #expect(ended.output.contains("countersign \(end)"), "\(ended.output)")
        let refused = desk.act(OfficerDesk.second, ["officer", "refuse", "\(end)", "--reason", "it was not seized"])
        #expect(refused.status == 0, "\(refused.errors)")
        #expect(desk.run(["officer", "approvals"]).output.contains("DOES NOT STAND FOR IT"))
        desk.isWhole()
    }

    @Test func emergenciesAndRulesTakeTwo() throws {
        let desk = try OfficerDesk.founded()
        try desk.enrol("a.orazov", person: "003", roles: "observer")
        try desk.decide([
            "officer", "break-glass", "a.orazov", "--grant", "duty-officer", "--until", "6h", "--reason",
            "nobody is there",
        ])
        #expect(desk.act("a.orazov", ["alert", "raise", "x", "--source", "UZB"]).status == 0)
        #expect(desk.run(["officer", "show", "a.orazov"]).output.contains("EMERGENCY"))
        #expect(desk.act(OfficerDesk.second, ["officer", "end-break-glass", "a.orazov"]).status == 0)
        #expect(desk.act("a.orazov", ["alert", "raise", "x", "--source", "UZB"]).status == 3)
        let file = desk.folder.path + "/rules.toml"
        let printed = desk.run(["officer", "rules", "show", "--toml"]).output
        #expect(printed.contains("[action.exportReleased]\nmode = \"before\""))
        let loose = printed.replacing(
            "[action.exportReleased]\nmode = \"before\"", with: "[action.exportReleased]\nmode = \"alone\"")
        try loose.write(toFile: file, atomically: true, encoding: .utf8)
        try desk.decide(["officer", "rules", "set", file, "--reason", "as decided"])
        #expect(desk.run(["officer", "rules", "show", "--toml"]).output == loose)
        try loose.replacing("lock_minutes = 15", with: "lock_minutes = 0").write(
            toFile: file, atomically: true, encoding: .utf8)
        let wrong = desk.act(OfficerDesk.first, ["officer", "rules", "set", file, "--reason", "x"])
        #expect(wrong.status == 2 && wrong.errors.contains("line 4"), "\(wrong.errors)")
        try #"{"actions":[{"kind":"officerEnrolled","mode":"alone","approvers":["supervisor"],"minutes":5}]}"#.write(
            toFile: file, atomically: true, encoding: .utf8)
        let alone = desk.act(OfficerDesk.first, ["officer", "rules", "set", file, "--reason", "x"])
        #expect(alone.status == 3 && alone.errors.contains("No rule may leave this to one person"), "\(alone.errors)")
        desk.isWhole()
    }

    @Test func recordsLeaveTheBuildingWithARelease() throws {
        let desk = try OfficerDesk.founded()
        let place = desk.folder.path + "/export"
        let bare = desk.act(OfficerDesk.first, ["log", "export", place])
        #expect(bare.status == 3 && bare.errors.contains("--purpose"), "\(bare.errors)")
        let asked = desk.act(
            OfficerDesk.first, ["log", "export", place, "--to", "Prosecutor", "--purpose", "case 417"])
        let release = try #require(asked.output.firstMatch(of: /--release (LG-\d+-\d+)/)?.1, "\(asked.errors)")
        let number = try #require(OfficerDesk.number(asked))
        let early = desk.run(["log", "export", place, "--release", String(release)])
        #expect(early.status == 3 && early.errors.contains("not released yet"), "\(early.errors)")
        let approved = desk.act(OfficerDesk.second, ["officer", "approve", "\(number)"])
        #expect(approved.status == 0, "\(approved.errors)")
        // What came later is not part of it.
        let size = number
        let written = desk.run(["log", "export", place, "--release", String(release)])
        #expect(written.status == 0, "\(written.errors)")
        let verified = desk.run(["log", "verify", place, "--json"]).output
        #expect(verified.contains("\"verdict\":\"whole\"") && verified.contains("\"size\":\(size),"), "\(verified)")
        let founding = desk.run(["log", "export", place + "2", "--release", "LG-\(ConsoleTests.year)-001"])
        #expect(founding.status == 3 && founding.errors.contains("releases nothing"), "\(founding.errors)")
        #expect(desk.run(["log", "backup", desk.folder.path + "/backup"]).status == 0)
        desk.isWhole()
    }
}
