import Foundation
import GRDB
import Model

/// One append in the making: each proposal is checked against the fold, given its place, and signed.
struct AppendPlan {
    private let store: LogStore
    private let db: Database
    private let key: SigningKey
    private let pens: Pens
    private(set) var roll: Roll
    private let moment: MachineMoment
    private let recorded: Instant
    private(set) var head: Head
    private(set) var clock: BoardClock
    private(set) var saved: [Saved] = []
    private(set) var entries: [Row] = []
    private var payloads: [Payload] = []
    private var erasures: [(hash: Digest, entry: Int64)] = []
    /// Subjects that this append has touched, so that later proposals of it see the earlier ones.
    private(set) var touched: [SubjectName: SubjectHistory] = [:]
    private var numbers: [String: Int] = [:]
    private var ids: [EventID: Saved] = [:]
    private var openWatch: SubjectName??
    /// Everything that was open shortly before the lock was taken, where an offer of the watch is accepted.
    private let standing: Board?

    var lastRecorded: Instant { entries.last?.entry.recorded ?? recorded }

    init(
        store: LogStore, db: Database, state: LogStore.WritingState, moment: MachineMoment, pens: Pens,
        standing: Board?
    ) throws {
        self.standing = standing
        self.store = store
        self.db = db
        self.moment = moment
        key = state.key
        self.pens = pens
        roll = store.knownRoll.fold.roll
        head = state.head
        clock = store.clock
        recorded = max(moment.wall, state.lastRecorded)
    }

    mutating func add(_ proposal: Proposal) throws {
        var proposal = proposal
        if let place = proposal.naming {
            guard saved.indices.contains(place) else { throw LogFault.failed(reason: "proposal \(place)") }
            proposal.event = proposal.event.naming(saved[place].subject)
        }
        if let known = try ids[proposal.id] ?? known(proposal.id) {
            saved.append(known)
            return
        }
        let (name, history, isFirst) = try subject(of: proposal)
        if let expected = proposal.expecting, let last = history.entries.last?.index, last != expected {
            try checkRelief(proposal.event, of: name, history)
            throw LogFault.moved(name, expected: expected, found: last)
        }
        try check(proposal, name, history, isFirst: isFirst)
        try place(proposal, name, history, isFirst: isFirst)
        let last = entries[entries.count - 1]
        let result = Saved(index: last.entry.index, subject: name, wasThere: false)
        ids[proposal.id] = result
        saved.append(result)
        guard let asked = roll.demand(after: last.entry) else { return }
        // What owes a second signature asks for it in the same transaction; nobody can forget to.
        let demand = Proposal(
            .existing(name), .fourEyes(.countersignatureAsked(asked)),
            id: .derived(from: Hashing.plain(last.leaf.bytes + Array("countersignature".utf8))), actor: proposal.actor)
        try place(demand, name, try self.history(name), isFirst: false)
    }

    private mutating func place(_ proposal: Proposal, _ name: SubjectName, _ history: SubjectHistory, isFirst: Bool)
        throws
    {
        var entry = Entry(
            origin: store.identity.origin, index: head.size, previous: head.lastLeaf, id: proposal.id,
            desk: store.identity.desk, subject: name,
            kind: proposal.event.kind, version: version(of: proposal.event),
            at: proposal.at ?? clock.time(at: recorded),
            precision: proposal.precision, recorded: recorded, boot: moment.boot, mono: moment.mono,
            actor: proposal.actor, role: pens.officer?.role,
            body: proposal.event.body)
        if case .exercise(let event) = proposal.event { clock.follow(event, recorded: recorded) }
        entry.learnt = clock.time(at: recorded)
        try sign(entry, saying: proposal.event, history: history, isFirst: isFirst)
        payloads += proposal.payloads
    }

    private mutating func sign(_ entry: Entry, saying event: Event, history: SubjectHistory, isFirst: Bool) throws {
        let bytes = try SignedNote.bytes(signing: entry.line, with: pens.signers(of: entry, desk: key))
        guard bytes.count <= 65_535 else { throw LogFault.body(.bodyTooLarge(bytes: bytes.count)) }
        let leaf = Hashing.leaf(bytes)
        let summary: SubjectSummary
        if isFirst, entry.subject.area == .seizures {
            summary = SubjectSummary(closedBy: entry)
        } else {
            let all = history.adding(entry)
            touched[entry.subject] = all
            guard let subject = all.subject else { throw LogFault.failed(reason: "fold") }
            summary = subject.summary
        }
        if entry.kind == PayloadErased.kind, case .logKeeping(.payloadErased(let erased)) = entry.event,
            let hash = Digest(hex: erased.payload)
        {
            erasures.append((hash, entry.index))
        }
        if entry.subject.area == .shifts { try follow(entry.subject) }
        entries.append(
            Row(entry: entry, bytes: bytes, leaf: leaf, summary: summary, isFirst: isFirst, event: event))
        head.edge.append(leaf)
        head.lastLeaf = leaf
        roll.apply(entry)
    }

