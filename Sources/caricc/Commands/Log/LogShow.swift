import ArgumentParser
import EventLog
import Model
import Wording

struct LogShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print records, one a line.",
        discussion: """
            The first time of a line is when it was learnt; “at=” is when it happened, where that differs. Examples:

              caricc log show --last 20
              caricc log show --subject CD-2026-014
              caricc log show --json --from 4000 --limit 100
            """)

    @Option(help: ArgumentHelp("Begin with this record.", valueName: "number"))
    var from: EntryNumber?

    @Option(help: ArgumentHelp("At most this many records (default: all).", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only the last so many.", valueName: "count"))
    var last: Int?

    @Option(help: ArgumentHelp("Only the records of one subject.", valueName: "name"))
    var subject: SubjectName?

    @Flag(help: "JSON Lines, which “caricc log append” and “caricc import” read back.")
    var json = false

    @Flag(help: "The signed notes, byte for byte, with a blank line behind each.")
    var raw = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit cannot be less than 0.") }
        if let last, last < 0 { throw ValidationError("--last cannot be less than 0.") }
        if last != nil, from != nil { throw ValidationError("Use --from or --last, not both.") }
        if raw, json { throw ValidationError("Use --json or --raw, not both.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: subject != nil)
        var printer = RecordPrinter(voice, json: json, raw: raw)
        if let subject { return try show(subject, store, &printer) }
        let first = try last.map { max(0, try store.size() - Int64($0)) } ?? from?.index ?? 0
        var left = limit ?? .max
        _ = try store.forEachStored(from: first) { stored in
            guard left > 0 else { return false }
            left -= 1
            try printer.print(stored)
            return true
        }
        if let obstacle = store.obstacle { voice.warn("caricc: \(obstacle.message(voice.face))") }
        return printer.status
    }

    private func show(_ name: SubjectName, _ store: LogStore, _ printer: inout RecordPrinter) throws -> ExitStatus {
        let history = try store.history(of: name)
        guard !history.entries.isEmpty else { throw CommandFault.noSuchSubject(name, wanted: nil) }
        var chosen = history.entries.filter { $0.index >= from?.index ?? 0 }
        if let last { chosen = Array(chosen.suffix(last)) }
        for entry in chosen.prefix(limit ?? .max) {
            if raw, let stored = try store.storedEntry(entry.index) {
                try printer.print(stored)
            } else {
                try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index))
            }
        }
        return printer.status
    }
}
