import EventLog
import Foundation

/// The peer for reading a large log: lnav on the same events as JSON lines.
struct Lnav {
    let bench: Workbench

    /// The largest log's signed lines, one a line; written once and kept.
    func file() throws -> String {
        let path = bench.largest.path + ".jsonl"
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let store = try LogStore(opening: bench.largest.path, access: .reading)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw PseudoTerminal.Failure(description: path) }
        defer { try? handle.close() }
        var next: Int64 = 0
        while case let page = try store.storedEntries(from: next, limit: 5_000), let last = page.last {
            var lines: [UInt8] = []
            for stored in page { lines += stored.bytes.prefix { $0 != 0x0A } + [0x0A] }
            try handle.write(contentsOf: Data(lines))
            next = last.index + 1
        }
        return path
    }

    static var arguments: [String]? { Workbench.installed("lnav").map { [$0, "-N"] } }

    func firstLine() throws -> String {
        guard let arguments = Lnav.arguments else { return "lnav: not installed" }
        let file = try file()
        var samples = Samples()
        for _ in 0..<3 {
            let start = ContinuousClock.now
            let terminal = try PseudoTerminal(arguments + [file], columns: 80, rows: 24)
            // The beginning of every line.
            do { samples.add(try terminal.wait(for: ["\"actor\""], patience: .seconds(60)) - start) } catch {
                return "lnav: \(error)"
            }
            terminal.end()
        }
        return "lnav to its first line: \(samples.median.text)"
    }
}
