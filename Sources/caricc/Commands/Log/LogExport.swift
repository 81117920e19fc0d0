import ArgumentParser
import EventLog
import Glibc
import Model
import Terminal
import Wording

struct LogExport: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything a stranger needs to check the log with free tools.",
        discussion: """
            Makes a new folder with the checkpoint, the tree as C2SP tiles, every record in entries.txt, and the keys. \
            Personal data is not part of it. Where officers have keys, records leave the building only when that is released: \
            --to and --purpose propose it, with the size and root of the log as it is now, somebody else approves, and \
            --release then writes exactly these records. Backups and verification need no release. Examples:

              caricc log export /mnt/usb/caricc-2026-10-17
              caricc log export /mnt/usb/caricc-2026-10-17 --to "Prosecutor, Almaty" --purpose "case 417"
              caricc log export /mnt/usb/caricc-2026-10-17 --release LG-2026-001
            """)

    @Argument(help: ArgumentHelp("A folder that is not there yet.", valueName: "dir"))
    var folder: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A witness's key to put beside; may be repeated.", valueName: "vkey"))
    var witness: [WitnessKey] = []

    @Option(name: .customLong("to"), help: ArgumentHelp("Who gets the records (default: not said).", valueName: "text"))
    var recipient: String?

    @Option(help: ArgumentHelp("What for (default: not said).", valueName: "text"))
    var purpose: String?

    @Option(help: ArgumentHelp("The release that was approved (default: none).", valueName: "name"))
    var release: SubjectName?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        if (recipient == nil) != (purpose == nil) { throw ValidationError("--to and --purpose belong together.") }
        if release != nil, recipient != nil { throw ValidationError("Use --release or --to, not both.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        guard try store.roll().isGoverned else {
            if release != nil { throw LogFault.refused(.officersHaveNoKeys, position: 0) }
            return try write(store, size: nil, voice)
        }
        var folderFacts = stat()
        guard lstat(folder, &folderFacts) != 0 else { throw LogFault.alreadyExists(folder) }
        if let release {
            let released = try ExportRelease(release, in: store).released
            return try write(store, size: released.size, voice)
        }
        guard let recipient, let purpose, !recipient.trimmingBlanks.isEmpty, !purpose.trimmingBlanks.isEmpty else {
            throw CommandFault.releaseNeeded
        }
        return try ask(recipient, purpose, store, voice)
    }

    /// Asks for the release of the log as it is now; where one person may do that, it is written at once.
    private func ask(_ recipient: String, _ purpose: String, _ store: LogStore, _ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        _ = try store.checkpoint()
        guard let checkpoint = try store.lastCheckpoint() else { throw LogFault.noCheckpoint(size: 0) }
        let released = ExportReleased(
            recipient: recipient, purpose: purpose, size: checkpoint.size, root: checkpoint.root)
        let act = Pen.Act(.new(.logKeeping), .logKeeping(.exportReleased(released)))
        for (saved, act) in try pen.write([act]) {
            try pen.tell(saved, act)
            if case .fourEyes = act.event {
                if !pen.isJSON {
                    try voice.say("then: caricc log export \(folder) --release \(saved.subject.text)")
                }
            } else {
                return try write(store, size: released.size, voice)
            }
        }
        return .done
    }

    private func write(_ store: LogStore, size: Int64?, _ voice: Voice) throws -> ExitStatus {
        let work = try StoppableWork(voice, title: "Exporting")
        defer { work.end() }
        do {
            try store.export(to: folder, size: size, witnesses: witness) { work.goesOn($0) }
        } catch {
            return try work.told(error)
        }
        work.end()
        let checkpoint = try size.map { try store.checkpoint(size: $0) } ?? store.lastCheckpoint()
        if options.json {
            if let checkpoint { try voice.json(checkpoint.json(isNew: size == nil)) }
            return .done
        }
        try voice.say("The export is in \(folder)")
        if let checkpoint {
            for line in checkpoint.lines(voice.catalogue.language) { try voice.say(line) }
        }
        return .done
    }
}

/// A release of records, as two persons decided it.
struct ExportRelease {
    let released: ExportReleased

    /// Refused where the subject releases nothing, or not this log as it is: size and root must be those of a checkpoint here.
    init(_ name: SubjectName, in store: LogStore) throws {
        let history = try store.history(of: name)
        guard !history.entries.isEmpty else { throw CommandFault.noSuchSubject(name, wanted: nil) }
        var eyes = FourEyes()
        var found: ExportReleased?
        for entry in history.entries where !history.withdrawn.contains(entry.index) {
            switch entry.event {
            case .logKeeping(.exportReleased(let body)): found = body
            case .logKeeping(.withdrawn(let withdrawal)): eyes.withdraw(withdrawal.index)
            case .fourEyes(let event):
                if case .logKeeping(.exportReleased(let body))? = eyes.apply(event, entry)?.event { found = body }
            default: break
            }
        }
        if found == nil, let waiting = eyes.pending.first { throw CommandFault.releaseWaits(name, waiting.index) }
        guard let found else { throw CommandFault.noRelease(name) }
        let checkpoint = try store.checkpoint(size: found.size)
        guard checkpoint.root == found.root else { throw CommandFault.releaseDiffers(name) }
        released = found
    }
}

struct LogBackup: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the log while it is in use, and verify the copy.",
        discussion: """
            The copy can be read and verified like the log. Without the desk's key nothing can be written to it, so that a \
            lost copy signs nothing. Example:

              caricc log backup /mnt/usb/caricc-backup-2026-10-17
            """)

    @Argument(help: ArgumentHelp("A folder that is not there yet.", valueName: "dir"))
    var folder: String

    @Flag(help: "Copy the desk's private key as well (default: it stays here).")
    var withKey = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let work = try StoppableWork(voice, title: "Verifying the copy")
        defer { work.end() }
        let report: VerifyReport
        do {
            report = try store.backup(to: folder, includingPrivateKey: withKey) { work.goesOn($0) }
        } catch {
            return try work.told(error)
        }
        work.end()
        try voice.say("The backup is in \(folder); all \(.records(report.size)) of it hold")
        if let checkpoint = try store.lastCheckpoint() {
            for line in checkpoint.lines(voice.catalogue.language) { try voice.say(line) }
        }
        return .done
    }
}
