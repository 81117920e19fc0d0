import Foundation
import Glibc

/// The program's console in a terminal of its own, to which keys are typed and whose screen is read.
final class ConsoleChild {
    let process: ChildProcess
    private let terminal: Int32
    private(set) var output: [UInt8] = []

    /// - Parameter home: where it keeps what a person chose; nobody's own.
    init(_ arguments: [String], program: String, home: String) throws {
        var (primary, secondary): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 256)
        guard openpty(&primary, &secondary, &name, nil, &size) == 0 else {
            throw Violation("no terminal to run a console in: \(String(cString: strerror(errno)))")
        }
        defer { close(secondary) }
        _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
        _ = fcntl(primary, F_SETFL, O_NONBLOCK)
        terminal = primary
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        process = try ChildProcess(
            arguments, executable: program,
            environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": home], terminal: path)
    }

    deinit { close(terminal) }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
    }

    /// Takes what it wrote since; a console that nobody reads from would stop.
    func drain() {
        var page = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(terminal, &page, page.count), count > 0 { output += page.prefix(count) }
    }

    /// Whether it shows these words before the time is over; forgets what was shown before them.
    func shows(_ words: String, milliseconds: Double = 60_000) -> Bool {
        let watch = Stopwatch()
        while watch.milliseconds < milliseconds {
            drain()
            if String(decoding: output, as: UTF8.self).contains(words) {
                output = []
                return true
            }
            if process.wait(milliseconds: 0) != nil { return false }
            usleep(2_000)
        }
        return false
    }
}
