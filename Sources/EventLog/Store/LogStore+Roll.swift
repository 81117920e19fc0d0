import GRDB
import Model

extension LogStore {
    /// Who may sign what, as the log stands now.
    ///
    /// An entry that somebody wrote past this program without the right to do so changes nothing here; the verifier
    /// names it.
    package func roll() throws(LogFault) -> Roll {
        do {
            try meetRoll(upTo: size())
            return veil == nil ? knownRoll.fold.roll : knownRoll.veiled
        } catch {
            throw fault(error)
        }
    }

    /// The roll with the number of entries that it was folded from.
    struct KnownRoll {
        var fold: AuthorityFold
        /// The same as visitors may see it.
        var veiled = Roll()
        var size: Int64 = 0

        /// Takes what this process has just written and signed itself.
        mutating func take(_ plan: AppendPlan) {
            for row in plan.entries where row.entry.subject.area.isAboutAuthority {
                _ = fold.take(row.entry, leaf: row.leaf, signer: plan.signer(of: row.entry))
            }
            size = plan.head.size
        }
    }

    /// Brings the roll up to `size` entries, of which the index must know.
    func meetRoll(upTo size: Int64) throws {
        guard knownRoll.size < size else { return }
        if knownRoll.size == 0, let founding = try storedEntry(0), let entry = plain(founding),
            founding.isFounding(entry, desk: deskKey)
        {
            knownRoll.fold.found(entry)
            if let veil { knownRoll.veiled.apply(veil(entry)) }
        }
        defer { knownRoll.size = size }
        guard knownRoll.fold.roll.isGoverned else { return }
        var numbers: [Int64] = []
        for name in try index.subjects(in: [.officers, .rules], changedSince: knownRoll.size) {
            numbers += try history(of: name, before: size).entries.map(\.index)
        }
        let new = Set(numbers).filter { $0 >= max(1, knownRoll.size) }
        for stored in try reader.inDatabase({ try LogStore.rows($0, numbers: new.sorted()) }) {
            guard let entry = plain(stored) else { continue }
            let isProven = entry.event.changesAuthority
            guard let signer = stored.signer(desk: deskKey, roll: knownRoll.fold.roll, checksSignature: isProven) else {
                continue
            }
            let refusal = knownRoll.fold.take(entry, leaf: stored.leaf, signer: signer)
            if refusal == nil, let veil { knownRoll.veiled.apply(veil(entry)) }
        }
    }
}

extension Area {
    /// Whether entries about it can change who may sign what.
    var isAboutAuthority: Bool { self == .officers || self == .rules }
}

extension StoredEntry {
    /// Whose signature stands below; nil when it is nobody's whom the roll has ever named, or does not hold.
    func signer(desk: VerifierKey, roll: Roll, checksSignature: Bool) -> Signer? {
        guard let note = SignedNote(bytes), note.signatures.count == 1, let signature = note.signatures.first else {
            return nil
        }
        let isOfDesk = signature.name == desk.name && signature.keyHash == desk.hash
        let start = "\(signature.name)+\(Hexadecimal.text(signature.keyHash))+"
        let known = roll.officers.values.lazy.flatMap(\.keys).first { $0.text.hasPrefix(start) }
        guard let key = isOfDesk ? desk : known.flatMap({ try? VerifierKey($0.text) }),
            !checksSignature || key.verifies(signature.signature, of: note.text)
        else { return nil }
        return isOfDesk ? .desk : .officer(key: key.text)
    }

    /// Whether this is a founding entry that the desk and every custodian whom it names have signed.
    func isFounding(_ entry: Entry, desk: VerifierKey) -> Bool {
        guard case .logKeeping(.founded(let founded)) = entry.event, let note = SignedNote(bytes) else { return false }
        let keys = founded.custodians.map { try? VerifierKey($0.enrolled.key) }
        return (keys.isEmpty || note.signatures.count == 1 + keys.count)
            && zip(note.signatures, [desk] + keys).allSatisfy { signature, key in
                key.map {
                    $0.name == signature.name && $0.hash == signature.keyHash
                        && $0.verifies(signature.signature, of: note.text)
                } ?? false
            }
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
