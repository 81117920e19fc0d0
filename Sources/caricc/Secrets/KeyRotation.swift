import EventLog
import Glibc
import Model

/// The two files of an officer who changes keys: the new one waits beside the old one until the log knows it.
struct KeyRotation {
    let path: String

    var waiting: String { path + ".next" }

    /// Puts the new file in the place of the old one.
    func finish() throws {
        guard rename(waiting, path) == 0 else { throw CommandFault.key(.system(errno: errno), path: waiting) }
    }

    /// After an interruption: a new key that the log knows takes its place, one that it never heard of goes away.
    func settle(with officer: Model.Officer) throws {
        guard let file = try? OfficerKeyFile.read(waiting) else { return }
        if officer.keys.contains(where: { $0.text == file.key.text && $0.until == nil }) { try finish() }
    }

    /// Takes away what an interrupted rotation left that the log never heard of.
    func clear(for officer: Model.Officer) throws {
        try settle(with: officer)
        unlink(waiting)
    }
}
