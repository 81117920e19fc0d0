import ArgumentParser
import EventLog
import Model
import Wording

extension DirectorySort: ExpressibleByArgument {}

extension DirectoryStanding: CodedArgument {}

struct DirectorySet: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Begin an entry, or change what it says.",
        discussion: """
            A key without its number begins a new entry. What is not named stays as it was; a field without a text takes it \
            away. What was changed counts as unverified until somebody verifies it. Examples:

              caricc directory set contact:UZB name="Duty desk" number="+000 00 000-00-00" filed_number="+000 00 000-00-01"
              caricc directory set limit:UZB:1 notice_min=180 trackers="with written consent"
              caricc directory set liaison:UZB name="Liaison officer at the Centre" --person -
            """)

    @Argument(help: ArgumentHelp("SORT:STATE:NUMBER, such as contact:UZB:1 or blo:UZB-TKM:1.", valueName: "key"))
    var key: String

    @Argument(help: ArgumentHelp("What it says: field=text.", valueName: "field=text"))
    var fields: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who a liaison officer is and how to reach them, kept beside the log; “-” reads a line.", valueName: "text")
    )
    var person: String?

    @Flag(help: "You have just asked, and it is right.")
    var verified = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let directory = try pen.store.board().directory.complete(voice)
        let key = try DirectorySet.key(key, in: directory)
        var values: [DirectoryField: String] = [:]
        for text in fields {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let field = DirectoryField(rawValue: parts[0]) else {
                let names = key.sort.fields.map(\.rawValue).joined(separator: ", ")
                throw CommandFault.misread("“\(text)” sets no field; write one of these, “=” and a text: \(names)")
            }
            values[field] = parts[1]
        }
        let typed = person == "-" ? readLine() : person
        var row = DirectoryRow(key, values, person: typed?.trimmingBlanks)
        if verified { row.verified = DirectoryRecord.Verification(by: pen.officer, at: pen.now) }
        return try pen.save(row, in: directory)
    }

    /// A key, or the next one of a sort and State.
    private static func key(_ text: String, in directory: Directory) throws -> DirectoryKey {
        if let key = DirectoryKey(text) { return key }
        guard let begun = DirectoryKey(text + ":1") else { throw CommandFault.directory(.badKey(text)) }
        return directory.newKey(begun.sort, begun.state, begun.other) ?? begun
    }
}

extension Pen {
    /// Writes what a row says that the directory does not.
    func save(_ row: DirectoryRow, in directory: Directory) throws -> ExitStatus {
        let item = directory[row.key]
        let change: DirectoryChange?
        do throws(DirectoryFault) {
            change = try row.changes(in: directory, knownPerson: knownPerson(of: item), at: now)
        } catch {
            throw CommandFault.directory(error)
        }
        return try save(change, knownPayloads: item?.record?.said.payloads ?? [])
    }

    private func knownPerson(of item: DirectoryItem?) -> String? { try? person(of: item) }
}

struct DirectoryVerify: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say that somebody has asked, and the entry is right.",
        discussion: "Example:\n\n  caricc directory verify contact:UZB:1")

    @Argument(help: ArgumentHelp("A key, or the name of a crossing.", valueName: "entry"))
    var entry: String

    @Option(name: .customLong("by"), help: ArgumentHelp("Who asked (default: you).", valueName: "name"))
    var by: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let directory = try pen.store.board().directory.complete(voice)
        let item = try directory.item(entry)
        let when = try options.at.map { try pen.time($0, option: "--at", .past) } ?? pen.now
        var change = DirectoryChange(subject: item.record?.name, entry: item.entry, isSet: item.isShipped)
        change.verified = DirectoryEntryVerified(by: by ?? pen.officer, when: when)
        return try pen.save(change, knownPayloads: item.record?.said.payloads ?? [])
    }
}

struct DirectoryRetire: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Take an entry out of the directory; what it said stays in the log.",
        discussion: "Example:\n\n  caricc directory retire contact:UZB:1 --reason \"the desk has moved\"")

    @Argument(help: ArgumentHelp("A key, or the name of a crossing.", valueName: "entry"))
    var entry: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let item = try pen.store.board().directory.complete(voice).item(entry)
        let retired = Event.directory(.retired(DirectoryEntryRetired(reason: reason)))
        if let name = item.record?.name { return try pen.save(.existing(name), retired) }
        // What ships is written first, so that there is something to retire.
        let set = Event.directory(.entrySet(DirectoryEntrySet(item.entry)))
        return try pen.save([Pen.Act(.new(.directory), set), Pen.Act(.sameAs(0), retired)])
    }
}

struct DirectoryReport: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "crossing",
        abstract:
            "Say that a crossing, an office or a unit is open or closed, or an officer on call: since when, says who.",
        discussion: """
            Examples:

              caricc directory crossing Farap closed --says TKM --since 0400
              caricc directory crossing liaison:UZB:1 on-call --says UZB
            """,
        aliases: ["report"])

    @Argument(help: ArgumentHelp("The name of a crossing, or a key.", valueName: "entry"))
    var entry: String

    @Argument(help: ArgumentHelp("open, restricted or closed; on-call or off-call.", valueName: "standing"))
    var standing: DirectoryStanding

    @Option(name: .customLong("says"), help: ArgumentHelp("Who says so.", valueName: "name"))
    var party: String

    @Option(help: ArgumentHelp("Since when (default: now).", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let item = try pen.store.board().directory.complete(voice).item(entry)
        guard item.key.sort.standings.contains(standing) else {
            throw CommandFault.directory(.noStanding(item.key.sort, standing))
        }
        var change = DirectoryChange(subject: item.record?.name, entry: item.entry, isSet: item.isShipped)
        change.report = DirectoryStandingReported(
            standing, since: try since.map { try pen.time($0, option: "--since", .past) } ?? pen.now, party: party,
            note: note)
        return try pen.save(change, knownPayloads: item.record?.said.payloads ?? [])
    }
}
