import Foundation
import Synchronization
import TestSupport
import Testing

/// The handover from the shell: the same steps as at the console, and the paper that comes of them.
@Suite struct HandoverShellTests {
    /// A log without officers' keys, in which somebody has the watch.
    private struct Night {
        let folder: TemporaryFolder
        let environment: [String: String]

        init(isExercise: Bool = false) throws {
            folder = try TemporaryFolder()
            environment = ["CARICC_HOME": folder.path + "/log", "TZ": "Asia/Almaty"]
            let created = run(
                ["log", "create", folder.path + "/log", "--centre", "CARICC", "--desk", "A"]
                    + (isExercise ? ["--exercise"] : []))
            #expect(created.status == 0, "\(created.errors)")
            act("sagynbaeva", ["shift", "start", "Sagynbaeva A.K.", "--until", "12h"])
        }

        func run(_ arguments: [String]) -> Program.Outcome { Program.run(arguments, environment: environment) }

        @discardableResult
        func act(_ officer: String, _ arguments: [String], status: Int32 = 0) -> Program.Outcome {
            let outcome = run(arguments + ["--officer", officer])
            #expect(status < 0 || outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
            return outcome
        }

        func offer() {
            act("sagynbaeva", ["handover", "offer", "orazov", "--reason", "a test at any hour"])
        }
    }

    @Test func nothingCriticalIsAcceptedUnsaidAndThePhraseIsKnownInEveryLanguage() throws {
        let night = try Night()
        night.act("sagynbaeva", ["alert", "raise", "Heroin under a floor", "--source", "UZB", "--priority", "1"])
        night.act("sagynbaeva", ["handover", "add", "ContainerComm is down"])
        night.act("sagynbaeva", ["handover", "set", "1", "--note", "by phone", "--if", "no paper", "--then", "call"])
        night.act("sagynbaeva", ["handover", "set", "1", "--severity", "critical"])
        night.act("orazov", ["handover", "accept", "--until", "12h"], status: 3)
        night.offer()
        // What was said first stands, although the second command did not name it.
        let shown = night.run(["handover", "show"]).output
        #expect(shown.contains("note: by phone") && shown.contains("if no paper: call"), "\(shown)")
        #expect(shown.contains("to be said back") && shown.contains("ContainerComm is down"))
        night.act("orazov", ["handover", "accept", "--until", "12h"], status: 3)
        night.act("orazov", ["handover", "say-back", "AL-2026-0001 alert", "open it, then call"])
        night.act("orazov", ["handover", "ask", "Who called?", "--line", "1"])
        night.act("orazov", ["handover", "accept", "--until", "12h"], status: 3)
        night.act("sagynbaeva", ["handover", "answer", "I did"])
        night.act("sagynbaeva", ["alert", "raise", "Came after it", "--source", "KAZ"])
        let late = night.run(["handover", "show"])
        #expect(late.output.contains("New since it was offered:") && late.status == 0)
        let taken = night.act(
            "orazov", ["handover", "accept", "Orazov D.M.", "--until", "12h", "--reservation", "not for 016"])
        #expect(taken.output.contains("with reservation: not for 016") && taken.output.contains("by the desk alone"))
        night.act("sagynbaeva", ["alert", "raise", "Much later", "--source", "KAZ"])
        for language in ["en", "ru", "zh"] {
            let sheet = night.run(["handover", "sheet", "SH-2026-001", "--language", language]).output
            let match = try #require(sheet.firstMatch(of: /--phrase "([^"]+)"/), "\(sheet)")
            let verified = night.run(["log", "verify", "--phrase", String(match.1)])
            #expect(verified.status == 0, "\(match.1): \(verified.output)")
        }
        let denied = night.run(["log", "verify", "--phrase", "birch falcon grain bridge july jug 4417"])
        #expect(denied.status == 12)
    }

