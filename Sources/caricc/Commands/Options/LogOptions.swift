import ArgumentParser
import EventLog
import Glibc
import Model

/// Which log a command is about.
struct LogOptions: ParsableArguments {
    @Option(
        name: .customLong("log"),
        help: ArgumentHelp(
            "The log's folder (default: CARICC_HOME, else caricc/log in the XDG data folder).", valueName: "dir"))
    var folder: String?

    @OptionGroup var speech: SpeechOptions

    var path: String { folder ?? LogOptions.defaultPath { name in getenv(name).map { String(cString: $0) } } }

    static func defaultPath(environment: (String) -> String?) -> String {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let home = value("CARICC_HOME") { return home }
        // The XDG rules say that a relative path is to be ignored.
        if let shared = value("XDG_DATA_HOME"), shared.hasPrefix("/") { return "\(shared)/caricc/log" }
        return "\(value("HOME") ?? "")/.local/share/caricc/log"
    }

    /// The log, open for reading and, where that is allowed, for writing.
    ///
    /// - Parameter indexed: brings the index up to the log first, for commands that look subjects up.
    func open(_ voice: Voice, indexed: Bool = false) throws -> LogStore {
        let store = try LogStore(opening: path)
        if indexed, !store.isIndexCurrent {
            let meter = ProgressMeter(voice, title: "Reading the log")
            try store.updateIndex { progress in
                meter.show(done: progress.done, total: progress.total)
                return true
            }
            meter.finish()
        }
        return store
    }
}
