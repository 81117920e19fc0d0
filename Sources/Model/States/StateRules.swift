/// What is filed of a State: whom to call there, and what it asks of whoever asks it.
///
/// Nothing of it is the law: the State decides, and what is old or was never verified is shown as such.
package struct StateRules: Equatable, Sendable {
    package struct Desk: Equatable, Sendable {
        package var name: String
        package var number: String
        /// As it was filed, such as `ru uz`.
        package var languages: String?
        /// IANA name, for the time there.
        package var zone: String?
        package var verified: Instant?

        package init(
            name: String, number: String, languages: String? = nil, zone: String? = nil, verified: Instant? = nil
        ) {
            self.name = name
            self.number = number
            self.languages = languages
            self.zone = zone
            self.verified = verified
        }
    }

    /// Something that a request to it must state or keep to.
    package struct Requirement: Equatable, Sendable {
        package var text: String
        /// Nil where nobody has.
        package var verified: Instant?

        package init(_ text: String, verified: Instant? = nil) {
            self.text = text
            self.verified = verified
        }
    }

    package var desk: Desk?
    /// How long beforehand it wants to be asked.
    package var notice: Span?
    package var requirements: [Requirement]

    package init(desk: Desk? = nil, notice: Span? = nil, requirements: [Requirement] = []) {
        self.desk = desk
        self.notice = notice
        self.requirements = requirements
    }

    /// What was filed of a State; nil where nothing is.
    package typealias Lookup = (_ state: String) -> StateRules?

    /// What nobody has looked at for so long counts as unverified.
    package static let staleAfter = Span.days(30)

    /// When the oldest of its rules was verified; nil where one never was, or where there are none.
    package var verified: Instant? {
        guard !requirements.isEmpty, requirements.allSatisfy({ $0.verified != nil }) else { return nil }
        return requirements.compactMap(\.verified).min()
    }
}
