import EventLog
import Foundation
import Glibc
import Model

/// A hundred messages a second from partners, while somebody types at a console of the same log.
struct SpoolSteadyMeasurement {
    let bench: Workbench
    private static let rate = 100

    func rows() throws -> [BudgetRow] {
        let templates = try SpoolScene.usable(bench)
        return try bench.withCopy(of: bench.largest, "steady") { path in
            let scene = try SpoolScene(bench, log: path, templates)
            let quiet = try typing(path) { console in SteadyTypist(console).run(for: .seconds(10)) }
            let (reader, _) = try bench.child(["spool", "run", "--log", path])
            defer { reader.terminate() }
            let traffic = try SpoolTraffic(
                scene, rate: SpoolSteadyMeasurement.rate, count: SpoolSteadyMeasurement.rate * bench.seconds)
            let busy = try typing(path) { console in
                // The reader stands at the folders before the clock runs.
                while !FileManager.default.fileExists(atPath: path + "/spool.status") {
                    console.drain(for: .seconds(1))
                }
                traffic.start()
                let keys = SteadyTypist(console).run(while: { traffic.isSending })
                console.drain(for: .seconds(1))
                return keys
            }
            let delays = traffic.finish(patience: .seconds(120))
            let memory = ProcessFigures(process: reader.processIdentifier).memory.most
            reader.terminate()
            reader.waitUntilExit()
            let verdict = try scene.verdict(of: traffic.count)
            return row(traffic, quiet: quiet, busy: busy, delays, memory, verdict)
        }
    }

    private func row(
        _ traffic: SpoolTraffic, quiet: Samples, busy: Samples, _ delays: Samples, _ memory: Double,
        _ verdict: (text: String, isMet: Bool)
    ) -> [BudgetRow] {
        let rate = Double(traffic.count) / traffic.seconds
        let texts = Decimal.grouped(Int64(traffic.texts))
        let keys = Decimal.text(busy.median.seconds / max(quiet.median.seconds, 1e-9), places: 2)
        let size = Decimal.grouped(Int64(bench.largest.entries))
        return [
            BudgetRow(
                "\(Decimal.text(rate, places: 0)) CAP files/s of \(texts) texts for \(Decimal.text(traffic.seconds, places: 0)) s, log of \(size) entries: file in new → in the log",
                budget: "each once; p99 ≤ 1 s",
                measured:
                    "median \(delays.median.text), p99 \(delays.p99.text), worst \(delays.worst.text) of \(Decimal.grouped(Int64(delays.count))); \(verdict.text)",
                met: verdict.isMet && delays.p99 <= .seconds(1),
                peer: "reader: at most \(Decimal.text(memory, places: 0)) MB"),
            BudgetRow(
                "key → frame meanwhile, typing at a console of that log", budget: "p99 ≤ 100 ms",
                measured:
                    "p99 \(busy.p99.text), median \(busy.median.text), worst \(busy.worst.text) of \(Decimal.grouped(Int64(busy.count)))",
                met: busy.p99 <= .milliseconds(100),
                peer:
                    "before the messages: p99 \(quiet.p99.text), median \(quiet.median.text) of \(Decimal.grouped(Int64(quiet.count))); \(keys) × in the median"
            ),
        ]
    }

    private func typing(_ path: String, _ work: (PseudoTerminal) throws -> Samples) throws -> Samples {
        let console = try bench.console(on: path)
        defer { console.end() }
        // The counters may come in pieces, once the first picture is there.
        _ = try console.wait(for: [FirstFrame.agenda])
        console.drain(for: .seconds(3))
        return try work(console)
    }
}

/// Types letters that stand nowhere else on the screen, so that the frame that answers a key is known from all others.
private struct SteadyTypist {
    private let console: PseudoTerminal
    private static let letters = Array("\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}")

    init(_ console: PseudoTerminal) { self.console = console }

    func run(for duration: Duration) -> Samples {
        let end = ContinuousClock.now + duration
        return run { ContinuousClock.now < end }
    }

    /// A line is begun, filled and thrown away, again and again; between the lines the cursor moves on the board.
    func run(while goesOn: () -> Bool) -> Samples {
        var samples = Samples()
        while goesOn() {
            console.send(":")
            console.drain(for: .milliseconds(60))
            for letter in SteadyTypist.letters {
                console.forget()
                let start = ContinuousClock.now
                console.send(String(letter))
                // What does not come within three seconds counts as three seconds.
                let end = try? console.wait(for: [String(letter)], patience: .seconds(3))
                samples.add((end ?? start + .seconds(3)) - start)
                console.drain(for: .milliseconds(40))
            }
            console.send("\u{1B}")
            console.drain(for: .milliseconds(60))
            for key in ["j", "j", "\t", "k"] {
                console.send(key)
                console.drain(for: .milliseconds(30))
            }
        }
        return samples
    }
}

/// Puts messages into a spool at a steady rate, and sees when each is in the log; on threads of its own.
private final class SpoolTraffic: @unchecked Sendable {
    let count: Int
    let texts: Int
    private let scene: SpoolScene
    private let rate: Int
    private let lock = NSLock()
    private var put: [String: ContinuousClock.Instant] = [:]
    private var delays = Samples()
    private var missing: Int
    private var sent = 0
    private var isOver = false
    private var took = Duration.zero

    init(_ scene: SpoolScene, rate: Int, count: Int) throws {
        self.scene = scene
        self.rate = rate
        self.count = count
        texts = scene.templates.count
        missing = count
    }

    var isSending: Bool { lock.withLock { sent < count && !isOver } }
    var seconds: Double { lock.withLock { took.seconds } }

    func start() {
        Thread.detachNewThread { self.send() }
        Thread.detachNewThread { self.watch() }
    }

    private func send() {
        let start = ContinuousClock.now
        for number in 0..<count {
            let due = start + .microseconds(1_000_000 / rate * number)
            let wait = due - .now
            if wait > .zero { usleep(UInt32(wait.milliseconds * 1_000)) }
            // Before the file is there, because the reader may be quicker than this thread.
            lock.withLock { put[MessageTemplates.name(number)] = .now }
            do { try scene.send(number) } catch { break }
            lock.withLock { sent += 1 }
        }
        lock.withLock {
            took = ContinuousClock.now - start
            isOver = sent < count
        }
    }

    /// Reads what comes into the log, as another console would.
    private func watch() {
        guard let store = try? LogStore(opening: scene.log, access: .reading), var next = try? store.size() else {
            return
        }
        let bell = LogBell(store.folder)
        while lock.withLock({ missing > 0 && !isOver }) {
            var descriptor = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&descriptor, 1, 100)
            bell.silence()
            while let entries = try? store.entries(from: next, limit: 500), let last = entries.last {
                let now = ContinuousClock.now
                next = last.index + 1
                lock.withLock {
                    for entry in entries {
                        guard let number = entry.sentNumber, let start = put.removeValue(forKey: number) else {
                            continue
                        }
                        delays.add(max(.zero, now - start))
                        missing -= 1
                    }
                }
            }
        }
    }

    /// Waits until all are in the log, at most so long.
    func finish(patience: Duration) -> Samples {
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end, lock.withLock({ missing > 0 && !isOver }) { usleep(50_000) }
        return lock.withLock {
            isOver = true
            return delays
        }
    }
}
