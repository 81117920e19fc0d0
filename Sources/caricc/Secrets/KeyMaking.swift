import EventLog
import Glibc
import Wording

/// Makes an officer's key with a new passphrase, which is asked for twice on a terminal.
struct KeyMaking {
    let voice: Voice
    /// Shows a passphrase to whoever sits at the terminal.
    var suggests = false

    func make(_ name: OfficerKeyName, at file: String?, _ options: PassphraseOptions) throws -> OfficerKey {
        var source = options.source(voice)
        return try make(name, at: file, &source)
    }

    func make(_ name: OfficerKeyName, at file: String?, _ source: inout PassphraseSource) throws -> OfficerKey {
        Secret.guardProcess()
        let path = file ?? OfficerKeyPlaces.here.path(of: name)
        // A key that would not be overwritten need not be given a passphrase first.
        guard access(path, F_OK) != 0 else { throw CommandFault.key(.existsAlready, path: path) }
        if suggests { try suggest() }
        let passphrase = try source.readNew(PassphrasePrompt.new(name.officer), again: PassphrasePrompt.again)
        defer { passphrase.wipe() }
        do {
            if let file { return try OfficerKeyFile.create(name: name, at: file, passphrase: passphrase) }
            return try OfficerKeyFile.create(name: name, in: .here, passphrase: passphrase)
        } catch {
            throw CommandFault.key(error, path: path)
        }
    }

    /// Only to a terminal: anywhere else it would stay.
    private func suggest() throws {
        guard voice.errors.isTerminal else { throw CommandFault.suggestionNeedsTerminal }
        var random = SystemRandomNumberGenerator()
        let words = PassphraseSuggestion(using: &random).text(voice.catalogue.language)
        voice.warn("A passphrase that nobody guesses; learn it, and clear the screen: \(words)")
    }
}
