import EventLog
import Foundation
import Glibc

/// What every measurement works with.
struct Workbench {
    /// From the smallest to the largest; never empty.
    let logs: [MadeLog]
    let source: RowSource
    let folder: String
    /// The product's executable.
    let program: String
    let quietSeconds: Int
    /// The folder of messages that the spool's files are made from.
    let messages: String
    /// How long messages come steadily.
    let seconds: Int
    /// How many files lie in the spool at once.
    let files: Int
    let say: (String) -> Void

    /// The log that budgets are about.
    var largest: MadeLog { logs[logs.count - 1] }

    /// An executable in the folder of this one.
    static func neighbour(_ name: String) -> String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (own as NSString).deletingLastPathComponent + "/" + name
    }

    /// Where a program of this name lies in PATH; nil when it is not installed.
    static func installed(_ name: String) -> String? {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// A folder that is there during `work` and gone afterwards.
    func scratch<Result>(_ name: String, _ work: (String) throws -> Result) throws -> Result {
        let path = "\(folder)/scratch-\(name)-\(getpid())"
        try? FileManager.default.removeItem(atPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try work(path)
    }

    /// A copy of a log to write into, gone afterwards.
    func withCopy<Result>(of log: MadeLog, _ name: String, _ work: (String) throws -> Result) throws -> Result {
        try scratch(name) { path in
            try FileManager.default.copyItem(atPath: log.path, toPath: path)
            sync()
            return try work(path)
        }
    }

    /// Starts the product's board on a log.
    func console(on path: String, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        try PseudoTerminal([program, "--log", path, "--officer", "bench"], columns: columns, rows: rows)
    }
}
