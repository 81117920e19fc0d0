import EventLog
import Foundation
import Glibc

/// Many files lie in `new` before the reader starts: until all are in the log, beside a reader of Maildir in Python.
struct SpoolBacklogMeasurement {
    let bench: Workbench

    private struct Figures {
        var duration = Duration.zero
        /// Megabytes, the most there ever were.
        var memory = 0.0
        var status = Samples()
        /// What `spool status` said in the middle.
        var said = ""
        var verdict = (text: "", isMet: false)
    }

    func rows() throws -> [BudgetRow] {
        let templates = try SpoolScene.usable(bench)
        let count = bench.files
        let figures = try bench.withCopy(of: bench.largest, "backlog") { path in
            try measure(try SpoolScene(bench, log: path, templates), count)
        }
        let rate = Double(count) / figures.duration.seconds
        let peers = MaildirPeer(bench: bench, templates: templates, count: count)
        let one = try peers.rate(perCommit: 1)
        let many = try peers.rate(perCommit: 256)
        let ratio = { (other: Double?) in
            other.map { "\(Decimal.grouped(Int64($0))) files/s (ours: \(Decimal.text(rate / $0, places: 2)) ×)" }
                ?? "not installed"
        }
        return [
            BudgetRow(
                "backlog of \(Decimal.grouped(Int64(count))) CAP files, log of \(Decimal.grouped(Int64(bench.largest.entries))) entries",
                budget: "each once",
                measured:
                    "\(Decimal.text(rate, places: 0)) files/s, \(figures.duration.text); \(figures.verdict.text)",
                met: figures.verdict.isMet,
                peer:
                    "Python mailbox.Maildir + ElementTree + sqlite3, synchronous=FULL, unsigned: a commit for each \(ratio(one)), for 256 \(ratio(many))"
            ),
            BudgetRow(
                "the reader meanwhile", budget: "≤ 100 MB",
                measured:
                    "at most \(Decimal.text(figures.memory, places: 0)) MB; “spool status” \(figures.status.median.text) median, \(figures.status.worst.text) worst of \(figures.status.count)",
                met: figures.memory <= 100, peer: "half-way it said: \(figures.said)"),
        ]
    }

    private func measure(_ scene: SpoolScene, _ count: Int) throws -> Figures {
        var figures = Figures()
        for number in 0..<count { try scene.send(number) }
        sync()
        bench.say("  \(count) files lie in new")
        let store = try LogStore(opening: scene.log, access: .reading)
        let before = try store.size()
        let start = ContinuousClock.now
        let (reader, output) = try bench.child(["spool", "run", "--once", "--log", scene.log])
        let kernel = ProcessFigures(process: reader.processIdentifier)
        var asked = ContinuousClock.now
        while reader.isRunning {
            usleep(100_000)
            figures.memory = max(figures.memory, kernel.memory.most)
            guard ContinuousClock.now - asked >= .seconds(5), reader.isRunning else { continue }
            asked = .now
            let status = try bench.command(["spool", "status", "--log", scene.log])
            figures.status.add(status.duration)
            guard figures.said.isEmpty, try Int(store.size() - before) >= count / 2 else { continue }
            figures.said = status.text.split(separator: "\n").joined(separator: "; ")
        }
        figures.duration = ContinuousClock.now - start
        _ = output.readDataToEndOfFile()
        guard reader.terminationStatus <= 1 else {
            throw PseudoTerminal.Failure(description: "spool run: exit \(reader.terminationStatus)")
        }
        figures.verdict = try scene.verdict(of: count)
        return figures
    }
}

/// What a small program does that reads a Maildir into SQLite: parse, one row for each message, move to `cur`.
private struct MaildirPeer {
    let bench: Workbench
    let templates: MessageTemplates
    let count: Int

    private static let program = """
        import mailbox, os, sqlite3, sys, time, xml.etree.ElementTree as tree
        folder, size = sys.argv[1], int(sys.argv[2])
        box = mailbox.Maildir(folder, create=False)
        base = sqlite3.connect(folder + "/rows.sqlite", isolation_level=None)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE message (sender TEXT, number TEXT, sent TEXT, headline TEXT, raw BLOB, UNIQUE (sender, number))")
        start = time.monotonic()
        keys, done = list(box.iterkeys()), []
        base.execute("BEGIN")
        def settle():
            base.execute("COMMIT")
            for key in done:
                os.rename(f"{folder}/new/{key}", f"{folder}/cur/{key}:2,S")
            done.clear()
            base.execute("BEGIN")
        for key in keys:
            raw = box.get_bytes(key)
            root = tree.fromstring(raw)
            find = lambda name: next((part.text for part in root.iter() if part.tag.endswith("}" + name)), None)
            row = (find("sender"), find("identifier"), find("sent"), find("headline"), raw)
            base.execute("INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?, ?)", row)
            done.append(key)
            if len(done) >= size:
                settle()
        settle()
        print(time.monotonic() - start)
        """

    /// Messages in a second; nil where there is no Python.
    func rate(perCommit size: Int) throws -> Double? {
        guard let python = Workbench.installed("python3") else { return nil }
        return try bench.scratch("maildir") { path in
            for part in ["new", "cur", "tmp"] {
                try FileManager.default.createDirectory(atPath: "\(path)/\(part)", withIntermediateDirectories: true)
            }
            for number in 0..<count {
                try Data(templates.text(number).utf8).write(to: URL(fileURLWithPath: "\(path)/new/\(number).bench"))
            }
            sync()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: python)
            process.arguments = ["-c", MaildirPeer.program, path, "\(size)"]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard let seconds = Double(said.trimmingCharacters(in: .whitespacesAndNewlines)), seconds > 0 else {
                return nil
            }
            return Double(count) / seconds
        }
    }
}
