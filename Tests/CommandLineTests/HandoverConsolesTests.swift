import EventLog
import Interface
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import caricc

/// Two officers, each at a console of their own over one log on disk, hand six critical things over by keys alone.
@Suite struct HandoverConsolesTests {
    /// A console with its own connection to the log, as each officer has one.
    final class Seat {
        let store: LogStore
        let worker: LogWorker
        var state: AppState
        private(set) var keys = 0

        init(_ path: String, officer: String) throws {
            store = try LogStore(opening: path)
            let board = try store.board()
            let now = MachineMoment.now().wall
            state = AppState(board: board, now: now, real: now, width: 100, height: 30, officer: officer)
            worker = LogWorker(store: store, board: board, officer: officer, face: state.face)
            carryOut(state.start())
        }

        /// The process is gone: nothing that was typed and not saved is left.
        func close() {
            worker.finish()
        }

        func press(_ pressed: Key...) {
            for key in pressed {
                keys += 1
                carryOut(state.handle(.key(key)))
            }
        }

        func type(_ text: String) { for character in text { press(.character(character)) } }

        /// What others wrote meanwhile.
        func look() {
            let now = MachineMoment.now().wall
            carryOut(state.handle(.tick(now: now, real: now)))
            worker.look(at: now)
            takeAnswers()
        }

        private func carryOut(_ effects: [Effect]) {
            for effect in effects { worker.perform(effect) }
            takeAnswers()
        }

        private func takeAnswers() {
            worker.settle()
            for answer in worker.takeAnswers() { carryOut(state.handle(answer)) }
        }

        var text: String { state.render().plainLines().joined(separator: "\n") }
        var watch: Shift? { state.board.watch }
    }

    private static func founded(_ folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/log"
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
        try LogStore.found(path, identity: identity, actor: "founder", moment: .now())
        let store = try LogStore(opening: path)
        var ids = EventIDSource()
        let now = MachineMoment.now()
        let started = ShiftStarted(officer: "Sagynbaeva A.K.", officerID: "sagynbaeva", until: now.wall + .minutes(20))
        let alerts = (1...6).map { number in
            AlertRaised(priority: 1, message: .warning, headline: "container \(number) leaves", source: "UZB")
        }
        let events: [(Area, Event)] =
            [(.shifts, .shift(.started(started)))] + alerts.map { (.alerts, .alert(.raised($0))) }
        let proposals = events.map { area, event in
            Proposal(.new(area), event, id: ids.next(at: now.wall), actor: "sagynbaeva")
        }
        _ = try store.append(proposals, moment: now)
        store.close()
        return path
    }

    @Test func sixCriticalThingsAreHandedOverByKeys() throws {
        let folder = try TemporaryFolder()
        let path = try Self.founded(folder)
        var giver = try Seat(path, officer: "sagynbaeva")
        giver.press(.character("5"), .character("H"))
        #expect(giver.text.contains("CRITICAL 6"), "\(giver.text)")
        giver.press(.down, .character("e"))
        giver.type("the driver answers to Rahimov")
        giver.press(.enter, .character("t"))
        giver.type("it stops at Malik")
        giver.press(.enter)
        giver.type("call UZB")
        giver.press(.control("s"), .character("o"))
        giver.type("the lift is broken")
        giver.press(.control("s"))
        // Half a note, and the console is gone. What was saved is there on another one.
        giver.press(.down, .character("e"))
        giver.type("half a no")
        giver.close()
        giver = try Seat(path, officer: "sagynbaeva")
        giver.press(.character("5"), .character("H"))
        for words in ["the driver answers to Rahimov", "if it stops at Malik, then call UZB", "the lift is broken"] {
            #expect(giver.text.contains(words), "\(giver.text)")
        }
        try Self.offer(giver)

        var taker = try Seat(path, officer: "orazov")
        taker.press(.character("5"), .character("H"))
        #expect(taker.text.contains("0 of 6 critical lines said back"), "\(taker.text)")
        #expect(taker.text.contains("the driver answers to Rahimov"))
        taker.press(.down, .character("Q"))
        taker.type("which Rahimov?")
        taker.press(.enter)
        giver.look()
        giver.press(.character("1"), .character("B"))
        giver.type("the one in Termez")
        giver.press(.enter)
        taker.look()
        #expect(taker.text.contains("the one in Termez"), "\(taker.text)")
        Self.sayBack(taker, 3)
        taker.close()
        taker = try Seat(path, officer: "orazov")
        taker.press(.character("5"), .character("H"))
        #expect(taker.text.contains("3 of 6 critical lines said back"), "\(taker.text)")
        taker.press(.character("a"))
        #expect(taker.state.overlay == nil, "too early")
        Self.sayBack(taker, 3)
        taker.press(.character("a"))
        let before = taker.watch
        taker.press(.control("u"))
        taker.type("Orazov D.M.")
        taker.press(.down, .control("u"))
        taker.type("24h")
        taker.press(.control("s"))
        #expect(taker.watch?.started.officerID == "orazov", "\(taker.text)")
        #expect(taker.watch?.started.relieves == before?.name && taker.watch?.started.reason == nil)
        giver.look()
        #expect(giver.watch?.started.officerID == "orazov")
        #expect(giver.keys + taker.keys < 500)
        giver.close()
        taker.close()
    }

    private static func offer(_ giver: Seat) throws {
        giver.press(.character("O"), .control("u"))
        giver.type("orazov")
        // At night it asks for a second person besides.
        if case .form(let form)? = giver.state.overlay, form.fields.count > 1 {
            giver.press(.down)
            giver.type("Ermekov")
        }
        giver.press(.control("s"))
        let written = try #require(giver.watch?.offer?.written, "\(giver.text)")
        #expect(written.critical.count == 6 && written.lines.contains { $0.note == "the lift is broken" })
    }

    /// From wherever the cursor is, the next lines that are not said back.
    private static func sayBack(_ taker: Seat, _ count: Int) {
        for _ in 0..<count {
            taker.press(.character("a"), .enter, .right)
            taker.type(", understood")
            taker.press(.enter)
        }
    }
}
