import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

struct OfficerEnrol: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol", abstract: "Propose that a person may act here, with the key on their card.",
        discussion: """
            A supervisor proposes, another one approves; where only one person acts yet, it holds at once. The card is the line \
            that “caricc officer key new” prints, or a file with it. Example:

              caricc officer enrol umarov.card --roles duty-officer,supervisor
            """)

    @Argument(
        help: ArgumentHelp("The card: its line, a file with it, or - for standard input.", valueName: "card"),
        completion: .file())
    var card: String

    @Option(
        help: ArgumentHelp("What the person may act as: duty-officer,supervisor,trainer,observer.", valueName: "roles"))
    var roles: RoleList

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.store.governedRoll()
        let card = try CardReading.card(card, for: pen.store.identity)
        let enrolled = OfficerEnrolled(card, roles: roles.roles)
        return try pen.save(.new(.officers), .officer(.enrolled(enrolled)))
    }
}

struct OfficerEnrolKey: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol-key", abstract: "Propose a new key for an officer whose key was lost or revoked.",
        discussion: "Example:\n\n  caricc officer enrol-key orazov-2.card")

    @Argument(
        help: ArgumentHelp("The card: its line, a file with it, or - for standard input.", valueName: "card"),
        completion: .file())
    var card: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try pen.store.governedRoll()
        let card = try CardReading.card(card, for: pen.store.identity)
        let officer = try pen.enrolled(card.officer)
        guard officer.enrolled.person == card.person else {
            throw CommandFault.otherPerson(card.person, of: officer.id)
        }
        let event = OfficerEvent.keyEnrolled(OfficerKeyEnrolled(key: card.key.text))
        return try pen.save(.existing(officer.name), .officer(event))
    }
}

/// Reads cards as they are handed in.
enum CardReading {
    /// In bytes; a card has about 300.
    private static let limit = 4_096

    static func card(_ argument: String, for identity: LogIdentity) throws -> OfficerCard {
        let card = try OfficerCard(line(argument))
        // A key of another centre or of the other realm is told before anybody signs.
        guard card.key.name == identity.keyName(of: card.officer) else {
            throw CommandFault.cardOfElsewhere(card.key.name, log: identity.origin)
        }
        return card
    }

    private static func line(_ argument: String) throws -> String {
        if argument.hasPrefix("caricc card ") { return argument }
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(argument, limitBytes: limit)
        } catch {
            throw CommandFault.file(error, path: argument)
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.map(String.init).first { !$0.trimmingBlanks.isEmpty } ?? ""
    }
}

extension OfficerEnrolled {
    init(_ card: OfficerCard, roles: [OfficerRole]) {
        self.init(
            officer: card.officer, name: card.shownName, person: card.person, roles: roles, key: card.key.text)
    }
}
