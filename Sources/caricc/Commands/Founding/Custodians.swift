import EventLog
import Model
import Wording

/// The persons whose keys a new log names, with their keys open.
struct Custodians {
    private(set) var cards: [OfficerCard] = []
    private(set) var keys: [OfficerKey] = []
    private let roles: [OfficerRole]

    init(roles: [OfficerRole]) { self.roles = roles }

    var isEmpty: Bool { cards.isEmpty }
    var isSingle: Bool { cards.count == 1 }

    var enrolled: [(OfficerEnrolled, any NoteSigner)] {
        zip(cards, keys).map { (OfficerEnrolled($0, roles: roles), $1) }
    }

    mutating func add(_ card: OfficerCard, _ key: OfficerKey) {
        cards.append(card)
        keys.append(key)
    }

    /// Opens the key of a card, which the person at the keyboard holds.
    ///
    /// - Parameter files: key files that were named; without the right one, the folder of keys has it
    mutating func open(
        _ card: OfficerCard, files: [String], acceptingCopy: Bool, _ source: inout PassphraseSource
    ) throws {
        guard let name = card.keyName else { throw CommandFault.card(.keyOf(name: card.key.name)) }
        let named = try files.first { try KeyFiles.header($0).name == name }
        let path = named ?? OfficerKeyPlaces.here.path(of: name)
        let header = try KeyFiles.header(path)
        guard header.name == name else { throw CommandFault.key(.foreign(name: header.name.text), path: path) }
        guard header.key == card.key else { throw CommandFault.cardOfOtherKey(card.officer, path: path) }
        add(card, try Custodians.openKey(name, path, acceptingCopy: acceptingCopy, &source))
    }

    static func openKey(
        _ name: OfficerKeyName, _ path: String, acceptingCopy: Bool, _ source: inout PassphraseSource
    ) throws -> OfficerKey {
        let passphrase = try source.read(PassphrasePrompt.known(name.officer))
        defer { passphrase.wipe() }
        do {
            return try OfficerKeyFile.open(path, expecting: name, passphrase: passphrase, acceptingCopy: acceptingCopy)
        } catch {
            throw CommandFault.key(error, path: path)
        }
    }

    func drop() { for key in keys { key.drop() } }
}
