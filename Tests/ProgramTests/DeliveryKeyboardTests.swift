import EventLog
import Foundation
import Model
import TestSupport
import Testing

@testable import Interface
@testable import Wording
@testable import caricc

/// The exercises from the keyboard alone, and again from a shell script: both boards have to agree.
@Suite struct DeliveryKeyboardTests {
    /// A delivery with its records numbered from 0, so that two logs can be compared.
    private struct Account {
        let delivery: Delivery
        /// When each happened, what kind it is, and its body.
        let records: [String]

        init(_ name: SubjectName, in store: LogStore) throws {
            let entries = try store.history(of: name).entries
            let places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.index, Int64($0)) })
            let counted = entries.enumerated().map { place, entry in
                Entry(
                    origin: "CARICC/A/live/2008", index: Int64(place), previous: .zero,
                    id: .timed(entry.at, count: 0, chance: UInt64(place)), desk: "A",
                    subject: SubjectName("CD-2008-001")!, kind: entry.kind, at: entry.at, recorded: entry.at,
                    actor: entry.actor, body: Self.counted(entry.body, places))
            }
            records = counted.map { "\(ISO8601.text($0.at)) \($0.kind) \($0.body)" }
            guard case .delivery(let delivery)? = SubjectHistory(counted).subject else {
                throw Missing(name: name, count: entries.count)
            }
            self.delivery = delivery
        }

        private static func counted(_ body: JSONObject, _ places: [Int64: Int64]) -> JSONObject {
            var body = body
            for key in ["entry", "known_to"] {
                if let number = body[key]?.integer { body[key] = .integer(places[number] ?? -1) }
            }
            return body
        }
    }

    private struct Missing: Error {
        let name: SubjectName
        let count: Int
    }

    private static let name = SubjectName(area: .deliveries, year: ConsoleTests.year, number: 1, isExercise: false)

    private func byShell(_ exercise: DeliveryExercise, _ folder: TemporaryFolder) throws -> LogStore {
        let log = folder.path + "/shell"
        #expect(Program.run(["log", "create", log, "--centre", "CARICC", "--desk", "A"]).status == 0)
        let outcome = Program.run(["batch", "-", "--log", log], texts: [0: exercise.batch(Self.name.text)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try LogStore(opening: log, access: .reading)
    }

    /// Each exercise in logs of its own, so that they are played beside each other.
    @Test(arguments: DeliveryExercise.all) func theKeyboardAndTheShellComeToTheSameBoards(_ exercise: DeliveryExercise)
        throws
    {
        let folder = try TemporaryFolder()
        let shell = try byShell(exercise, folder)
        let first = try #require(ISO8601.parse(exercise.acts[0].at))
        var player = KeyboardPlayer(
            try KeyboardConsole(
                founding: folder.path + "/keys", at: first.civil.instant(offsetSeconds: first.offsetSeconds ?? 0)))
        try player.play(exercise)
        let typed = try Account(try #require(player.name), in: player.console.store)
        let written = try Account(Self.name, in: shell)
        #expect(typed.records.count == exercise.acts.count)
        for (one, other) in zip(typed.records, written.records) where one != other {
            Issue.record("\(exercise.name)\n keys:  \(one)\n shell: \(other)")
        }
        agree(typed.delivery, written.delivery)
        #expect(Program.run(["log", "verify", folder.path + "/keys"]).status == 0)
    }

    /// By whichever way it comes to the log: the model says no, in one sentence, and what was typed stays.
    @Test func aReportFromTheFutureAndASecondAcceptanceAreRefused() throws {
        let folder = try TemporaryFolder()
        let night = SampleLog.night
        var console = try KeyboardConsole(founding: folder.path + "/log", at: night)
        console.run("new-delivery")
        console.answer(["Goods": "heroin", "Asked by": "TJK"])
        let name = SubjectName(area: .deliveries, year: 2026, number: 1, isExercise: false)
        console.run("open \(name.text)")
        console.fact("accepted")
        console.answer(["Who took it over": "TJK Customs", "Place": "Oybek"])
        let size = try console.store.size()
        func refusal(_ event: DeliveryEvent, at: Instant?) -> LogFault? {
            let moment = MachineMoment(wall: night, boot: "keys", mono: 1)
            let proposal = Draft(.existing(name), .delivery(event), at: at).proposal(
                .timed(night, count: 9, chance: 9), actor: "orazov")
            do throws(LogFault) {
                _ = try console.store.append([proposal], moment: moment)
                return nil
            } catch { return error }
        }
        let report = DeliveryEvent.reportReceived(ReportReceived(from: "UZB", text: "heard"))
        let tomorrow = night + .minutes(3)
        #expect(refusal(report, at: tomorrow) == .refused(.notYet(tomorrow), position: 0))
        let again = DeliveryEvent.accepted(CustodyAccepted(party: "tjk customs", place: " OYBEK"))
        #expect(
            refusal(again, at: nil) == .refused(.alreadyHeld(name, party: "tjk customs", since: night), position: 0))
        #expect(try console.store.size() == size)
        // At the keyboard the form stays with what was typed, and says why.
        console.fact("accepted")
        console.fill(["Who took it over": "TJK Customs", "Place": "Oybek"])
        console.press(.control("s"))
        #expect(console.form?.fault != nil && console.form?.fields[0].text == "TJK Customs")
        #expect(try console.store.size() == size)
        #expect(refusal(report, at: night + .minutes(2)) == nil, "a clock may run fast")
    }

    private func agree(_ keys: Delivery, _ shell: Delivery) {
        #expect(keys.closedAt != nil && keys.closedAt == shell.closedAt)
        #expect(keys.end == shell.end && keys.currentLegNumber == shell.currentLegNumber)
        #expect(keys.legs == shell.legs && keys.cover(at: .distantPast) == shell.cover(at: .distantPast))
        #expect(keys.custody == shell.custody && keys.consents == shell.consents)
        let close = keys.closedAt ?? .distantPast
        #expect(keys.custody.uncontrolled(at: close) == shell.custody.uncontrolled(at: close))
        #expect(keys.exhibits == shell.exhibits && keys.requests == shell.requests)
        #expect(keys.checklists == shell.checklists && keys.exceptions == shell.exceptions)
        #expect(keys.formalRequests == shell.formalRequests && keys.decisions == shell.decisions)
    }
}
