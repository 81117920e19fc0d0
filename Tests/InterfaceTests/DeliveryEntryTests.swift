import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Reports, stops, calls and a colleague's word, by keys alone.
@Suite struct DeliveryEntryTests {
    static let truck = SubjectName("CD-2026-001")!

    @Test func aReportByPhoneLineIsShownAndSaved() throws {
        var desk = DeliveryDesk()
        let words = "0406 uzb 001 queue 40 trucks eta 0620 at Yallama"
        desk.press(.character("i"))
        desk.type(words)
        let lines = desk.text
        for part in ["UZB", "04:06 +05", "6min ago", "CD-2026-001", "about 06:20", "follows:"] {
            #expect(lines.contains(part), "\(part) in \(lines)")
        }
        desk.press(.tab, .character("y"), .enter)
        guard case .reportReceived(let report)? = desk.last else {
            Issue.record("not saved: \(String(describing: desk.form?.fault))")
            return
        }
        #expect(report.from == "UZB" && report.text == "queue 40 trucks" && report.place == "Yallama")
        #expect(report.isCalledBack && report.exitEstimate == SampleLog.night + .minutes(128))
        #expect(desk.log.entries.last?.at == SampleLog.night - .minutes(6))
        #expect(desk.keys - words.count < 25 && desk.state.overlay == nil)
    }

