import Screen

/// Tells a paste from typing on terminals that do not mark pastes: more characters in one reading than anybody types.
///
/// Pasted characters must never be run as commands. A key that repeats itself is no paste, and what arrives shortly after
/// one belongs to it, because a long paste comes in pieces.
struct TypingBurst {
    /// More different characters in a row than this, in one reading, are a paste.
    static let longest = 12
    /// More characters than this are a paste even if they are all the same: six seconds of a repeating key.
    static let longestRepeat = 200
    /// How long a paste may pause: one that fills buffers comes in pieces, a short one hardly ever.
    static let pause = (short: Duration.milliseconds(20), long: Duration.milliseconds(300))
    private static let longPaste = 1_000

    private var lasts: ContinuousClock.Instant?
    private var characters = 0

    /// The keys of one reading, with bursts of characters as one `.pasted`.
    mutating func gathered(_ keys: [Key], at now: ContinuousClock.Instant) -> [Key] {
        var result: [Key] = []
        var run: [Key] = []
        for key in keys {
            if Self.text(of: key) != nil {
                run.append(key)
            } else {
                end(&run, into: &result, at: now)
                result.append(key)
            }
        }
        end(&run, into: &result, at: now)
        return result
    }

    private mutating func end(_ run: inout [Key], into result: inout [Key], at now: ContinuousClock.Instant) {
        guard !run.isEmpty else { return }
        let isLong = characters >= Self.longPaste
        // Enter alone after a short one is a person who says that it is complete.
        let mayContinue = isLong || run.contains { if case .character = $0 { true } else { false } }
        let pause = isLong ? Self.pause.long : Self.pause.short
        let continues = mayContinue && lasts.map { now - $0 < pause } ?? false
        if continues || Self.isBurst(run) {
            characters = continues ? characters + run.count : run.count
            lasts = now
            result.append(.pasted(run.compactMap { Self.text(of: $0) }.joined()))
        } else {
            result += run
        }
        run = []
    }

    private static func isBurst(_ run: [Key]) -> Bool {
        let printable = run.filter { if case .character = $0 { true } else { false } }
        let changes = zip(printable, printable.dropFirst()).count { $0 != $1 }
        return printable.count > longestRepeat || changes + 1 > longest
    }

    /// What a key stands for in a pasted text; nothing for keys that no text holds.
    private static func text(of key: Key) -> String? {
        switch key {
        case .character(let character): String(character)
        case .enter: "\n"
        case .tab: "\t"
        default: nil
        }
    }
}
