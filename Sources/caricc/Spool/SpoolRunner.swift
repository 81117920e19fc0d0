import EventLog
import Exchange
import Glibc
import Model
import Wording

/// Takes the files of all partners in turn into the log and moves them away, until there are none or somebody stops it.
final class SpoolRunner {
    private let spool: SpoolFolder
    private let logPath: String
    private let partners: [SpoolPartner]
    private let parser: SpoolParser
    private var intake: SpoolIntake?
    private var turn = 0
    private var lastStatus = Instant.distantPast
    private var lastSync = Instant.distantPast
    /// When something was written last, by the machine's own clock.
    private var lastAppend: Int64 = 0
    private(set) var tally = SpoolIntake.Tally()
    /// What was opened and is not yet decided about, the first one first.
    private var ahead: [SpoolIntake.Opening] = []
    private let bell: Int32
    private let lock: Int32

    /// How many files go into one append, for now: as many as are written while somebody at a keyboard does not notice.
    private var batchFiles = 32
    static let batchRange = 16...256
    /// How long an append should hold up others, in milliseconds.
    static let appendMilliseconds: ClosedRange<Int64> = 20...60
    static let batchBytes = 2 << 20
    /// How many files of one partner are taken before the next one has its turn.
    static let share = 16
    /// Between two appends for single messages, in milliseconds.
    static let gathering: Int64 = 100
    /// The folders are looked at this often even when nothing rings.
    static let tick: Int32 = 5_000

    init(_ spool: SpoolFolder, log: LogStore, parser: SpoolParser = SpoolParser()) throws {
        self.parser = parser
        self.spool = spool
        logPath = log.folder.path
        lock = try spool.lock()
        do {
            partners = try spool.partners(isExerciseLog: log.identity.isExercise)
            intake = try SpoolIntake(log, partners: partners.map(\.facts), parser: parser)
        } catch {
            close(lock)
            throw error
        }
        bell = FolderHandle.bell(of: partners.map(\.new))
        if let last = spool.lastStatus {
            for partner in partners {
                guard let old = last.partners.first(where: { $0.name == partner.name }) else { continue }
                partner.resume(day: last.at.milliseconds / 86_400_000, taken: old.today, held: old.heldToday)
            }
        }
    }

    deinit {
        for partner in partners { partner.sync() }
        if bell >= 0 { close(bell) }
        close(lock)
    }

    var names: [String] { partners.map(\.name) }
    /// How many files wait, of all partners.
    var backlog: Int { partners.reduce(0) { $0 + $1.backlog } }

    // MARK: One round

    /// Takes one batch; false when there was nothing that may be taken now.
    ///
    /// - Throws: what no file is to blame for, such as a full disk: nothing was moved then, and all of it is looked at again.
    func round(at now: Instant) throws -> Bool {
        let intake = try ready()
        for partner in partners { partner.wake() }
        var batch = Batch()
        do {
            let took = try fill(&batch, intake, at: now)
            try finish(&batch, intake)
            tally = intake.tally
            if now - lastSync >= .seconds(1) || now < lastSync { sync(at: now) }
            return took
        } catch {
            for item in batch.items { item.partner.putBack(item.name) }
            putBackAhead()
            throw error
        }
    }

    /// False where no file was there to be taken.
    private func fill(_ batch: inout Batch, _ intake: SpoolIntake, at now: Instant) throws -> Bool {
        var took = false
        while batch.items.count < batchFiles, batch.byteCount < SpoolRunner.batchBytes {
            took = try lookAhead(intake, at: now) || took
            guard !ahead.isEmpty else { break }
            took = true
            switch ahead[0] {
            case .item(let item): batch.add(item)
            case .file(var file):
                let item = try intake.decide(&file)
                // It may speak of a message of this batch, or be the same: then it is decided when that one is written.
                if item.rows.isEmpty, batch.keys.isDisjoint(with: item.keys) {
                    batch.add(item)
                } else {
                    ahead[0] = .file(file)
                    try finish(&batch, intake)
                    let item = try intake.decide(&file)
                    item.rows.isEmpty ? batch.add(item) : settle([try intake.writeRows(item)])
                }
            case .later, .gone: break
            }
            ahead.removeFirst()
        }
        return took
    }

    /// Opens the next files, so that the child reads them while this process decides and writes; false where there was none.
    private func lookAhead(_ intake: SpoolIntake, at now: Instant) throws -> Bool {
        var found = false
        while intake.hasRoom, ahead.count < SpoolRunner.share * 2, let (partner, name) = try next(at: now) {
            found = true
            switch try intake.open(name, of: partner) {
            case .gone, .later: partner.putBack(name)
            case let opened: ahead.append(opened)
            }
        }
        return found
    }

    /// What is open and undecided is as if it had never been taken.
    func putBackAhead() {
        intake?.abandon()
        for opened in ahead {
            switch opened {
            case .file(let file): file.partner.putBack(file.name)
            case .item(let item): item.partner.putBack(item.name)
            case .later, .gone: break
            }
        }
        ahead = []
    }

    private struct Batch {
        var items: [SpoolItem] = []
        var keys: Set<UInt64> = []
        var byteCount = 0

        mutating func add(_ item: SpoolItem) {
            items.append(item)
            keys.formUnion(item.keys)
            byteCount += item.byteCount
        }
    }

