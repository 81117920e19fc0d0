import Foundation

/// What a person hands in to be enrolled: who they are and which key is theirs, signed by that key, so that nobody enrols a key
/// that they do not hold.
///
/// One line of UTF-8: `caricc card v1|a.orazov|KZ-1047|Aibek Orazov|CARICC/live/a.orazov+1f2e3d4c+BASE64|SIGNATURE`. The
/// signature is Ed25519 over everything before the last bar, and a line feed; it begins as no record and no checkpoint does.
package struct OfficerCard: Equatable, Sendable {
    /// The stable id, such as `a.orazov`.
    package let officer: String
    /// The service number; each person has one.
    package let person: String
    package let shownName: String
    package let key: VerifierKey
    /// 64 bytes.
    package let signature: [UInt8]

    package enum Fault: Error, Equatable, Sendable {
        case notACard
        case newerFormat(version: Int)
        /// No officer's id: a small letter, then 1 to 31 of a-z, 0-9, dot and hyphen.
        case badOfficer(String)
        /// 1 to 20 letters, digits, dots, hyphens and slashes.
        case badPerson(String)
        /// 2 to 60 characters that can be seen, no bar, no space at the ends.
        case badShownName(String)
        case badKey
        /// The key bears the name of somebody else, or no officer's.
        case keyOf(name: String)
        /// Signatures that hold under this key prove nothing.
        case unsafeKey
        /// Something on the card was changed, or the key's holder did not sign it.
        case wrongSignature
        /// The key was dropped before it could sign.
        case noKey
    }

    static let magic = "caricc card v"
    static let version = 1

    package var keyName: OfficerKeyName? { OfficerKeyName(key.name) }

    /// Makes the card of the key's own holder.
    package init(person: String, shownName: String, key: OfficerKey) throws(Fault) {
        let shownName = shownName.precomposedStringWithCanonicalMapping
        try OfficerCard.check(officer: key.name.officer, person: person, shownName: shownName, key: key.verifier)
        let signed = OfficerCard.signed(
            officer: key.name.officer, person: person, shownName: shownName, key: key.verifier)
        guard let signature = try? key.sign(Array("\(signed)\n".utf8)) else { throw .noKey }
        officer = key.name.officer
        self.person = person
        self.shownName = shownName
        self.key = key.verifier
        self.signature = signature
    }

    /// Reads a line and checks all of it. Space around it does no harm.
    package init(_ line: String) throws(Fault) {
        let parts = line.trimmingCharacters(in: .whitespacesAndNewlines).split(
            separator: "|", omittingEmptySubsequences: false
        ).map(String.init)
        guard parts[0].hasPrefix(OfficerCard.magic), let version = Int(parts[0].dropFirst(OfficerCard.magic.count)),
            version > 0
        else { throw .notACard }
        guard version <= OfficerCard.version else { throw .newerFormat(version: version) }
        guard parts.count == 6, parts[0] == "\(OfficerCard.magic)\(version)",
            let signature = Data(base64Encoded: parts[5])
        else { throw .notACard }
        guard let key = try? VerifierKey(parts[4]), key.text == parts[4] else { throw .badKey }
        (officer, person, shownName) = (parts[1], parts[2], parts[3])
        self.key = key
        self.signature = Array(signature)
        try OfficerCard.check(officer: officer, person: person, shownName: shownName, key: key)
        guard signature.count == 64, signature.base64EncodedString() == parts[5],
            key.verifies(self.signature, of: Array("\(signedText)\n".utf8))
        else { throw .wrongSignature }
    }

    package var line: String { "\(signedText)|\(Data(signature).base64EncodedString())" }

    private var signedText: String {
        OfficerCard.signed(officer: officer, person: person, shownName: shownName, key: key)
    }

    private static func signed(officer: String, person: String, shownName: String, key: VerifierKey) -> String {
        "\(magic)\(version)|\(officer)|\(person)|\(shownName)|\(key.text)"
    }

    private static func check(officer: String, person: String, shownName: String, key: VerifierKey) throws(Fault) {
        guard OfficerKeyName.isOfficer(officer) else { throw .badOfficer(officer) }
        guard isPerson(person) else { throw .badPerson(person) }
        guard isShownName(shownName) else { throw .badShownName(shownName) }
        guard key.isSafe else { throw .unsafeKey }
        guard OfficerKeyName(key.name)?.officer == officer else { throw .keyOf(name: key.name) }
    }

    /// A service number.
    package static func isPerson(_ text: String) -> Bool {
        (1...20).contains(text.count)
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .otherLetter: true
                default: scalar.isASCII && (("0"..."9").contains(scalar) || ".-/".unicodeScalars.contains(scalar))
                }
            }
    }

    /// A name as it is shown: composed, and nothing in it that cannot be seen.
    package static func isShownName(_ text: String) -> Bool {
        guard (2...60).contains(text.count), text.utf8.count <= 240, text.first != " ", text.last != " ",
            text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            case .spaceSeparator: scalar == " "
            default: scalar != "|"
            }
        }
    }
}
