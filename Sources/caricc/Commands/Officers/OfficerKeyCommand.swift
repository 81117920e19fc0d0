import ArgumentParser
import EventLog
import Glibc
import Model
import Wording

/// The key files of a person, in their own hands.
struct OfficerKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, look at and seal the key files of officers.",
        discussion: """
            A key lies in a file that its passphrase seals, in the folder keys of CARICC_HOME or of caricc in the XDG data \
            folder. Nothing of it ever goes into the log but the public half. Examples:

              caricc officer key new a.orazov --name "A. Orazov" --person KZ-1047
              caricc officer key list
            """,
        subcommands: [OfficerKeyNew.self, OfficerKeyShow.self, OfficerKeyPassphrase.self, OfficerKeyList.self])
}

struct OfficerKeyNew: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make your key, sealed by a passphrase, and print the card to hand in.",
        discussion: """
            The card is one line: who you are and the public half of your key. A supervisor enrols it. Examples:

              caricc officer key new a.orazov --name "A. Orazov" --person KZ-1047 > orazov.card
              caricc officer key new a.orazov --name "A. Orazov" --person KZ-1047 --centre CARICC --suggest
            """)

    @Argument(help: ArgumentHelp("Your id: small Latin letters, digits, dots and hyphens.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("Your name as it is to be shown.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Your service number.", valueName: "number"))
    var person: String

    @OptionGroup var place: KeyPlaceOptions

    @Flag(help: "Show a passphrase that you may take, on the terminal (default: you think of one).")
    var suggest = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        if StandingKey.current != nil { throw CommandFault.notInABatch("officer key new") }
        let name = try place.keyName(of: officer.text, log)
        guard OfficerCard.isPerson(person) else { throw CommandFault.card(.badPerson(person)) }
        guard OfficerCard.isShownName(self.name.precomposedStringWithCanonicalMapping) else {
            throw CommandFault.card(.badShownName(self.name))
        }
        let key = try KeyMaking(voice: voice, suggests: suggest).make(name, at: place.keyFile, passphrase)
        defer { key.drop() }
        let card = try OfficerCard(person: person, shownName: self.name, key: key)
        voice.warn(
            "The key of \(officer.text) is in \(place.path(of: name)); keep the file and its passphrase for yourself")
        voice.warn("Hand this line in, and compare the fingerprint \(Fingerprint.text(of: card.key)) by voice:")
        try voice.line(card.line)
        return .done
    }
}

struct OfficerKeyShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show whose a key file is, and print the card again.",
        discussion: """
            With --name and --person the card is made anew, which needs the passphrase. Examples:

              caricc officer key show a.orazov
              caricc officer key show a.orazov --name "A. Orazov" --person KZ-1047
            """)

    @Argument(help: ArgumentHelp("Whose key.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("The name for a new card (default: no card).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The service number for a new card (default: no card).", valueName: "number"))
    var person: String?

    @OptionGroup var place: KeyPlaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func validate() throws {
        if (name == nil) != (person == nil) { throw ValidationError("A card needs --name and --person.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let expected = try place.keyName(of: officer.text, log)
        let path = place.path(of: expected)
        let file = try KeyFiles.header(path)
        guard file.name == expected else { throw CommandFault.key(.foreign(name: file.name.text), path: path) }
        guard let name, let person else {
            for line in file.page { try voice.say(line) }
            return .done
        }
        var source = passphrase.source(voice)
        let typed = try source.read(PassphrasePrompt.known(officer.text))
        defer { typed.wipe() }
        do {
            let key = try OfficerKeyFile.open(path, expecting: expected, passphrase: typed, acceptingCopy: true)
            defer { key.drop() }
            try voice.line(OfficerCard(person: person, shownName: name, key: key).line)
        } catch let fault as KeyFileFault {
            throw CommandFault.key(fault, path: path)
        }
        return .done
    }
}

struct OfficerKeyPassphrase: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: "Seal a key file with another passphrase.",
        discussion: """
            If somebody else knows the old one, replace the key itself with “caricc officer rotate”: a copy of the old file \
            still opens. Example:

              caricc officer key passphrase a.orazov
            """)

    @Argument(help: ArgumentHelp("Whose key.", valueName: "id"))
    var officer: OfficerID

    @Flag(help: "The key file is a copy, and you made it yourself (default: a copy is not used).")
    var copiedKey = false

    @OptionGroup var place: KeyPlaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        if StandingKey.current != nil { throw CommandFault.notInABatch("officer key passphrase") }
        let name = try place.keyName(of: officer.text, log)
        let path = place.path(of: name)
        let file = try KeyFiles.header(path)
        guard file.name == name else { throw CommandFault.key(.foreign(name: file.name.text), path: path) }
        var source = passphrase.source(voice)
        let old = try source.read(PassphrasePrompt.known(officer.text))
        defer { old.wipe() }
        let new = try source.readNew(PassphrasePrompt.new(officer.text), again: PassphrasePrompt.again)
        defer { new.wipe() }
        do {
            try OfficerKeyFile.changePassphrase(path, expecting: name, from: old, to: new, acceptingCopy: copiedKey)
        } catch {
            throw CommandFault.key(error, path: path)
        }
        try voice.say("\(path) opens with the new passphrase from now on")
        return .done
    }
}

struct OfficerKeyList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the key files that are at hand.",
        discussion: "Example:\n\n  caricc officer key list --json")

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let places = OfficerKeyPlaces.here
        let keys = places.keysAtHand()
        var status = ExitStatus.done
        for key in keys {
            switch key.header {
            case .success(let file):
                if json { try voice.json(file.json) } else { for line in file.page { try voice.say(line) } }
            case .failure(let fault):
                status = .findings
                voice.warn("caricc: \(fault.message(path: key.path))")
            }
        }
        if keys.isEmpty, !json { try voice.say("No key file is in \(places.folder)") }
        return status
    }
}

extension OfficerKeyFile {
    var page: [Message] {
        var lines: [Message] = [
            "\(name.text) in \(path)", "public key: \(key.text)", "fingerprint: \(Fingerprint.text(of: key))",
        ]
        if isCopy { lines.append("This file is a COPY: it is not where the key was made") }
        return lines
    }

    var json: JSONObject {
        var object = JSONObject()
        object["copy"] = .bool(isCopy)
        object["file"] = .string(path)
        object["key"] = .string(key.text)
        object["name"] = .string(name.text)
        return object
    }
}
