import Model
import Wording

/// A passphrase that is being typed. The interface knows how many characters there are and never which.
package struct PassphraseEntry: Equatable, Sendable {
    /// What the key is opened for.
    package enum Purpose: Equatable, Sendable {
        case signOn
        /// Back to a locked console.
        case unlock
        /// What is to be signed once it is certain who types.
        case sign([Draft])
        /// To put the officer's line below the certificate of this watch, whoever sits here.
        case cosign(SubjectName)
        case changeOld, changeNew, changeAgain
    }

    package internal(set) var purpose: Purpose
    package let officer: String
    package let role: OfficerRole
    package internal(set) var count = 0
    package internal(set) var isChecking = false
    package internal(set) var fault: Message?
    /// After wrong ones: no other try before this reading of the session's clock.
    var notBefore: Int64 = 0
    /// The form that stands below, with everything that was typed into it.
    var form: Form?
    /// The page of what waits, where it is to be signed.
    var page: ApprovalPage?

    init(_ purpose: Purpose, of officer: String, as role: OfficerRole, over form: Form? = nil) {
        self.purpose = purpose
        self.officer = officer
        self.role = role
        self.form = form
    }
}
