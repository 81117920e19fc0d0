private import Glibc

/// A terminal that is asked questions: each is followed by one that every terminal answers (DSR 5), so that a question
/// without an answer costs no waiting.
struct SurveyLine {
    struct Sequence: Equatable {
        var parameters: String
        var final: Character
    }

    struct Answer {
        var sequences: [Sequence]
        var took: Duration
    }

    private let input: Int32
    private var queue: OutputQueue
    /// Bytes kept of the answers to one question; the rest is dropped.
    private static let limit = 4_096

    init(input: Int32, output: Int32) {
        self.input = input
        queue = OutputQueue(terminal: output)
    }

    func close() {
        queue.close()
    }

    /// Sends text and waits until the terminal has dealt with it; nothing if it does not say so in time.
    mutating func fence(_ text: String, within limit: Duration) -> Answer? {
        let start = ContinuousClock.now
        queue.append((text + TerminalModes.question).utf8)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while true {
            queue.flush()
            let sequences = Self.sequences(in: bytes)
            if sequences.contains(Sequence(parameters: "0", final: "n")) {
                return Answer(sequences: sequences, took: ContinuousClock.now - start)
            }
            let left = limit - (ContinuousClock.now - start)
            guard left > .zero, !queue.isBroken else { return nil }
            var states = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: queue.descriptor, events: queue.isEmpty ? 0 : Int16(POLLOUT), revents: 0),
            ]
            guard poll(&states, 2, Int32(clamping: left.milliseconds + 1)) > 0, states[0].revents != 0 else { continue }
            let count = read(input, &buffer, buffer.count)
            guard count > 0 else { return nil }
            bytes += buffer[..<count].prefix(max(0, Self.limit - bytes.count))
        }
    }

    /// The control sequences in what came, and of a device control string (XTVERSION) its text with the final `|`.
    static func sequences(in bytes: [UInt8]) -> [Sequence] {
        var found: [Sequence] = []
        var at = 0
        while let escape = bytes[at...].firstIndex(of: 0x1B), escape + 1 < bytes.count {
            at = escape + 2
            switch bytes[escape + 1] {
            case UInt8(ascii: "["):
                var end = at
                while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
                guard end < bytes.count else { return found }
                found.append(
                    Sequence(
                        parameters: String(decoding: bytes[at..<end], as: UTF8.self),
                        final: Character(UnicodeScalar(bytes[end]))))
                at = end + 1
            case UInt8(ascii: "P"):
                guard let end = bytes[at...].firstIndex(of: 0x1B) else { return found }
                let text = String(decoding: bytes[at..<end], as: UTF8.self)
                if text.hasPrefix(">|") { found.append(Sequence(parameters: String(text.dropFirst(2)), final: "|")) }
                at = min(end + 2, bytes.count)
            default: break
            }
        }
        return found
    }
}
