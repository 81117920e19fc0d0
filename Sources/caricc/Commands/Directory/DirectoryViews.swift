import ArgumentParser
import Interface
import Model
import Wording

struct DirectoryList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the entries, with the age of each.",
        discussion: "Example:\n\n  caricc directory list UZB --sort contact")

    @Argument(help: ArgumentHelp("A State's three letters (default: all).", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("Only of this sort (default: all).", valueName: "sort"))
    var sort: DirectorySort?

    @Flag(help: "Only what is ageing, old or was never verified.")
    var due = false

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        let directory = board.directory.complete(voice)
        let all = state.map { directory.items(of: $0.uppercased()) } ?? directory.items
        let found = all.filter { item in
            (sort.map { item.key.sort == $0 } ?? true) && (!due || item.age(at: now).severity > 0)
        }
        for item in found {
            if options.json {
                try voice.json(item.json(at: now, person: nil))
            } else {
                try voice.say(item.row(at: now, voice.face))
            }
        }
        if found.isEmpty, !options.json { try voice.say("The directory has no such entry") }
        return .done
    }
}

struct DirectoryShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an entry; of a State, everything that is known of it.",
        discussion: """
            Who a liaison officer is and how to reach them is personal data: it stands beside the log, and is printed only with \
            --contacts. Examples:

              caricc directory show contact:UZB:1
              caricc directory show UZB
              caricc directory show Farap
            """)

    @Argument(help: ArgumentHelp("A key, a State's three letters, or the name of a crossing.", valueName: "entry"))
    var entry: String

    @Flag(help: "Also who a liaison officer is, and how to reach them.")
    var contacts = false

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.board(voice)
        let directory = board.directory.complete(voice)
        let isState = DirectoryKey.isState(entry.uppercased())
        let items = isState ? directory.items(of: entry.uppercased()) : [try directory.item(entry)]
        if items.isEmpty { throw CommandFault.noEntry(entry) }
        for item in items {
            var person: String?
            if contacts, !options.visitor, let payload = item.record?.contact {
                person = try store.contact(payload) ?? voice.text("erased")
            }
            if options.json {
                try voice.json(item.json(at: now, person: person))
            } else {
                try voice.say(item.row(at: now, voice.face))
                try voice.below(item.lines(person: person, at: now, voice.face))
            }
        }
        return .done
    }
}

struct DirectoryCheck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what the entries of a State lack; ends with 1 where anything is lacking.",
        discussion: "Example:\n\n  caricc directory check UZB")

    @Argument(help: ArgumentHelp("States' three letters (default: the members).", valueName: "state"))
    var states: [String] = []

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (_, board, now) = try options.board(voice)
        let directory = board.directory
        let members = directory.states.filter { $0.entry[.membership] == DirectoryMembership.member.rawValue }
        let wanted = states.isEmpty ? members.map(\.key.state) : states.map { $0.uppercased() }
        for state in wanted where directory.items(of: state).isEmpty { throw CommandFault.noEntry(state) }
        var isReady = true
        for state in wanted {
            let findings = directory.readiness(of: state, at: now)
            isReady = isReady && findings.isEmpty
            if options.json {
                for finding in findings { try voice.json(finding.json(state)) }
            } else if findings.isEmpty {
                try voice.say("\(state): nothing is lacking")
            } else {
                for finding in findings { try voice.say("\(state): \(finding.message(voice.face))") }
            }
        }
        return isReady ? .done : .findings
    }
}
