private import Glibc
import Screen

/// What came from the keyboard.
package enum KeyReading: Hashable, Sendable {
    /// In order of arrival; may be empty.
    case keys([Key])
    /// The terminal is gone: save and leave.
    case gone
}

/// Notices a terminal that claims to have input and never has any, which would otherwise take a whole processor.
struct SpinGuard {
    static let limit = 20
    private var since: ContinuousClock.Instant?
    private var count = 0

    /// Notes a reading without data; returns whether there were more than 20 within a second.
    mutating func noteEmpty(at now: ContinuousClock.Instant = .now) -> Bool {
        if let since, now - since < .seconds(1) {
            count += 1
        } else {
            since = now
            count = 1
        }
        return count > Self.limit
    }

    mutating func noteData() {
        since = nil
        count = 0
    }
}

extension Terminal {
    /// Bytes taken in one go at most; the rest waits for the next call.
    private static let largestReading = 4 << 20
    /// How long a beginning waits for its end when nothing comes: half a sequence, a paste.
    private static let patience = Duration.seconds(2)

    /// All keys that are there. Waits only to tell Esc from a sequence (the escape delay) and for the rest of a paste.
    package func pendingKeys() -> KeyReading {
        if isGone { return .gone }
        var keys: [Key] = []
        var bytes = takeBytes()
        if !bytes.isEmpty {
            let now = ContinuousClock.now
            if decoder.isIncomplete, now - lastInput > Self.patience { keys += decoder.abandon() }
            lastInput = now
        }
        while !bytes.isEmpty {
            // A paste is decoded as a whole, because only its end shows which end mark was the true one.
            if decoder.isPasting || bytes.contains(KeySequences.pasteStart) {
                while bytes.count < Self.largestReading, waitForInput(escapeDelay) {
                    let more = takeBytes()
                    if more.isEmpty { break }
                    bytes += more
                }
            }
            if Self.hasPlainBurst(bytes) { addRestOfBurst(to: &bytes) }
            keys += burst.gathered(decoder.feed(bytes), at: .now)
            for _ in 0..<decoder.takeAnswers() { pace.noteAnswer(at: .now) }
            bytes = []
            if decoder.isUndecided {
                if waitForInput(escapeDelay) { bytes = takeBytes() }
                if bytes.isEmpty { keys += decoder.expire() }
            }
        }
        if isGone, keys.isEmpty { return .gone }
        return .keys(keys)
    }

    /// Whether so much plain text came at once that more of it may be under way.
    private static func hasPlainBurst(_ bytes: [UInt8]) -> Bool {
        bytes.count > 1_024 && !bytes.contains(KeySequences.escape)
    }

    /// Takes the rest of an unmarked paste, so that it becomes one key.
    private func addRestOfBurst(to bytes: inout [UInt8]) {
        while bytes.count < Self.largestReading, waitForInput(escapeDelay) {
            let more = takeBytes()
            if more.isEmpty { return }
            bytes += more
        }
    }

    /// Everything that can be read now. Sets `isGone` when the terminal has no other end any more.
    private func takeBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < Self.largestReading {
            var state = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, 0) > 0 else { break }
            guard state.revents & Int16(POLLIN) != 0 else {
                isGone = true
                break
            }
            let count = read(inputDescriptor, &buffer, buffer.count)
            if count > 0 {
                spin.noteData()
                bytes += buffer[..<count]
                continue
            }
            let isTransient = count < 0 && (errno == EINTR || errno == EAGAIN)
            if !isTransient || spin.noteEmpty() { isGone = true }
            if isGone || errno == EAGAIN { break }
        }
        return bytes
    }

    func waitForInput(_ time: Duration) -> Bool {
        var state = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, Int32(clamping: time.milliseconds)) > 0
    }
}
