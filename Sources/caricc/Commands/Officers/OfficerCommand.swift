import ArgumentParser
import EventLog
import Model

/// Officers, their keys and roles, and what takes two persons.
struct OfficerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer", abstract: "Officers, their keys and roles, and what takes two persons.",
        discussion: """
            In a log that was made with custodians every act is signed with the key of the officer who does it. Passphrases \
            are asked for on the terminal, or come with --passphrase-fd; never from arguments or the environment. Examples:

              caricc officer key new a.orazov --name "A. Orazov" --person KZ-1047
              caricc officer list
              caricc officer approvals
            """,
        subcommands: [
            OfficerKeyCommand.self, OfficerEnrol.self, OfficerRevoke.self, OfficerRoles.self, OfficerRotate.self,
            OfficerLost.self, OfficerEnrolKey.self, OfficerBreakGlass.self, OfficerEndBreakGlass.self,
            OfficerList.self, OfficerShow.self, OfficerApprovals.self, OfficerApprove.self, OfficerDecline.self,
            OfficerCountersign.self, OfficerRefuse.self, RulesCommand.self,
        ])
}

extension LogStore {
    /// Who may sign what; refused where the desk signs for everybody.
    func governedRoll() throws -> Roll {
        let roll = try roll()
        guard roll.isGoverned else { throw LogFault.refused(.officersHaveNoKeys, position: 0) }
        return roll
    }
}

extension Roll {
    func enrolled(_ id: String) throws -> Model.Officer {
        guard let officer = officers[id] else { throw LogFault.refused(.notEnrolled(id), position: 0) }
        return officer
    }
}

extension Pen {
    /// An officer of this log, by id.
    func enrolled(_ id: String) throws -> Model.Officer { try store.governedRoll().enrolled(id) }
}

/// The id of an officer, completed from the log.
struct OfficerID: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        let text = argument.lowercased()
        guard OfficerKeyName.isOfficer(text) else { return nil }
        self.text = text
    }

    static var defaultCompletionKind: CompletionKind { .custom(ids) }

    @Sendable private static func ids(_ words: [String], _: Int, _: String) -> [String] {
        guard let store = try? LogStore(opening: SubjectCompletion.log(in: words)), store.isIndexCurrent else {
            return []
        }
        defer { store.close() }
        return ((try? store.roll().officers.keys.sorted()) ?? [])
    }
}
