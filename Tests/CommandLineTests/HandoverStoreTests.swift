import EventLog
import Interface
import Model
import TestSupport
import Testing
import Wording

@testable import caricc

/// Handovers that were and rows of paper, in a real log.
@Suite struct HandoverStoreTests {
    static func moment(_ minutes: Int64) -> MachineMoment {
        MachineMoment(
            wall: Instant(milliseconds: 1_792_190_000_000) + .minutes(minutes), boot: "0123456789abcdef",
            mono: minutes * 60_000)
    }

    /// A log with one watch that was given on, in which an alert was left out and a row of paper was late.
    final class Night {
        let folder: TemporaryFolder
        let store: LogStore
        private var ids = EventIDSource()

        init() throws {
            folder = try TemporaryFolder()
            let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
            try LogStore.found(
                folder.path + "/log", identity: identity, actor: "founder", moment: HandoverStoreTests.moment(0))
            store = try LogStore(opening: folder.path + "/log")
        }

        @discardableResult
        func add(
            _ events: [(Proposal.Target, Event)], by actor: String, at minutes: Int64, happened: Int64? = nil
        ) throws -> [Saved] {
            let moment = HandoverStoreTests.moment(minutes)
            return try store.append(
                events.map { target, event in
                    Proposal(
                        target, event, id: ids.next(at: moment.wall),
                        at: happened.map { HandoverStoreTests.moment($0).wall }, precision: .minute, actor: actor)
                }, moment: moment)
        }

        /// Why it is refused; nil where it was saved.
        func refusal(_ event: Event, to name: SubjectName, at minutes: Int64, happened: Int64) -> Refusal? {
            do {
                try add([(.existing(name), event)], by: "orazov", at: minutes, happened: happened)
                return nil
            } catch LogFault.refused(let refusal, _) {
                return refusal
            } catch {
                return .unknownKind("\(error)")
            }
        }

        func raise(_ headline: String, at minutes: Int64) throws -> SubjectName {
            let raised = AlertRaised(priority: 1, message: .bulletin, headline: headline, source: "UZB")
            return try add([(.new(.alerts), .alert(.raised(raised)))], by: "sagynbaeva", at: minutes)[0].subject
        }

