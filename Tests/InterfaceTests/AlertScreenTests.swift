import Model
import Screen
import Settings
import TestSupport
import Testing
import Wording

@testable import Interface

/// The alerts as officers meet them: queue, shelf, page, forms, calls, flood.
@Suite struct AlertScreenTests {
    static let first = SubjectName("AL-2026-0001")!

    static func state(_ log: SampleLog = .busyNight, width: Int = 80, height: Int = 24) -> AppState {
        var state = Sample.state(log, width: width, height: height)
        Sample.carryOut(state.start(at: .alerts), in: &state, log: log)
        return state
    }

    static func drafts(_ effects: [Effect]) -> [Draft] {
        if case .append(let drafts)? = effects.first { drafts } else { [] }
    }

    static func event(_ effects: [Effect]) -> AlertEvent? {
        if case .alert(let event)? = drafts(effects).first?.event { event } else { nil }
    }

    @Test func theShelfStandsBehindTheQueueAndReturnsByTheClockAlone() {
        var state = Self.state()
        #expect(state.panels == [.alerts, .shelved])
        #expect(state.rows(of: .alerts).count == 3 && state.rows(of: .shelved).count == 1)
        let later = SampleLog.night + .minutes(229)
        _ = state.handle(.tick(now: later, real: later))
        #expect(state.panels == [.alerts] && state.rows(of: .alerts).count == 4)
    }

    @Test func besideTheListStandsWhatIsKnownOfTheOneUnderTheCursor() {
        var state = Self.state(width: 120, height: 40)
        #expect(state.panels == [.alerts, .shelved, .preview])
        let before = state.previewed?.name
        _ = Sample.type([.down], into: &state)
        #expect(state.previewed?.name != before && state.selectedSubject == state.previewed?.name)
        _ = Sample.type([.tab, .tab], into: &state)
        #expect(state.focusedPanel == .preview && state.selectedAlert?.name == state.previewed?.name)
        #expect(Self.state(width: 119, height: 40).panels == [.alerts, .shelved])
    }

    @Test func whatALaboratoryFoundIsWrittenDownInAForm() throws {
        var state = Self.state()
        #expect(Sample.type([.character("R")], into: &state).isEmpty)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.purpose == .alert(.laboratory(try #require(state.selectedAlert?.name))))
        let keys =
            [Key.control("u")] + Sample.text("heroin") + [.tab] + Sample.text("6,1") + [.tab]
            + Sample.text("162") + [.control("s")]
        #expect(Sample.type(keys, into: &state).isEmpty, "neither weight nor purity can be taken")
        let mended = Self.event(
            Sample.type(
                [.control("u")] + Sample.text("6.1 kg") + [.tab, .control("u")] + Sample.text("62,4 %") + [.tab]
                    + Sample.text("Tashkent forensic centre") + [.control("s")], into: &state))
        guard case .laboratory(let report)? = mended else {
            Issue.record("\(String(describing: mended)) \(state.render().plainLines())")
            return
        }
        #expect(report.result.substance == "heroin" && report.result.purity == "62.4")
        #expect(report.result.netWeight?.micrograms == 6_100_000_000 && report.item == nil)
        #expect(report.result.laboratory == "Tashkent forensic centre" && report.result.substanceCode == "heroin")
    }

    @Test func farMoreThanUsualIsAskedAboutOnceAndSavedOnceMore() {
        var state = Self.state()
        let effects = Sample.type([.insert] + Sample.text("UZB heroin 630 kg Malik P1"), into: &state)
        #expect(Self.drafts(effects).isEmpty)
        let picture = state.render().plainLines().joined(separator: "\n")
        #expect(picture.contains("times what is usual"), "\(picture)")
        #expect(Self.drafts(Sample.type([.control("s")], into: &state)).isEmpty, "asked first")
        #expect(state.render().plainLines().joined().contains("check whether g was meant. ^S saves"))
        let raised = Self.event(Sample.type([.control("s")], into: &state))
        guard case .raised(let body)? = raised else {
            Issue.record("\(String(describing: raised))")
            return
        }
        #expect(body.particulars.items.first?.quantity?.micrograms == 630_000_000_000)
        var usual = Self.state()
        _ = Sample.type([.insert] + Sample.text("UZB heroin 6.3 kg Malik P1"), into: &usual)
        #expect(Self.event(Sample.type([.control("s")], into: &usual)) != nil, "nobody asks about a usual amount")
    }