    /// Imported words reach neither a terminal nor a browser as anything but words; nothing is wider than the page.
    @Test func theSheetOfAnExerciseSaysSoOnEveryPageAndIsSafe() throws {
        let night = try Night(isExercise: true)
        let hostile = "\u{1B}[2J\u{202E}<script>alert(1)</script> & \"x\" " + String(repeating: "слово ", count: 60)
        for number in 0..<30 {
            night.act("sagynbaeva", ["alert", "raise", "\(number) \(hostile)", "--source", "UZB"])
        }
        night.offer()
        night.act("orazov", ["handover", "accept", "Orazov <b>", "--until", "12h"])
        let text = night.run(["handover", "sheet", "XSH-2026-001"])
        #expect(text.status == 0, "\(text.errors)")
        let pages = text.output.split(separator: "\u{0C}").map {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
        }
        #expect(pages.count > 2)
        for (number, page) in pages.enumerated() {
            #expect(page[0].contains("XSH-2026-001") && page[0].contains("page \(number + 1) of \(pages.count)"))
            #expect(page[1].contains("NOT REAL"))
            #expect(page.count <= 67 && page.allSatisfy { $0.count <= 80 })
        }
        #expect(!text.output.contains("\u{1B}") && !text.output.contains("\u{202E}"))
        // However many pages it takes, all that is signed for stands before the signatures and the rows.
        let last = try #require(pages.last).joined(separator: "\n")
        #expect(
            last.contains("Control phrase") && last.contains("Watch taken over") && last.contains("XSH-2026-001/08"))
        let html = night.run(["handover", "sheet", "XSH-2026-001", "--html"]).output
        #expect(
            !html.lowercased().contains("<script") && html.contains("&lt;script&gt;alert(1)")
                && !html.contains("\u{1B}"))
        #expect(html.contains("Orazov &lt;b&gt;") && html.contains("size: A4") && html.contains("default-src 'none'"))
        #expect(html.split(separator: "NOT REAL").count >= 4)
        // A file is new, and its owner's.
        let file = night.folder.path + "/sheet.html"
        let written = night.run(["handover", "sheet", "--html", "--out", file])
        // Directly after the acceptance it is the one that is to be signed.
        #expect(written.status == 0 && written.errors.contains("XSH-2026-001"), "\(written.errors)")
        #expect(night.run(["handover", "sheet", "--html", "--out", file]).status == 4)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func aUsualNightIsTwoPages() throws {
        let night = try Night()
        for number in 0..<6 {
            night.act("sagynbaeva", ["alert", "raise", "What was found at post \(number)", "--source", "UZB"])
        }
        night.offer()
        night.act("orazov", ["handover", "accept", "--until", "12h"])
        let text = night.run(["handover", "sheet", "SH-2026-001"]).output
        let pages = text.split(separator: "\u{0C}")
        #expect(pages.count == 2)
        for page in pages { #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 67) }
        // Rows to write on are as many on paper as in a browser, and no more can be entered.
        let html = night.run(["handover", "sheet", "SH-2026-001", "--html"]).output
        for form in [text, html] { #expect(form.contains("SH-2026-001/12") && !form.contains("SH-2026-001/13")) }
        night.act("orazov", ["handover", "paper", "13", "00:01", "the line is down"], status: 2)
    }

    /// Nothing that was said is too long for the sheet: it goes on on the next page, and all of it stands above the seal.
    @Test(arguments: [0, 1, 40, 900, 1_254, 2_200, 3_700, 6_000])
    func aSheetHoldsWhateverWasSaid(_ length: Int) throws {
        let night = try Night()
        for number in 0..<9 {
            night.act("sagynbaeva", ["alert", "raise", "What was found at post \(number)", "--source", "UZB"])
        }
        let words = String(repeating: "слово ", count: 1_000).prefix(length) + "LAST"
        night.act("sagynbaeva", ["handover", "set", "1", "--severity", "critical", "--note", "N\(words)"])
        night.offer()
        night.act("orazov", ["handover", "say-back", "1", "I say \(words)"])
        night.act("orazov", ["handover", "accept", "--until", "12h", "--reservation", "R\(words)"])
        let sheet = night.run(["handover", "sheet", "SH-2026-001"]).output
        let pages = sheet.split(separator: "\u{0C}").map {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
        }
        for page in pages { #expect(page.count <= 67 && page.allSatisfy { $0.count <= 80 }) }
        #expect(pages.count == 2 || length > 40)
        // The reservation and the note in full; what was said back in one line where that saves a third page.
        let told = pages.count > 2 ? 3 : 2
        #expect(sheet.split(separator: "LAST").count > told)
        for post in 0..<9 { #expect(sheet.contains("post \(post)")) }
        let last = try #require(pages.last).joined(separator: "\n")
        #expect(last.contains("Control phrase") && last.contains("SH-2026-001/12"))
        let html = night.run(["handover", "sheet", "SH-2026-001", "--html"]).output
        #expect(html.contains("post 8") && html.split(separator: "LAST").count > told)
    }

    @Test func whatTookAWatchStaysAndHasNoOtherHour() throws {
        let night = try Night()
        night.offer()
        let before = ISO8601DateFormatter().string(from: Date().addingTimeInterval(-60))
        let early = night.act("orazov", ["handover", "accept", "--until", "12h", "--at", before], status: 3)
        #expect(early.errors.contains("leave the time out"), "\(early.errors)")
        let dash = night.act("sagynbaeva", ["handover", "offer", "orazov", "--second", "-"], status: -1)
        #expect(dash.status == 0 || dash.errors.contains("nobody’s name"), "\(dash.errors)")
        night.act("niyazov", ["shift", "take", "--until", "12h", "--reason", "she fell ill"])
        let past = night.run(["handover", "past", "SH-2026-001"]).output
        #expect(past.contains("she fell ill") && past.contains("orazov, who did not take it"), "\(past)")
        #expect(night.run(["handover", "list", "--search", "fell ill"]).output.contains("was offered to orazov"))
        for record in ["2", "3", "4"] {
            let kept = night.run(["withdraw", record, "--reason", "a slip", "--officer", "niyazov"])
            #expect(kept.status != 0, "\(kept.output)")
        }
        #expect(night.run(["shift", "show"]).output.contains("niyazov has the watch"))
    }

    /// Offered and taken before it was accepted is not the same as never offered.
    @Test func whatIsTakenEarlySaysSoOnTheCertificate() throws {
        let night = try Night()
        night.act("sagynbaeva", ["alert", "raise", "Heroin under a floor", "--source", "UZB", "--priority", "1"])
        night.offer()
        night.act("sagynbaeva", ["handover", "add", "the lift is broken"])
        let shown = night.run(["handover", "show"]).output
        #expect(shown.contains("the lift is broken") && shown.contains("offered again"), "\(shown)")
        night.act("orazov", ["handover", "say-back", "AL-2026-0001 alert", "open it"])
        night.act("orazov", ["handover", "accept", "--until", "12h"], status: 3)
        night.act("orazov", ["handover", "refuse", "the lift is not in it"])
        let refused = night.run(["handover", "show"]).output
        #expect(refused.contains("REFUSED by orazov") && refused.contains("the lift is not in it"), "\(refused)")
        #expect(night.run(["handover", "show", "--json"]).output.contains("\"reason\":\"the lift is not in it\""))
        night.offer()
        night.act("orazov", ["shift", "take", "--until", "12h", "--reason", "she has fainted"])
        let certificate = night.run(["handover", "certificate"]).output
        #expect(certificate.contains("taken before it was accepted, 0 lines not said back"), "\(certificate)")
        let list = night.run(["handover", "list", "--search", "UNACKED heroin"]).output
        #expect(list.contains("SH-2026-001"), "\(list)")
        night.act("orazov", ["shift", "end", "--note", "closed"], status: 2)
    }

    /// Two consoles of one officer press accept in the same second: one takes the watch, the other is told who has it.
    @Test func twoWhoAcceptAtOnceAreOneHolder() throws {
        let night = try Night()
        night.offer()
        let outcomes = Mutex<[Int32]>([])
        let environment = night.environment
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            let outcome = Program.run(
                ["handover", "accept", "--until", "12h", "--officer", "orazov"], environment: environment)
            outcomes.withLock { $0.append(outcome.status) }
        }
        #expect(outcomes.withLock { $0.sorted() } == [0, 3])
        #expect(night.run(["shift", "show"]).output.contains("SH-2026-002  orazov has the watch"))
        #expect(night.run(["handover", "certificate"]).status == 0)
        #expect(night.run(["log", "verify"]).status == 0)
    }

    @Test func bothSignWithTheirOwnKeysAndNobodyElseDoes() throws {
        let desk = try OfficerDesk.founded()
        let (outgoing, incoming) = ("a.sagynbaeva", "b.orazov")
        for (officer, person) in [(outgoing, "003"), (incoming, "004")] {
            try desk.enrol(officer, person: person, roles: "duty-officer")
        }
        func act(_ officer: String, _ arguments: [String], status: Int32 = 0) -> Program.Outcome {
            let outcome = desk.act(officer, arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
            return outcome
        }
        _ = act(outgoing, ["shift", "start", "--until", "12h"])
        for nobody in ["x.nobody", outgoing, OfficerDesk.first] {
            _ = act(outgoing, ["handover", "offer", nobody, "--reason", "a test at any hour"], status: 3)
        }
        _ = act(outgoing, ["handover", "offer", incoming, "--reason", "a test at any hour"])
        try desk.enrol("c.third", person: "005", roles: "duty-officer")
        _ = act("c.third", ["handover", "refuse", "not mine"], status: 3)
        _ = act(outgoing, ["handover", "figures", "--as", outgoing], status: 3)
        let accepted = act(incoming, ["handover", "accept", "--until", "12h"])
        #expect(accepted.output.contains("Officer \(outgoing): this line is MISSING"), "\(accepted.output)")
        #expect(desk.run(["handover", "certificate"]).status == 1)
        _ = act(OfficerDesk.first, ["handover", "certificate", "--sign"], status: 3)
        let signed = act(outgoing, ["handover", "certificate", "--sign"])
        #expect(!signed.output.contains("MISSING"))
        let note = desk.run(["handover", "certificate", "--note"])
        #expect(note.status == 0)
        for name in ["CARICC/live/\(outgoing) ", "CARICC/live/\(incoming) "] { #expect(note.output.contains(name)) }
        desk.isWhole()
    }
}