    /// The clock of the caller: 04:06 in Baku is 05:06 in Almaty, and before midnight it is yesterday.
    @Test(arguments: [
        ("0306 aze 002 at sea", -6), ("2358 uzb 001 still there", -254), ("0406 rus 001 seen", -6),
        ("0236 +0330 irn 001 seen", -6), ("0500 uzb 001 seen", 48), ("0306 +04 rus 001 seen", -6),
    ])
    func aTimeIsOfTheCallersClock(_ line: String, _ minutes: Int64) throws {
        var desk = DeliveryDesk()
        desk.press(.character("i"))
        desk.type(line)
        desk.press(.enter)
        guard minutes <= 0 else {
            #expect(desk.form?.fault != nil, "an hour that has not come yet is not taken")
            return
        }
        #expect(
            desk.log.entries.last?.at == SampleLog.night + .minutes(minutes),
            "\(line) \(String(describing: desk.form?.fault))")
    }

    @Test func theLineIsTypedOnTheKazakhLayoutAndAWeightIsNot() throws {
        let layout = try #require(KeyboardLayout.named("kz"))
        var desk = DeliveryDesk()
        desk.state = Sample.state(on: layout)
        desk.press(.character("ш"))
        desk.type("қңқ, гяи ққ\" тұр")
        desk.press(.enter)
        guard case .reportReceived(let report)? = desk.last else {
            Issue.record("not saved: \(String(describing: desk.form?.fault)) \(String(describing: desk.state.overlay))")
            return
        }
        #expect(report.from == "UZB" && report.text == "тұр")
        #expect(desk.log.entries.last?.at == SampleLog.night - .minutes(6))
        let count = desk.log.entries.count
        desk.state = Sample.state(width: 80, height: 24)
        desk.run("released CD-2026-001")
        while let form = desk.form, form.focus != form.place(of: .weight) { desk.press(.down) }
        desk.type("іү,ң")
        desk.press(.control("s"))
        #expect(desk.form?.fault != nil && desk.log.entries.count == count)
    }

    @Test func whatIsNoReportOpensItsFormFilledIn() throws {
        var desk = DeliveryDesk()
        desk.press(.character("i"))
        desk.type("0400 uzb customs 001 released at Yallama seal TJ 004417 weight 31440 kg")
        desk.press(.enter)
        #expect(desk.log.entries.count == SampleLog.busyNight.entries.count, "it is asked first")
        desk.press(.control("s"))
        guard case .released(let released)? = desk.last else {
            Issue.record("\(String(describing: desk.form?.fault))")
            return
        }
        #expect(released.party == "UZB customs" && released.place == "Yallama" && released.seal == "TJ 004417")
        #expect(released.grossGrams == 31_440_000)
        #expect(desk.log.entries.last?.at == SampleLog.night - .minutes(12))
    }

    @Test func theLineGoesToTheFullFormAndComesBackAfterEscape() throws {
        var desk = DeliveryDesk()
        desk.press(.character("i"))
        desk.type("0406 uzb 001 queue")
        desk.press(.escape)
        _ = desk.state.handle(.resized(width: 60, height: 16))
        desk.press(.character("i"))
        #expect(desk.form?.field(.line)?.text == "0406 uzb 001 queue")
        desk.press(.function(4))
        #expect(desk.form?.fields.map(\.text).prefix(2) == ["UZB", "queue"])
        desk.press(.control("s"))
        guard case .reportReceived(let report)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(report.text == "queue" && desk.log.entries.last?.at == SampleLog.night - .minutes(6))
    }

    @Test func stopIsSavedInThreeKeysBesideItsWords() throws {
        var desk = DeliveryDesk()
        desk.press(.character("!"))
        desk.type("UZB, Col. Nazarov")
        desk.press(.enter)
        guard case .stopReported(let stop)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(stop.from == "UZB, Col. Nazarov" && stop.leg == 2)
        #expect(desk.keys - "UZB, Col. Nazarov".count <= 3 && desk.state.overlay == nil)
        // Whom to tell follows from the road; each is one key, and nobody is told twice.
        desk.run("told CD-2026-001")
        #expect(desk.text.contains("tell TJK") && desk.text.contains("tell KAZ") && !desk.text.contains("tell UZB"))
        desk.press(.enter, .enter)
        #expect(desk.log.board.deliveries[Self.truck]?.exceptions.open.first?.told.count == 2)
        #expect(desk.state.overlay == nil)
    }

    @Test func heardIsOneKeyAndItsWordsFollow() throws {
        var desk = DeliveryDesk()
        desk.run("open CD-2026-001")
        let size = desk.log.entries.count
        desk.press(.function(7))
        #expect(desk.state.overlay == nil && desk.log.entries.count == size + 1)
        guard case .reportReceived(let heard)? = desk.last else {
            Issue.record("not saved: \(String(describing: desk.state.notice))")
            return
        }
        #expect(heard == ReportReceived(from: "UZB desk", text: "heard"))
        #expect(desk.text.contains("Heard from UZB desk, saved #\(size)"), "\(desk.text)")
        // The words of the same call take its place, at its hour.
        desk.press(.character("x"))
        #expect(desk.log.entries.count == size + 1 && desk.text.contains("in place of “heard” #\(size)"))
        desk.type("40 trucks ahead")
        desk.press(.control("s"))
        guard case .reportReceived(let told)? = desk.last else {
            Issue.record("not saved: \(String(describing: desk.form?.fault))")
            return
        }
        #expect(told.from == "UZB desk" && told.text == "40 trucks ahead")
        #expect(desk.log.entries.count == size + 3 && desk.log.entries.last?.at == SampleLog.night)
        let history = SubjectHistory(desk.log.entries.filter { $0.subject == Self.truck })
        #expect(history.withdrawn == [Int64(size)])
        // With words it stands: the key writes the next one down.
        desk.press(.function(7))
        #expect(desk.log.entries.count == size + 4 && desk.state.overlay == nil)
    }

    @Test func everyAttemptToCallIsOneKey() throws {
        var desk = DeliveryDesk()
        desk.press(.character("c"), .character("n"))
        guard case .callTried(let tried)? = desk.last else {
            Issue.record("\(String(describing: desk.state.overlay)) \(String(describing: desk.state.notice))")
            return
        }
        #expect(tried.party == "UZB desk" && tried.outcome == .noAnswer)
        desk.press(.character("a"))
        guard case .callTried(let second)? = desk.last else {
            Issue.record("not saved")
            return
        }
        // The ladder asks the desk once more before it goes on.
        #expect(second.party == "UZB desk" && second.outcome == .answered && desk.state.overlay == nil)
    }

    // MARK: A colleague was faster

    private func typed() -> DeliveryDesk {
        var desk = DeliveryDesk()
        desk.press(.character("i"))
        desk.type("uzb 001 queue")
        desk.colleague(.reportReceived(ReportReceived(from: "KAZ post", text: "lane 4")), on: Self.truck)
        desk.press(.enter)
        return desk
    }

    @Test func bothWordsAreShownAndBothAreKept() {
        var desk = typed()
        let lines = desk.text
        for part in ["NOT SAVED: orazov", "lane 4", "queue", "keep both"] { #expect(lines.contains(part), "\(lines)") }
        desk.press(.character("b"))
        guard case .reportReceived(let report)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(report.text == "queue" && desk.state.overlay == nil)
    }

    /// The hours of two officers: one by the shell, under the same name, while the other types.
    private func contradicted(_ key: Character) -> DeliveryDesk {
        var desk = DeliveryDesk()
        desk.run("report CD-2026-001")
        desk.answerInPlace(nil, "the queue moves", nil, nil, nil, "0530")
        desk.log.add(
            .delivery(
                .reportReceived(
                    ReportReceived(from: "KAZ post", text: "lane 4", exitEstimate: SampleLog.night + .minutes(200)))),
            to: Self.truck, minutesAgo: 0, actor: "sagynbaeva")
        desk.noticeMove()
        #expect(desk.text.contains("MOVED while you type"), "\(desk.text)")
        desk.press(.control("s"))
        #expect(desk.text.contains("CONTRADICTS"), "\(desk.text)")
        desk.press(.character(key))
        return desk
    }

    @Test func whereTwoHoursContradictTheOfficerChoosesWhichCounts() throws {
        let theirs = SampleLog.night + .minutes(200)
        var desk = contradicted("b")
        #expect(desk.log.board.deliveries[Self.truck]?.exitEstimate == theirs)
        guard case .reportReceived(let kept)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(kept.exitEstimate == nil && kept.text.contains("the queue moves") && kept.text.contains("05:30"))
        desk = contradicted("m")
        let own = try #require(desk.log.board.deliveries[Self.truck]?.exitEstimate)
        #expect(own != theirs)
        desk = contradicted("h")
        #expect(desk.log.board.deliveries[Self.truck]?.exitEstimate == theirs && desk.state.overlay == nil)
        guard case .reportReceived(let last)? = desk.last else { return }
        #expect(last.text == "lane 4")
    }

    @Test func mineIsDroppedOrEdited() {
        var desk = typed()
        let count = desk.log.entries.count
        desk.press(.character("h"))
        #expect(desk.state.overlay == nil && desk.log.entries.count == count)
        desk = typed()
        desk.press(.character("e"))
        desk.type(" of trucks")
        desk.press(.enter)
        guard case .reportReceived(let report)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(report.text == "queue of trucks")
        desk = typed()
        desk.press(.escape, .character("i"))
        #expect(desk.form?.field(.line)?.text == "uzb 001 queue", "nothing that was typed is lost")
    }

    @Test func aFormIsStoppedByAColleagueToo() {
        var desk = DeliveryDesk()
        desk.run("eyes-on")
        desk.type("UZB team 2")
        desk.colleague(.noted(DeliveryNoted(text: "the tracker stands")), on: Self.truck)
        desk.press(.control("s"))
        #expect(desk.text.contains("NOT SAVED: orazov") && desk.text.contains("UZB team 2"))
        desk.press(.character("b"))
        guard case .eyesOn(let seen)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(seen.party == "UZB team 2")
    }

    @Test func whatIsRefusedStaysInTheForm() {
        var desk = DeliveryDesk()
        desk.run("exception")
        desk.press(.enter)
        desk.press(.control("s"))
        #expect(desk.form?.fault != nil)
        desk.type("queue")
        desk.press(.control("s"))
        guard case .exceptionEntered(let entered)? = desk.last else {
            Issue.record("not saved")
            return
        }
        #expect(entered.exception == .delayed && entered.text == "queue")
    }

    // MARK: Keys

    /// On the page of a delivery each key does one thing, and each fact can be had by its word.
    @Test func keysAndWords() {
        for fact in DeliveryFact.allCases { #expect(Command.named(fact.rawValue) != nil, "\(fact.rawValue)") }
        for keys in [AppState.onDeliveries, AppState.onDeliveryRows, AppState.elsewhere, AppState.onAlerts] {
            for (name, here) in keys {
                #expect(Command.named(name) != nil && Command.named(here) != nil, "\(name) \(here)")
                #expect(!Keymap.standard.names(of: name).isEmpty, "\(name) has no key to lend")
            }
        }
        var state = Sample.state()
        _ = state.open(.subject(Self.truck))
        var seen: Set<String> = []
        for command in Command.all {
            for key in state.keyNames(of: command.name) { #expect(seen.insert(key).inserted, "\(key) \(command.name)") }
        }
        for name in ["fact", "heard", "next-state", "call", "border", "stop", "phone"] {
            #expect(!state.keyNames(of: name).isEmpty, "\(name)")
        }
    }

    /// No form and no list breaks at any size, and every form tells what is missing instead of saving nothing.
    @Test(arguments: [(60, 16), (80, 24), (120, 40)]) func everyFormIsDrawn(_ width: Int, _ height: Int) throws {
        let desk = DeliveryDesk(width: width, height: height)
        let delivery = try #require(desk.state.delivery(Self.truck))
        for fact in DeliveryFact.allCases where desk.state.obstacle(to: fact, of: delivery) == nil {
            guard let form = desk.state.form(for: fact, of: delivery) else { continue }
            var state = desk.state
            state.overlay = .form(form)
            #expect(state.render().cursor != nil, "\(fact)")
        }
        for source in [
            PickList.Source.facts(Self.truck), .exceptions(Self.truck), .steps(Self.truck, onlyTelling: false),
        ] {
            var state = desk.state
            state.overlay = .pick(PickList(source))
            #expect(state.render().cursor != nil)
        }
    }
}
