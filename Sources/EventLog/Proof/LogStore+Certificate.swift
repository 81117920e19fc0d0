import GRDB
import Model

/// Which checkpoint certifies a handover, and the lines of the two officers below it.
extension LogStore {
    /// How a watch was given to the next officer.
    ///
    /// - Parameter name: the watch that was handed over; nil for the handover that was accepted last
    ///
    /// Nil where that watch was not handed over.
    package func relief(of name: SubjectName? = nil) throws(LogFault) -> HandoverRelief? {
        do {
            guard let name else {
                guard case .shift(let newest)? = try board().newestWatch, let old = newest.started.relieves else {
                    return nil
                }
                return try shift(old).flatMap { HandoverRelief($0, newest) }
            }
            let ends = try history(of: name).entries.filter { $0.kind == ShiftEnded.kind }
            guard let old = try shift(name), let ended = ends.last else { return nil }
            // Both halves are one append; what an append adds by itself stands between them at most.
            for entry in try entries(from: ended.index, limit: 8) {
                guard case .shift(.started(let started)) = entry.event, started.relieves == name else { continue }
                return try shift(entry.subject).flatMap { HandoverRelief(old, $0) }
            }
            return nil
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    private func shift(_ name: SubjectName) throws -> Shift? {
        guard case .shift(let shift)? = try history(of: name).subject else { return nil }
        return shift
    }

    /// The first checkpoint that covers an entry, and so the one that certifies it; nil while there is none.
    ///
    /// Throws `.damaged` when its note is not what this desk signed.
    package func certifyingCheckpoint(of index: Int64) throws(LogFault) -> Checkpoint? {
        guard let row = try checkpointRows("WHERE size > ? ORDER BY size LIMIT 1", [index]).first else { return nil }
        guard let checkpoint = row.checkpoint(origin: identity.origin), let note = SignedNote(row.note),
            note.isSigned(by: deskKey)
        else { throw .damaged(index: row.size - 1) }
        return checkpoint
    }

    /// The checkpoint that certifies the relief, made now where nobody has made one.
    ///
    /// What it stands for is read back from the disk before it is signed, as `checkpoint()` does.
    @discardableResult
    package func certify(_ relief: HandoverRelief) throws(LogFault) -> Checkpoint {
        if let known = try certifyingCheckpoint(of: relief.last) { return known }
        try checkpoint()
        guard let made = try certifyingCheckpoint(of: relief.last) else { throw .noCheckpoint(size: relief.last + 1) }
        return made
    }

    /// The certificate as it stands; nil while no checkpoint covers the relief.
    package func certificate(of relief: HandoverRelief) throws(LogFault) -> HandoverCertificate? {
        guard let checkpoint = try certifyingCheckpoint(of: relief.last) else { return nil }
        let roll = try roll()
        let lines = try cosignatures(of: checkpoint.size).compactMap { Cosignature.signature(line: $0) }
        func signed(_ person: HandoverRelief.Person) -> Instant? {
            let keys = LogStore.cosigningKeys(of: person.officer, roll, at: checkpoint.size)
            return lines.compactMap { line in
                keys.lazy.compactMap { $0.time(of: line, over: checkpoint.text) }.first
            }.min()
        }
        return HandoverCertificate(
            relief, origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root,
            isGoverned: roll.isGoverned, outgoing: signed(relief.outgoing), incoming: signed(relief.incoming))
    }

    /// With which keys an officer can sign what a checkpoint covers: the one held then, and those that came later.
    static func cosigningKeys(of officer: String, _ roll: Roll, at size: Int64) -> [WitnessKey] {
        (roll.officers[officer]?.keys ?? []).filter { $0.until.map { $0 >= size } ?? true }
            .compactMap { try? VerifierKey($0.text) }.map(\.cosigning)
    }

    /// Puts the line of one of the two officers below the certificate; one that is there already is left as it is.
    ///
    /// What the checkpoint stands for is read back from the disk first, so that nobody signs what is not there.
    /// Throws `.badCosignature` for a key that is of neither of them.
    /// - Returns: whether a line was added.
    @discardableResult
    package func cosign(_ relief: HandoverRelief, with key: any NoteSigner, at time: Instant) throws(LogFault) -> Bool {
        let checkpoint = try certify(relief)
        let roll = try roll()
        let own = key.verifier.cosigning
        let holders = [relief.outgoing, relief.incoming].filter {
            LogStore.cosigningKeys(of: $0.officer, roll, at: checkpoint.size).contains(own)
        }
        guard !holders.isEmpty else { throw .badCosignature(size: checkpoint.size) }
        let lines = try cosignatures(of: checkpoint.size).compactMap { Cosignature.signature(line: $0) }
        if lines.contains(where: { own.time(of: $0, over: checkpoint.text) != nil }) { return false }
        try confirm(checkpoint)
        let line: String
        do {
            line = try Cosignature.line(for: checkpoint, at: time, by: key)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
        try cosign(size: checkpoint.size, line: line, by: own)
        return true
    }

    /// Reads again what a checkpoint covers beyond the one before it, and compares the root.
    private func confirm(_ checkpoint: Checkpoint) throws(LogFault) {
        do {
            let fresh = try Connection.reader(path: folder.database)
            let before = try checkpointRows("WHERE size < ? ORDER BY size DESC LIMIT 1", [checkpoint.size]).first
            var edge = try certifiedEdge(fresh, of: before?.checkpoint(origin: identity.origin))
            try readBack(&edge, through: fresh, to: checkpoint.size)
            guard edge.size == checkpoint.size, edge.root == checkpoint.root else {
                throw LogFault.damaged(index: before?.size ?? 0)
            }
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }
}

extension VerifierKey {
    /// The same key as a cosigner's (C2SP tlog-cosignature): other bytes are signed, so that none stands for the other.
    package var cosigning: WitnessKey { WitnessKey(name: name, publicKey: publicKey) }
}
