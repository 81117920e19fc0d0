/// What was found beside one account.
package struct Matches: Equatable, Sendable {
    package let account: SeizureAccount
    /// The most telling first.
    package let list: [Match]

    package init(account: SeizureAccount, list: [Match]) {
        self.account = account
        self.list = list
    }

    /// What may be the same seizure and waits for a person's word.
    package var proposals: [Match] { list.filter(\.isProposed) }
}
