import GRDB
import Model

extension LogStore {
    /// How many subjects are read and compared at most; beyond it, what promises least is left out.
    static let comparedLimit = 36

    /// What else in the log may be the same seizure as `name`, or has something in common with it.
    ///
    /// Nil where the subject is none that could be compared, and behind a veil.
    ///
    /// - Parameters:
    ///   - size: as the log stood then.
    ///   - places: what tables know of places; without them a State that nobody said stays open.
    package func matches(
        for name: SubjectName, before size: Int64 = .max, places: PlaceKnowledge = { _ in [] }
    ) throws(LogFault) -> Matches? {
        guard veil == nil else { return nil }
        do {
            let history = try history(of: name, before: size)
            guard let subject = history.subject, var account = try account(history) else { return nil }
            account.settle(places)
            var named = subject.trail.links.linked.map(\.name) + [subject.trail.links.joined?.name].compactMap { $0 }
            named += account.near.map { [$0] } ?? []
            return Matches(
                account: account,
                list: try matches(
                    for: account, founding: history.entries.first?.id, links: subject.trail.links, named: named, places,
                    before: size))
        } catch {
            throw fault(error)
        }
    }

    /// The same for a report that is not in the log yet.
    package func matches(
        for account: SeizureAccount, before size: Int64 = .max, places: PlaceKnowledge = { _ in [] }
    ) throws(LogFault) -> Matches {
        var account = account
        account.settle(places)
        guard veil == nil else { return Matches(account: account, list: []) }
        do {
            return Matches(
                account: account,
                list: try matches(
                    for: account, founding: nil, links: nil, named: account.near.map { [$0] } ?? [], places,
                    before: size))
        } catch {
            throw fault(error)
        }
    }

    /// The alerts that were learnt since an instant of the log's clock, oldest first.
    package func subjects(raisedSince start: Instant) throws(LogFault) -> [SubjectName] {
        do {
            let size = try size()
            let from = try clock == BoardClock() && start > .distantPast ? self.size(recordedBy: start) : 0
            return try index.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM subject WHERE area = ? AND first >= ? AND first < ? ORDER BY first",
                    arguments: [Area.alerts.rawValue, from, size])
            }.compactMap { SubjectName($0) }
        } catch {
            throw fault(error)
        }
    }

    /// What a subject says, with what its payloads hold.
    private func account(_ history: SubjectHistory) throws -> SeizureAccount? {
        var opened: [SealedIdentifiers] = []
        for entry in history.entries where !history.withdrawn.contains(entry.index) {
            for payload in entry.event.payloadsWithIdentifiers {
                guard let bytes = try self.payload(payload), let sealed = SealedIdentifiers(bytes: bytes) else {
                    continue
                }
                opened.append(sealed)
            }
        }
        return SeizureAccount(history, opened: opened)
    }

    private func matches(
        for account: SeizureAccount, founding: EventID?, links: Links?, named: [SubjectName], _ places: PlaceKnowledge,
        before size: Int64
    ) throws -> [Match] {
        var chosen: Set<SubjectName> = [account.name]
        var names: [SubjectName] = []
        func take(_ more: [SubjectName]) {
            for name in more where names.count < LogStore.comparedLimit && chosen.insert(name).inserted {
                names.append(name)
            }
        }
        take(named)
        let near = try neighbours(of: account, before: size)
        let shared = try found(marks: account.marks, limit: 12, before: size)
        // What is shared exactly comes first, by how telling the mark is; then what lies near and promises most.
        let order = Dictionary(account.marks.enumerated().map { ($0.element.value, $0.offset) }) { first, _ in first }
        take(
            shared.sorted { (order[$0.mark.value] ?? 0, -$0.index) < (order[$1.mark.value] ?? 0, -$1.index) }
                .prefix(LogStore.comparedLimit / 2).map(\.subject))
        take(try index.subjects(of: near))
        var matches: [Match] = []
        for history in try histories(names, before: size) {
            guard let subject = history.subject, var other = try self.account(history) else { continue }
            other.settle(places)
            let match = Match(
                account, links: links, other, links: subject.trail.links, subject.trail.handling,
                isOneReport: LogStore.areOneReport(founding, history.entries.first?.id))
            if let match { matches.append(match) }
        }
        return Match.ranked(matches)
    }

    /// Whether an alert was raised from a record of a return when that was imported: its id follows from the record's.
    private static func areOneReport(_ one: EventID?, _ other: EventID?) -> Bool {
        guard let one, let other else { return false }
        return one == other.ofRaisedAlert { Hashing.plain($0) } || other == one.ofRaisedAlert { Hashing.plain($0) }
    }

    /// The entries that lie near an account in day, State and substance, the most promising first.
    private func neighbours(of account: SeizureAccount, before size: Int64) throws -> [Int64] {
        var found: [(promise: Int, index: Int64)] = []
        try index.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT idx, sketch FROM mark WHERE hash BETWEEN ? AND ? AND idx < ? LIMIT 20000")
            for (values, sketch) in account.neighbourhoods {
                let rows = try Row.fetchCursor(statement, arguments: [values.lowerBound, values.upperBound, size])
                while let row = try rows.next() {
                    found.append((sketch.promise(beside: Sketch(bits: row[1])), row[0]))
                }
            }
        }
        found.sort { ($0.promise, $0.index) > ($1.promise, $1.index) }
        return found.prefix(LogStore.comparedLimit).map(\.index)
    }
}

extension LogIndex {
    /// The subjects of entries, in the order of the entries.
    func subjects(of entries: [Int64]) throws -> [SubjectName] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT subject.name FROM entry JOIN subject ON subject.id = entry.subject WHERE entry.idx = ?")
            return try entries.compactMap { number in
                try String.fetchOne(statement, arguments: [number]).flatMap { SubjectName($0) }
            }
        }
    }
}
