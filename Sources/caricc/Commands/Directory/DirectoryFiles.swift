import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

extension DirectoryFormat: ExpressibleByArgument {
    /// What the end of a name says; nil where it says nothing.
    init?(path: String) { self.init(rawValue: String(path.split(separator: ".").last ?? "").lowercased()) }
}

struct DirectoryImport: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take entries from a file: TOML, CSV or XML.",
        discussion: """
            Each entry is taken or refused with one sentence. A field that the file does not name stays as it was; the same file \
            twice changes nothing. Example:

              caricc directory import directory.toml --dry-run
            """)

    @Argument(help: ArgumentHelp("The file; “-” for standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("toml, csv or xml (default: as the name ends).", valueName: "format"))
    var format: DirectoryFormat?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    /// How many events are appended in one step.
    private static let step = 500

    func perform(_ voice: Voice) throws -> ExitStatus {
        guard let format = format ?? DirectoryFormat(path: file) else {
            throw CommandFault.misread("\(file) does not say what it is; add --as toml, --as csv or --as xml")
        }
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(file, limitBytes: DirectoryFile.limitBytes)
        } catch {
            throw CommandFault.file(error, path: file)
        }
        let read = DirectoryFile(reading: bytes, as: format)
        let pen = try Pen(options, voice)
        let board = try pen.store.board()
        let directory = board.directory.complete(voice)
        var faults = read.faults
        var same = 0
        var changes: [(change: DirectoryChange, known: [String])] = []
        for (line, row) in read.rows {
            let item = directory[row.key]
            let known = try pen.person(of: item)
            do throws(DirectoryFault) {
                guard let change = try row.changes(in: directory, knownPerson: known, at: pen.now) else {
                    same += 1
                    continue
                }
                changes.append((change, item?.record?.said.payloads ?? []))
            } catch {
                faults.append(DirectoryFileFault(line: line, .entry(error)))
            }
        }
        for fault in faults.sorted(by: { $0.line < $1.line }) { voice.warn(fault.message(path: file, voice.face)) }
        let held = board.directory.records.count + changes.count { $0.change.subject == nil }
        guard held <= LogStore.directoryLimit else {
            let most = LogStore.directoryLimit
            throw CommandFault.misread(
                "With \(file) the directory would have \(grouped: held) entries, and it holds \(grouped: most); take a smaller file"
            )
        }
        if !dryRun { try write(changes, pen) }
        try voice.say(
            dryRun
                ? "\(changes.count) would be taken, \(same) known already, \(faults.count) refused"
                : "\(changes.count) taken, \(same) known already, \(faults.count) refused")
        return faults.isEmpty ? .done : .findings
    }

    private func write(_ changes: [(change: DirectoryChange, known: [String])], _ pen: Pen) throws {
        var acts: [Pen.Act] = []
        for (change, known) in changes {
            acts += pen.acts(change, knownPayloads: known, at: acts.count)
            if acts.count >= DirectoryImport.step {
                _ = try pen.write(acts)
                acts = []
            }
        }
        if !acts.isEmpty { _ = try pen.write(acts) }
    }
}

struct DirectoryExport: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the entries into a file, without loss: TOML, CSV or XML.",
        discussion: """
            Who liaison officers are is left out unless --contacts is said; what bears a protecting handling code stays. Where \
            officers have keys, it takes a release (see “caricc log export”). Examples:

              caricc directory export directory.toml
              caricc directory export - UZB --as csv
            """)

    @Argument(help: ArgumentHelp("A file that is not there yet; “-” is standard output.", valueName: "file"))
    var file: String

    @Argument(help: ArgumentHelp("Only of this State (default: all).", valueName: "state"))
    var state: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("toml, csv or xml (default: as the name ends).", valueName: "format"))
    var format: DirectoryFormat?

    @Flag(help: "Also what ships and nobody has touched.")
    var shipped = false

    @Flag(help: "Also who liaison officers are, and how to reach them.")
    var contacts = false

    @Option(
        help: ArgumentHelp(
            "The release that was approved, where officers have keys (default: none).", valueName: "name"))
    var release: SubjectName?

    @Flag(help: "Replace the file if it is there (default: refuse).")
    var replace = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        guard let format = format ?? DirectoryFormat(path: file) else {
            throw CommandFault.misread("\(file) does not say what it is to be; add --as toml, --as csv or --as xml")
        }
        let store = try log.open(voice, indexed: true)
        let board = try released(store)
        let protected = try store.handlings().filter(\.value.isProtected)
        let items = board.directory.complete(voice).items.filter { item in
            (shipped || !item.isShipped) && (state.map { item.key.concerns($0.uppercased()) } ?? true)
                && item.record.map { protected[$0.name] == nil } ?? true
        }
        let rows = try items.map { item in
            DirectoryRow(item, person: try contacts ? item.record?.contact.flatMap { try store.contact($0) } : nil)
        }
        let bytes = DirectoryFile.write(rows, as: format)
        guard let draft = try ReleaseFiles.prepare(bytes, file, store, replacing: replace) else {
            try voice.bytes(bytes)
            return .done
        }
        try draft.publish()
        try voice.say("directory entries written to \(draft.path): \(rows.count)")
        return .done
    }

    /// The board as it may leave: now, or as it was released.
    private func released(_ store: LogStore) throws -> Board {
        guard try store.roll().isGoverned else {
            if release != nil { throw LogFault.refused(.officersHaveNoKeys, position: 0) }
            return try store.board()
        }
        guard let release else { throw CommandFault.releaseNeeded }
        return try store.board(at: try ExportRelease(release, in: store).released.size)
    }
}
