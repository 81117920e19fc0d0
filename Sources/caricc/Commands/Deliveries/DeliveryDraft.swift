import ArgumentParser
import EventLog
import Exchange
import Interface
import Model
import Wording

struct DeliveryDraft: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Draft a request to a State from what the log knows of a delivery.",
        discussion: """
            In the language that the State's desk reads, and in the one in use. What is still missing is said on standard \
            error; nothing is written to the log: caricc delivery request writes down that it was sent. Examples:

              caricc delivery draft CD-2026-014 --state UZB --for more_time --until 1200
              caricc delivery draft CD-2026-014 --state UZB --for information --about AL-2026-0412 --out request.txt
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Option(help: ArgumentHelp("Which State, in three letters.", valueName: "state"))
    var state: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("What for (default: what it has to be asked for).", valueName: "code"))
    var purpose: RequestPurpose?

    @Option(help: ArgumentHelp("Why, or what is to be found out (default: the last report).", valueName: "text"))
    var words: String?

    @Option(help: ArgumentHelp("The seizure that it is about (default: none).", valueName: "alert"))
    var about: SubjectName?

    @Option(help: ArgumentHelp("Until when the consent is to last (default: as long as it needs).", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("By when they are asked to answer (default: in time).", valueName: "time"))
    var answerBy: String?

    @Option(help: ArgumentHelp("Our outgoing number (default: the next one of the delivery).", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("Their incoming number (default: none).", valueName: "text"))
    var theirNumber: String?

    @Option(help: ArgumentHelp("Who leads there (default: as planned).", valueName: "text"))
    var lead: String?

    @Option(help: ArgumentHelp("What else their rules ask for (default: nothing).", valueName: "text"))
    var also: String?

    @Option(help: ArgumentHelp("A file that is not there yet (default: standard output).", valueName: "file"))
    var out = "-"

    @Flag(help: "Replace the file if it is there (default: refuse).")
    var replace = false

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard StateKey.code(state.uppercased()) != nil else {
            throw ValidationError("“\(state)” is no State; give three letters such as UZB.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let found = try pen.delivery(delivery)
        if let handling = found.trail.handling, handling.isProtected {
            throw CommandFault.protected(delivery, handling.current.code)
        }
        let now = pen.now
        let code = state.uppercased()
        var wishes = RequestDocument.usual(found, purpose ?? found.purpose(to: code, at: now), to: code, at: now)
        var seizure: Alert?
        if let about {
            guard case .alert(let alert) = try pen.subject(about, .alerts) else {
                throw CommandFault.noSuchSubject(about, wanted: .alerts)
            }
            if let handling = alert.trail.handling, handling.isProtected {
                throw CommandFault.protected(about, handling.current.code)
            }
            (seizure, wishes.alert) = (alert, about)
        }
        wishes.words = words ?? wishes.words
        wishes.until = try pen.optionalDeadline(until, option: "--until") ?? wishes.until
        wishes.answerBy = try pen.optionalDeadline(answerBy, option: "--answer-by") ?? wishes.answerBy
        wishes.ourNumber = number ?? wishes.ourNumber
        wishes.theirNumber = theirNumber
        wishes.lead = lead ?? wishes.lead
        wishes.also = also
        let document = RequestDocument(
            found, wishes, at: now, seizure: seizure,
            requirements: try pen.store.board().directory.requirements(code, at: now))
        let text = RequestText.write(
            document, from: pen.store.identity.centre, sent: now, zone: voice.zone,
            in: RequestComposing.catalogues(for: document, own: voice.catalogue))
        let missing = document.missingWords(in: voice.catalogue)
        if !missing.isEmpty { voice.warn("STILL MISSING: \(missing.joined(separator: "; "))") }
        let bytes = Array(text.utf8)
        guard let draft = try ReleaseFiles.prepare(bytes, out, pen.store, replacing: replace) else {
            try voice.bytes(bytes)
            return .done
        }
        try draft.publish()
        voice.warn("The message is in \(draft.path)")
        return .done
    }
}

/// The words in which a request goes out.
enum RequestComposing {
    /// The reader's language first, then ours; what is not installed falls back to ours.
    static func catalogues(for document: RequestDocument, own: Catalogue) -> [Catalogue] {
        catalogues([RequestDocument.language(of: document.wishes.state), own.language], own: own)
    }

    static func catalogues(_ languages: [Language], own: Catalogue) -> [Catalogue] {
        var found: [Catalogue] = []
        for language in languages where !found.contains(where: { $0.language == language }) {
            if language == own.language {
                found.append(own)
            } else if let other = try? Catalogue.load(language) {
                found.append(other)
            }
        }
        return found.isEmpty ? [own] : found
    }
}
