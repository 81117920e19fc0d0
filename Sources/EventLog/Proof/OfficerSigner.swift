import Model

/// A key that signs notes, wherever its secret lies.
package protocol NoteSigner: Sendable {
    var verifier: VerifierKey { get }
    func signature(of text: [UInt8]) throws -> [UInt8]
}

extension SigningKey: NoteSigner {
    package func signature(of text: [UInt8]) throws -> [UInt8] { try sign(text) }
}

/// An officer who has signed on: in whose name, in which role and with whose key entries are signed.
package struct OfficerSigner: Sendable {
    /// The id that entries bear as `actor`.
    package let officer: String
    package let role: OfficerRole
    package let key: any NoteSigner

    package init(officer: String, role: OfficerRole, key: any NoteSigner) {
        self.officer = officer
        self.role = role
        self.key = key
    }
}

extension LogIdentity {
    /// The name of an officer's key: one for each person and realm, `CENTRE/live/a.orazov` or `CENTRE/exercise/a.orazov`.
    package func keyName(of officer: String) -> String {
        "\(centre)/\(isExercise ? "exercise" : "live")/\(officer)"
    }
}
