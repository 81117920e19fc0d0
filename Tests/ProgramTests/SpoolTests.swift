import Foundation
import Glibc
import TestSupport
import Testing

/// Messages that partners put into folders, through the built program.
@Suite struct SpoolTests {
    @Test func aMessageBecomesAnAlertOnceWithItsItemsAndItsNumbersSealed() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let message = SpoolDesk.text(
            "17/4", "warning",
            "PRIORITY: 1\nHEADLINE: a lorry\nITEM: heroin, 5.065 kg\nPLATE: 01 A 123 BC\nIDENTIFIER: phone=+998 90 123 45 67"
        )
        try desk.put(message, as: "a.txt")
        #expect(desk.take().contains("1 taken in, 0 held"))
        let raised = try #require(desk.bodies("alertRaised").first)
        #expect(raised["source"] as? String == "UZB" && raised["priority"] as? Int == 1)
        #expect(raised["headline"] as? String == "a lorry" && raised["identity"] != nil && raised["raw"] != nil)
        let particulars = try #require(raised["particulars"] as? [String: Any])
        let items = try #require(particulars["items"] as? [[String: Any]])
        #expect(items.first?["substance_code"] as? String == "heroin")
        let identifiers = try #require(particulars["identifiers"] as? [[String: Any]])
        let phone = try #require(identifiers.first { $0["identifier"] as? String == "phone" })
        #expect(phone["typed"] == nil && phone["payload"] != nil)
        #expect(identifiers.contains { $0["typed"] as? String == "01 A 123 BC" })
        // The bytes are kept, and are the partner's.
        let payload = try #require((raised["payloads"] as? [String])?.first)
        #expect(desk.run(["log", "payload", payload]).output == message)
        // The same again is noted once, and raises nothing.
        for name in ["b.txt", "c.txt"] {
            try desk.put(message, as: name)
            desk.take()
        }
        #expect(desk.bodies("alertRaised").count == 1 && desk.bodies("messageRepeated").count == 1)
        #expect(desk.names("new").isEmpty && desk.names("done").count == 3)
        desk.isWhole()
    }

    @Test func onlyWhoGotAMessageOfOursAnswersIt() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        try desk.partner("kaz", "KAZ")
        try desk.put(SpoolDesk.text("17/4"), as: "a.txt")
        desk.take()
        let sent = desk.run([
            "alert", "send", "AL-2026-0001", "--to", "UZB", "--format", "cap", "--message", "feedback", "--words",
            "opened, empty",
        ])
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(sent.output.contains("<references>desk-uz,17/4,"), "\(sent.output)")
        let time = try #require(sent.output.firstMatch(of: /<sent>([^<]+)</)).1
        let right = "CARICC,AL-2026-0001/1,\(time)"
        for (number, partner, reference) in [
            ("1", "kaz", right), ("2", "uzb", "whoever@x.example,AL-2026-0001/1,\(time)"),
            ("3", "uzb", "CARICC,AL-2026-0001/1,2020-01-01T00:00:00+05:00"), ("4", "uzb", right),
        ] {
            try desk.put(SpoolDesk.cap(number, type: "Ack", references: reference), as: number, by: partner)
        }
        desk.take()
        let filed = desk.bodies("messageFiled").filter { $0["message"] as? String == "acknowledgement" }
        #expect(filed.compactMap { $0["their_number"] as? String } == ["4"], "\(filed)")
        #expect(desk.held().count == 3)
        // Nothing is answered that was not sent, and nothing taken back that did not go.
        for (kind, party) in [("cancellation", "RUS"), ("acknowledgement", "RUS")] {
            let outcome = desk.run([
                "alert", "send", "AL-2026-0001", "--to", party, "--message", kind, "--unusual", "--words", "x",
            ])
            #expect(outcome.status == 2 && outcome.errors.contains("RUS"), "\(outcome.errors)")
        }
        desk.isWhole()
    }

    /// What another log gave out comes as reports of its State, once; an exercise is held, and what is ours is not taken back.
    @Test func recordsOfAnotherLogBecomeReportsOnce() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let line =
            """
            {"at":"2026-11-03T00:00:00Z","exercise":false,"headline":"opium at Kulob","items":[{"item":"drug",\
            "item_name":"opium","quantity":{"amount":"25","unit":"kg"},"substance_code":"opium"}],\
            "kind":"seizure_report","place":"Kulob","precision":"day","priority":1,"record":"AL-2026-0007"}

            """
        try desk.put(line, as: "a.jsonl")
        desk.take()
        try desk.put(line, as: "b.jsonl")
        try desk.put(
            line.replacingOccurrences(of: ":false", with: ":true").replacingOccurrences(
                of: "AL-2026", with: "XAL-2026"),
            as: "c.jsonl")
        desk.take()
        let raised = desk.bodies("alertRaised")
        #expect(raised.count == 1 && raised.first?["source"] as? String == "UZB")
        #expect(raised.first?["headline"] as? String == "opium at Kulob" && raised.first?["priority"] as? Int == 1)
        #expect(desk.held().compactMap { $0["reason"] as? String } == ["other_realm"], "\(desk.held())")
        let page = desk.run(["--plain", "AL-2026-0001", "--size", "120x40"]).output
        #expect(page.contains("Nov") && !page.contains("05:00"), "\(page)")
        desk.isWhole()
    }

    @Test func updateCancelAckAndErrorDoWhatCAPMeans() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let first = SpoolDesk.reference("1")
        try desk.put(SpoolDesk.cap("1"), as: "1")
        desk.take()
        try desk.put(
            SpoolDesk.cap("2", type: "Update", references: first, headline: "two lorries", severity: "Extreme"), as: "2"
        )
        try desk.put(SpoolDesk.cap("3", type: "Ack", references: first), as: "3")
        try desk.put(SpoolDesk.cap("4", type: "Error", references: first), as: "4")
        // A chain: it names the alert and the update.
        try desk.put(
            SpoolDesk.cap("5", type: "Cancel", references: first + " " + SpoolDesk.reference("2")), as: "5")
        desk.take()
        #expect(desk.bodies("alertRaised").count == 1)
        let filed = desk.bodies("messageFiled")
        #expect(
            Set(filed.compactMap { $0["message"] as? String })
                == ["warning", "acknowledgement", "rejection", "cancellation"])
        #expect(filed.allSatisfy { $0["subject"] as? String == "AL-2026-0001" } && filed.count == 4)
        #expect(filed.contains { $0["headline"] as? String == "two lorries" && $0["priority"] as? Int == 2 })
        // An update of what was taken back is news of the same thread.
        try desk.put(SpoolDesk.cap("6", type: "Update", references: first, headline: "three"), as: "6")
        desk.take()
        #expect(desk.bodies("messageFiled").count == 5 && desk.held().isEmpty)
        desk.isWhole()
    }

    @Test func whatComesTooEarlyIsReleasedByItselfInTheRightOrder() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        // An update of an update of a cancelled alert, all before the alert.
        try desk.put(
            SpoolDesk.cap("3", type: "Update", references: SpoolDesk.reference("2"), headline: "third"), as: "3")
        try desk.put(
            SpoolDesk.cap("2", type: "Update", references: SpoolDesk.reference("1"), headline: "second"), as: "2")
        try desk.put(SpoolDesk.cap("4", type: "Cancel", references: SpoolDesk.reference("1")), as: "4")
        desk.take()
        #expect(desk.held().map { $0["reason"] as? String } == Array(repeating: "reference_missing", count: 3))
        #expect(desk.bodies("alertRaised").isEmpty)
        try desk.put(SpoolDesk.cap("1"), as: "1")
        desk.take()
        #expect(desk.held().isEmpty && desk.bodies("heldReleased").count == 3)
        #expect(desk.bodies("alertRaised").count == 1 && desk.bodies("messageFiled").count == 3)
        #expect(desk.bodies("heldReleased").allSatisfy { $0["to"] as? String == "AL-2026-0001" })
        desk.isWhole()
    }

    @Test func whatMustNotBecomeAnAlertIsHeldWithItsReason() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB", "senders = [\"desk@uz\"]\nformats = [\"cap\"]")
        try desk.partner("tjk", "TJK")
        try desk.put(SpoolDesk.cap("1"), as: "1")
        desk.take()
        let cases: [(String, String, String)] = [
            ("uzb", SpoolDesk.cap("1", headline: "other words"), "conflicting"),
            ("uzb", SpoolDesk.cap("e", status: "Exercise"), "other_realm"),
            ("uzb", SpoolDesk.cap("t", status: "Test"), "test"),
            ("uzb", SpoolDesk.cap("s", status: "System"), "system"),
            ("uzb", SpoolDesk.cap("d", status: "Draft"), "draft"),
            ("uzb", SpoolDesk.cap("x", sender: "stranger@x"), "not_theirs"),
            ("uzb", SpoolDesk.text("9"), "unknown_format"),
            ("tjk", SpoolDesk.cap("c", type: "Cancel", references: SpoolDesk.reference("1")), "not_theirs"),
            ("tjk", SpoolDesk.cap("u", type: "Update"), "reference_unsaid"),
            ("tjk", "<!DOCTYPE a><alert/>", "forbidden_markup"), ("tjk", "", "malformed"),
            ("tjk", "\u{FEFF}just words", "unknown_format"), ("tjk", "{\"a\":1}", "unknown_format"),
        ]
        for (number, (partner, text, reason)) in cases.enumerated() {
            try desk.put(text, as: "f\(number)", by: partner)
            desk.take()
            let last = try #require(desk.held().last, "\(reason)")
            #expect(last["reason"] as? String == reason && last["file"] as? String == "f\(number)", "\(last)")
        }
        #expect(desk.bodies("alertRaised").count == 1 && desk.held().count == cases.count)
        desk.isWhole()
    }

    @Test func anExerciseTakesExercisesOnly() throws {
        let desk = try SpoolDesk(exercise: true)
        try desk.partner("uzb", "UZB", "realm = \"exercise\"")
        try desk.put(SpoolDesk.cap("1", status: "Exercise"), as: "1")
        try desk.put(SpoolDesk.cap("2"), as: "2")
        desk.take()
        #expect(desk.bodies("alertRaised").count == 1)
        #expect(desk.held().map { $0["reason"] as? String } == ["other_realm"])
        // Folders for the live log are not read for an exercise at all.
        try desk.partner("kaz", "KAZ")
        let refused = desk.run(["spool", "run", "--once"])
        #expect(refused.status == 3 && refused.errors.contains("kaz are for the live log"), "\(refused.errors)")
    }

    @Test func aPersonReleasesDiscardsAndTriesAgain() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB", "formats = [\"cap\"]")
        for name in ["a", "b", "c"] { try desk.put(SpoolDesk.text(name), as: name) }
        try desk.put("heroin 6 kg\u{1B}[31m at Yallama", as: "mail")
        desk.take()
        let names = desk.held().compactMap { $0["name"] as? String }
        #expect(names.count == 4)
        let shown = desk.run(["spool", "show", try #require(names.last)])
        #expect(shown.output.contains("at Yallama") && !shown.output.contains("\u{1B}"), "\(shown.output)")
        let raised = desk.run(
            ["spool", "release", names[3], "--as-alert", "--priority", "2", "--note", "read by eye"])
        #expect(raised.status == 0, "\(raised.errors)")
        let alert = try #require(desk.bodies("alertRaised").first)
        #expect(alert["priority"] as? Int == 2 && alert["source"] as? String == "UZB")
        #expect((alert["headline"] as? String)?.hasPrefix("heroin 6 kg") == true)
        let filed = desk.run(["spool", "release", names[0], "--to", "AL-2026-0001", "--note", "the same case"])
        #expect(filed.status == 0, "\(filed.errors)")
        #expect(desk.bodies("messageFiled").first?["their_number"] as? String == "a")
        #expect(desk.run(["spool", "discard", names[1], "--reason", "an advertisement"]).status == 0)
        // Once is enough.
        let twice = desk.run(["spool", "release", names[1], "--as-alert", "--note", "x"])
        #expect(twice.status == 3, "\(twice.output)\(twice.errors)")
        #expect(desk.run(["spool", "retry"]).output.contains("still hold"))
        try "party = \"UZB\"\n".write(
            toFile: desk.spool + "/uzb/partner.toml", atomically: true, encoding: .utf8)
        #expect(desk.run(["spool", "retry"]).output.contains("\(names[2]) is taken in"))
        #expect(desk.held().isEmpty)
        desk.isWhole()
    }

    @Test func rowsBecomeRecordsAndAlertsOnlyWhereThePartnersFileSaysSo() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        try desk.partner("kaz", "KAZ", "raise = true")
        let header =
            "REGION,SUBREGION,COUNTRY,ADMINISTRATIVE_DIVISION,PLACE,SEIZURE_DATE,DRUG_NAME,AMOUNT,DRUG_UNIT,HIDING_PLACE,INSTALLATION,TRANSPORT,PRODUCING_COUNTRY,DEPARTURE_COUNTRY,DESTINATION_COUNTRY,ROUTING\n"
        func row(_ place: String, _ amount: String = "1.5") -> String {
            "Asia,Central Asia,Kazakhstan,x,\(place),2015-01-01,Heroin,\(amount),Kilogram,,,,,,,\n"
        }
        try desk.put(header + row("a") + row("b"), as: "t.csv")
        try desk.put(header + row("a") + row("b"), as: "t.csv", by: "kaz")
        #expect(desk.take().contains("2 taken in, 0 held"))
        #expect(desk.bodies("seizureReported").count == 4 && desk.bodies("alertRaised").count == 2)
        // The same rows again, and a table of which one row is bad.
        try desk.put(header + row("a") + row("c"), as: "u.csv")
        try desk.put(header + row("d") + row("e", "much"), as: "v.csv")
        desk.take()
        #expect(desk.bodies("seizureReported").count == 5)
        #expect(desk.held().map { $0["file"] as? String } == ["v.csv"])
        desk.isWhole()
    }

    @Test func theQuotaHoldsBackAndTheBacklogIsShown() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB", "per_minute = 2")
        try desk.partner("kaz", "KAZ")
        for number in 0..<5 { try desk.put(SpoolDesk.text("n\(number)"), as: "\(number)") }
        try desk.put(SpoolDesk.text("k"), as: "k", by: "kaz")
        // Nobody waits for the one who floods.
        #expect(desk.take().contains("3 taken in, 0 held; 3 wait"))
        #expect(desk.names("new") == ["2", "3", "4"] && desk.names("new", of: "kaz").isEmpty)
        let status = desk.run(["spool", "status"])
        #expect(status.output.contains("uzb (UZB): 3 wait, 2 of 50,000 today") && status.output.contains("OVER QUOTA"))
        let json = desk.run(["spool", "status", "--json"]).output
        #expect(json.contains("\"backlog\":3") && json.contains("\"over_quota\":true"))
    }

    @Test func aMistakeInThePartnersFileStopsEverythingWithOneSentence() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB", "priorty = 2")
        try desk.put(SpoolDesk.text("1"), as: "1")
        let refused = desk.run(["spool", "run", "--once"])
        #expect(refused.status == 2, "\(refused.errors)")
        #expect(refused.errors.contains("uzb/partner.toml:2: priorty: there is no such key. Did you mean “priority”?"))
        #expect(desk.names("new") == ["1"])
        let none = desk.run(["spool", "run", "--once", "--spool", desk.folder.path + "/nothing"])
        #expect(none.status == 4 && none.errors.contains("caricc spool init"))
    }
}