    private func version(of event: Event) -> Int64 {
        if case .unknown(let unknown) = event { unknown.version } else { Event.version }
    }

    private func known(_ id: EventID) throws -> Saved? {
        guard let index = try LogStore.find(db, id),
            let entry = try LogStore.rows(db, from: index, limit: 1).first.flatMap({ store.decode($0) })
        else { return nil }
        return Saved(index: index, subject: entry.subject, wasThere: true)
    }

    private mutating func subject(of proposal: Proposal) throws -> (SubjectName, SubjectHistory, isFirst: Bool) {
        switch proposal.target {
        case .new(let area):
            let recordedYear = Civil(clock.time(at: recorded), offsetSeconds: 0).year
            return (try nextName(area, year: recordedYear), SubjectHistory([]), true)
        case .sameAs(let position):
            guard saved.indices.contains(position) else { throw LogFault.failed(reason: "proposal \(position)") }
            return (saved[position].subject, try history(saved[position].subject), false)
        case .existing(let name):
            let history = try history(name)
            if history.entries.isEmpty, name.area != .unknown {
                throw LogFault.refused(.noSuchSubject(name), position: saved.count)
            }
            return (name, history, history.entries.isEmpty)
        }
    }

    private mutating func nextName(_ area: Area, year: Int) throws -> SubjectName {
        let prefix = (store.identity.isExercise ? "X" : "") + area.rawValue + "-\(year)"
        let last = try numbers[prefix] ?? store.index.lastNumber(prefix: prefix)
        numbers[prefix] = last + 1
        return SubjectName(area: area, year: year, number: last + 1, isExercise: store.identity.isExercise)
    }

    private func history(_ name: SubjectName) throws -> SubjectHistory {
        try touched[name] ?? SubjectHistory(store.history(of: name, db: db))
    }

    private func check(_ proposal: Proposal, _ name: SubjectName, _ history: SubjectHistory, isFirst: Bool) throws {
        let refusal: Refusal?
        let isTyped = if case .unknown = proposal.event { false } else { true }
        if isTyped, !Event.isKnown(kind: proposal.event.kind) {
            // A kind that is missing from its area's table would be saved and never understood again.
            refusal = .unknownKind(proposal.event.kind)
        } else if isFirst {
            let isKnown = if case .unknown = proposal.event { false } else { true }
            let mayFound = SubjectHistory.mayFound(
                proposal.event, of: name.area, isExercise: store.identity.isExercise)
            refusal =
                isKnown && !mayFound
                ? .wrongSubject(name, kind: proposal.event.kind)
                : try SubjectHistory.refusal(founding: proposal.event) ?? secondWatch(proposal, name)
        } else if case .unknown = proposal.event {
            refusal = nil
        } else {
            refusal = history.refusal(
                of: proposal.event, by: proposal.actor, at: hour(of: proposal), knowing: store.places)
        }
        let early = Delivery.refusal(of: proposal.event, happened: proposal.at, at: clock.time(at: recorded))
        if let refusal = try refusal ?? early ?? hourRefusal(proposal) ?? paperRefusal(proposal, history)
            ?? handoverRefusal(proposal, history)
            ?? ownRefusal(proposal, isFirst: isFirst)
            ?? authority(proposal, name, history)
        {
            throw LogFault.refused(refusal, position: saved.count)
        }
        for payload in proposal.payloads where Payload.hash(salt: payload.salt, data: payload.data) != payload.hash {
            throw LogFault.payloadMismatch(payload.hash)
        }
    }

    /// By which hour it is judged: an announcement that is written down late, by the hour at which it was made.
    private func hour(of proposal: Proposal) -> Instant {
        let now = clock.time(at: recorded)
        guard case .delivery(.startAnnounced) = proposal.event, let at = proposal.at else { return now }
        return min(at, now)
    }

