import Model

/// Who signs the entries of one append.
struct Pens: Sendable {
    /// The officer who has signed on; nil where the desk signs.
    var officer: OfficerSigner?
    /// Who signs the founding entry beside the desk.
    var founders: [any NoteSigner] = []

    func signers(of entry: Entry, desk: SigningKey) -> [any NoteSigner] {
        if entry.index == 0 { return [desk] + founders }
        if let officer { return [officer.key] }
        return [desk]
    }
}

extension Event {
    /// Why a key that this event brings cannot be an officer's key in this log; nil when it brings none, or a good one.
    ///
    /// The key must be sound, and its name must be that of its holder in this realm, so that no key of an exercise ever
    /// signs on a live log.
    func keyRefusal(in identity: LogIdentity) -> Refusal? {
        switch self {
        case .fourEyes(.proposed(let proposed)): return proposed.event.keyRefusal(in: identity)
        case .officer(.enrolled(let enrolled)):
            guard OfficerEnrolled.isValid(officer: enrolled.officer),
                Event.isKey(enrolled.key, named: identity.keyName(of: enrolled.officer))
            else { return .badKey }
            return nil
        case .officer(.keyReplaced(let replaced)): return Event.isKey(replaced.key, in: identity) ? nil : .badKey
        case .officer(.keyEnrolled(let enrolled)): return Event.isKey(enrolled.key, in: identity) ? nil : .badKey
        default: return nil
        }
    }

    private static func isKey(_ text: String, named name: String) -> Bool {
        (try? VerifierKey(text)).map { $0.name == name && $0.isSafe } ?? false
    }

    private static func isKey(_ text: String, in identity: LogIdentity) -> Bool {
        (try? VerifierKey(text)).map { $0.name.hasPrefix(identity.keyName(of: "")) && $0.isSafe } ?? false
    }
}
