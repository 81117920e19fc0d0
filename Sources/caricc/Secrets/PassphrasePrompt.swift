import Wording

/// What is asked on a terminal before a passphrase is typed.
enum PassphrasePrompt {
    static func known(_ officer: String) -> Message { "Passphrase of \(officer)" }
    static func new(_ officer: String) -> Message { "New passphrase of \(officer)" }
    static let again: Message = "The same again"
}