        /// From a beginning at minute 1 to a relief at minute 40; the first alert is handed over, the second is not.
        func played() throws -> (watch: SubjectName, first: SubjectName, second: SubjectName) {
            let until = HandoverStoreTests.moment(600).wall
            let started = ShiftStarted(officer: "Sagynbaeva A.K.", officerID: "sagynbaeva", until: until)
            let watch = try add([(.new(.shifts), .shift(.started(started)))], by: "sagynbaeva", at: 1)[0].subject
            let (first, second) = (try raise("a truck at Malik", at: 5), try raise("a courier", at: 6))
            let board = try store.board()
            let shift = try #require(board.watch)
            var written = HandoverDraft(board, for: shift, at: HandoverStoreTests.moment(30).wall).written()
            written.lines = written.lines.filter { $0.key?.subject == first }
            let offered = ShiftOffered(to: "orazov", handover: written)
            try add([(.existing(watch), .shift(.offered(offered)))], by: "sagynbaeva", at: 30)
            // What was left out moves before the watch is given on; it was left out all the same.
            try add([(.existing(second), .alert(.acknowledged(AlertAcknowledged())))], by: "sagynbaeva", at: 33)
            let said = HandoverSaidBack(item: try #require(written.lines[0].key), text: "a truck, nobody follows it")
            try add([(.existing(watch), .shift(.saidBack(said)))], by: "orazov", at: 35)
            let relief = WatchRelief(
                of: try #require(try store.board().watch), by: "orazov", named: "Orazov D.M.", until: until)
            try add(relief.events.map { ($0.target, $0.event) }, by: "orazov", at: 40)
            return (watch, first, second)
        }
    }

    @Test func aHandoverIsReadBackAsItWasWithWhatItDidNotSay() throws {
        let night = try Night()
        let (watch, first, second) = try night.played()
        // Learnt after the relief, of before it.
        try night.add(
            [(.existing(first), .alert(.noted(AlertNoted(text: "it had left at once"))))], by: "orazov", at: 60,
            happened: 20)
        // The present does not touch the past.
        try night.add(
            [(.existing(first), .alert(.closed(AlertClosed(disposition: .handled))))], by: "orazov", at: 70)
        let past = try #require(try night.store.handovers { _ in true }.first)
        #expect((past.name, past.way, past.ended.relievedBy) == (watch, .accepted, "Orazov D.M."))
        #expect(past.saidBack == 1)
        let page = try night.store.pastPage(of: past)
        let told = try #require(page.told)
        #expect(told.lines.map(\.key.subject) == [first])
        guard case .alert(let headline, _, .unacknowledged, _)? = told.lines.first?.item.matter else {
            Issue.record("\(told.lines)")
            return
        }
        #expect(headline == "a truck at Malik")
        #expect(page.hindsight.omitted.map(\.key.subject) == [second])
        #expect(page.hindsight.learntLater.map(\.event.noteText) == ["it had left at once"])
        let figures = try night.store.figures(of: past)
        #expect((figures.open, figures.mentioned, figures.omitted, figures.learntLater) == (2, 1, 1, 1))
        #expect((figures.answering, figures.alerts, figures.acknowledged) == (.minutes(10), 2, [.minutes(27)]))
        #expect(try night.store.handovers { $0.matches("nobody FOLLOWS") }.count == 1)
        #expect(try night.store.handovers { $0.matches("helicopter") }.isEmpty)
        #expect(try night.store.handovers(from: Self.moment(41).wall) { _ in true }.isEmpty)
    }

    /// On paper, on the page of a past handover and in answers of the shell a protected alert is named and not told, nor is
    /// what the two officers wrote about it.
    @Test func whatIsProtectedIsAPointerWhereverAHandoverIsTold() throws {
        let night = try Night()
        let until = Self.moment(600).wall
        let started = ShiftStarted(officer: "Sagynbaeva A.K.", officerID: "sagynbaeva", until: until)
        let watch = try night.add([(.new(.shifts), .shift(.started(started)))], by: "sagynbaeva", at: 1)[0].subject
        let (hidden, open) = (try night.raise("SECRET truck", at: 5), try night.raise("PLAIN courier", at: 6))
        func write(_ event: ShiftEvent, by officer: String, at minutes: Int64) throws -> Int64 {
            try night.add([(.existing(watch), .shift(event))], by: officer, at: minutes)[0].index
        }
        for (name, word) in [(hidden, "SECRET"), (open, "PLAIN")] {
            let pair = IfThen(condition: "\(word) if", action: "\(word) then")
            let set = HandoverItemSet(item: .init(name, "alert"), note: "\(word) note", ifThen: [pair])
            _ = try write(.itemSet(set), by: "sagynbaeva", at: 10)
        }
        let store = night.store
        func told(behindVeil isVeiled: Bool) throws -> [String] {
            let words = Veil.Words(.english)
            let source = isVeiled ? try store.behindVeil(words, over: [hidden]) : store
            let isOver = try store.history(of: watch).entries.contains { $0.kind == ShiftEnded.kind }
            let sheet = try HandoverSheet(
                of: isOver ? watch : nil, source, at: Self.moment(50).wall, .english, in: .almaty)
            let picture = try HandoverPicture.of(isOver ? watch : nil, source, at: Self.moment(50).wall)
            let page = picture.page(Catalogue.english.clockFace(in: .almaty)).map { Catalogue.english.text($0) }
            var past: [String] = []
            if isOver {
                let page = try source.pastPage(of: try #require(try source.handover(of: watch)))
                var state = AppState(
                    board: try source.board(), now: until, real: until, width: 90, height: 60, officer: "",
                    catalogue: .english, isReadOnly: true)
                _ = state.handle(.past(page))
                past = state.pastSentences.map { Catalogue.english.text($0) }
            }
            let json = String(decoding: CanonicalJSON.bytes(of: .object(picture.object())), as: UTF8.self)
            return sheet.asText + sheet.html + page + past + [json]
        }
        func expectPointers() throws {
            let veiled = try told(behindVeil: true).joined(separator: "\n")
            #expect(!veiled.contains("SECRET"), "\(veiled)")
            #expect(veiled.contains("PLAIN note") && veiled.contains(hidden.text))
            #expect(try told(behindVeil: false).joined(separator: "\n").contains("SECRET note"))
        }
        try expectPointers()
        let shift = try #require(try store.board().watch)
        let written = HandoverDraft(try store.board(), for: shift, at: Self.moment(20).wall).written()
        _ = try write(.offered(ShiftOffered(to: "orazov", handover: written)), by: "sagynbaeva", at: 20)
        for (name, word) in [(hidden, "SECRET"), (open, "PLAIN")] {
            let key = HandoverItem.Key(name, "alert")
            _ = try write(.saidBack(HandoverSaidBack(item: key, text: "\(word) said")), by: "orazov", at: 25)
            let question = try write(
                .asked(HandoverAsked(item: key, text: "\(word) asked")), by: "orazov", at: 26)
            _ = try write(
                .answered(HandoverAnswered(question: question, text: "\(word) answer")), by: "sagynbaeva", at: 27)
        }
        try expectPointers()
        let relief = WatchRelief(
            of: try #require(try store.board().watch), by: "orazov", named: "Orazov D.M.", until: until)
        try night.add(relief.events.map { ($0.target, $0.event) }, by: "orazov", at: 40)
        try expectPointers()
        let veiled = try told(behindVeil: true).joined(separator: "\n")
        for word in ["note", "said", "asked", "answer"] { #expect(veiled.contains("PLAIN \(word)"), "\(word)") }
        // Nothing of it is found, either.
        let source = try store.behindVeil(Veil.Words(.english), over: [hidden])
        let past = try #require(try source.handover(of: watch))
        #expect(
            !source.fits("SECRET", past, in: .almaty, [.english]) && source.fits("PLAIN", past, in: .almaty, [.english])
        )
    }

    /// The sheet is that of the handover as it was accepted: what came up after the offer, what was left out and what was settled
    /// stand on it, with what was said back.
    @Test func theSheetTellsWhatWasAccepted() throws {
        let night = try Night()
        let until = Self.moment(600).wall
        let started = ShiftStarted(officer: "Sagynbaeva A.K.", officerID: "sagynbaeva", until: until)
        let watch = try night.add([(.new(.shifts), .shift(.started(started)))], by: "sagynbaeva", at: 1)[0].subject
        let (settled, spared) = (try night.raise("a truck at Malik", at: 5), try night.raise("a courier", at: 6))
        func write(_ event: ShiftEvent, by officer: String, at minutes: Int64) throws {
            try night.add([(.existing(watch), .shift(event))], by: officer, at: minutes)
        }
        try write(.itemSet(HandoverItemSet(item: .init(spared, "alert"), leftOut: "mine")), by: "sagynbaeva", at: 8)
        let shift = try #require(try night.store.board().watch)
        let written = HandoverDraft(try night.store.board(), for: shift, at: Self.moment(20).wall).written()
        try write(.offered(ShiftOffered(to: "orazov", handover: written)), by: "sagynbaeva", at: 20)
        let new = try night.raise("a second car", at: 22)
        try night.add(
            [(.existing(settled), .alert(.closed(AlertClosed(disposition: .handled))))], by: "sagynbaeva", at: 23)
        for (name, words) in [(spared, "she keeps it"), (new, "I follow that car")] {
            try write(.saidBack(HandoverSaidBack(item: .init(name, "alert"), text: words)), by: "orazov", at: 25)
        }
        func sheet() throws -> String {
            let isOver = try night.store.board().watch?.name != watch
            let sheet = try HandoverSheet(
                of: isOver ? watch : nil, night.store, at: Self.moment(50).wall, .english, in: .almaty)
            return sheet.asText.joined(separator: "\n")
        }
        let relief = WatchRelief(
            of: try #require(try night.store.board().watch), by: "orazov", named: "Orazov D.M.", until: until)
        let before = try sheet()
        try night.add(relief.events.map { ($0.target, $0.event) }, by: "orazov", at: 40)
        for text in [before, try sheet()] {
            #expect(text.contains("critical, since the offer: \(new.text) P1 UNACKED: a second car"), "\(text)")
            #expect(text.contains("I follow that car") && text.contains("she keeps it") && text.contains("mine"))
            #expect(text.contains("\(settled.text) P1 UNACKED: a truck at Malik"))
            #expect(text.contains(/settled [0-9:]+ by #7/), "\(text)")
        }
        let past = try #require(try night.store.handover(of: watch))
        #expect((past.saidBack, past.critical) == (2, 2))
        // Hours in sentences are those of the zone that is named.
        let picture = try HandoverPicture.of(nil, night.store, at: Self.moment(50).wall)
        #expect(picture.object(in: .almaty)["zone"] == .string("+05"))
        #expect(picture.object()["zone"] == .string("UTC"))
    }

    @Test func aRowOfPaperIsTakenOnceAndInItsTime() throws {
        let night = try Night()
        let (watch, first, _) = try night.played()
        let row = Event.shift(.paperRow(PaperRowEntered(row: 7, text: "line to Dushanbe is down")))
        let began = Self.moment(1).wall
        #expect(night.refusal(row, to: watch, at: 90, happened: -10) == .beforeTheSheet(watch, from: began))
        #expect(night.refusal(row, to: watch, at: 90, happened: 95) == .notYet(Self.moment(95).wall))
        // The watch is over; its sheet is not.
        #expect(night.refusal(row, to: watch, at: 90, happened: 25) == nil)
        let entry = try night.store.size() - 1
        #expect(night.refusal(row, to: watch, at: 91, happened: 26) == .paperRowKnown(watch, row: 7, entry: entry))
        // A row about an alert is two records of one instant, saved together.
        let line = PaperLine(
            "0214 \(first.text) they called back", named: { try? PaperLine.subject($0, on: night.store.board()) })
        let saved = try night.add(
            line.events(row: 8).map { (.existing($0.about ?? watch), $0.event) }, by: "orazov", at: 92, happened: 26)
        #expect(saved.map(\.subject) == [first, watch])
        let records = try saved.compactMap { try night.store.entry($0.index) }
        #expect(records.map(\.lateness) == [.minutes(66), .minutes(66)])
        let again = line.events(row: 8).map { (Proposal.Target.existing($0.about ?? watch), $0.event) }
        #expect(throws: LogFault.self) { try night.add(again, by: "orazov", at: 93, happened: 26) }
        // Together or not at all: the note of the refused row is not there.
        #expect(try night.store.history(of: first).entries.last?.index == saved[0].index)
        // Both count as learnt later than the handover.
        let past = try #require(try night.store.handover(of: watch))
        let hindsight = try night.store.hindsight(of: past).0
        #expect(hindsight.learntLater.map(\.kind) == [PaperRowEntered.kind, AlertNoted.kind, PaperRowEntered.kind])
        #expect(past.watch.paper.inOrder.map(\.row) == [7, 8])
    }
}
