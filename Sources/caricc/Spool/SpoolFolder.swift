import Exchange
import Glibc
import Model
import Settings

/// The folder that partners put their files under: one folder each, with `new`, `done` and `held` in it.
///
/// Writers put a file elsewhere on the same file system and rename it into `new`; a reader never sees half of it.
struct SpoolFolder {
    let path: String
    let handle: FolderHandle

    enum Fault: Error, Equatable {
        /// No folder at all; `caricc spool init` makes it.
        case noSpool(path: String)
        case noPartner(path: String)
        case badName(String)
        case alreadyThere(path: String)
        case folder(SafeFile.Fault, path: String)
        case partner(PartnerFault)
        /// The partner's files are for the other kind of log.
        case otherRealm(partner: String, PartnerSettings.Realm)
        /// Another process reads this spool.
        case running(pid: Int32?, path: String)
    }

    static let settingsName = "partner.toml"
    static let settingsLimitBytes = 1 << 16
    static let lockName = ".runner"
    static let statusName = ".status"

    init(opening path: String) throws {
        self.path = path
        do throws(SafeFile.Fault) {
            handle = try FolderHandle.open(path)
        } catch {
            throw error == .notThere ? Fault.noSpool(path: path) : Fault.folder(error, path: path)
        }
    }

    /// Where the spool of a log lies, unless somebody says otherwise.
    static func usual(forLog path: String) -> String { path + "/spool" }

    /// All partners, by name. Their settings are read and checked here, before anything is taken in.
    func partners(isExerciseLog: Bool) throws -> [SpoolPartner] {
        var partners: [SpoolPartner] = []
        for name in try names() {
            let partner = try SpoolPartner(opening: name, in: self)
            let wanted: PartnerSettings.Realm = isExerciseLog ? .exercise : .live
            guard partner.settings.realm == wanted else {
                throw Fault.otherRealm(partner: partner.name, partner.settings.realm)
            }
            partners.append(partner)
        }
        return partners
    }

    /// The names of the folders that have a `partner.toml`.
    func names() throws -> [FileName] {
        let listing = try wrapped(path) { () throws(SafeFile.Fault) in try handle.names(limit: 10_000) }
        guard let settings = FileName(SpoolFolder.settingsName) else { return [] }
        return listing.oldest.map(\.name).filter { name in
            guard let folder = try? handle.folder(name) else { return false }
            return folder.has(settings)
        }.sorted()
    }

    func wrapped<Value>(_ path: String, _ work: () throws(SafeFile.Fault) -> Value) throws -> Value {
        do throws(SafeFile.Fault) {
            return try work()
        } catch {
            throw Fault.folder(error, path: path)
        }
    }

    /// Takes the place of the only one who reads the spool; gives it back when the descriptor is closed.
    func lock() throws -> Int32 {
        guard let name = FileName(SpoolFolder.lockName) else { return -1 }
        do throws(FolderHandle.LockFault) {
            return try handle.lock(name)
        } catch {
            switch error {
            case .held(let pid): throw Fault.running(pid: pid, path: path)
            case .file(let fault): throw Fault.folder(fault, path: path)
            }
        }
    }

    // MARK: Making

    /// Makes the folders of a partner, for their owner alone, with a settings file that says what every key means.
    static func make(_ name: String, party: String, realm: PartnerSettings.Realm, in path: String) throws -> String {
        guard let folderName = FileName(name), SpoolFolder.isPartnerName(name) else { throw Fault.badName(name) }
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw Fault.folder(.system(errno: errno), path: path) }
        let spool = try SpoolFolder(opening: path)
        let folder = "\(path)/\(name)"
        if spool.handle.has(folderName) { throw Fault.alreadyThere(path: folder) }
        for part in ["", "/new", "/done", "/held"] where mkdir(folder + part, 0o700) != 0 {
            throw Fault.folder(.system(errno: errno), path: folder + part)
        }
        let text = PartnerSettings.sample(party: party, realm: realm, choices: .program)
        try spool.wrapped(folder) { () throws(SafeFile.Fault) in
            let handle = try spool.handle.folder(folderName)
            if let settings = FileName(settingsName) { try handle.write(Array(text.utf8), as: settings) }
            try handle.sync()
            try spool.handle.sync()
        }
        return folder
    }

    /// Letters, digits, hyphen, dot and underscore of ASCII; 1 to 40 of them, no dot in front.
    static func isPartnerName(_ name: String) -> Bool {
        (1...40).contains(name.utf8.count) && name.utf8.first != 0x2E
            && name.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

extension PartnerSettings.Choices {
    /// What this program knows.
    static let program = PartnerSettings.Choices(
        channels: Channel.allCases.map(\.rawValue), kinds: MessageKind.allCases.map(\.rawValue),
        formats: MessageFormat.allCases.map(\.rawValue))
}
