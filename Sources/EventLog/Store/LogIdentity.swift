import Model

/// Whose log it is and what for: the facts that every entry of it repeats in `log`.
package struct LogIdentity: Equatable, Sendable {
    package let centre: String
    package let desk: String
    package let isExercise: Bool
    /// The epoch of a live log, such as `2026`, or the run of an exercise.
    package let epoch: String

    package init(centre: String, desk: String, isExercise: Bool, epoch: String) throws(LogFault) {
        for name in [centre, desk, epoch] where !LogIdentity.isValid(name) { throw .badName(name) }
        self.centre = centre
        self.desk = desk
        self.isExercise = isExercise
        self.epoch = epoch
    }

    /// `CENTRE/DESK/live/EPOCH` or `CENTRE/DESK/exercise/RUN`; also the name of the desk's key.
    package var origin: String { "\(centre)/\(desk)/\(isExercise ? "exercise" : "live")/\(epoch)" }

    package init?(origin: String) {
        let parts = origin.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[2] == "live" || parts[2] == "exercise",
            let identity = try? LogIdentity(
                centre: parts[0], desk: parts[1], isExercise: parts[2] == "exercise", epoch: parts[3])
        else { return nil }
        self = identity
    }

    /// ASCII letters, digits, hyphen, dot and underscore; 1 to 40 of them.
    static func isValid(_ name: String) -> Bool {
        (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

/// Where the parts of a log lie.
package struct LogFolder: Equatable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

    package var database: String { path + "/log.sqlite" }
    package var index: String { path + "/index.sqlite" }
    package var head: String { path + "/head" }
    package var writerLock: String { path + "/writer.lock" }
    package var deskKey: String { path + "/desk.key" }
    package var lastVerified: String { path + "/verified" }
    /// The name of the folder of officers' keys, where they lie beside a log.
    package static let keys = "keys"
}
