import Foundation
import GRDB
import Glibc

/// What the numbers were measured on.
struct Machine {
    let sentence: String

    init(folder: String) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let memory = Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)
        var facts = [
            "\(cores) cores (\(Machine.processor))", "\(Decimal.text(memory, places: 0)) GB of memory",
            "Linux \(Machine.line("/proc/sys/kernel/osrelease"))", "SQLite \(Machine.sqliteVersion)",
            Machine.disk(of: folder),
        ]
        facts.append("load \(Machine.line("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "?") before")
        sentence = facts.joined(separator: ", ")
    }

    private static var processor: String {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.flatMap { $0.split(separator: ":").last }?.trimmingCharacters(in: .whitespaces) ?? "unknown"
    }

    private static var sqliteVersion: String {
        let queue = try? DatabaseQueue()
        return (try? queue?.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
    }

    private static func line(_ path: String) -> String {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "?").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Device and file system of the longest mount point above the folder.
    private static func disk(of folder: String) -> String {
        guard let resolved = realpath(folder, nil) else { return "disk unknown" }
        defer { free(resolved) }
        let path = String(cString: resolved)
        var best: (point: String, text: String) = ("", "disk unknown")
        for mount in line("/proc/self/mounts").split(separator: "\n") {
            let parts = mount.split(separator: " ").map(String.init)
            guard parts.count > 2, path == parts[1] || path.hasPrefix(parts[1] == "/" ? "/" : parts[1] + "/"),
                parts[1].count >= best.point.count
            else { continue }
            best = (parts[1], "\(parts[2]) on \(parts[0])")
        }
        return best.text
    }
}
