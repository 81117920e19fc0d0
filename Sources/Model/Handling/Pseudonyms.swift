/// What stands for protected words while visitors look on: the same for the same words, everywhere and every time.
///
/// A pure function of a secret of this machine and the log, so that nobody can try names out, and the same name in two
/// logs has two pseudonyms. Two words may share one by chance (1 in 614,656), which misleads a visitor and nobody else.
package struct Pseudonyms: Sendable {
    /// What a protected word names.
    package enum Kind: String, CaseIterable, Sendable {
        case person, place, vehicle, phone, container, document, source
    }

    private let hash: SipHash

    /// - Parameters:
    ///   - secret: at least 16 random bytes that do not leave this machine.
    ///   - origin: of the log.
    package init(secret: [UInt8], origin: String) {
        let own = SipHash(key: secret)
        let halves = ["first", "second"].map { own(Array("\($0) \(origin)".utf8)) }
        hash = SipHash(key: halves.flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * $0)) } })
    }

    /// Letters and digits that no eye and no ear confuses, and that make up no word.
    private static let signs = Array("BCDFGHJKLMNPQRSTVWXZ23456789")

    /// Four signs for a word of a kind, without regard to case and blanks at its ends.
    package func tag(for word: String, as kind: Kind) -> String {
        var value = hash(Array("\(kind.rawValue) \(word.trimmingBlanks.lowercased())".utf8))
        return String(
            (0..<4).map { _ in
                defer { value /= UInt64(Pseudonyms.signs.count) }
                return Pseudonyms.signs[Int(value % UInt64(Pseudonyms.signs.count))]
            })
    }
}
