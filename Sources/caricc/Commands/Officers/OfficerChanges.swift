import ArgumentParser
import Model
import Wording

struct OfficerRevoke: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Propose that an officer may no longer act.",
        discussion:
            "What they signed stays valid. Example:\n\n  caricc officer revoke a.orazov --reason \"left the centre\"")

    @Argument(help: ArgumentHelp("The officer.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.enrolled(officer.text)
        return try pen.save(.existing(found.name), .officer(.revoked(OfficerRevoked(reason: reason))))
    }
}

struct OfficerRoles: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "Propose other roles for an officer.",
        discussion: "Example:\n\n  caricc officer roles a.orazov duty-officer,trainer --reason \"conducts drills now\"")

    @Argument(help: ArgumentHelp("The officer.", valueName: "id"))
    var officer: OfficerID

    @Argument(
        help: ArgumentHelp("All roles from then on: duty-officer,supervisor,trainer,observer.", valueName: "roles"))
    var roles: RoleList

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.enrolled(officer.text)
        let changed = OfficerRolesChanged(roles: roles.roles, reason: reason)
        return try pen.save(.existing(found.name), .officer(.rolesChanged(changed)))
    }
}

struct OfficerLost: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "lost", abstract: "Propose that a key signs no more: it is lost, or in other hands.",
        discussion: """
            The officer stays enrolled and gets a new key with “caricc officer enrol-key”. Example:

              caricc officer lost a.orazov --reason "the stick was stolen"
            """)

    @Argument(help: ArgumentHelp("Whose key.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("What happened.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.enrolled(officer.text)
        guard let key = found.key else { throw CommandFault.noValidKey(of: found.id) }
        let revoked = OfficerKeyRevoked(key: key.text, reason: reason)
        return try pen.save(.existing(found.name), .officer(.keyRevoked(revoked)))
    }
}

struct OfficerBreakGlass: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "break-glass", abstract: "Propose that an officer acts in another role in an emergency.",
        discussion: """
            It stands on every console until the hour that is stated. Example:

              caricc officer break-glass a.orazov --grant supervisor --until 0600 --reason "no supervisor can be reached"
            """)

    @Argument(help: ArgumentHelp("The officer.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("The role that they act in meanwhile.", valueName: "role"))
    var grant: OfficerRole

    @Option(help: ArgumentHelp("Until when: a time or a length.", valueName: "time"))
    var until: String

    @Option(help: ArgumentHelp("What the emergency is.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.enrolled(officer.text)
        let opened = BreakGlassOpened(
            role: grant, until: try pen.deadline(until, option: "--until"), reason: reason)
        return try pen.save(.existing(found.name), .officer(.glassBroken(opened)))
    }
}

struct OfficerEndBreakGlass: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-break-glass", abstract: "End an emergency before its hour.",
        discussion: "Example:\n\n  caricc officer end-break-glass a.orazov --note \"the supervisor is back\"")

    @Argument(help: ArgumentHelp("The officer.", valueName: "id"))
    var officer: OfficerID

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.enrolled(officer.text)
        return try pen.save(.existing(found.name), .officer(.glassMended(BreakGlassEnded(note: note))))
    }
}
