import Foundation
import Glibc

/// The folder in which a person's key files lie, one for each name.
package struct OfficerKeyPlaces: Equatable, Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    static let suffix = ".key"

    /// `CARICC+live+a.orazov.key`: a name holds no plus, so two names never share a file.
    package func path(of name: OfficerKeyName) -> String {
        "\(folder)/\(name.text.replacing("/", with: "+"))\(OfficerKeyPlaces.suffix)"
    }

    /// A key file in the folder.
    package struct AtHand: Equatable, Sendable {
        package let path: String
        /// Its header, or what is wrong with it.
        package let header: Result<OfficerKeyFile, KeyFileFault>
    }

    /// Every key file there is, by name of the file; nothing where there is no folder. Asks for no passphrase.
    package func keysAtHand() -> [AtHand] { keysAtHand(least: PassphraseStretching.shippedCostLog2) }

    func keysAtHand(least: Int) -> [AtHand] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(OfficerKeyPlaces.suffix) }.sorted().map { name in
            let path = "\(folder)/\(name)"
            return AtHand(
                path: path,
                header: Result { () throws(KeyFileFault) in
                    let file = try OfficerKeyFile.read(path, least: least)
                    // Under another name it would never be found.
                    guard self.path(of: file.name) == path else { throw .foreign(name: file.name.text) }
                    return file
                })
        }
    }

    /// Makes the folder, for its owner only; a folder that is there must be so already.
    func prepare() throws(KeyFileFault) {
        let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        if !parent.isEmpty {
            try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        }
        if mkdir(folder, 0o700) == 0 {
            _ = chmod(folder, 0o700)
            return PlainFile.syncFolder(of: folder)
        }
        guard errno == EEXIST else { throw KeyFileAccess.fault(errno) }
        var facts = stat()
        guard lstat(folder, &facts) == 0 else { throw KeyFileAccess.fault(errno) }
        guard facts.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink }
        guard facts.st_mode & S_IFMT == S_IFDIR else { throw .notAFile }
        guard facts.st_uid == geteuid(), facts.st_mode & 0o077 == 0 else {
            throw .openFolder(mode: facts.st_mode & 0o7777)
        }
    }
}