    private func finish(_ batch: inout Batch, _ intake: SpoolIntake) throws {
        guard !batch.items.isEmpty else { return }
        let items = batch.items
        let begin = MachineMoment.now().mono
        let written = try intake.write(items)
        lastAppend = MachineMoment.now().mono
        let took = lastAppend - begin
        if took > SpoolRunner.appendMilliseconds.upperBound {
            batchFiles = max(batchFiles / 2, SpoolRunner.batchRange.lowerBound)
        } else if took < SpoolRunner.appendMilliseconds.lowerBound, items.count >= batchFiles {
            batchFiles = min(batchFiles * 2, SpoolRunner.batchRange.upperBound)
        }
        settle(written)
        batch = Batch()
    }

    /// Folders are synced seldom: a sync costs as much as an append, and nothing is lost without it.
    private func sync(at now: Instant) {
        lastSync = now
        for partner in partners { partner.sync() }
    }

    /// What is in the log leaves `new`.
    private func settle(_ items: [SpoolItem]) {
        for item in items { item.partner.move(item.name, item.stamp, isHeld: item.isHeld, hash: item.hash) }
    }

    /// The next file: a few of each partner in turn.
    private func next(at now: Instant) throws -> (SpoolPartner, FileName)? {
        for _ in 0..<partners.count {
            let partner = partners[turn / SpoolRunner.share % partners.count]
            do throws(SafeFile.Fault) {
                if let name = try partner.next(at: now) {
                    turn += 1
                    return (partner, name)
                }
            } catch {
                throw SpoolFolder.Fault.folder(error, path: partner.path)
            }
            turn = (turn / SpoolRunner.share + 1) * SpoolRunner.share
        }
        return nil
    }

    /// The intake, with the log opened anew where a write of it failed.
    private func ready() throws -> SpoolIntake {
        if let intake, intake.store.obstacle == nil { return intake }
        let store = try LogStore(opening: logPath)
        try store.updateIndex()
        let fresh = try SpoolIntake(store, partners: partners.map(\.facts), parser: parser)
        intake = fresh
        return fresh
    }

    /// Tries everything again that was held for a reason that may have gone.
    func catchUp() throws { try intake?.catchUpAndRelease() }

    // MARK: Waiting

    /// Sleeps until something comes, a tick has passed, or one of `descriptors` is readable.
    func wait(beside descriptors: [Int32], milliseconds: Int32 = SpoolRunner.tick) {
        let sinceSync = MachineMoment.now().wall - lastSync
        if partners.contains(where: \.hasMoved), sinceSync >= .seconds(1) { sync(at: MachineMoment.now().wall) }
        let hasMoved = partners.contains(where: \.hasMoved)
        SpoolRunner.poll([bell] + descriptors, hasMoved ? min(milliseconds, 1_000) : milliseconds)
        // While messages come one after another a few are written together: each append costs every console a look.
        let gathering = lastAppend + SpoolRunner.gathering - MachineMoment.now().mono
        if (1...SpoolRunner.gathering).contains(gathering) { SpoolRunner.poll(descriptors, Int32(gathering)) }
        guard bell >= 0 else { return }
        var rang = false
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while buffer.withUnsafeMutableBytes({ read(bell, $0.baseAddress, $0.count) }) > 0 { rang = true }
        if rang { for partner in partners { partner.forget() } }
    }

    private static func poll(_ descriptors: [Int32], _ milliseconds: Int32) {
        var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = Glibc.poll(&requests, nfds_t(requests.count), milliseconds)
    }

    var log: LogStore? { intake?.store }

    // MARK: Telling

    /// Writes what waits into the spool's folder and beside the log, where consoles read it; at most once a second.
    func tell(at now: Instant, isRunning: Bool = true, trouble: String? = nil, always: Bool = false) {
        guard always || now - lastStatus >= .seconds(1) || now < lastStatus else { return }
        lastStatus = now
        let status = SpoolStatus(
            at: now, process: getpid(), isRunning: isRunning,
            partners: partners.map { partner in
                SpoolStatus.Partner(
                    name: partner.name, backlog: partner.backlog, bytes: partner.backlogBytes, oldest: partner.oldest,
                    isOverQuota: partner.isOverQuota, today: partner.today, heldToday: partner.heldToday,
                    stuck: partner.stuck.count)
            }, trouble: trouble)
        SpoolRunner.write(status, to: spool.handle, SpoolFolder.statusName)
        if let folder = try? FolderHandle.open(logPath) { SpoolRunner.write(status, to: folder, SpoolStatusFile.name) }
    }

    /// Counts what waits, of all partners.
    func list() { for partner in partners { try? partner.list() } }

    private static func write(_ status: SpoolStatus, to folder: FolderHandle, _ name: String) {
        guard let file = FileName(name), let temporary = FileName(name + "-new") else { return }
        try? folder.replace(status.bytes, as: file, by: temporary)
    }

}

/// The status of the spool as it lies beside a log, for consoles.
enum SpoolStatusFile {
    static let name = "spool.status"

    /// Nil where nobody has run a spool for this log.
    static func read(beside log: String) -> SpoolStatus? {
        guard let bytes = try? SafeFile.read("\(log)/\(name)", limitBytes: SpoolStatus.limitBytes) else { return nil }
        return SpoolStatus(bytes: bytes)
    }
}
