import ArgumentParser
import EventLog
import Glibc
import Model

/// A process that appends to a log and notes each answer. Started by the campaigns.
struct Writer: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "writer", shouldDisplay: false)

    enum Work: String, ExpressibleByArgument {
        case append
        /// Makes the index anew, over and over.
        case index
        /// One append, one checkpoint, over and over.
        case checkpoint
        /// Founds the log and ends.
        case found
    }

    @Option var log: String
    @Option var notes: String
    @Option var seed: UInt64
    @Option var work = Work.append
    @Option var count = Int.max
    /// Opens the log anew after so many appends.
    @Option var reopenEvery = Int.max
    /// Signs a checkpoint after so many appends.
    @Option var checkpointEvery = Int.max
    @Flag var normalDurability = false
    /// Is gone without closing anything once an append was answered with a fault.
    @Flag var diesOfFaults = false
    /// Waits until this file is there.
    @Option var start: String?

    func run() throws {
        signal(SIGXFSZ, SIG_IGN)
        let file = try NoteFile(notes)
        if work == .found { return try StandingChecks.found(log) }
        do {
            var session = try WriterSession(self, file)
            file.put("ready")
            while let start, access(start, F_OK) != 0 { usleep(500) }
            for _ in 0..<count { try session.step() }
            session.close()
            file.put("done")
        } catch {
            file.put("fault \(error)")
            throw ExitCode(3)
        }
    }
}

/// The writer's open log and what it wants to write.
struct WriterSession {
    private let writer: Writer
    private let file: NoteFile
    private var store: LogStore
    private var script: AlertScript
    private var steps = 0

    init(_ writer: Writer, _ file: NoteFile) throws {
        self.writer = writer
        self.file = file
        store = try WriterSession.open(writer)
        script = AlertScript(seed: writer.seed)
        script.adopt(try store.board(), limit: 4)
    }

    private static func open(_ writer: Writer) throws -> LogStore {
        try LogStore(
            path: writer.log, access: .writing, durability: writer.normalDurability ? .normal : .full)
    }

    func close() { store.close() }

    mutating func step() throws {
        if writer.work == .index {
            file.put("begin index")
            try store.rebuildIndex()
            file.put("end index")
            usleep(5_000)
            return
        }
        try append()
        steps += 1
        if writer.work == .checkpoint || steps % writer.checkpointEvery == 0 {
            file.put("begin checkpoint")
            try store.checkpoint()
            file.put("end checkpoint")
        }
        if steps % writer.reopenEvery == 0 {
            store.close()
            store = try WriterSession.open(writer)
        }
    }

    private mutating func append() throws {
        let moment = MachineMoment.now()
        let proposal = script.next(at: moment.wall)
        file.put("trying \(proposal.id)")
        let watch = Stopwatch()
        do {
            let saved = try store.append([proposal], moment: moment)[0]
            file.put("saved #\(saved.index) \(proposal.id)")
            file.put("took \(watch.microseconds)")
            if let stored = try store.storedEntry(saved.index) { file.put("bytes #\(saved.index) \(stored.leaf.hex)") }
            script.saved(saved)
        } catch {
            switch error {
            case LogFault.refused, LogFault.moved:
                file.put("refused \(proposal.id)")
                script.refused()
            case LogFault.notSure(let reason): try anew("not-sure \(proposal.id) \(reason)")
            default: try anew("not-saved \(proposal.id) \(error)")
            }
        }
    }

    /// Notes an answer that is not "saved" and goes on, with the log opened anew where it refuses to.
    private mutating func anew(_ line: String) throws {
        file.put(line)
        if writer.diesOfFaults { kill(getpid(), SIGKILL) }
        script.refused()
        if store.obstacle != nil { store = try WriterSession.open(writer) }
    }
}
