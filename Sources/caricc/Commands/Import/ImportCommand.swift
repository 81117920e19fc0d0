import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

/// Takes files of other services into the log.
struct ImportCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import tables of seizures, events as JSON Lines, or records that left.",
        discussion: """
            A row that is in the log already is not written again, so that a file can be imported twice without harm. \
            Records of ours that left as CSV or JSON Lines are read again; what this log has itself is known. \
            A bad row is told with its line, column and reason, and the rest goes in. Examples:

              caricc import unodc-ids-2015.csv
              caricc import --dry-run --raise new-return.csv
              caricc import --as event-lines - --json
            """)

    @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The files' format (default: told by their beginning, then by their name).", valueName: "format"))
    var format: ImportFormat?

    @Option(
        help: ArgumentHelp(
            "Under which name rows count as the same when they come again (default: the format's own).",
            valueName: "name"))
    var source: String?

    @Flag(help: "Also raise an alert for each seizure (default: records only, without triage).")
    var raise = false

    @Flag(help: "Read and count, write nothing.")
    var dryRun = false

    @Flag(help: "Answer in JSON: one object for each bad row and one for each file.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Who imports (default: CARICC_OFFICER, else the login name; “import” where officers sign with keys).",
            valueName: "id"))
    var officer: String?

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    /// How many rows go into one append.
    static let batchRows = 5_000

    func validate() throws {
        guard files.filter({ $0 == "-" }).count <= 1 else {
            throw ValidationError("Standard input can only be read once.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let destination = try destination(voice)
        var total = ImportTally()
        for file in files {
            let (tally, wasStopped) = try take(file, to: destination, voice)
            total = total + tally
            if wasStopped {
                if case .log(let store) = destination { try Certification.certify(store, voice) }
                voice.warn("Stopped. What was read so far is saved; import the file again to go on")
                return .findings
            }
        }
        if case .log(let store) = destination, total.new + total.raised > 0 { try Certification.certify(store, voice) }
        return total.bad > 0 ? .findings : .done
    }

    /// What a program takes in bears a program's name where officers sign for themselves.
    private func importer(_ destination: Importer.Destination) throws -> String {
        guard case .log(let store) = destination, try store.roll().isGoverned else { return Officer.name(officer) }
        return officer ?? "import"
    }

    private func destination(_ voice: Voice) throws -> Importer.Destination {
        guard dryRun else { return .log(try log.open(voice, indexed: true)) }
        do {
            return .dryRun(try log.open(voice))
        } catch LogFault.noSuchFolder {
            return .dryRun(nil)
        }
    }

    private func take(_ file: String, to destination: Importer.Destination, _ voice: Voice) throws -> (
        ImportTally, wasStopped: Bool
    ) {
        let name = file == "-" ? voice.text("standard input") : file
        let reader = try ImportReader(path: file, format: format, source: source)
        var looks = 0
        let teller = FaultTeller(voice: voice, file: name, isJSON: json)
        // Signals are held back, so that a page that is being written is written to its end.
        let work = try StoppableWork(voice, title: dryRun ? "Reading" : "Importing")
        defer { work.end() }
        var importer = Importer(
            destination: destination, officer: try importer(destination), raisesAlerts: raise
        ) { rejection in
            work.clear()
            try teller.tell(rejection)
        }
        importer.look = { item, remark in
            work.clear()
            guard looks < FaultTeller.lookLimit else { return }
            looks += 1
            try teller.tell(item, remark)
        }
        importer.offset = voice.zone.offset(at: MachineMoment.now().wall)
        if reader.holdsRecords, !json {
            voice.warn(
                "\(name) has records of ours: what left is read again; who told us, persons and the thread never left")
        }
        let queue = PageQueue(reading: reader, pageLimit: ImportCommand.batchRows)
        defer { queue.abandon() }
        while let page = queue.take() {
            for case .fault(let fault) in page.outcomes {
                work.clear()
                try teller.tell(fault)
            }
            try importer.take(page)
            let progress = Progress(done: Int64(page.bytesDone), total: Int64(page.byteCount))
            guard work.goesOn(progress, rows: Int64(importer.tally.rows)) else { break }
        }
        work.end()
        try finish(importer.tally, name, work.elapsed, voice)
        return (importer.tally, work.wasStopped)
    }

    private func finish(_ tally: ImportTally, _ name: String, _ elapsed: Span, _ voice: Voice) throws {
        if json {
            var object = tally.json(file: name)
            object["ms"] = .integer(elapsed.milliseconds)
            object["dry_run"] = .bool(dryRun)
            return try voice.json(object)
        }
        try voice.say(dryRun ? "\(name): \(tally.message) (nothing was written)" : "\(name): \(tally.message)")
        let rate = ProgressLine(
            title: "", done: 1, total: 1, rows: Int64(tally.rows), elapsed: elapsed
        ).rowsPerSecond
        if let rate, !dryRun { voice.warn("\(grouped: rate) rows a second") }
    }
}
