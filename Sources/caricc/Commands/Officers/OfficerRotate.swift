import ArgumentParser
import EventLog
import Model
import Wording

struct OfficerRotate: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Replace your own key by a new one, signed with the old one.",
        discussion: """
            Nobody else is needed. The old file stays until the log has the new key; from then on it signs nothing, and is \
            taken away. Two passphrases are asked for: that of the old key, and one for the new. Example:

              caricc officer rotate --reason "yearly change"
            """)

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.store.governedRoll()
        guard let signOn = pen.signOn, let name = OfficerKeyName(pen.store.identity.keyName(of: pen.officer)) else {
            throw LogFault.refused(.officersHaveNoKeys, position: 0)
        }
        if StandingKey.current != nil { throw CommandFault.notInABatch("officer rotate") }
        let rotation = KeyRotation(path: signOn.path)
        try rotation.clear(for: signOn.officer)
        var source = options.signing.passphrase.source(voice)
        let old = try signOn.openKey(&source)
        defer { old.drop() }
        let passphrase = try source.readNew(PassphrasePrompt.new(pen.officer), again: PassphrasePrompt.again)
        defer { passphrase.wipe() }
        let new: OfficerKey
        do {
            new = try OfficerKeyFile.create(name: name, at: rotation.waiting, passphrase: passphrase)
        } catch {
            throw CommandFault.key(error, path: rotation.waiting)
        }
        defer { new.drop() }
        let event = OfficerEvent.keyReplaced(OfficerKeyReplaced(key: new.verifier.text, reason: reason))
        let act = Pen.Act(.existing(signOn.officer.name), .officer(event))
        for (saved, act) in try pen.write([act], key: old) { try pen.tell(saved, act) }
        try rotation.finish()
        return .done
    }
}