    /// A handover happens when it is saved, and no watch began while somebody else had it.
    private func hourRefusal(_ proposal: Proposal) throws -> Refusal? {
        guard proposal.at != nil, case .shift(let event) = proposal.event else { return nil }
        var last: Shift?
        if case .started = event, let name = try store.watches().first {
            if case .shift(let watch) = try history(name).subject { last = watch }
        }
        return Shift.refusal(of: proposal.event, happened: proposal.at, last: last, at: clock.time(at: recorded))
    }

    /// A row of paper tells of an instant between the beginning of its sheet's watch and now.
    private func paperRefusal(_ proposal: Proposal, _ history: SubjectHistory) -> Refusal? {
        guard case .shift(.paperRow) = proposal.event, let at = proposal.at,
            case .shift(let watch) = history.subject
        else { return nil }
        return watch.paperRefusal(at: at, now: clock.time(at: recorded))
    }

    /// Who answers an offer; and it is accepted as everything stands now, not as it stood when it was made.
    private func handoverRefusal(_ proposal: Proposal, _ history: SubjectHistory) throws -> Refusal? {
        guard case .shift(let watch) = history.subject else { return nil }
        let now = clock.time(at: recorded)
        if case .shift(let event) = proposal.event,
            let refusal = roll.refusal(of: event, on: watch, by: proposal.actor, at: now)
        {
            return refusal
        }
        guard proposal.event.acceptsAnOffer else { return nil }
        let board = try standing.map { try store.caughtUp($0) } ?? store.wholeBoard()
        if let refusal = board.refusal(accepting: watch, at: now) { return refusal }
        guard case .shift(.ended(let ended)) = proposal.event else { return nil }
        return board.refusal(toRisksOf: ended, accepting: watch, by: proposal.actor, at: now)
    }

    /// What an event that begins a subject may not say, whatever the subject.
    private func ownRefusal(_ proposal: Proposal, isFirst: Bool) throws -> Refusal? {
        if let refusal = proposal.event.keyRefusal(in: store.identity) { return refusal }
        guard isFirst else { return nil }
        switch proposal.event {
        case .rules(.set(let set)): return set.rules.refusal
        case .fourEyes(let event):
            return FourEyes().refusal(of: event, by: proposal.actor, at: clock.time(at: recorded)) { proposed in
                if case .rules(.set(let set)) = proposed { set.rules.refusal } else { nil }
            }
        default: return nil
        }
    }

    /// Whether this person may, with this key, in this role.
    private func authority(_ proposal: Proposal, _ name: SubjectName, _ history: SubjectHistory) throws -> Refusal? {
        if head.size == 0 { return nil }
        if let officer = pens.officer, officer.officer != proposal.actor {
            return .signatureMissing(of: proposal.actor)
        }
        guard roll.isGoverned || pens.officer != nil else { return nil }
        let question = AuthorityQuestion(
            event: proposal.event, subject: name, index: head.size, actor: proposal.actor, role: pens.officer?.role,
            signer: pens.officer.map { .officer(key: $0.key.verifier.text) } ?? .desk, now: clock.time(at: recorded),
            fourEyes: history.subject?.trail.fourEyes ?? FourEyes(),
            leaf: { index in
                entries.first { $0.entry.index == index }?.leaf ?? (try? store.leaf(index))
            })
        return roll.refusal(question)
    }

    /// Who signed an entry of this append.
    func signer(of entry: Entry) -> Signer {
        guard entry.role != nil, let officer = pens.officer else { return .desk }
        return .officer(key: officer.key.verifier.text)
    }

    // MARK: One watch

    /// The watch that is open after what this append has added so far.
    private func holder() throws -> Shift? {
        guard let name = try openWatch ?? store.index.openSubject(in: .shifts),
            case .shift(let shift) = try history(name).subject, shift.endedAt == nil
        else { return nil }
        return shift
    }

    /// Only one officer has the watch: a watch begins where none is open, and a relief where this append ended the old one.
    private func secondWatch(_ proposal: Proposal, _ name: SubjectName) throws -> Refusal? {
        guard case .shift(.started(let started)) = proposal.event else { return nil }
        if let id = started.officerID, id != proposal.actor { return .notYourOwn(name, of: proposal.actor) }
        if let holder = try holder() { return .watchAlreadyHeld(holder.name, by: holder.started.officer) }
        guard let old = started.relieves else { return nil }
        let ends = entries.compactMap { added -> ShiftEnded? in
            if added.entry.subject == old, case .shift(.ended(let ended)) = added.entry.event { ended } else { nil }
        }
        guard let ended = ends.last(where: { $0.relievedBy != nil }),
            case .shift(let watch) = try history(old).subject
        else {
            return .watchNotEndedBefore(old)
        }
        let shown = roll.officers[proposal.actor]?.shownName ?? started.officer
        // Whoever does not accept the offer as it stands takes the watch, and says why.
        let isAccepted = watch.isOffered(to: proposal.actor, named: shown) && ended.offer != nil
        return isAccepted || started.reason?.trimmingBlanks.isEmpty == false ? nil : .reasonMissing
    }

