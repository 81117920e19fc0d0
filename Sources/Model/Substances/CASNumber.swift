/// A CAS registry number: two to seven digits, two, and one check digit.
///
/// The check digit is the sum of the other digits, each times its place from the right, modulo 10.
package struct CASNumber: Equatable, Sendable {
    package let text: String
    package let isValid: Bool

    /// Nil for a text that is not of this shape; a wrong check digit is a warning, never a refusal.
    package init?(_ text: String) {
        let parts = text.trimmingBlanks.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, (2...7).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts[2].utf8.count == 1,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        self.text = parts.joined(separator: "-")
        let digits = parts.joined().utf8.map { Int($0) - 0x30 }
        let sum = digits.dropLast().reversed().enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        isValid = sum % 10 == digits.last
    }
}
