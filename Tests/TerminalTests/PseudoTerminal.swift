import Glibc
import Synchronization

@testable import Screen
@testable import Terminal

/// Both ends of a pseudo terminal: what the program under test claims, and the person's side.
final class PseudoTerminal: Sendable {
    struct OpenFailed: Error {}

    let slave: Int32
    let name: String
    private let master: Int32
    private let received = Mutex<[UInt8]>([])
    private let isClosed = Atomic(false)

    init(rows: Int, columns: Int) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var path = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &path, nil, nil) == 0 else { throw OpenFailed() }
        self.master = master
        self.slave = slave
        name = String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        setSize(rows: rows, columns: columns)
        for variable in ["NO_COLOR", "ESCDELAY"] { unsetenv(variable) }
    }

    deinit {
        hangUp()
        close(slave)
    }

    func setSize(rows: Int, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
    }

    func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func type(_ text: String) {
        type(Array(text.utf8))
    }

    /// Closes the person's side, as a dropped connection does.
    func hangUp() {
        if !isClosed.exchange(true, ordering: .relaxed) { close(master) }
    }

    /// Takes what the program has written so far. Waits at most the given time for the first byte.
    func output(milliseconds: Int32 = 0) -> [UInt8] {
        var taken: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        var wait = milliseconds
        while true {
            var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, wait) > 0, state.revents & Int16(POLLIN) != 0 else { return taken }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return taken }
            taken += buffer[..<count]
            wait = 0
        }
    }

    var modes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    /// Options for this terminal; the locale is fixed so that the tests do not depend on the environment.
    func options(type: String = "xterm-256color") -> TerminalOptions {
        var options = TerminalOptions()
        options.input = slave
        options.output = slave
        options.type = type
        options.locale = "C.UTF-8"
        options.escapeDelayMilliseconds = 25
        return options
    }

    /// Runs `body` while somebody reads the output, so that a large frame never waits for its reader.
    func whileRead<Result>(_ body: () throws -> Result) rethrows -> Result {
        let reader = Reader(descriptor: dup(master))
        defer { reader.stop() }
        return try body()
    }
}

/// A thread that reads a descriptor and forgets what it read.
private final class Reader: Sendable {
    private let descriptor: Int32
    private let isStopped = Atomic(false)
    private let thread = Mutex<pthread_t>(0)

    init(descriptor: Int32) {
        self.descriptor = descriptor
        let box = Unmanaged.passRetained(self).toOpaque()
        thread.withLock { thread in
            _ = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<Reader>.fromOpaque(argument).takeRetainedValue().run()
                    return nil
                }, box)
        }
    }

    func stop() {
        isStopped.store(true, ordering: .relaxed)
        _ = pthread_join(thread.withLock { $0 }, nil)
        close(descriptor)
    }

    private func run() {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while !isStopped.load(ordering: .relaxed) {
            var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, 5) > 0 else { continue }
            if read(descriptor, &buffer, buffer.count) <= 0 { return }
        }
    }
}
