import EventLog
import Foundation
import Model
import Wording

/// Who acts in a log whose officers have keys. The key itself is opened when something is to be signed, and not before.
struct SignOn {
    let officer: Model.Officer
    /// The file that the key lies in.
    let path: String
    private let store: LogStore
    private let name: OfficerKeyName
    private let options: SigningOptions
    private let voice: Voice

    /// How often a wrong passphrase may be corrected on a terminal.
    private static let tries = 3
    /// What the desk says where no officer's key is open bears this name.
    private static let program = "shell"

    /// - Parameter named: the officer's id as it was typed; nil for the one whose key is at hand
    init(_ store: LogStore, _ roll: Roll, named: String?, options: SigningOptions, voice: Voice) throws {
        self.store = store
        self.options = options
        self.voice = voice
        let identity = store.identity
        let places = OfficerKeyPlaces.here
        let id = try named ?? StandingKey.current?.officer ?? SignOn.officerAtHand(options, identity, places)
        guard let officer = roll.officers[id] else { throw LogFault.refused(.notEnrolled(id), position: 0) }
        guard let name = OfficerKeyName(centre: identity.centre, isExercise: identity.isExercise, officer: id) else {
            throw CommandFault.card(.badOfficer(id))
        }
        self.officer = officer
        self.name = name
        path = options.keyFile ?? places.path(of: name)
        if let standing = StandingKey.current, standing.officer != id {
            throw CommandFault.otherOfficer(id, standing.officer)
        }
    }

    /// The configured officer where their key is at hand, else the only one whose key is.
    private static func officerAtHand(
        _ options: SigningOptions, _ identity: LogIdentity, _ places: OfficerKeyPlaces
    ) throws -> String {
        if let file = options.keyFile { return try KeyFiles.header(file).name.officer }
        let names = places.keysAtHand().compactMap { try? $0.header.get().name }
            .filter { $0.centre == identity.centre && $0.isExercise == identity.isExercise }.map(\.officer)
        let configured = Officer.name(nil)
        if names.contains(configured) { return configured }
        guard let first = names.first else { throw CommandFault.noKeyAtHand(folder: places.folder) }
        guard names.count == 1 else { throw CommandFault.severalKeys(names) }
        return first
    }

    // MARK: Roles

    /// The role that was asked for, else the first of the officer's that is among `fitting`, else their first.
    func role(among fitting: Set<OfficerRole>, at now: Instant) -> OfficerRole {
        if let role = options.role ?? StandingKey.current?.role { return role }
        let held = officer.roles(at: now)
        return held.first { fitting.contains($0) } ?? held.first ?? .observer
    }

    // MARK: The key

    /// Asks for the passphrase, once from a script and up to three times on a terminal.
    func openKey() throws -> OfficerKey {
        var source = options.passphrase.source(voice)
        return try openKey(&source)
    }

    func openKey(_ source: inout PassphraseSource) throws -> OfficerKey {
        if let standing = StandingKey.current { return standing.key }
        Secret.guardProcess()
        try checkHeader()
        var wrong = 0
        while true {
            let passphrase = try source.read(PassphrasePrompt.known(officer.id))
            defer { passphrase.wipe() }
            do {
                return try OfficerKeyFile.open(
                    path, expecting: name, passphrase: passphrase, acceptingCopy: options.copiedKey)
            } catch {
                guard error == .wrongPassphrase else { throw CommandFault.key(error, path: path) }
                wrong += 1
                guard options.passphrase.descriptors.isEmpty, wrong < SignOn.tries else {
                    tellLog(wrong: wrong)
                    throw CommandFault.key(error, path: path)
                }
                voice.warn(error.message(path: path))
                let wait = WrongPassphraseDelay.after(wrong: wrong).milliseconds
                if wait > 0 { Thread.sleep(forTimeInterval: Double(wait) / 1_000) }
            }
        }
    }

    /// What can be said about the file before anybody types a passphrase.
    private func checkHeader() throws {
        try KeyRotation(path: path).settle(with: officer)
        let file = try KeyFiles.header(path)
        guard file.name == name else { throw CommandFault.key(.foreign(name: file.name.text), path: path) }
        guard options.copiedKey || !file.isCopy else {
            throw CommandFault.key(.copied(home: file.home, found: file.found), path: path)
        }
        if let revocation = officer.revocation {
            throw LogFault.refused(.enrolmentEnded(officer.id, at: revocation.at), position: 0)
        }
        guard let held = officer.keys.first(where: { $0.text == file.key.text }) else {
            throw LogFault.refused(.notYourKey(officer.id), position: 0)
        }
        if held.until != nil { throw LogFault.refused(.keyNotValid(of: officer.id), position: 0) }
    }

    /// Wrong passphrases are a fact that others are to see. Where it cannot be written, nothing else depends on it.
    private func tellLog(wrong: Int) {
        let moment = MachineMoment.now()
        var ids = EventIDSource()
        let failed = Event.officer(.signOnFailed(SignOnFailed(console: ConsoleName.here, attempts: wrong)))
        let proposal = Proposal(
            .existing(officer.name), failed, id: ids.next(at: moment.wall), actor: SignOn.program)
        _ = try? store.append([proposal], moment: moment)
    }
}

/// Reads key files for commands: their faults with the path that they are about.
enum KeyFiles {
    static func header(_ path: String) throws(CommandFault) -> OfficerKeyFile {
        do {
            return try OfficerKeyFile.read(path)
        } catch {
            throw .key(error, path: path)
        }
    }
}
