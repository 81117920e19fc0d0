import Exchange
import Glibc
import Model
import Settings

/// One partner's folders, what waits in them, and how much of it may be taken now.
final class SpoolPartner {
    let name: String
    let path: String
    let settings: PartnerSettings
    let new: FolderHandle
    let done: FolderHandle
    let held: FolderHandle
    /// The oldest that wait, as they were listed last; the next one last.
    private var queue: [FileName] = []
    /// How many waited when the folder was listed last, less what was taken since.
    private(set) var backlog = 0
    private(set) var backlogBytes: Int64 = 0
    private(set) var oldest: Instant?
    /// What was given out and is still in `new`.
    private var inHand: Set<FileName> = []
    /// The folder was empty when it was looked at last in this round.
    private var isDry = false
    /// Files that could not be moved out of `new`; they are taken in, and left alone until somebody helps.
    private(set) var stuck: Set<FileStamp> = []
    /// How often a file was found changing, one after another.
    private var changes: [FileName: Int] = [:]
    private var tokens: Double
    private var filled: Instant?
    private(set) var today = 0
    private var day: Int64 = 0
    private(set) var heldToday = 0
    private(set) var isOverQuota = false
    /// A file left `new` since the folders were synced last.
    private(set) var hasMoved = false
    /// A file came into `held` since then; that is seldom, and each folder costs a wait for the disk.
    private var hasHeld = false

    static let partNames = ["new", "done", "held"]
    /// How many names are kept at once.
    static let listingLimit = 4_000
    /// After so many attempts a file that never holds still is held.
    static let changeLimit = 3

    init(opening name: FileName, in spool: SpoolFolder) throws {
        self.name = name.text
        path = "\(spool.path)/\(name.text)"
        guard SpoolFolder.isPartnerName(name.text) else { throw SpoolFolder.Fault.badName(name.text) }
        let folder = try spool.wrapped(path) { () throws(SafeFile.Fault) in try spool.handle.folder(name) }
        settings = try SpoolPartner.settings(in: folder, path: path, spool)
        var parts: [FolderHandle] = []
        for part in SpoolPartner.partNames {
            guard let partName = FileName(part) else { continue }
            parts.append(
                try spool.wrapped("\(path)/\(part)") { () throws(SafeFile.Fault) in try folder.folder(partName) })
        }
        (new, done, held) = (parts[0], parts[1], parts[2])
        tokens = Double(settings.perMinute)
    }

    private static func settings(
        in folder: FolderHandle, path: String, _ spool: SpoolFolder
    ) throws -> PartnerSettings {
        let file = "\(path)/\(SpoolFolder.settingsName)"
        guard let name = FileName(SpoolFolder.settingsName) else { throw SpoolFolder.Fault.noPartner(path: path) }
        let contents = try spool.wrapped(file) { () throws(SafeFile.Fault) in
            try folder.read(name, limitBytes: SpoolFolder.settingsLimitBytes)
        }
        do throws(PartnerFault) {
            return try PartnerSettings(reading: contents.bytes, name: file, choices: .program)
        } catch {
            throw SpoolFolder.Fault.partner(error)
        }
    }

    var channel: Channel { Channel(rawValue: settings.channel) ?? .spool }
    var kind: MessageKind { MessageKind(rawValue: settings.kind) ?? .warning }

    // MARK: What waits

    /// Looks into the folder; at most so often as asked for.
    func list() throws(SafeFile.Fault) {
        let listing = try new.names(limit: SpoolPartner.listingLimit)
        queue = listing.oldest.map(\.name).reversed().filter { !inHand.contains($0) }
        if !stuck.isEmpty { queue.removeAll { name in new.stamp(of: name).map(stuck.contains) ?? true } }
        backlog = listing.count
        backlogBytes = listing.byteCount
        oldest = listing.oldestModified
    }

