import Model
import Wording

/// Something that waits for a second person.
struct Waiting: Equatable {
    enum Matter: Equatable {
        case proposal(PendingAction)
        case signature(OwedSignature)
    }

    let subject: SubjectName
    let matter: Matter

    /// Where it stands in the log: the proposal, or the entry that is to be countersigned.
    var index: Int64 {
        switch matter {
        case .proposal(let action): action.index
        case .signature(let owed): owed.index
        }
    }

    var until: Instant {
        switch matter {
        case .proposal(let action): action.until
        case .signature(let owed): owed.until
        }
    }

    var by: String {
        switch matter {
        case .proposal(let action): action.by
        case .signature(let owed): owed.by
        }
    }

    var kind: String {
        switch matter {
        case .proposal(let action): action.event.kind
        case .signature(let owed): owed.of
        }
    }

    var isProposal: Bool { if case .proposal = matter { true } else { false } }

    /// “closing a delivery, proposed by a.orazov”.
    var message: Message {
        switch matter {
        case .proposal(let action): "\(Message.action(action.event.kind)), proposed by \(action.by)"
        case .signature(let owed):
            owed.refusal.map { "\(Message.action(owed.of)), by \(owed.by): \($0.officer) DOES NOT STAND FOR IT" }
                ?? "\(Message.action(owed.of)), by \(owed.by), owes a second signature"
        }
    }
}

/// A record with its leaf hash, as it stands in the log: what a second person looks at and signs.
package struct Examined: Equatable, Sendable {
    package let entry: Entry
    package let leaf: Digest
    /// What an approval by telephone was about.
    package let proposal: Entry?

    package init(entry: Entry, leaf: Digest, proposal: Entry? = nil) {
        self.entry = entry
        self.leaf = leaf
        self.proposal = proposal
    }

    /// The first eight hexadecimal digits, in two words to be read out.
    var hashWords: String {
        let digits = leaf.hex.prefix(8)
        return "\(digits.prefix(4)) \(digits.suffix(4))"
    }
}

/// The page over the screen on which something that waits is read and decided.
package struct ApprovalPage: Equatable, Sendable {
    package let index: Int64
    package let subject: SubjectName
    /// The first line in sight.
    var first = 0
}
