import CSystem
import EventLog
import Glibc
import Wording

/// Reads passphrases: from the descriptors that were named, one after the other, or from the terminal without echo. What is
/// read goes straight into a `Secret`.
struct PassphraseSource {
    enum Fault: Error, Equatable {
        /// Neither a descriptor nor a terminal.
        case nobodyToAsk
        /// More passphrases are needed than descriptors were named.
        case tooFewDescriptors(named: Int)
        case notOpen(descriptor: Int32)
        /// It would be echoed.
        case terminal(descriptor: Int32)
        case tooLong
        /// Not UTF-8, or with control characters.
        case notText
        case empty
        /// The input ended instead of an answer.
        case ended
        /// The two of a new passphrase differ.
        case notTheSame
        case system(errno: Int32)
    }

    private var descriptors: [Int32]
    private var used = 0
    private let isScript: Bool
    private let voice: Voice
    private let terminal: String

    /// - Parameter terminal: the person's; another one in tests
    init(descriptors: [Int32], voice: Voice, terminal: String = "/dev/tty") {
        self.descriptors = descriptors
        self.voice = voice
        self.terminal = terminal
        isScript = !descriptors.isEmpty
    }

    /// The next passphrase.
    ///
    /// - Parameter prompt: what is asked on a terminal, such as “Passphrase of a.orazov”
    mutating func read(_ prompt: Message) throws(Fault) -> Secret {
        Secret.guardProcess()
        let secret = isScript ? try readNextDescriptor() : try ask(prompt)
        guard !secret.isEmpty else { throw .empty }
        guard secret.isText else { throw .notText }
        return secret
    }

    /// A new passphrase: asked for twice on a terminal, read once from a descriptor. Whether it is good enough is asked of it.
    mutating func readNew(_ prompt: Message, again: Message) throws(Fault) -> Secret {
        let first = try read(prompt)
        guard !isScript else { return first }
        // What is too weak need not be typed twice.
        guard first.passphraseFault == nil else { return first }
        guard let one = first.normalised(), let other = try read(again).normalised(), one.isSame(as: other) else {
            throw .notTheSame
        }
        return first
    }

    private func ask(_ prompt: Message) throws(Fault) -> Secret {
        let descriptor = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .nobodyToAsk }
        defer { close(descriptor) }
        guard isatty(descriptor) == 1 else { throw .nobodyToAsk }
        let question = Array("\(voice.text(prompt)): ".utf8)
        let secret = Secret()
        try secret.fill { room throws(Fault) in
            var length = 0
            let outcome = caricc_ask_hidden(
                descriptor, question, question.count, room.baseAddress?.assumingMemoryBound(to: UInt8.self), room.count,
                &length)
            switch outcome {
            case 0: return length
            case CARICC_ASK_TOO_LONG: throw .tooLong
            case CARICC_ASK_ENDED, CARICC_ASK_INTERRUPTED: throw .ended
            default: throw .system(errno: errno)
            }
        }
        return secret
    }

    private mutating func readNextDescriptor() throws(Fault) -> Secret {
        guard used < descriptors.count else { throw .tooFewDescriptors(named: descriptors.count) }
        let descriptor = descriptors[used]
        used += 1
        guard fcntl(descriptor, F_GETFD) >= 0 else { throw .notOpen(descriptor: descriptor) }
        guard isatty(descriptor) == 0 else { throw .terminal(descriptor: descriptor) }
        let secret = Secret()
        try secret.fill { room throws(Fault) in try Self.line(from: descriptor, into: room) }
        return secret
    }

    /// One byte after the other: what stands behind the line is for the next passphrase from the same descriptor.
    private static func line(from descriptor: Int32, into room: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        var count = 0
        while true {
            var byte: UInt8 = 0
            let got = Glibc.read(descriptor, &byte, 1)
            if got < 0, errno == EINTR { continue }
            if got < 0, errno == EAGAIN {
                var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&state, 1, -1)
                continue
            }
            guard got >= 0 else { throw .system(errno: errno) }
            if got == 0, count == 0 { throw .ended }
            if got == 0 || byte == 0x0A { break }
            guard count < room.count else { throw .tooLong }
            room[count] = byte
            count += 1
        }
        // A file that was written elsewhere ends its lines with two characters.
        return count > 0 && room[count - 1] == 0x0D ? count - 1 : count
    }
}
