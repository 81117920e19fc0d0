/// One watch that was given to the next: what is certified, and what the sheet is of.
package struct HandoverRelief: Equatable, Sendable {
    package struct Person: Equatable, Sendable {
        /// The id that entries bear as `actor`.
        package let officer: String
        package let name: String
    }

    package let old: Shift
    package let new: Shift
    private let ended: ShiftEnded

    /// Nil where the second watch does not relieve the first.
    package init?(_ old: Shift, _ new: Shift) {
        guard new.started.relieves == old.name, let ended = old.ended, ended.relievedBy != nil else { return nil }
        self.old = old
        self.new = new
        self.ended = ended
    }

    package var outgoing: Person { Person(officer: old.officerID, name: old.started.officer) }
    package var incoming: Person { Person(officer: new.officerID, name: new.started.officer) }
    /// The last entry of the relief: whatever covers it covers both halves.
    package var last: Int64 { new.trail.first }
    /// Offered by the one who had it; nil where it was taken.
    package var given: Instant? { offer?.at }
    package var taken: Instant { new.from }
    /// Why it was taken although it was not offered; nil where it was.
    package var takenBecause: String? { new.started.reason }
    /// The lines of the offer that nobody had said back when it was taken all the same; nil where it was accepted, or
    /// not offered to this officer.
    package var unsaid: Int? {
        guard offer == nil, let standing = old.offer, standing.written != nil,
            old.isOffered(to: new.officerID, named: new.started.officer)
        else { return nil }
        return old.handover.toSayBack.count
    }
    package var remark: String? { ended.note }
    package var reservation: String? { ended.reservation }

    /// The offer that was accepted; nil where it was taken.
    package var offer: Handover.Offer? {
        guard let accepted = old.handover.accepted else { return nil }
        return old.handover.offers.first { $0.entry == accepted.offer }
    }
}

/// A handover that a checkpoint covers, and who has signed it.
package struct HandoverCertificate: Equatable, Sendable {
    /// One of the two lines below it.
    package struct Line: Equatable, Sendable {
        package let person: HandoverRelief.Person
        /// When this officer cosigned; nil while the line is missing.
        package let signed: Instant?

        package init(_ person: HandoverRelief.Person, signed: Instant?) {
            self.person = person
            self.signed = signed
        }
    }

    package let relief: HandoverRelief
    package let origin: String
    /// How many entries the checkpoint covers.
    package let size: Int64
    package let root: Digest
    /// Whether officers have keys of their own; else the desk alone signs.
    package let isGoverned: Bool
    package let outgoing: Line
    package let incoming: Line

    package init(
        _ relief: HandoverRelief, origin: String, size: Int64, root: Digest, isGoverned: Bool, outgoing: Instant?,
        incoming: Instant?
    ) {
        self.relief = relief
        self.origin = origin
        self.size = size
        self.root = root
        self.isGoverned = isGoverned
        self.outgoing = Line(relief.outgoing, signed: outgoing)
        self.incoming = Line(relief.incoming, signed: incoming)
    }

    /// Who has not signed yet; nobody where only the desk signs.
    package var missing: [HandoverRelief.Person] {
        isGoverned ? [outgoing, incoming].filter { $0.signed == nil }.map(\.person) : []
    }

    package var isComplete: Bool { isGoverned && missing.isEmpty }
}
