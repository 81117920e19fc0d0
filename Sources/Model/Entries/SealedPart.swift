/// Something that is kept beside an entry as a payload of its own, so that it can be erased.
package enum SealedPart: Equatable, Sendable {
    /// A message as it came.
    case message(String)
    /// What identifies living persons.
    case identifiers([SealedIdentifiers.Row])
    /// How somebody can be reached.
    case contact(String)

    package var bytes: [UInt8] {
        switch self {
        case .message(let text), .contact(let text): Array(text.utf8)
        case .identifiers(let rows): SealedIdentifiers(rows)?.bytes ?? []
        }
    }

    fileprivate func mentions(in payload: Digest) -> [IdentifierMention] {
        guard case .identifiers(let rows) = self else { return [] }
        return SealedIdentifiers(rows)?.mentions(in: payload) ?? []
    }
}

extension Event {
    /// The event with a payload that was kept beside it; unchanged where its kind has no place for one.
    ///
    /// - Parameters:
    ///   - payload: the salted hash that the log knows it by
    ///   - plain: SHA-256 of its bytes, for the head of a message
    package func keeping(_ part: SealedPart, as payload: Digest, plain: Digest) -> Event {
        func kept(_ head: inout MessageHead, _ particulars: inout Particulars, _ payloads: inout [String]) {
            payloads.append(payload.hex)
            if case .message = part { head.raw = plain.hex }
            particulars.identifiers += part.mentions(in: payload)
        }
        switch self {
        case .alert(.raised(var body)):
            kept(&body.head, &body.particulars, &body.payloads)
            return .alert(.raised(body))
        case .alert(.messageFiled(var body)):
            kept(&body.head, &body.particulars, &body.payloads)
            return .alert(.messageFiled(body))
        case .alert(.detailed(var body)):
            body.payloads.append(payload.hex)
            body.particulars.identifiers += part.mentions(in: payload)
            return .alert(.detailed(body))
        case .delivery(.detailed(var body)):
            body.payloads.append(payload.hex)
            body.particulars.identifiers += part.mentions(in: payload)
            return .delivery(.detailed(body))
        case .alert(.noted(var note)):
            note.payloads.append(payload.hex)
            return .alert(.noted(note))
        case .delivery(.noted(var note)):
            note.payloads.append(payload.hex)
            return .delivery(.noted(note))
        case .shift(.noted(var note)):
            note.payloads.append(payload.hex)
            return .shift(.noted(note))
        case .onCall(.set(var terms)):
            terms.payloads = [payload.hex]
            return .onCall(.set(terms))
        case .directory(.entrySet(var set)):
            set.payloads = [payload.hex]
            return .directory(.entrySet(set))
        case .fourEyes(.proposed(var proposed)):
            proposed.event = proposed.event.keeping(part, as: payload, plain: plain)
            return .fourEyes(.proposed(proposed))
        default: return self
        }
    }
}
