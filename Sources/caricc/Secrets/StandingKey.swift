import EventLog
import Model
import Synchronization

/// The key that was opened once for all commands of a batch.
struct StandingKey: Sendable {
    let officer: String
    /// The role that was asked for; nil for the first that fits each command.
    let role: OfficerRole?
    let key: OfficerKey

    private static let held = Mutex<StandingKey?>(nil)

    static var current: StandingKey? { held.withLock { $0 } }

    static func hold(_ key: StandingKey) { held.withLock { $0 = key } }

    /// Erases the private half.
    static func drop() {
        held.withLock { standing in
            standing?.key.drop()
            standing = nil
        }
    }
}
