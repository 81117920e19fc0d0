import Foundation
import Glibc
import Synchronization

/// A pseudo terminal with a person's side that reads strictly, as fast as it is told, and answers.
package final class FakeTerminal: Sendable {
    package struct OpenFailed: Error {}

    /// The program's side, to be opened by its name.
    package let name: String
    private let master: Int32
    private let slave: Int32
    private let shared: Mutex<Shared>
    private let isStopped = Atomic(false)
    private let thread = Mutex<pthread_t>(0)

    private struct Shared {
        var screen: StrictTerminal
        var bytesPerSecond: Int?
        var isPaused = false
        var received = 0
        var bytes: [UInt8] = []
    }

    /// - Parameter bytesPerSecond: how fast it reads; as fast as it can if there is none
    package init(
        rows: Int, columns: Int, bytesPerSecond: Int? = nil, personality: StrictTerminal.Personality = .init()
    ) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var path = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &path, nil, nil) == 0 else { throw OpenFailed() }
        // Programs that are started must not keep the person's side open.
        for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        self.master = master
        self.slave = slave
        name = String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        shared = Mutex(
            Shared(
                screen: StrictTerminal(rows: rows, columns: columns, personality: personality),
                bytesPerSecond: bytesPerSecond))
        setKernelSize(rows: rows, columns: columns)
        start()
    }

    deinit {
        stop()
        close(slave)
    }

    /// Ends the reading and closes the person's side, as a dropped connection does.
    package func stop() {
        guard !isStopped.exchange(true, ordering: .relaxed) else { return }
        _ = pthread_join(thread.withLock { $0 }, nil)
        close(master)
    }

    // MARK: The person

    package func type(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads nothing until it is told to go on.
    package func pause() { shared.withLock { $0.isPaused = true } }

    package func resume(bytesPerSecond: Int? = nil) {
        shared.withLock {
            $0.isPaused = false
            $0.bytesPerSecond = bytesPerSecond
        }
    }

    /// What is on the screen now.
    package var screen: StrictTerminal { shared.withLock { $0.screen } }
    package var received: Int { shared.withLock { $0.received } }
    /// Every byte that was read, for tests of what was never sent.
    package var bytes: [UInt8] { shared.withLock { $0.bytes } }

    /// The modes of the line, as the shell will find them.
    package var lineModes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    /// Waits for a screen; returns whether it came.
    package func wait(seconds: Double = 15, until holds: (StrictTerminal) -> Bool) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while !holds(screen) {
            if Date() > end { return false }
            usleep(20_000)
        }
        return true
    }

    package func shows(_ text: String, seconds: Double = 15) -> Bool {
        wait(seconds: seconds) { $0.text.contains(text) }
    }

    /// Waits until nothing but the clock has changed for a second.
    package func settle(seconds: Double = 60) {
        let end = Date().addingTimeInterval(seconds)
        var last: [String] = []
        while Date() < end {
            let now = Array(screen.lines.dropFirst(2))
            if now == last { return }
            last = now
            usleep(1_000_000)
        }
    }

    // MARK: The thread

    private func setKernelSize(rows: Int, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
    }

    private func start() {
        let box = Unmanaged.passUnretained(self).toOpaque()
        thread.withLock { thread in
            _ = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<FakeTerminal>.fromOpaque(argument).takeUnretainedValue().run()
                    return nil
                }, box)
        }
    }

    private func run() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var allowance = 0.0
        var last = ContinuousClock.now
        while !isStopped.load(ordering: .relaxed) {
            let (rate, isPaused) = shared.withLock { ($0.bytesPerSecond, $0.isPaused) }
            let now = ContinuousClock.now
            if let rate {
                let passed = now - last
                allowance +=
                    Double(rate) * (Double(passed.components.attoseconds) / 1e18 + Double(passed.components.seconds))
                allowance = min(allowance, Double(rate) / 10)
            }
            last = now
            let room = rate == nil ? buffer.count : min(buffer.count, Int(allowance))
            var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard !isPaused, room > 0 else {
                usleep(5_000)
                continue
            }
            guard poll(&state, 1, 5) > 0, state.revents & Int16(POLLIN) != 0 else {
                if state.revents & Int16(POLLHUP) != 0 { usleep(5_000) }
                continue
            }
            let count = read(master, &buffer, room)
            guard count > 0 else { continue }
            allowance -= Double(count)
            let answers = shared.withLock { shared in
                shared.received += count
                if shared.bytes.count < 4 << 20 { shared.bytes += buffer[..<count] }
                shared.screen.feed(buffer[..<count])
                return shared.screen.takeAnswers()
            }
            if !answers.isEmpty { _ = answers.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }
        }
    }
}
