import EventLog
import Model

/// A log whose officers have key files, as a desk has it: `log` and `keys` in one folder.
package struct OfficersOnDisk {
    package let home: String
    package var log: String { home + "/log" }
    package static let passphrase = "river stone copper lamp 42"

    /// Two supervisors, the first of whom is a duty officer, too; the second, where there is one, only approves, unless both take
    /// the watch.
    package init(in home: String, isSingle: Bool = false, bothTakeTheWatch: Bool = false) throws {
        self.home = home
        let identity = try LogIdentity(centre: "CARICC", desk: "ALMATY-1", isExercise: false, epoch: "2026")
        let places = OfficerKeyPlaces(folder: home + "/keys")
        var custodians: [(OfficerEnrolled, any NoteSigner)] = []
        let persons: [(String, String, [OfficerRole])] = [
            ("a.orazov", "Orazov A.", [.dutyOfficer, .supervisor]),
            ("s.karimova", "Karimova S.", bothTakeTheWatch ? [.dutyOfficer, .supervisor] : [.supervisor]),
        ]
        for (number, (officer, name, roles)) in persons.prefix(isSingle ? 1 : 2).enumerated() {
            guard let keyName = OfficerKeyName(centre: "CARICC", isExercise: false, officer: officer) else { continue }
            let key = try OfficerKeyFile.create(name: keyName, in: places, passphrase: OfficersOnDisk.secret())
            custodians.append(
                (
                    OfficerEnrolled(
                        officer: officer, name: name, person: "00\(number + 1)", roles: roles, key: key.verifier.text),
                    key
                ))
        }
        try LogStore.found(home + "/log", identity: identity, actor: "setup", moment: .now(), custodians: custodians)
    }

    package static func secret(_ text: String = passphrase) -> Secret {
        let secret = Secret()
        for character in text { secret.append(character) }
        return secret
    }

    /// The officer's key, opened, as they act in a role.
    package func signer(_ officer: String, as role: OfficerRole) throws -> OfficerSigner {
        guard let name = OfficerKeyName(centre: "CARICC", isExercise: false, officer: officer) else {
            throw LogFault.refused(.notEnrolled(officer), position: 0)
        }
        let path = OfficerKeyPlaces(folder: home + "/keys").path(of: name)
        let key = try OfficerKeyFile.open(path, expecting: name, passphrase: OfficersOnDisk.secret())
        return OfficerSigner(officer: officer, role: role, key: key)
    }

    /// Where programs find it all.
    package var environment: [String: String] { ["CARICC_HOME": home] }
}