    /// The next file that may be taken, the oldest first; nil where there is none, or no more for now.
    func next(at now: Instant) throws(SafeFile.Fault) -> FileName? {
        refill(now)
        if queue.isEmpty, !isDry {
            try list()
            isDry = queue.isEmpty
        }
        guard !queue.isEmpty else {
            isOverQuota = false
            return nil
        }
        isOverQuota = tokens < 1 || today >= settings.perDay
        guard !isOverQuota else { return nil }
        tokens -= 1
        today += 1
        let name = queue.popLast()
        if let name { inHand.insert(name) }
        return name
    }

    /// A new round begins: the folder is worth a look again.
    func wake() { isDry = false }

    /// News came into the folder: what is known of it is no longer all.
    func forget() { if queue.count < SpoolPartner.listingLimit / 2 { queue = [] } }

    private func refill(_ now: Instant) {
        if let filled, now > filled {
            let seconds = Double((now - filled).milliseconds) / 1_000
            tokens = min(Double(settings.perMinute), tokens + seconds * Double(settings.perMinute) / 60)
        }
        filled = now
        let today = now.milliseconds / 86_400_000
        if today != day { (day, self.today, heldToday) = (today, 0, 0) }
    }

    /// What a run before this one took on the same day counts, too.
    func resume(day: Int64, taken: Int, held: Int) { (self.day, today, heldToday) = (day, taken, held) }

    var currentDay: Int64 { day }

    /// The file is to be looked at again, as if it had not been taken.
    func putBack(_ name: FileName) {
        inHand.remove(name)
        tokens += 1
        today -= 1
    }

    /// Whether a file that changed while it was read is to be tried once more.
    func isTriedAgain(_ name: FileName) -> Bool {
        changes[name, default: 0] += 1
        guard changes[name, default: 0] < SpoolPartner.changeLimit else {
            changes[name] = nil
            return false
        }
        return true
    }

    // MARK: Moving

    /// Moves a file out of `new`. Its name stays; a part of its hash goes behind it, so that names never meet.
    ///
    /// A file that somebody put in its place since it was looked at goes back: it was not read.
    func move(_ name: FileName, _ stamp: FileStamp, isHeld: Bool, hash: Digest?) {
        inHand.remove(name)
        let folder = isHeld ? held : done
        for attempt in 0..<1_000 {
            guard let target = SpoolPartner.target(name, hash: hash, attempt: attempt) else { break }
            do throws(SafeFile.Fault) {
                try new.rename(name, to: folder, as: target)
                if folder.stamp(of: target) != stamp { giveBack(name, from: folder, as: target) }
                hasMoved = true
                if isHeld { (hasHeld, heldToday) = (true, heldToday + 1) }
                backlog = max(0, backlog - 1)
                return
            } catch {
                if error == .exists { continue }
                if error != .notThere { stuck.insert(stamp) }
                return
            }
        }
        stuck.insert(stamp)
    }

    private func giveBack(_ name: FileName, from folder: FolderHandle, as target: FileName) {
        for attempt in 0..<100 {
            let old = attempt == 0 ? name : SpoolPartner.target(name, hash: nil, attempt: attempt)
            guard let old, (try? folder.rename(target, to: new, as: old)) == nil else { return }
        }
    }

    /// `report.xml` becomes `report.xml~3fa29c01b2d4`, and `report.xml~3fa29c01b2d4~2` where that is taken.
    static func target(_ name: FileName, hash: Digest?, attempt: Int) -> FileName? {
        var suffix = hash.map { "~\($0.hex.prefix(12))" } ?? ""
        if attempt > 0 { suffix += "~\(attempt + 1)" }
        return FileName(bytes: name.bytes.prefix(FileName.limitBytes - suffix.utf8.count) + Array(suffix.utf8))
    }

    /// Keeps the moves through a power cut. Whatever moved back by one is in the log, and is found there by its id.
    func sync() {
        guard hasMoved else { return }
        for folder in hasHeld ? [done, held, new] : [done, new] { try? folder.sync() }
        (hasMoved, hasHeld) = (false, false)
    }
}
