import GRDB
import Model

extension LogStore {
    /// Who may sign what, as the log stands now.
    package func roll() throws(LogFault) -> Roll {
        do {
            try meetRoll(upTo: size())
            return knownRoll.roll
        } catch {
            throw fault(error)
        }
    }

    /// The roll with the number of entries that it was folded from.
    struct KnownRoll {
        var roll = Roll()
        var size: Int64 = 0
    }

    /// Brings the roll up to `size` entries, of which the index must know.
    func meetRoll(upTo size: Int64) throws {
        guard knownRoll.size < size else { return }
        if knownRoll.size == 0, let founding = try entry(0) { knownRoll.roll.apply(founding) }
        defer { knownRoll.size = size }
        guard knownRoll.roll.isGoverned else { return }
        let names = try index.subjects(in: [.officers, .rules], changedSince: knownRoll.size)
        var entries: [Entry] = []
        for name in names {
            entries += try history(of: name, before: size).entries.filter { $0.index >= knownRoll.size }
        }
        for entry in entries.sorted(by: { $0.index < $1.index }) where entry.index > 0 { knownRoll.roll.apply(entry) }
    }
}

extension LogIndex {
    /// Subjects of these areas with entries from `index` on, but for those that are over.
    func subjects(in areas: [Area], changedSince index: Int64) throws -> [SubjectName] {
        try read { db in
            try areas.flatMap { area in
                try String.fetchAll(
                    db.cachedStatement(
                        sql: "SELECT name FROM subject WHERE bucket > 0 AND area = ? AND last >= ?"),
                    arguments: [area.rawValue, index]
                ).compactMap { SubjectName($0) }
            }
        }
    }
}
