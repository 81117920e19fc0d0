import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct WatchScreenTests {
    static func state(
        _ log: SampleLog = .watchNight, _ size: (Int, Int), _ code: String = "en", officer: String = "sagynbaeva"
    ) throws -> AppState {
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        var state = AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: size.0,
            height: size.1, officer: officer, catalogue: catalogue)
        answer(state.start(at: .watch), in: &state, log)
        return state
    }

    /// Carries out what the screen asks for; the contacts are those of the sample.
    @discardableResult
    static func answer(_ effects: [Effect], in state: inout AppState, _ log: SampleLog) -> [Effect] {
        var left: [Effect] = []
        for effect in effects {
            switch effect {
            case .loadContacts(let hashes):
                let texts = hashes.map { ($0, "+7 000 000-01-0\($0.hex.prefix(1))") }
                left += state.handle(.contacts(Dictionary(uniqueKeysWithValues: texts)))
            default:
                let more = Sample.carryOut([effect], in: &state, log: log)
                left += more
            }
        }
        let contacts = left.filter { if case .loadContacts = $0 { true } else { false } }
        guard !contacts.isEmpty else { return left }
        return answer(contacts, in: &state, log) + left.filter { !contacts.contains($0) }
    }

    @Test(arguments: ["en", "ru", "zh"]) func pictures(_ code: String) throws {
        for size in ScreenSnapshots.sizes {
            var state = try Self.state(.watchNight, size, code)
            Self.answer(state.handle(.tick(now: SampleLog.night, real: SampleLog.night)), in: &state, .watchNight)
            let difference = Snapshot.difference(
                ScreenSnapshots.lines(state), name: "watch-full-\(code)-\(size.0)x\(size.1)",
                folder: ScreenSnapshots.folder)
            #expect(difference == nil)
        }
    }

    /// How long on duty, of how long, and who is next, as far as there is room; never a word cut.
    @Test func theHeaderSaysWhoAndHowLongAndWhoIsNext() throws {
        func right(_ width: Int) throws -> String { try Self.state(.watchNight, (width, 40)).render().plainLines()[0] }
        #expect(try right(60).hasSuffix("Sagynbaeva A.K. 20h12"))
        #expect(try right(80).hasSuffix("Sagynbaeva A.K., 20h12 of 24h00"))
        #expect(try right(120).hasSuffix("Sagynbaeva A.K., 20h12 of 24h00, next Orazov D.M. 08:00"))
        #expect(try right(200).hasSuffix("Sagynbaeva A.K., 20h12 of 24h00, next Orazov D.M. 08:00"))
        var log = SampleLog.watchNight
        let watch = try #require(log.board.watch?.name)
        log.add(.shift(.ended(ShiftEnded())), to: watch, minutesAgo: 12)
        for width in [60, 80, 120] {
            let line = try Self.state(log, (width, 40)).render().plainLines()[0]
            #expect(line.contains("NOBODY HAS THE WATCH"), "\(line)")
        }
        #expect(try Self.state(log, (120, 40)).render().plainLines()[0].hasSuffix("since 04:00"))
    }

    /// A machine whose clock was set back: neither negative nor fewer hours than the log has seen.
    @Test func aClockSetBackTakesNoHoursAway() throws {
        var state = try Self.state(.watchNight, (120, 40))
        let wrong = SampleLog.night - .hours(30)
        _ = state.handle(.tick(now: wrong, real: wrong))
        #expect(state.render().plainLines()[0].contains("19h53 of 24h00"))
    }

    @Test func everyPanelIsReachedByTabAtEverySize() throws {
        for size in ScreenSnapshots.sizes {
            var state = try Self.state(.watchNight, size)
            #expect(state.focusedPanel == .watchLog)
            var seen: Set<PanelID> = []
            for _ in state.panels {
                seen.insert(state.focusedPanel)
                #expect(state.frames.contains { $0.panel == state.focusedPanel })
                _ = state.handle(.key(.tab))
            }
            #expect(seen == [.duty, .onCall, .inForce, .orders, .watchLog])
        }
    }

    /// How to reach people is loaded for this screen alone, and once.
    @Test func contactsAreAskedForOnceAndShown() throws {
        let log = SampleLog.watchNight
        var state = AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: 120, height: 40,
            officer: "sagynbaeva")
        func asked(_ effects: [Effect]) -> Int { effects.count { if case .loadContacts = $0 { true } else { false } } }
        #expect(asked(state.start()) + asked(state.handle(.tick(now: SampleLog.night, real: SampleLog.night))) == 0)
        #expect(asked(state.handle(.key(.character("5")))) == 1)
        #expect(asked(state.handle(.tick(now: SampleLog.night, real: SampleLog.night))) == 0)
        let hash = try #require(log.board.onCall(at: SampleLog.night).first?.contact)
        _ = state.handle(.contacts([hash: "+7 000 000-01-07"]))
        #expect(state.render().plainLines().joined().contains("+7 000 000-01-07"))
        _ = state.handle(.contacts([hash: ""]))
        #expect(!state.render().plainLines().joined().contains("+7 000 000-01-07"), "erased meanwhile")
    }

    @Test func takingAWatchThatWasNotOfferedAsksWhyAndIsOneAppend() throws {
        let log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40), officer: "orazov")
        _ = Sample.run("take-watch", on: &state, log: log)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fields.count == 5)
        _ = Sample.type([.control("s")], into: &state, log: log)
        guard case .form(let refused) = state.overlay else { return }
        #expect(refused.fault != nil && refused.focus == 4, "the reason is missing")
        let effects = Sample.type(Sample.text("she is ill") + [.control("s")], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, drafts.count == 2,
            case .shift(.ended(let ended)) = drafts[0].event, case .shift(.started(let started)) = drafts[1].event
        else {
            Issue.record("\(effects)")
            return
        }
        let watch = try #require(log.board.watch)
        #expect(drafts[0].target == .existing(watch.name) && drafts[0].expecting == watch.trail.last)
        #expect(started.relieves == watch.name && started.reason == "she is ill" && started.officerID == "orazov")
        #expect(ended.relievedBy == started.officer)
    }

    @Test func anOfferedWatchIsTakenWithoutAReasonAndNamedToTheOneItIsFor() throws {
        var log = SampleLog.watchNight
        log.add(
            .shift(.offered(ShiftOffered(to: "orazov", handover: EveryEvent.handover))),
            to: try #require(log.board.watch?.name), minutesAgo: 1)
        var state = try Self.state(log, (120, 40), officer: "orazov")
        #expect(state.shownNeeds.contains { if case .watchOffered = $0 { true } else { false } })
        #expect(
            try !Self.state(log, (120, 40)).shownNeeds.contains { if case .watchOffered = $0 { true } else { false } })
        _ = Sample.run("take-watch", on: &state, log: log)
        guard case .form(let form) = state.overlay else { return }
        #expect(form.fields.count == 4)
    }

    @Test func aDecisionKnowsWhatWasKnown() throws {
        let log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40))
        _ = Sample.type([.character("d")], into: &state, log: log)
        let keys =
            Sample.text("ask UZB") + [.enter] + Sample.text("20 min uncovered") + [.enter] + Sample.text("wait; warn")
            + [.control("s")]
        let effects = Sample.type(keys, into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .shift(.decided(let decision)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(decision.knownTo == log.board.size - 1)
        #expect(decision.options == ["wait", "warn"])
        #expect(decision.decidedBy == "Sagynbaeva A.K.")
    }

    @Test func onlyTheOwnNoteIsCorrectedAndInOneAppend() throws {
        let log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40))
        _ = Sample.type([.character("E")], into: &state, log: log)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fields[0].text == "weight 38.4 kg")
        let effects = Sample.type(Sample.text(" net") + [.control("s")], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, drafts.count == 2,
            case .logKeeping(.withdrawn(let withdrawn)) = drafts[0].event,
            case .shift(.noted(let note)) = drafts[1].event
        else {
            Issue.record("\(effects)")
            return
        }
        #expect(note == ShiftNoted(text: "weight 38.4 kg net", corrects: withdrawn.index))
        var other = try Self.state(log, (120, 40), officer: "orazov")
        _ = Sample.type([.character("E")], into: &other, log: log)
        #expect(other.overlay == nil && other.notice?.isError == true)
    }

    @Test func theOrderThatWaitsIsShownWholeAndSignedByAChoice() throws {
        let log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40))
        #expect(state.shownNeeds.contains { if case .orderUnread = $0 { true } else { false } })
        _ = Sample.type([.character("R")], into: &state, log: log)
        #expect(state.render().plainLines().joined().contains("called back on the filed number"))
        #expect(Sample.type([.enter], into: &state, log: log).isEmpty, "nothing is signed by Enter alone")
        let effects = Sample.type([.right, .enter], into: &state, log: log)
        guard case .append(let drafts)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(drafts[0].event == .order(.read(StandingOrderRead())))
        let signed = try Self.state(log, (120, 40), officer: "orazov")
        #expect(!signed.shownNeeds.contains { if case .orderUnread = $0 { true } else { false } })
        #expect(Command.named("sign-order")?.unavailable(in: signed) != nil)
    }

    @Test func arrangementsAreWrittenAndEndedByForms() throws {
        let log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40))
        let keys =
            Sample.text("o") + Sample.text("no calls to the yard") + [.enter] + Sample.text("Ermekov") + [.control("s")]
        guard case .append(let order)? = Sample.type(keys, into: &state, log: log).first,
            case .arrangement(.made(let made)) = order[0].event
        else {
            Issue.record("no order")
            return
        }
        #expect(made == ArrangementMade(type: .verbalOrder, text: "no calls to the yard", orderedBy: "Ermekov"))
        state.overlay = nil
        state.isSaving = false
        _ = state.handle(.key(.tab))
        while state.focusedPanel != .inForce { _ = state.handle(.key(.tab)) }
        let effects = Sample.type([.character("X"), .control("s")], into: &state, log: log)
        guard case .append(let drafts)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(drafts[0].target == .existing(SubjectName("TA-2026-001")!), "what is overdue stands first")
    }

    /// A decision about a delivery stands on its page, too.
    @Test func aDecisionStandsOnThePageOfWhatItIsAbout() throws {
        let log = SampleLog.watchNight
        let truck = try #require(log.board.deliveries.keys.min())
        var state = try Self.state(log, (120, 40))
        Sample.carryOut(state.open(.subject(truck)), in: &state, log: log)
        #expect(state.render().plainLines().joined().contains("DECISION: keep the interval"))
    }

    @Test func theBoardShowsWhatHoldsWhereThereIsRoom() throws {
        for (size, isShown) in [((60, 16), false), ((80, 24), false), ((120, 40), true), ((200, 60), true)] {
            var state = Sample.state(.watchNight, width: size.0, height: size.1)
            Sample.carryOut(state.start(), in: &state, log: .watchNight)
            #expect(state.frames.contains { $0.panel == .inForce } == isShown, "\(size)")
            #expect(state.panels.contains(.inForce) == isShown, "\(size)")
        }
        #expect(!Sample.state(width: 120, height: 40).panels.contains(.inForce))
    }

    /// In plain lines each row is a sentence, and every panel is read.
    @Test func everyRowOfTheWatchIsASentence() throws {
        for code in ["en", "ru", "zh"] {
            let state = try Self.state(.watchNight, (120, 40), code)
            for panel in state.panels {
                for item in state.items(of: panel) {
                    let text = state.catalogue.text(state.sentence(of: item))
                    #expect(text.count > 8 && !text.contains("%1"), "\(code) \(panel): \(text)")
                }
            }
        }
    }
}