    @Test func theStepsOfTheSettingsDecideWhomToCall() {
        func headline(_ preferences: Preferences) -> String {
            var log = SampleLog()
            log.begin(
                .alerts,
                .alert(.raised(AlertRaised(priority: 1, message: .request, headline: "x", source: "KGZ"))),
                minutesAgo: 6)
            var state = Sample.state(log)
            _ = state.handle(.preferences(preferences))
            _ = state.handle(.moved(log.board, new: []))
            return state.render().plainLines()[2]
        }
        var early = Preferences()
        early[.escalation1] = .list(["1 watch", "4 supervisors"])
        var never = Preferences()
        never[.escalation1] = .list([])
        let usual = headline(Preferences())
        #expect(headline(early) != usual && headline(never) != usual && headline(early) != headline(never))
        #expect(headline(early).contains("supervisors"), "\(headline(early)) | \(usual)")
    }

    @Test func untilWhenAMessageHoldsStandsOnItsPage() {
        func page(_ until: Instant) -> String {
            var log = SampleLog()
            let raised = AlertRaised(
                priority: 2, message: .warning, headline: "x", source: "KGZ", head: MessageHead(expires: until))
            let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 6)
            var state = Sample.state(log)
            Sample.carryOut(state.open(.subject(name)), in: &state, log: log)
            return state.render().plainLines().joined(separator: "\n")
        }
        let ahead = page(SampleLog.night + .hours(2))
        #expect(ahead.contains("Valid until") && !ahead.contains("EXPIRED"), "\(ahead)")
        #expect(page(SampleLog.night - .hours(2)).contains("EXPIRED"))
    }

    @Test func acknowledgingLastsAsLongAsItsPriorityAllowsAndOneMoreKeyChangesThat() {
        var state = Self.state()
        let at = Self.event(Sample.type([.character("a")], into: &state))
        #expect(at == .acknowledged(AlertAcknowledged(until: SampleLog.night + .minutes(30))))
        var other = Self.state()
        let keys: [Key] = [.character("A"), .right, .enter]
        let until = Self.event(Sample.type(keys, into: &other))
        guard case .acknowledged(let acknowledged)? = until else {
            Issue.record("\(String(describing: until))")
            return
        }
        #expect(acknowledged.until == SampleLog.night + .hours(1))
    }

    @Test func anHourThatIsOfferedGivesWayToTheOneThatIsTyped() {
        for lead in [[Key.character("A")], [.character("A"), .right]] {
            var state = Self.state()
            let event = Self.event(Sample.type(lead + Sample.text("1h30") + [.enter], into: &state))
            #expect(event == .acknowledged(AlertAcknowledged(until: SampleLog.night + .minutes(90))), "\(lead)")
        }
    }

    @Test func whoIsAskedToBeInChargeTakesItWithOneKeyMore() throws {
        var log = SampleLog.busyNight
        let name = try #require(SubjectName("AL-2026-0001"))
        log.add(.alert(.offered(AlertOffered(to: "sagynbaeva"))), to: name, minutesAgo: 1, actor: "orazov")
        var state = Sample.state(log)
        Sample.carryOut(state.open(.subject(name)), in: &state, log: log)
        #expect(Self.event(Sample.type([.function(6), .enter], into: &state, log: log)) == .taken(AlertTaken()))
    }

    @Test func aShelfIsOfferedNoLongerThanThePriorityAllows() {
        var state = Self.state()
        _ = Sample.type([.character("s")], into: &state)
        guard case .form(let form)? = state.overlay else {
            Issue.record("no form")
            return
        }
        // Of priority 1: two hours, and eight o'clock is beyond.
        #expect(form.fields[0].presets == ["15m", "1h", "2h"])
    }

    @Test func oneLineIsANewAlertAndWhatWasUnderstoodIsShownBefore() {
        var state = Self.state()
        _ = Sample.type([.insert] + Sample.text("UZB 6,3 кг героин Малик P1"), into: &state)
        let shown = state.render().plainLines().joined(separator: "\n")
        #expect(shown.contains("understood: героин, 6.3 кг"), "\(shown)")
        let effects = Sample.type([.enter, .enter], into: &state)
        guard case .raised(let raised)? = Self.event(effects) else {
            Issue.record("\(effects) \(shown)")
            return
        }
        #expect(raised.headline == "UZB 6,3 кг героин Малик" && raised.source == "UZB" && raised.priority == 1)
        #expect(raised.message == .seizureReport && raised.place == "Малик")
        #expect(raised.particulars.items.map(\.substance) == ["heroin"])
        #expect(raised.particulars.items.first?.quantity?.micrograms == 6_300_000_000)
    }

    @Test func whatSomebodyTypedIntoAFieldIsNotOverwritten() {
        var state = Self.state()
        _ = Sample.type(
            [.insert] + Sample.text("UZB heroin") + [.tab, .tab, .character("3"), .backTab, .backTab],
            into: &state)
        _ = Sample.type(Sample.text(" 5 kg P1"), into: &state)
        guard case .form(let form)? = state.overlay else { return }
        #expect(form.fields[2].choice == 2 && form.fields[7].text.contains("5 kg"))
    }

    @Test func aTelephoneInTheLineIsKeptApart() {
        var state = Self.state()
        let line = "KGZ courier tel. +996 555 123456"
        _ = Sample.type([.insert] + Sample.text(line), into: &state)
        let drafts = Self.drafts(Sample.type([.control("s")], into: &state))
        guard case .identifiers(let rows) = drafts.first?.parts.first else {
            Issue.record("nothing is kept apart")
            return
        }
        #expect(rows.map(\.kind) == [.phone])
        if case .alert(.raised(let raised))? = drafts.first?.event { #expect(!raised.headline.contains("123456")) }
    }

    @Test func aDebtIsPaidOrExplainedInTheFormThatCloses() {
        var state = Self.state()
        _ = state.run("close", "0002 handled")
        guard case .form(let form)? = state.overlay else {
            Issue.record("no form: \(String(describing: state.notice))")
            return
        }
        #expect(form.fault != nil && form.focus == 2)
        let effects = Sample.type(Sample.text("opened, nothing found") + [.control("s")], into: &state)
        let drafts = Self.drafts(effects)
        #expect(drafts.map(\.event.kind) == [MessageFiled.kind, AlertClosed.kind])
        guard case .alert(.messageFiled(let filed))? = drafts.first?.event else { return }
        #expect(filed.message == .feedback && filed.party == "ContainerComm" && filed.direction == .sent)
    }

    @Test func aMessageInWritingGetsTheNextNumberAndASpokenOneNone() {
        var state = Self.state()
        _ = state.run("ask", "0002 KGZ whose plate is it?")
        // The command line gave everything: it is being saved.
        let asked = Self.event(state.run("ask", "0002 KGZ whose plate is it?"))
        guard case .messageFiled(let request)? = asked else {
            Issue.record("\(String(describing: asked)) \(String(describing: state.overlay))")
            return
        }
        #expect(request.head.ourNumber == "AL-2026-0002/1" && request.due == SampleLog.night + .hours(2))
        var other = Self.state()
        let told = Self.event(other.run("tell", "0002 kaz the truck is on the M39"))
        guard case .messageFiled(let word)? = told else { return }
        #expect(word.head.ourNumber == nil && word.head.channel == .phone && word.party == "KAZ")
    }

    @Test func oneKeyWritesDownWhatCameOfACallAndGoesToTheNext() {
        var state = Self.state()
        _ = Sample.type([.character("c")], into: &state)
        guard case .calls(let sheet)? = state.overlay else {
            Issue.record("no calls")
            return
        }
        let effects = Sample.type([.character("n")], into: &state)
        #expect(Self.event(effects) == .callTried(AlertCallTried(party: "UZB", outcome: .noAnswer)))
        guard case .calls(let next)? = state.overlay else { return }
        #expect(next.cursor == sheet.cursor + 1)
    }

    @Test func theKeysOfAlertsHoldOnAlertsOnly() {
        var state = Self.state()
        _ = Sample.type([.character("o")], into: &state)
        guard case .form(let form)? = state.overlay, case .alert(.charge) = form.purpose else {
            Issue.record("\(String(describing: state.overlay))")
            return
        }
        var board = Sample.state()
        _ = Sample.type([.character("o")], into: &board)
        guard case .form(let order)? = board.overlay, case .watch(.verbalOrder) = order.purpose else {
            Issue.record("\(String(describing: board.overlay))")
            return
        }
    }

    @Test func aFloodFoldsRepeatsIntoOneRowThatOpensToAll() {
        var log = SampleLog()
        for second in 0..<12 { Self.raise("Gate open", in: &log, minutesAgo: Int64(8 - second / 2)) }
        Self.raise("another", in: &log, minutesAgo: 1)
        var state = Self.state(log)
        #expect(state.board.alarmRate.floodSince(at: state.now) != nil)
        #expect(state.rows(of: .alerts).count == 2)
        #expect(state.render().plainLines().contains { $0.contains("×12") && $0.contains("Gate open") })
        #expect(state.render().plainLines().contains { $0.contains("FLOOD") })
        _ = Sample.type([.character("g"), .character("g"), .enter], into: &state, log: log)
        #expect(state.rows(of: .alerts).count == 13 && state.screen == .alerts)
        // It ends by the clock, and with it the folding.
        _ = state.run("unfold")
        let later = SampleLog.night + .minutes(12)
        _ = state.handle(.tick(now: later, real: later))
        #expect(state.board.alarmRate.floodSince(at: state.now) == nil && state.rows(of: .alerts).count == 13)
    }

    static func raise(_ headline: String, in log: inout SampleLog, minutesAgo: Int64) {
        log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: headline, source: "UZB"))),
            minutesAgo: minutesAgo)
    }

    @Test func thePageSaysWhatIsKnownSaidOwedAndCalled() {
        var log = SampleLog.busyNight
        let name = SubjectName("AL-2026-0002")!
        let particulars = Particulars(
            items: [
                SeizedItem(
                    kind: .drug, name: "героин", substance: "heroin",
                    quantity: Quantity(amount: "6.3", unit: "кг", basis: .gross, typed: "6,3 кг"))
            ], identifiers: [IdentifierMention(.container, typed: "TKRU 428117 4")].compactMap { $0 },
            departure: "Kabul", transit: ["Termez"], destination: "Samara", concealment: "in dried apricots")
        log.add(.alert(.detailed(AlertDetailed(particulars))), to: name, minutesAgo: 20)
        let asked = MessageFiled(
            .sent, .request, party: "KGZ", text: "whose?",
            head: MessageHead(channel: .i247, ourNumber: "AL-2026-0002/1"),
            due: SampleLog.night - .minutes(5))
        log.add(.alert(.messageFiled(asked)), to: name, minutesAgo: 15)
        log.add(
            .alert(.callTried(AlertCallTried(party: "KGZ desk", outcome: .busy))), to: name, minutesAgo: 10)
        var state = Sample.state(log, width: 100, height: 60)
        Sample.carryOut(state.start(at: .subject(name)), in: &state, log: log)
        let page = state.render().plainLines().joined(separator: "\n")
        for words in [
            "героин, 6.3 кг (typed “6,3 кг”)", "gross", "container TKRU 428117 4", "Kabul > Termez > Samara",
            "in dried apricots", "KGZ HAS NOT ANSWERED", "our No AL-2026-0002/1", "KGZ desk", "busy",
            "ContainerComm is owed feedback", "LATE 5min",
        ] {
            #expect(page.contains(words), "\(words)\n\(page)")
        }
    }

    @Test func everyScreenOfTheAlertsIsCleanWithHostileText() {
        let hostile = "\u{1B}[2J\u{202E}evil\u{200B} \u{07}"
        var log = SampleLog()
        let name = log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: hostile, source: hostile))),
            minutesAgo: 5)
        log.add(
            .alert(
                .detailed(AlertDetailed(Particulars(concealment: hostile, text: String(repeating: hostile, count: 40))))
            ),
            to: name, minutesAgo: 4)
        log.add(
            .alert(.messageFiled(MessageFiled(.sent, .request, party: hostile, text: hostile))), to: name, minutesAgo: 3
        )
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            for screen in [ScreenID.alerts, .subject(name)] {
                var state = Sample.state(log, width: width, height: height)
                Sample.carryOut(state.start(at: screen), in: &state, log: log)
                for line in state.render().plainLines() {
                    #expect(
                        !line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E || $0.value == 0x200B })
                }
            }
        }
    }

    @Test func theFiguresAreThereInWordsAndInLines() {
        let log = SampleLog.busyNight
        var state = Sample.state(log, width: 100, height: 40)
        let asked = state.run("health")
        guard case .loadHealth(let from, let until)? = asked.first else {
            Issue.record("\(asked)")
            return
        }
        #expect(until - from == .days(1))
        let health = AlarmHealth(
            log.entries, open: Array(log.board.alerts.values), from: from, until: until + .seconds(1))
        _ = state.handle(.health(health))
        let page = state.render().plainLines().joined(separator: "\n")
        #expect(page.contains("4, of these 4 new alerts") && page.contains("aimed at 5 %"), "\(page)")
        #expect(state.healthSentences.count > 8)
    }
}
