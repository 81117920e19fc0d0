import EventLog
import Model
import TestSupport

/// What must hold after every fault.
///
/// 1. Every acknowledged event is there, byte for byte, at its number.
/// 2. Numbers have no gap; chain, tree, head and signatures verify.
/// 3. The board folded from the first entry is the board from the index.
///
/// Kept from round to round, so that a round need only read what is new; `fromZero` reads everything again.
final class StandingChecks {
    let path: String
    private(set) var acknowledged: [Int64: EventID] = [:]
    private var leaves: [Int64: Digest] = [:]
    private var tried: Set<EventID> = []
    private var walk = LogWalk()

    /// - Parameter acknowledged: what was acknowledged before.
    init(_ path: String, acknowledged: [Int64: EventID] = [:]) {
        self.path = path
        self.acknowledged = acknowledged
        tried = Set(acknowledged.values)
    }

    var size: Int64 { walk.size }

    /// Makes a new log in `path`.
    static func found(_ path: String) throws {
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
        try LogStore.found(path, identity: identity, actor: "founder", moment: .now())
    }

    /// Believes what a writer noted.
    ///
    /// - Parameter allowingFaults: whether the writer may have been told that something could not be saved.
    func take(_ notes: Notes, allowingFaults: Bool = false) throws {
        if !allowingFaults {
            let faults = notes.faults + notes.notSaved.map(\.fault) + notes.notSure.map { "not sure of \($0)" }
            if let fault = faults.first { throw Violation("a writer got: \(fault)") }
        }
        tried.formUnion(notes.tried)
        for saved in notes.saved { try acknowledge(saved.index, saved.id) }
        leaves.merge(notes.leaves) { _, new in new }
    }

    func acknowledge(_ index: Int64, _ id: EventID) throws {
        tried.insert(id)
        if let other = acknowledged.updateValue(id, forKey: index), other != id {
            throw Violation("#\(index) was acknowledged for \(other) and for \(id)")
        }
    }

    /// - Parameter signatures: false spares the verifier the signatures, which the walk checks anyway.
    func check(_ store: LogStore, fromZero: Bool = true, signatures: Bool = true) throws {
        if let obstacle = store.obstacle { throw Violation("the log opens with an obstacle: \(obstacle)") }
        if fromZero { walk = LogWalk() }
        let before = walk.size
        if before > 0, try store.storedEntry(before - 1)?.leaf != walk.lastLeaf {
            throw Violation("entry \(before - 1) is not what it was")
        }
        try walk.advance(store)
        try checkAcknowledged()
        for id in walk.ids[Int(max(before, 1))...] where !tried.contains(id) {
            throw Violation("nobody wrote \(id)")
        }
        if let head = try store.status().headSize, head > walk.size {
            throw Violation("the head says \(head), the log has \(walk.size)")
        }
        try checkBoard(store)
        let mode = fromZero ? Verifier.Mode.full : .sinceLastVerified
        guard let report = Verifier.verify(path: path, mode: mode, signatures: signatures) else {
            throw Violation("the verifier stopped")
        }
        guard report.isWhole, report.size == walk.size, report.root == walk.edge.root else {
            throw Violation("the verifier says \(report.verdict): \(report.findings.prefix(3))")
        }
    }

    /// How many acknowledged events are not where they were said to be.
    func lost(in store: LogStore) throws -> Int {
        try acknowledged.reduce(0) { count, item in
            let entry = try store.storedEntry(item.key)?.entry
            return count + (entry?.id == item.value ? 0 : 1)
        }
    }

    private func checkAcknowledged() throws {
        for (index, id) in acknowledged {
            guard index < walk.size, walk.ids[Int(index)] == id else {
                let found = index < walk.size ? "\(walk.ids[Int(index)]) stands there" : "the log ends at \(walk.size)"
                throw Violation("saved #\(index) \(id) is LOST: \(found)")
            }
            if let leaf = leaves[index], leaf != walk.leaves[Int(index)] {
                throw Violation("saved #\(index) \(id) has other bytes than when it was saved")
            }
        }
    }

    private func checkBoard(_ store: LogStore) throws {
        let board = try store.board()
        let isSame =
            board.isComplete ? board == walk.board : board.size == walk.board.size && board.tally == walk.board.tally
        guard !isSame else { return }
        let parts = [
            ("alerts", board.alerts == walk.board.alerts), ("deliveries", board.deliveries == walk.board.deliveries),
            ("shifts", board.shifts == walk.board.shifts), ("tally", board.tally == walk.board.tally),
            ("newest", board.newest == walk.board.newest), ("clock", board.clock == walk.board.clock),
        ]
        let differing = parts.filter { !$0.1 }.map(\.0).joined(separator: ", ")
        throw Violation("the board from the index at \(board.size) is not the fold at \(walk.size): \(differing)")
    }

    /// Where an id stands; nil when it does not. Call after `check`.
    func place(of id: EventID) -> Int64? { walk.place(of: id) }

    var recorded: [Instant] { walk.recorded }

    var openAlerts: Int { walk.board.alerts.count }

    /// Appends one alert and closes it, so that the log is seen to go on, and notes both as acknowledged.
    func append(to store: LogStore, generator: inout SeededGenerator, moment: MachineMoment = .now()) throws {
        var script = AlertScript(seed: generator.next())
        script.adopt(try store.board(), limit: 40)
        for _ in 0..<2 {
            let proposal = script.next(at: moment.wall)
            guard let saved = try store.append([proposal], moment: moment).first else { throw Violation("no answer") }
            try acknowledge(saved.index, proposal.id)
            script.saved(saved)
        }
        let status = try store.status()
        guard status.headSize == status.size else {
            throw Violation("after an append the head says \(status.headSize ?? -1) of \(status.size)")
        }
    }
}
