/// When the bell sounds: three times for priority 1, once for priority 2, never for the rest; two times more where it is louder.
///
/// Times are milliseconds of any clock that does not go back. A ring that comes while one is sounding does not begin it anew;
/// only a priority 1 takes over from a priority 2.
package struct BellPattern: Equatable, Sendable {
    /// Between two sounds; terminals join those that are closer.
    package static let gap: Int64 = 400

    /// When the next sound is due; nil while nothing is to be heard.
    package var next: Int64? { left > 0 ? due : nil }
    private var left = 0
    private var due: Int64 = .min
    private var isFirstPriority = false

    package init() {}

    package mutating func ring(priority: Int, isLouder: Bool = false, at now: Int64) {
        let usual = priority == 1 ? 3 : priority == 2 ? 1 : 0
        let sounds = usual + (isLouder && usual > 0 ? 2 : 0)
        guard sounds > 0, left == 0 || !isFirstPriority && priority == 1 else { return }
        left = sounds
        isFirstPriority = priority == 1
        due = max(due, now)
    }

    /// Whether to sound now. At most one sound a call, and never two within the gap, however late the call comes.
    package mutating func sounds(at now: Int64) -> Bool {
        guard left > 0, now >= due else { return false }
        left -= 1
        due = now + BellPattern.gap
        return true
    }
}
