import Model
import TestSupport
import Testing

@testable import EventLog

/// Held messages beyond the window of a board, and what became of them.
@Suite struct HeldStoreTests {
    private func held(_ number: Int64) -> Proposal {
        Proposal(
            .new(.intake),
            .intake(.held(MessageHeld(partner: "uzb", file: "\(number).xml", reason: .malformed, payloads: []))),
            id: .timed(StoreTests.moment(0).wall, count: UInt16(number), chance: UInt64(number)), actor: "import")
    }

    private func id(_ number: UInt64) -> EventID {
        .timed(StoreTests.moment(1).wall, count: UInt16(number), chance: number)
    }

    @Test("An alert and the message that became one are written together, and the second bears the first one's name")
    func raisedAndReleased() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let message = try #require(store.append([held(1), held(2)], moment: StoreTests.moment(1)).first).subject
        let raised = Proposal(
            .new(.alerts),
            .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: "a lorry", source: "UZB"))),
            id: id(1), actor: "a.orazov")
        let released = Proposal(
            .existing(message), .intake(.released(HeldReleased(note: "raised by hand"))), id: id(2), actor: "a.orazov",
            naming: 0)
        let saved = try store.append([raised, released], moment: StoreTests.moment(2))
        guard case .held(let settled)? = try store.history(of: message).subject else {
            Issue.record("not held")
            return
        }
        #expect(settled.outcome?.became == saved[0].subject)
        // A second time, as after an interruption, nothing is written.
        #expect(try store.append([raised, released], moment: StoreTests.moment(3)).allSatisfy(\.wasThere))
        // Somebody else settled it meanwhile: no alert either.
        var other = raised
        other.id = id(3)
        var late = released
        late.id = id(4)
        let size = try store.size()
        #expect(throws: LogFault.self) { try store.append([other, late], moment: StoreTests.moment(4)) }
        #expect(try store.size() == size)
    }

    @Test("All that is held can be asked for, the longest first")
    func beyondTheWindow() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        try store.append((1...450).map { held($0) }, moment: StoreTests.moment(1))
        #expect(try store.board().held.count < 450)
        #expect(try store.heldMessages(limit: 2_000).count == 450)
        #expect(try store.heldMessages(limit: 3).map(\.held.file) == ["1.xml", "2.xml", "3.xml"])
    }
}
