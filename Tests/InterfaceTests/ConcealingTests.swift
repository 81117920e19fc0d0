import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Looks for words that nobody may read at a locked console, on every screen and in every size.
@Suite struct ConcealingTests {
    static let words = [SignedDesk.marker, "heroin", "Malik", "Yallama", "Orazov", "Karimova", "name the driver"]

    static func leaks(_ text: String) -> [String] { words.filter { text.contains($0) } }

    /// A locked console behind which everything was on the screen.
    static func locked(
        width: Int, height: Int, catalogue: Catalogue = .english, as officer: String? = SignedDesk.officer
    )
        -> AppState
    {
        var log = SignedDesk.log()
        _ = SignedDesk.propose(&log)
        var state = SignedDesk.state(log, as: officer, width: width, height: height, catalogue: catalogue)
        Sample.carryOut(state.open(.subject(SubjectName("CD-2026-001")!)), in: &state, log: log)
        Sample.carryOut(state.open(.log), in: &state, log: log)
        _ = state.setFilter(SignedDesk.marker)
        _ = state.handle(.key(.character("e")))
        for key in Sample.text(SignedDesk.marker) { _ = state.handle(.key(key)) }
        state.clipboard = SignedDesk.marker
        _ = state.lockWhenLeft()
        return state
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60)])
    func noScreenShowsWhatIsHidden(_ size: (Int, Int)) {
        // A command draws the same in every size; one size tries them all.
        let names =
            size == (80, 24)
            ? Command.all.map(\.name).filter { !["theme", "sign-on", "lock", "sign-off"].contains($0) }
            : ["down", "log", "open", "help", "command"]
        for officer in [SignedDesk.officer, nil] {
            var state = Self.locked(width: size.0, height: size.1, as: officer)
            state.arrange(officer == nil ? .wall : .auto)
            for name in names {
                var tried = state
                _ = tried.run(name)
                let text = tried.render().plainLines().joined(separator: "\n")
                #expect(Self.leaks(text).isEmpty, "\(name) \(size): \(text)")
            }
        }
    }

    @Test func noKeyAndNoLineBringsItBack() {
        var chance = SeededGenerator(seed: 11)
        let keys: [Key] =
            (32...126).map { .character(Character(Unicode.Scalar($0)!)) } + (1...12).map { .function($0) }
            + [.enter, .tab, .escape, .up, .down, .left, .right, .control("y"), .insert, .control("r"), .backspace]
        for _ in 0..<10 {
            var state = Self.locked(width: 100, height: 30)
            for _ in 0..<40 {
                let key = keys.randomElement(using: &chance)!
                let effects = state.handle(.key(key))
                for effect in effects {
                    switch effect {
                    case .append, .loadRaw, .copy, .searchLog, .loadLog, .loadLeaf, .review:
                        Issue.record("\(key) did \(effect)")
                    default: break
                    }
                }
                // The list of those who may sign on is the one place with names.
                if case .pick(let pick) = state.overlay, pick.source == .officers { break }
                let text = state.render().plainLines().joined(separator: "\n")
                #expect(Self.leaks(text).isEmpty, "\(key): \(text)")
            }
        }
    }

    @Test func everyNeedAndEveryMatterHasAnOpenForm() {
        let face = ClockFace(convention: Catalogue.english.convention, zone: .almaty)
        let name = SubjectName("CD-2026-001")!
        let now = SampleLog.night
        let secret = SignedDesk.marker
        let needs: [Headline] =
            [
                .silence(name, priority: 1, from: secret, due: now, lastHeard: now),
                .unacknowledged(name, priority: 1, headline: secret, waiting: .minutes(1)),
                .expired(name, priority: 1, headline: secret, until: now),
                .returned(name, priority: 1, headline: secret, since: now, fromShelf: true),
                .windowOverrun(name, priority: 1, state: secret, until: now, estimate: now),
                .crossingClosed(name, priority: 1, place: secret, state: secret, since: now, by: secret),
                .answerOverdue(name, priority: 2, message: .request, due: now),
            ] + Self.deliveryNeeds.map { .delivery(name, priority: 1, $0) } + [
                .replyOverdue(name, priority: 2, .request, from: secret, due: now),
                .rejected(name, priority: 2, .answer, by: secret),
                .followUpDue(name, priority: 3, text: secret, at: now),
                .escalated(name, priority: 1, headline: secret, waiting: .minutes(6), .second),
                .chargeOffered(name, priority: 1, headline: secret, by: secret),
                .messagesHeld(name, count: 2, since: now),
                .watchOver(name, officer: secret, until: now),
                .handover(name, .unanswered(to: secret, since: now, .head)),
                .handover(name, .refused(by: secret, at: now, reason: secret)),
                .handover(name, .question(secret, by: secret, at: now, entry: 3)),
                .handover(name, .outdated(to: secret)), .handover(name, .notOffered(until: now)),
                .handover(name, .unsigned(by: [secret], since: now, .asked)),
                .nobodyHasTheWatch(since: nil, last: nil),
                .emergency(name, officer: secret, role: .supervisor, until: now),
                .countersignatureOverdue(name, kind: "deliveryEnded", by: secret, due: now),
                .countersignatureRefused(name, kind: "deliveryEnded", by: secret, refusedBy: secret),
            ]
        let matters: [AgendaItem.Matter] =
            [
                .report(from: secret, everyMinutes: 30), .legWindowEnds(state: secret, exit: secret),
                .watchEnds(relief: secret), .handover, .approvalAwaited(kind: "requestSent", by: secret),
                .countersignatureOwed(kind: "requestSent", by: secret, from: secret), .shelfEnds,
                .emergencyEnds(officer: secret, role: .supervisor), .answerDue(.request), .acknowledgementLapses,
                .replyDue(.request, from: secret), .followUp(text: secret, by: secret, isOwn: false),
            ] + Self.deliveryDues.map { .delivery($0) }
        let messages = needs.map { $0.openMessage(face, now: now) } + matters.map(\.openMessage)
        for text in messages.map({ Catalogue.english.text($0) }) {
            #expect(Self.leaks(text).isEmpty && !text.isEmpty, "\(text)")
        }
    }

    private static let deliveryNeeds: [DeliveryNeed] = {
        let (secret, now) = (SignedDesk.marker, SampleLog.night)
        return [
            .uncovered(state: secret, .refused, isThere: true, askBy: now, from: now),
            .nobodyHolds(party: secret, place: secret, since: now, limit: .minutes(30)),
            .sealDiffers(released: secret, accepted: secret, entry: 3),
            .weightDiffers(released: 1, accepted: 2, entry: 3), .notTheHolder(party: secret, holder: secret, entry: 3),
            .exhibitDoubted(exhibit: secret, entry: 3),
            .heldByNobodyTooLong(from: secret, to: secret, place: secret, over: .minutes(5), entry: 3),
            .releaseMissing(party: secret, taker: secret, since: now, entry: 3),
            .startLate(state: secret, planned: now),
            .exception(.deviated, from: secret, since: now, decides: secret, entry: 3),
            .paperLate(state: secret, promised: now), .requestUnconfirmed(state: secret, sent: now, due: now),
            .answerLate(state: secret, sent: now, due: now),
            .formalLate(.evidence, number: secret, to: secret, due: now),
            .stepLate(procedure: secret, text: secret, due: now),
        ]
    }()

    private static let deliveryDues: [DeliveryDue] = {
        let secret = SignedDesk.marker
        return [
            .askForMore(state: secret), .askFirst(state: secret), .start(state: secret), .consentEnds(state: secret),
            .paper(state: secret),
            .takingOver(from: secret, place: secret), .confirmation(state: secret), .answer(state: secret),
            .formalAnswer(.charges, number: secret, to: secret), .step(procedure: secret, text: secret),
        ]
    }()

    @Test func thePlainModeSaysNothingOfIt() {
        var log = SignedDesk.log()
        _ = SignedDesk.propose(&log)
        var session = LineSession(state: SignedDesk.state(log), columns: 80)
        _ = session.start()
        for line in ["board", "open CD-2026-001", "read", "next"] {
            _ = session.take(line: line)
            _ = session.conclude()
        }
        var said = session.take(.uptime(15 * 60_000)).lines
        #expect(session.state.session.isLocked)
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: SignedDesk.marker, source: "KGZ"))),
            minutesAgo: 0)
        said += session.take(.moved(log.board, new: [log.entries.last!])).lines
        let lines =
            Command.all.map(\.name).filter { $0 != "sign-on" } + [
                "now", "next", "more", "read", "where", "again", "help", "1", "2", "", "open CD-2026-001",
                "find heroin",
                "/heroin", "approve #9", "0001",
            ]
        for line in lines {
            said += session.take(line: line).lines
            said += session.conclude().lines
            if session.question != nil { said += session.interrupt().lines + session.conclude().lines }
        }
        let text = said.joined(separator: "\n")
        for (place, line) in said.enumerated() {
            #expect(Self.leaks(line).isEmpty, "\(place > 0 ? said[place - 1] : "") | \(line)")
        }
        #expect(text.contains("UZB") && text.contains("LOCKED"), "what may be read is there: \(text)")
    }

    @Test func whatMayBeReadIsThere() {
        let text = Self.locked(width: 100, height: 30).render().plainLines().joined(separator: "\n")
        for word in ["LOCKED a.orazov", "UZB", "UNACKED", "NEXT", "warning", "0001"] {
            #expect(text.contains(word), "\(word): \(text)")
        }
    }

    static let sizes = [(60, 16), (80, 24), (120, 40)]

    @Test(arguments: [Language.en, .ru, .zh], sizes) func pictures(_ language: Language, _ size: (Int, Int)) throws {
        let catalogue = try Catalogue.load(language)
        let name = "\(language.rawValue)-\(size.0)x\(size.1)"
        let folder = Snapshot.folder(of: #filePath)
        var state = Self.locked(width: size.0, height: size.1, catalogue: catalogue)
        var difference = Snapshot.difference(ScreenSnapshots.lines(state), name: "locked-\(name)", folder: folder)
        #expect(difference == nil, "\(difference ?? "")")
        _ = state.run("lock")
        _ = state.handle(.secretTyped(9))
        SignedDesk.enter(&state, isRight: false, wait: .seconds(2))
        difference = Snapshot.difference(ScreenSnapshots.lines(state), name: "unlocking-\(name)", folder: folder)
        #expect(difference == nil, "\(difference ?? "")")
    }
}