    /// Two people take the watch at once: the one who comes second is told who has it.
    private func checkRelief(_ event: Event, of name: SubjectName, _ history: SubjectHistory) throws {
        guard case .shift(.ended(let ended)) = event, ended.relievedBy != nil,
            case .shift(let old) = history.subject, old.endedAt != nil, let holder = try holder()
        else { return }
        throw LogFault.refused(
            .watchAlreadyHeld(holder.name, by: holder.started.officer), position: saved.count)
    }

    /// A withdrawal may open a watch again that had ended; not while somebody else has one.
    private mutating func follow(_ name: SubjectName) throws {
        let holder = try holder()
        guard case .shift(let shift) = try history(name).subject, shift.endedAt == nil else {
            openWatch = .some(holder?.name)
            return
        }
        if let holder, holder.name != name {
            throw LogFault.refused(.watchAlreadyHeld(holder.name, by: holder.started.officer), position: saved.count)
        }
        openWatch = .some(name)
    }

    /// An end that names a relief stands only together with the watch that begins.
    private func checkReliefs() throws {
        for (place, added) in entries.enumerated() {
            guard case .shift(.ended(let ended)) = added.entry.event, ended.relievedBy != nil else { continue }
            let isTaken = entries[place...].contains {
                if case .shift(.started(let started)) = $0.entry.event {
                    started.relieves == added.entry.subject
                } else {
                    false
                }
            }
            guard isTaken else {
                throw LogFault.refused(.reliefMissing(added.entry.subject), position: saved.count - 1)
            }
        }
    }

    /// An entry that is to be inserted, with what is derived from it once.
    struct Row {
        let entry: Entry
        let bytes: [UInt8]
        let leaf: Digest
        let summary: SubjectSummary
        let isFirst: Bool
        let event: Event
    }

    func insert(_ db: Database) throws {
        try checkReliefs()
        let insert = try db.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?)")
        for row in entries {
            try insert.execute(arguments: [
                row.entry.index, Data(row.entry.id.bytes), Data(row.bytes), Data(row.leaf.bytes),
            ])
        }
        for payload in payloads where try !exists(payload.hash, db) {
            try db.execute(
                sql: "INSERT INTO payload (hash, salt, data) VALUES (?, ?, ?)",
                arguments: [Data(payload.hash.bytes), Data(payload.salt), Data(payload.data)])
        }
        for erasure in erasures {
            try db.execute(
                sql: "UPDATE payload SET data = NULL, salt = NULL, erased_by = ? WHERE hash = ? AND data IS NOT NULL",
                arguments: [erasure.entry, Data(erasure.hash.bytes)])
        }
    }

    private func exists(_ hash: Digest, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM payload WHERE hash = ?)", arguments: [Data(hash.bytes)]) ?? false
    }

    func write(to indexDatabase: Database, index: LogIndex) throws {
        guard let position = try LogIndex.position(indexDatabase), position.size == entries.first?.entry.index else {
            return
        }
        var writer = try IndexWriter(indexDatabase, position: position, known: index.partialTile) { range in
            try store.leaves(range)
        }
        for row in entries {
            try writer.add(
                row.entry, leaf: row.leaf, summary: row.summary, isFirst: row.isFirst,
                filing: store.filing(of: row.entry, saying: row.event))
        }
        try writer.finish()
        index.partialTile = writer.partialTile
    }
}

extension Payload {
    /// A payload over `data` with a fresh random salt of 32 bytes.
    package init(data: [UInt8]) {
        // Eight bytes at once: each number is a question to the kernel.
        let salt = (0..<4).flatMap { _ in
            let number = UInt64.random(in: .min ... .max)
            return (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        self.init(hash: Payload.hash(salt: salt, data: data), salt: salt, data: data)
    }

    static func hash(salt: [UInt8], data: [UInt8]) -> Digest { Hashing.plain(salt + data) }
}

extension Event {
    /// Whether somebody takes the watch as it was offered to them.
    var acceptsAnOffer: Bool {
        switch self {
        case .shift(.ended(let ended)): ended.offer != nil
        case .fourEyes(.proposed(let action)): action.event.acceptsAnOffer
        default: false
        }
    }
}
