import Foundation

/// Compares text with a file that a reviewer can read.
package enum Snapshot {
    /// Nil when `lines` are what the file says; else what to do about it. With RECORD_SNAPSHOTS=1 the file is written, and that fails, too.
    package static func difference(_ lines: [String], name: String, folder: String) -> String? {
        let path = "\(folder)/Snapshots/\(name).txt"
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try? FileManager.default.createDirectory(atPath: "\(folder)/Snapshots", withIntermediateDirectories: true)
            try? text.write(toFile: path, atomically: true, encoding: .utf8)
            return "recorded \(name); run again without RECORD_SNAPSHOTS"
        }
        guard let wanted = try? String(contentsOfFile: path, encoding: .utf8) else {
            return "no snapshot \(name); record it with RECORD_SNAPSHOTS=1"
        }
        guard wanted != text else { return nil }
        let before = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let after = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line =
            zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(before.count, after.count)
        return
            "\(name), line \(line + 1): was \(before.indices.contains(line) ? String(before[line]) : "nothing") is \(after.indices.contains(line) ? String(after[line]) : "nothing")"
    }

    /// The folder of the test file that calls.
    package static func folder(of file: String) -> String { (file as NSString).deletingLastPathComponent }
}
