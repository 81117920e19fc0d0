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
    private var intake: SpoolIntake?
    private var turn = 0
    private var lastStatus = Instant.distantPast
    private var lastSync = Instant.distantPast
    private(set) var tally = SpoolIntake.Tally()
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
    /// The folders are looked at this often even when nothing rings.
    static let tick: Int32 = 5_000

    init(_ spool: SpoolFolder, log: LogStore) throws {
        self.spool = spool
        logPath = log.folder.path
        lock = try spool.lock()
        do {
            partners = try spool.partners(isExerciseLog: log.identity.isExercise)
            intake = try SpoolIntake(log, partners: partners.map(\.facts))
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
    /// - Throws: what no file is to blame for, such as a full disk: nothing was moved then.
    func round(at now: Instant) throws -> Bool {
        let intake = try ready()
        var batch = Batch()
        var took = false
        for partner in partners { partner.wake() }
        while batch.items.count < batchFiles, batch.byteCount < SpoolRunner.batchBytes,
            let (partner, name) = try next(at: now)
        {
            took = true
            switch try intake.look(name, of: partner) {
            case .gone, .later: partner.putBack(name)
            case .item(let item) where !item.rows.isEmpty:
                try finish(&batch, intake)
                settle([try intake.writeRows(item)])
            case .item(let item):
                // It may speak of a message of this batch, or be the same: then it is decided when that one is written.
                guard batch.keys.isDisjoint(with: item.keys) else {
                    try finish(&batch, intake)
                    guard case .item(let again) = try intake.look(name, of: partner) else {
                        partner.putBack(name)
                        continue
                    }
                    batch.add(again)
                    continue
                }
                batch.add(item)
            }
        }
        try finish(&batch, intake)
        tally = intake.tally
        if !took || now - lastSync >= .seconds(1) || now < lastSync { sync(at: now) }
        return took
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
        batch = Batch()
        let begin = MachineMoment.now().mono
        let written = try intake.write(items)
        let took = MachineMoment.now().mono - begin
        if took > SpoolRunner.appendMilliseconds.upperBound {
            batchFiles = max(batchFiles / 2, SpoolRunner.batchRange.lowerBound)
        } else if took < SpoolRunner.appendMilliseconds.lowerBound, items.count >= batchFiles {
            batchFiles = min(batchFiles * 2, SpoolRunner.batchRange.upperBound)
        }
        settle(written)
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
        let fresh = try SpoolIntake(store, partners: partners.map(\.facts))
        intake = fresh
        return fresh
    }

    /// Tries everything again that was held for a reason that may have gone.
    func catchUp() throws { try intake?.catchUpAndRelease() }

    // MARK: Waiting

    /// Sleeps until something comes, a tick has passed, or one of `descriptors` is readable.
    func wait(beside descriptors: [Int32], milliseconds: Int32 = SpoolRunner.tick) {
        var requests = ([bell] + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&requests, nfds_t(requests.count), milliseconds)
        guard bell >= 0 else { return }
        var rang = false
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while buffer.withUnsafeMutableBytes({ read(bell, $0.baseAddress, $0.count) }) > 0 { rang = true }
        if rang { for partner in partners { partner.forget() } }
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
