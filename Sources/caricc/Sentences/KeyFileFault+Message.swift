import EventLog
import Glibc
import Wording

extension KeyFileFault {
    /// - Parameter path: the key file, or the folder of keys for faults of the folder
    func message(path: String) -> Message {
        switch self {
        case .missing: "There is no key file \(path); make a key, or bring the medium that it lies on"
        case .notAllowed: "You may not read or write \(path); ask for the right"
        case .symbolicLink: "\(path) is a symbolic link, which is not followed for keys; put the file itself there"
        case .notAFile: "\(path) is not a file; a key lies in a file of its own"
        case .otherNames(let count): "\(path) has \(count) names on this disk; delete the others, a key has one"
        case .wrongOwner(let uid): "\(path) belongs to another account (\("\(uid)")); use your own key file"
        case .openToOthers(let mode):
            "Others on this machine can reach \(path) (\(Self.octal(mode))): “chmod 600” it, and tell the custodian"
        case .tooLarge(let bytes): "\(path) has \(grouped: bytes) bytes and is no key file"
        case .truncated: "\(path) ends too early; restore the key file from your copy, or have a new key enrolled"
        case .notAKeyFile: "\(path) is no key file"
        case .damaged(let line): "\(path), line \(line): changed or damaged; restore it, or have a new key enrolled"
        case .newerFormat(let version): "\(path) has the newer format \(version); a newer program is needed"
        case .foreign(let name): "\(path) is the key of \(name); name the right officer, centre and realm"
        case .weakStretching: "\(path) protects its passphrase too weakly and is not opened; have a new key enrolled"
        case .excessiveStretching:
            "Opening \(path) would take too much memory, so it is not opened; have a new key enrolled"
        case .copied: "\(path) is a copy of a key file; was it you who copied it? If not, tell the custodian at once"
        case .wrongPassphrase:
            "\(path) does not open: the passphrase is wrong (look at Caps Lock and the layout), or the file was changed"
        case .otherKeyInside: "\(path) holds another key than it says; do not use it, and tell the custodian"
        case .existsAlready: "There is a key file \(path) already; a key is never overwritten"
        case .openFolder(let mode): "The folder of \(path) is open to others (\(Self.octal(mode))); “chmod 700” it"
        case .badPassphrase(let fault): fault.message
        case .noMemory: "There is not enough memory to open \(path) (128 MiB for a moment); close other programs"
        case .system(let code): "The key file \(path) cannot be used: \(String(cString: strerror(code)))"
        }
    }

    private static func octal(_ mode: UInt32) -> String { String(mode, radix: 8) }
}

extension PassphraseFault {
    var message: Message {
        switch self {
        case .tooShort(let characters):
            .plural(
                characters, one: "%1 character is too short for a passphrase: take 12, or four words",
                other: "%1 characters are too short for a passphrase: take 12, or four words")
        case .tooUniform: "The passphrase repeats too few characters; take several words"
        case .notText: "The passphrase has characters that cannot be typed again; use letters, digits and spaces"
        }
    }
}
