extension Event {
    /// The event with the hash of the personal data that is kept beside it; unchanged where its kind has no place for one.
    ///
    /// - Parameter rows: what the payload holds, where these are identifiers of living persons
    package func naming(_ payload: Digest, _ rows: [SealedIdentifiers.Row] = []) -> Event {
        let mentions = SealedIdentifiers(rows)?.mentions(in: payload) ?? []
        switch self {
        case .onCall(.set(var terms)):
            terms.payloads = [payload.hex]
            return .onCall(.set(terms))
        case .alert(.raised(var raised)):
            raised.payloads.append(payload.hex)
            raised.particulars.identifiers += mentions
            return .alert(.raised(raised))
        case .alert(.detailed(var detailed)):
            detailed.payloads.append(payload.hex)
            detailed.particulars.identifiers += mentions
            return .alert(.detailed(detailed))
        default: return self
        }
    }
}
