import ArgumentParser
import EventLog
import Glibc
import Model
import Wording

/// Who answers for a new log with their keys.
struct CustodyOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A custodian's card, as a line or a file; give two, of persons who are both here (default: none).",
            valueName: "card"), completion: .file())
    var custodian: [String] = []

    @Option(
        name: .customLong("key"), parsing: .singleValue,
        help: ArgumentHelp(
            "A custodian's key file; may be repeated (default: those in the folder of keys).", valueName: "file"),
        completion: .file())
    var keyFiles: [String] = []

    @Flag(help: "One person does everything, with a key that is made now: for a first try.")
    var single = false

    @Option(help: ArgumentHelp("With --single: the name as it is to be shown (default: the id).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("With --single: the service number (default: 1).", valueName: "number"))
    var person: String?

    @Option(
        help: ArgumentHelp(
            "What custodians may act as besides supervisor (default: duty-officer with --single, else nothing).",
            valueName: "roles"))
    var alsoAs: RoleList?

    @Option(
        help: ArgumentHelp("Write the founding sheet into this new file (default: print it).", valueName: "file"),
        completion: .file())
    var sheet: String?

    @Flag(help: "The key files are copies, and their owners made them (default: a copy is not used).")
    var copiedKey = false

    @OptionGroup var passphrase: PassphraseOptions

    /// Opens the keys of the custodians, or makes that of the only one.
    func custodians(_ identity: LogIdentity, officer: String, _ voice: Voice) throws -> Custodians {
        let roles = [.supervisor] + (alsoAs?.roles ?? (single ? [.dutyOfficer] : [])).filter { $0 != .supervisor }
        var custodians = Custodians(roles: roles)
        guard single || !custodian.isEmpty else { return custodians }
        Secret.guardProcess()
        var source = passphrase.source(voice)
        if single {
            try makeOnly(officer, identity, &source, voice, &custodians)
            return custodians
        }
        let cards = try custodian.map { try CardReading.card($0, for: identity) }
        // What the log would refuse is told before two people type their passphrases.
        if let refusal = CustodyOptions.refusal(cards) { throw LogFault.refused(refusal, position: 0) }
        for card in cards { try custodians.open(card, files: keyFiles, acceptingCopy: copiedKey, &source) }
        return custodians
    }

    private static func refusal(_ cards: [OfficerCard]) -> Refusal? {
        guard cards.count == 2 else { return nil }
        if cards[0].officer == cards[1].officer { return .officerKnown(cards[0].officer) }
        if cards[0].person == cards[1].person { return .personKnown(cards[1].person, as: cards[0].officer) }
        return nil
    }

    private func makeOnly(
        _ officer: String, _ identity: LogIdentity, _ source: inout PassphraseSource, _ voice: Voice,
        _ custodians: inout Custodians
    ) throws {
        guard let keyName = OfficerKeyName(identity.keyName(of: officer)) else {
            throw CommandFault.card(.badOfficer(officer))
        }
        let person = person ?? "1"
        let shown = name ?? officer
        guard OfficerCard.isPerson(person) else { throw CommandFault.card(.badPerson(person)) }
        guard OfficerCard.isShownName(shown.precomposedStringWithCanonicalMapping) else {
            throw CommandFault.card(.badShownName(shown))
        }
        // A key that was made for a try that failed, or for another log of this centre, is used again.
        let path = keyFiles.first ?? OfficerKeyPlaces.here.path(of: keyName)
        let key =
            access(path, F_OK) == 0
            ? try Custodians.openKey(keyName, path, acceptingCopy: copiedKey, &source)
            : try KeyMaking(voice: voice).make(keyName, at: keyFiles.first, &source)
        custodians.add(try OfficerCard(person: person, shownName: shown, key: key), key)
    }

    /// What a log with one custodian lacks, and how it gets the second.
    static let lacks: [Message] = [
        "This is a log of ONE person: nobody approves what they do, and nobody outside witnesses it",
        "Who has the key file and its passphrase is, for this log, that person",
        "A second person makes a key with “caricc officer key new”, and you enrol the card with “caricc officer enrol CARD --roles supervisor”; from then on two persons decide",
    ]
}
