extension Event {
    /// The event with the hash of the personal data that is kept beside it; unchanged where its kind has no place for one.
    package func naming(_ payload: Digest) -> Event {
        guard case .onCall(.set(var terms)) = self else { return self }
        terms.payloads = [payload.hex]
        return .onCall(.set(terms))
    }
}
