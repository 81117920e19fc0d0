import EventLog
import Glibc
import Wording

extension PassphraseSource.Fault {
    var message: Message {
        switch self {
        case .nobodyToAsk: "There is no terminal to ask for the passphrase on; give it with “--passphrase-fd NUMBER”"
        case .tooFewDescriptors(let named):
            .plural(
                named, one: "More passphrases are needed than the %1 descriptor that was named; repeat --passphrase-fd",
                other: "More passphrases are needed than the %1 descriptors that were named; repeat --passphrase-fd")
        case .notOpen(let descriptor): "Descriptor \(Int(descriptor)) of --passphrase-fd is not open"
        case .terminal(let descriptor):
            "Descriptor \(Int(descriptor)) is a terminal and would show the passphrase; leave --passphrase-fd out to be asked"
        case .tooLong: "The passphrase is longer than 512 bytes; take a shorter one"
        case .notText: PassphraseFault.notText.message
        case .empty: "No passphrase was given"
        case .ended: "The input ended before a passphrase was given"
        case .notTheSame: "The two passphrases differ; nothing was changed, try again"
        case .system(let code): "The passphrase cannot be read: \(String(cString: strerror(code)))"
        }
    }
}
