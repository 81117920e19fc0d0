import ArgumentParser
import EventLog
import Model
import Terminal
import Wording

struct LogExport: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything a stranger needs to check the log with free tools.",
        discussion: """
            Makes a new folder with the checkpoint, the tree as C2SP tiles, every record in entries.txt, and the keys. \
            Personal data is not part of it. Example:

              caricc log export /mnt/usb/caricc-2026-10-17
            """)

    @Argument(help: ArgumentHelp("A folder that is not there yet.", valueName: "dir"))
    var folder: String

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A witness's key to put beside; may be repeated.", valueName: "vkey"))
    var witness: [WitnessKey] = []

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let work = try StoppableWork(voice, title: "Exporting")
        defer { work.end() }
        do {
            try store.export(to: folder, witnesses: witness) { work.goesOn($0) }
        } catch {
            return try work.told(error)
        }
        work.end()
        try voice.say("The export is in \(folder)")
        if let checkpoint = try store.lastCheckpoint() {
            for line in checkpoint.lines(voice.catalogue.language) { try voice.say(line) }
        }
        return .done
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
